import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// A list of notes, each with its mark, or as cards.
struct NotesBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "notes") { shape in
    switch shape {
    case .list(.record(let record), _): record.field(named: "text") != nil
    case .list(.text, _): true
    case .text: true
    default: false
    }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let items = cell.value.list.compactMap { item($0, cell, sheet) }
    return items.isEmpty ? .nothing : .flow(items)
  }

  private func item(_ value: DataView, _ cell: CellInput, _ sheet: SheetData) -> FlowItem? {
    let role = cell.definition.role ?? "body"
    // A note is known by its fields, not by its Swift type: casting to a protocol scans the whole program once a type.
    guard let text = sheet.texts(value).first else { return nil }
    var item = FlowItem(paragraphs: [FlowParagraph(text, role: role)])
    if let details = NoteDetails.text(of: value, sheet) {
      item.paragraphs.append(FlowParagraph(details, role: "caption"))
    }
    if case .reference(_, let segment) = value.step("segment"), let index = sheet.segmentIndex(segment.string)
    {
      item.marker = .segment(index)
    }
    item.tone = cell.definition.tone.rawValue
    switch cell.definition.style {
    case .bullets: if item.marker == .none { item.marker = .bullet }
    case .cards: item.isCard = true
    case .plain: break
    }
    return item
  }
}

/// What a note says besides its text: cause, phases, types, share.
enum NoteDetails {
  static func text(of note: DataView, _ sheet: SheetData) -> Text? {
    var parts: [Text] = []
    for field in ["phases", "types", "share"] { parts += sheet.texts(note.step(field)) }
    if case .text(let cause) = note.step("cause") {
      parts.append(Text(sheet.catalogue.phrase("notes.cause", ["cause": cause.string]), at: cause.span))
    }
    guard let first = parts.first else { return nil }
    return Text(parts.map(\.string).joined(separator: " · "), at: first.span)
  }
}
