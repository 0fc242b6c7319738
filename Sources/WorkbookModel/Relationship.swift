package import Diagnostics
package import LocatedYAML

/// How the company keeps in touch with a segment, to what purpose and in which way (T11).
package struct Relationship: NoteRecord {
  package var note = Note()
  package var purpose: RelationshipPurpose?
  package var kind: RelationshipType?
  /// Why this kind suits the segment.
  package var why: Text?

  package init() {}

  package static let table = RecordTable<Relationship>(
    note: "relationship",
    [
      Field("purpose", \.purpose, required: true), Field("kind", \.kind), Field("why", \.why),
    ])
}

/// The relationships with one segment, sorted by purpose: what a sheet of T11 shows. No file spells it.
package struct RelationshipSheet: Record {
  package var segment: Reference<SegmentKind>?
  package var relationships: [Relationship] = []

  package init() {}

  package static let table = RecordTable<RelationshipSheet>(
    "relationshipSheet", [],
    derived: [
      Derived("segment", Reference<SegmentKind>.shape) { $0.segment.view },
      Derived("kinds", [RelationshipType].shape) { sheet in
        RelationshipType.allCases.filter { kind in sheet.relationships.contains { $0.kind == kind } }.view
      },
      Derived("reasons", .list(.text, loneAllowed: false)) { sheet in
        .list(sheet.relationships.compactMap(\.why).map { .text($0) })
      },
    ]
      + RelationshipPurpose.allCases.map { purpose in
        Derived(purpose.rawValue, [Relationship].shape) { sheet in
          sheet.relationships.filter { $0.purpose == purpose }.view
        }
      })

  /// A sheet a segment; what holds for all stands on each.
  static func sheets(_ relationships: [Relationship], _ segments: [Segment]) -> [RelationshipSheet] {
    let named = relationships.compactMap { relationship -> Reference<SegmentKind>? in
      if case .one(let segment)? = relationship.note.segment { segment } else { nil }
    }
    // What holds for all gives every segment a sheet.
    let holdsForAll = named.count < relationships.count
    let all = holdsForAll ? segments.compactMap { $0.id.map { Reference<SegmentKind>(text: $0.text) } } : []
    var seen: Set<String> = []
    let order = segments.compactMap { $0.id?.text.string }
    func place(_ segment: Reference<SegmentKind>) -> Int {
      order.firstIndex(of: segment.text.string) ?? Int.max
    }
    let used = (named + all).filter { seen.insert($0.text.string).inserted }
      .sorted { place($0) < place($1) }
    guard !named.isEmpty, !used.isEmpty else {
      var sheet = RelationshipSheet()
      sheet.relationships = relationships
      return relationships.isEmpty ? [] : [sheet]
    }
    return used.map { segment in
      var sheet = RelationshipSheet()
      sheet.segment = segment
      // The sheet's own segment is named in its head, not again at each note.
      sheet.relationships = relationships.filter { relationship in
        if case .one(let own)? = relationship.note.segment {
          own.text.string == segment.text.string
        } else {
          true
        }
      }.map { relationship in
        var relationship = relationship
        relationship.note.segment = nil
        return relationship
      }
      return sheet
    }
  }
}
