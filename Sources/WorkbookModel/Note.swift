package import Diagnostics
package import LocatedYAML

/// A statement of the workbook: `text`, or a map that also says how sure it is and for whom it holds.
package struct Note: Record {
  package var text = Text("")
  package var id: Identifier<NoteKind>?
  package var evidence: Evidence?
  package var source: Reference<SourceKind>?
  package var segment: SegmentScope?
  package var audience: Audience?

  package init() {}

  private static let fields: [Field<Note>] = [
    Field("text", \.text, required: true),
    Field("id", \.id),
    Field("evidence", \.evidence),
    Field("source", \.source),
    Field("segment", \.segment),
    Field("audience", \.audience),
  ]

  package static let table = RecordTable("note", fields, writtenAs: "text")

  /// A note's fields as those of a record that holds one.
  fileprivate static func fields<Outer>(in path: WritableKeyPath<Outer, Note> & Sendable) -> [Field<Outer>] {
    fields.map { $0.inside(path, home: "note") }
  }
}

/// Something that is a note with more fields. It may be written as its text alone unless another must be given.
package protocol NoteRecord: Record {
  var note: Note { get set }
}

extension NoteRecord {
  package static var mayStandAlone: Bool { true }
}

extension RecordTable where R: NoteRecord {
  /// A note with more fields; where one of them must be given, its text alone is not enough.
  init(note name: String, _ more: [Field<R>]) {
    let isTextEnough = !more.contains(where: \.isRequired)
    self.init(name, Note.fields(in: \.note) + more, writtenAs: isTextEnough ? "text" : nil)
  }
}

extension Note: NoteRecord {
  package var note: Note {
    get { self }
    set { self = newValue }
  }
}

/// Where a note holds: one segment, or `all` of them.
package enum SegmentScope: FieldValue {
  case all
  case one(Reference<SegmentKind>)

  package static var shape: Shape { Reference<SegmentKind>.shape }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> SegmentScope? {
    if node.string == "all" { return .all }
    return Reference<SegmentKind>.read(node, &reading).map(SegmentScope.one)
  }

  package var view: DataView {
    if case .one(let reference) = self { reference.view } else { .nothing }
  }
}
