import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// The figures of a segment, and what its customers are worth by them (R11).
struct WorthBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "worth") { shape in
    if case .list(.text, _) = shape { true } else { false }
  }

  var takesNotes: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    var items = NoteItem.items(cell, sheet, role: "body", style: cell.definition.style)
    if case .record(let record)? = cell.element, let segment = record as? Segment, !items.isEmpty,
      let worth = CustomerWorth(segment)
    {
      let figures = [("figures.worth", worth.perCustomer), ("figures.total", worth.total)]
      items += figures.compactMap { phrase, value in
        guard let value else { return nil }
        // Rounded in print only.
        let words = sheet.texts(.labelled(phrase: phrase, .number(value, Text(Self.whole(value)))))
        return words.first.map { FlowItem(paragraphs: [FlowParagraph($0, role: "body")]) }
      }
      items += place(of: segment, sheet)
    }
    return items.isEmpty ? .nothing : .flow(items)
  }

  /// Among the segments that have a worth, when there are several: the most valuable is first.
  private func place(of segment: Segment, _ sheet: SheetData) -> [FlowItem] {
    let segments = sheet.workbook.segments
    let valued = CustomerWorth.order(segments).filter { CustomerWorth(segments[$0]) != nil }
    guard valued.count > 1,
      let place = valued.firstIndex(where: { segments[$0].id?.text == segment.id?.text })
    else { return [] }
    let words = sheet.catalogue.phrase(
      "figures.place", ["place": String(place + 1), "count": String(valued.count)])
    return [FlowItem(paragraphs: [FlowParagraph(Text(words), role: "body")])]
  }

  /// A sum of money without its cents.
  private static func whole(_ value: Double) -> String {
    let rounded = value.rounded(.toNearestOrAwayFromZero)
    guard rounded != 0, abs(rounded) < 1e15 else { return rounded == 0 ? "0" : String(rounded) }
    return String(Int(rounded))
  }
}
