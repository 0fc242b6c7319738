import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// Turns a value of the workbook into something to be set: its text, its details, its marks.
enum NoteItem {
  static func items(
    _ cell: CellInput, _ sheet: SheetData, role: String, style: CellStyle
  ) -> [FlowItem] {
    var number = 0
    return cell.value.list.compactMap { value in
      guard var item = item(value, cell, sheet, role: role) else { return nil }
      number += 1
      switch style {
      case .bullets:
        if item.marker == .none { item.marker = .bullet }
      case .cards: item.isCard = true
      case .steps: item.marker.sign = .number(number)
      case .plain: break
      }
      return item
    }
  }

  // A note is known by its fields, not by its Swift type: casting to a protocol scans the whole program once a type.
  private static func item(
    _ value: DataView, _ cell: CellInput, _ sheet: SheetData, role: String
  ) -> FlowItem? {
    let definition = cell.definition
    let texts = sheet.texts(value)
    guard let text = texts.first else { return nil }
    var item = FlowItem(paragraphs: [FlowParagraph(text, role: role)])
    if let details = NoteDetails.text(of: value, sheet) {
      item.paragraphs.append(FlowParagraph(details, role: "caption"))
    }
    if case .reference(_, let segment) = value.step("segment"), let index = sheet.segmentIndex(segment.string)
    {
      item.marker.segment = index
    }
    if definition.mark == .segment { item.marker.segment = cell.position }
    let stated = definition.evidence.map { sheet.value($0, element: cell.element) } ?? value.step("evidence")
    item.marker.evidence = evidence(stated)
    // A name cannot say how sure it is: only statements are counted.
    if cell.canvas.countsEvidence(of: definition.name), isNote(value) || definition.evidence != nil {
      // Where a field of its own says how sure an entry is, silence is shown as what it is.
      if definition.evidence != nil { item.marker.evidence = item.marker.evidence ?? .assumption }
      item.countsAs = item.marker.evidence ?? .assumption
    }
    item.tone = definition.tone.rawValue
    return item
  }

  /// Notes among the further values that a cell shows: they keep their marks.
  static func alsoItems(_ cell: CellInput, _ sheet: SheetData) -> [FlowItem] {
    cell.definition.also.flatMap { also -> [FlowItem] in
      var single = cell
      single.definition.evidence = nil
      single.definition.mark = nil
      single.value = .list(sheet.value(also.path, element: cell.element).list.filter(bearsMarks))
      return items(single, sheet, role: also.role ?? "caption", style: .plain)
    }
  }

  /// Whether a value is a record that can say how sure it is, and for whom it holds.
  private static func isNote(_ value: DataView) -> Bool {
    if case .record = value { true } else { false }
  }

  /// Whether a value is a note that says how sure it is, or for whom it holds.
  private static func bearsMarks(_ value: DataView) -> Bool {
    guard case .record = value else { return false }
    return !value.step("evidence").isNothing || !value.step("segment").isNothing
  }

  /// What a field says about how sure a statement is.
  static func evidence(_ value: DataView) -> Evidence? {
    guard case .phrase(let key) = value else { return nil }
    return Evidence.allCases.first { $0.phrase == key }
  }

  /// The further values that a cell shows below its first.
  static func also(_ cell: CellInput, _ sheet: SheetData) -> [FlowParagraph] {
    cell.definition.also.flatMap { also -> [FlowParagraph] in
      let role = also.role ?? "caption"
      return sheet.value(also.path, element: cell.element).list.filter { !bearsMarks($0) }.flatMap {
        value -> [FlowParagraph] in
        sheet.texts(value).map { text in
          guard let words = also.words else { return FlowParagraph(text, role: role) }
          let sentence = sheet.catalogue.phrase(words, ["value": text.string, "score": text.string])
          return FlowParagraph(sentence, role: role, origin: text.span)
        }
      }
    }
  }
}

/// What a note says besides its text: cause, phases, types, share, target.
enum NoteDetails {
  /// Fields with words of their own, and those that stand in a phrase.
  private static let plain = ["phases", "types", "share", "change"]
  private static let phrased = [
    ("goal", "concept.goal"), ("target", "concept.target"), ("cause", "notes.cause"),
    ("opportunity", "notes.opportunity"),
  ]

  static func text(of note: DataView, _ sheet: SheetData) -> Text? {
    var parts: [Text] = []
    if !note.step("biggest").isNothing { parts.append(Text(sheet.catalogue.phrase("utility.biggest"))) }
    for field in plain { parts += sheet.texts(note.step(field)) }
    for (field, phrase) in phrased {
      guard let value = sheet.texts(note.step(field)).first, value.string != sheet.texts(note).first?.string
      else { continue }
      parts.append(Text(sheet.catalogue.phrase(phrase, [field: value.string]), at: value.span))
    }
    for field in ["kind", "type"] {
      if case .phrase(let word) = note.step(field) { parts.append(Text(sheet.catalogue.phrase(word))) }
    }
    guard let first = parts.first else { return nil }
    return Text(
      parts.map(\.string).joined(separator: " · "), at: parts.lazy.compactMap(\.span).first ?? first.span)
  }
}
