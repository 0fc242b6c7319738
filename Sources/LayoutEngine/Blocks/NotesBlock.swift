import LayoutModel
import LocatedYAML

/// A list of notes, each with its mark, numbered, or as cards.
struct NotesBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "notes") { shape in
    switch shape {
    case .list(.record(let record), _): record.field(named: "text") != nil
    case .list(.text, _), .list(.reference, _), .text: true
    default: false
    }
  }

  var takesNotes: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let style = cell.definition.style
    let items = NoteItem.items(cell, sheet, role: cell.definition.role ?? "body", style: style)
    return items.isEmpty ? .nothing : .flow(items)
  }
}
