import Diagnostics
package import LocatedYAML

/// A source with the statements that name it. No file spells it.
package struct EvidenceEntry: Record {
  package var source = EvidenceSource()
  package var statements: [DataView] = []

  package init() {}

  package static let table = RecordTable<EvidenceEntry>(
    "evidenceEntry", [],
    derived: [
      Derived("kind", SourceType.shape) { $0.source.kind.view },
      Derived("text", .text) { $0.source.text.view },
      Derived("statements", .list(Note.shape, loneAllowed: false)) { .list($0.statements) },
    ])

  /// Every source of a workbook, in the order of the file.
  static func entries(of workbook: Workbook) -> [EvidenceEntry] {
    var statements: [String: [DataView]] = [:]
    collect(.list(workbook.sections), into: &statements)
    return workbook.sources.map { source in
      var entry = EvidenceEntry()
      entry.source = source
      entry.statements = source.id.flatMap { statements[$0.text.string] } ?? []
      return entry
    }
  }

  /// Walks through all records and lists: whatever has a `source` is a statement that rests on it.
  private static func collect(_ view: DataView, into statements: inout [String: [DataView]]) {
    switch view {
    case .list(let list): for element in list { collect(element, into: &statements) }
    case .record(let record):
      if case .reference(SourceKind.name, let id) = view.step("source") {
        statements[id.string, default: []].append(view)
      }
      for field in record.fieldNames { collect(view.step(field), into: &statements) }
    default: break
    }
  }
}
