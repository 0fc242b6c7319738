import Diagnostics
package import LocatedYAML

/// What stands somewhere in a workbook and is asked for by its name.
extension Workbook {
  /// Its sections but the report's: where statements stand that can be tested and answered. The authors of a
  /// report are none.
  package var sections: [DataView] { fieldNames.filter { $0 != "report" }.map { view(of: $0) } }

  /// A note found anywhere, with the persona or the segment that it is about.
  package struct FoundNote {
    package var note: DataView
    package var persona: Persona?
    package var segment: Segment?
  }

  /// A note by its id, wherever it stands.
  package func anyNote(_ id: String) -> FoundNote? {
    for persona in personas {
      if let note = Self.note(id, in: .record(persona)) {
        return FoundNote(note: note, persona: persona, segment: nil)
      }
    }
    for segment in segments {
      if let note = Self.note(id, in: .record(segment)) {
        return FoundNote(note: note, persona: nil, segment: segment)
      }
    }
    return Self.note(id, in: .list(sections)).map { FoundNote(note: $0) }
  }

  /// What a stage is called: by the name that the map or a journey gives it, or by the catalogue's for a generic one.
  package func label(ofStage stage: StageName) -> DataView {
    var names = journeys.flatMap(\.stages).map { ($0.stage?.text.string, $0.name) }
    if case .own(let own) = utilityStages { names = own.map { ($0.stage?.text.string, $0.name) } + names }
    return StageWords.label(stage, names.lazy.compactMap { $0 == stage.text.string ? $1 : nil }.first)
  }

  private static func note(_ id: String, in view: DataView) -> DataView? {
    switch view {
    case .list(let list): return list.lazy.compactMap { note(id, in: $0) }.first
    case .record(let record):
      if case .text(let text) = record.view(of: "id"), text.string == id, isNote(record) { return view }
      return record.fieldNames.lazy.compactMap { note(id, in: record.view(of: $0)) }.first
    default: return nil
    }
  }

  private static func isNote(_ record: any Record) -> Bool {
    guard case .record(let description) = type(of: record).shape,
      case .identifier(let kind)? = description.field(named: "id")?.shape()
    else { return false }
    return kind == NoteKind.name
  }
}
