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
    let figures = NoteItem.items(cell, sheet, role: "body", style: cell.definition.style).map { item in
      var item = item
      item.isList = true
      return item
    }
    guard case .record(let record)? = cell.element, let segment = record as? Segment,
      let worth = CustomerWorth(segment)
    else { return figures.isEmpty ? .nothing : .flow(figures) }
    // What comes of the figures leads; the figures themselves follow in small.
    func words(_ phrase: String, _ value: Double) -> Text? {
      // Rounded in print only.
      sheet.texts(.labelled(phrase: phrase, .number(value, Text(Self.whole(value))))).first
    }
    let results = [words("figures.worth", worth.perCustomer)].compactMap { $0 }.map {
      FlowParagraph($0, role: "label")
    }
    let details =
      [worth.total.flatMap { words("figures.total", $0) }, place(of: segment, sheet).map { Text($0) }]
      .compactMap { $0 }.map { FlowParagraph($0, role: "caption") }
    let inputs = figures.flatMap(\.paragraphs).map {
      FlowParagraph($0.text, role: "caption", origin: $0.origin)
    }
    return .flow([results + details, inputs].map { FlowItem(paragraphs: $0, isList: true) })
  }

  /// Among the segments that have a worth, when there are several: the most valuable is first.
  private func place(of segment: Segment, _ sheet: SheetData) -> String? {
    let segments = sheet.workbook.segments
    let valued = CustomerWorth.order(segments).filter { CustomerWorth(segments[$0]) != nil }
    guard valued.count > 1,
      let place = valued.firstIndex(where: { segments[$0].id?.text == segment.id?.text })
    else { return nil }
    return sheet.catalogue.phrase(
      "figures.place", ["place": String(place + 1), "count": String(valued.count)])
  }

  /// A sum of money without its cents.
  private static func whole(_ value: Double) -> String {
    let rounded = value.rounded(.toNearestOrAwayFromZero)
    guard rounded != 0, abs(rounded) < 1e15 else { return rounded == 0 ? "0" : String(rounded) }
    return String(Int(rounded))
  }
}
