import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import WorkbookModel

/// The rank of a solution, set large, with its field of the matrix; a box to write it in when blank.
struct RankBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "rank") { shape in
    if case .identifier = shape { true } else { false }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    guard sheet.state == .filled else { return .drawing(SumFigure(isBlank: true, also: [])) }
    guard case .record(let record)? = cell.element, let solution = record as? Solution else {
      return .nothing
    }
    guard let place = sheet.facts.place(of: solution) else {
      let isLinked = solution.opportunity.flatMap { sheet.facts.opportunity($0.text.string) } != nil
      let words = sheet.catalogue.phrase(isLinked ? "matrix.unranked" : "matrix.unlinked")
      return .drawing(SumFigure(isBlank: false, also: [FlowParagraph(Text(words), role: "caption")]))
    }
    let words = RankWords(place: place, catalogue: sheet.catalogue)
    var details = [words.quadrant, words.front].compactMap { $0 }
    if let priority = sheet.facts.weighted?.priorities[place.index] {
      let value = sheet.catalogue.number(priority.text(decimals: 2))
      details.append(sheet.catalogue.phrase("priorities.weighted", ["value": value]))
    }
    return .drawing(
      SumFigure(
        text: place.label, isBlank: false,
        also: details.map { FlowParagraph(Text($0), role: "caption") }))
  }
}
