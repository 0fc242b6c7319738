import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// The marks of one field of the utility map: ring, cross or star, each with its note.
struct MarksBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "marks") { shape in
    if case .list(.record(let record), _) = shape { record.field(named: "mark") != nil } else { false }
  }

  var takesNotes: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let items = cell.value.list.compactMap { mark -> FlowItem? in
      guard case .phrase(let key) = mark.step("mark"),
        let kind = UtilityMarkKind.allCases.first(where: { $0.phrase == key })
      else { return nil }
      var single = cell
      single.value = mark
      var item = NoteItem.items(single, sheet, role: cell.definition.role ?? "body", style: .plain).first
      item?.marker.sign = .utility(kind)
      return item
    }
    return items.isEmpty ? .nothing : .flow(items)
  }
}
