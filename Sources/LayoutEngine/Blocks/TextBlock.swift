import LayoutModel
import LocatedYAML
import PageModel

/// Prose or a name: each text a paragraph, without marks.
struct TextBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "text") { shape in
    switch shape {
    case .text, .identifier, .reference, .date, .amount, .percent, .integer, .word: true
    case .list(.record(let record), _): record.field(named: "text") != nil
    case .list(.text, _): true
    default: false
    }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let texts = sheet.texts(cell.value)
    guard !texts.isEmpty else { return .nothing }
    let role = cell.definition.role ?? "body"
    return .flow(texts.map { FlowItem(paragraphs: [FlowParagraph($0, role: role)]) })
  }
}

/// A heading that names a row or column of the sheet, and nothing else.
struct LabelBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "label", accepts: nil)

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent { .nothing }
}
