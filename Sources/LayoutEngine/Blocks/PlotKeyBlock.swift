import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import WorkbookModel

/// Which letter of the matrix stands for which solution; those that could not be placed come last.
struct PlotKeyBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "plotKey") { shape in
    if case .list(.record(let record), _) = shape { record.name == Solution.table.name } else { false }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    guard sheet.state == .filled else { return .nothing }
    let plotted = PlottedSolutions(sheet.workbook)
    func item(_ entry: PlottedSolutions.Entry, _ details: String) -> FlowItem? {
      guard let name = entry.solution.name else { return nil }
      var item = FlowItem(paragraphs: [
        FlowParagraph(name, role: "body"), FlowParagraph(details, role: "caption"),
      ])
      item.marker = entry.letter.map { FlowItem.Marker(sign: .letter($0)) } ?? .bullet
      return item
    }
    let placed = plotted.entries.compactMap { entry -> FlowItem? in
      guard let point = entry.point else { return nil }
      let sums = sheet.catalogue.phrase(
        "matrix.sums", ["challenge": String(point.challenge), "impact": String(point.impact)])
      return item(entry, entry.isOnFront ? sums + " · " + sheet.catalogue.phrase("matrix.onFront") : sums)
    }
    let unplaced = plotted.entries.filter { $0.point == nil }.compactMap {
      item($0, sheet.catalogue.phrase("matrix.unranked"))
    }
    return placed.isEmpty && unplaced.isEmpty ? .nothing : .flow(placed + unplaced)
  }
}
