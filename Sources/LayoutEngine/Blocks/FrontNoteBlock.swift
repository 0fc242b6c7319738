import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import WorkbookModel

/// What the stepped line of the matrix means, where one is drawn.
struct FrontNoteBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "frontNote") { shape in
    if case .list(.record(let record), _) = shape { record.name == Solution.table.name } else { false }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    guard sheet.state == .filled, PlottedSolutions(cell.value, sheet.facts).front.count > 1 else {
      return .nothing
    }
    let words = Text(sheet.catalogue.phrase("matrix.front"))
    return .flow([FlowItem(paragraphs: [FlowParagraph(words, role: cell.definition.role ?? "caption")])])
  }
}
