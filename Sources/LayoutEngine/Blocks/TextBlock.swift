import LayoutModel
import LocatedYAML
import PageModel

/// Prose or a name: each text a paragraph, without bullets; further values of the same record below.
struct TextBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "text") { shape in
    switch shape {
    case .text, .identifier, .reference, .date, .amount, .factor, .percent, .integer, .word: true
    case .list(.record(let record), _): record.field(named: "text") != nil
    case .list(.text, _), .list(.word, _): true
    default: false
    }
  }

  var takesNotes: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    var items = NoteItem.items(cell, sheet, role: cell.definition.role ?? "body", style: .plain)
    let also = NoteItem.also(cell, sheet)
    if !also.isEmpty {
      if items.isEmpty { items = [FlowItem(paragraphs: [])] }
      items[items.count - 1].paragraphs += also
    }
    items += NoteItem.alsoItems(cell, sheet)
    return items.isEmpty ? .nothing : .flow(items)
  }
}

/// A heading that names a row or column of the sheet, and nothing else.
struct LabelBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "label", accepts: nil)

  /// What it also shows stands small below its words.
  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let also = NoteItem.also(cell, sheet)
    return also.isEmpty ? .nothing : .flow([FlowItem(paragraphs: also)])
  }
}
