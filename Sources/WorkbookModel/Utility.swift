package import Diagnostics
package import LocatedYAML

/// A mark on the buyer utility map (T5b): where today's offer stands, what blocks the customer, where the new one pulls.
package struct UtilityMark: Record {
  package var id: Identifier<NoteKind>?
  package var stage: StageName?
  package var lever: UtilityLever?
  package var mark: UtilityMarkKind?
  package var note: Text?
  package var cause: Text?
  /// The blocker that keeps most people from buying.
  package var biggest: Flag?
  package var evidence: Evidence?
  package var source: Reference<SourceKind>?
  package var audience: Audience?

  package init() {}

  package static let table = RecordTable<UtilityMark>(
    "utilityMark",
    [
      Field("id", \.id),
      Field("stage", \.stage, required: true),
      Field("lever", \.lever, required: true),
      Field("mark", \.mark, required: true),
      Field("note", \.note),
      Field("cause", \.cause),
      Field("biggest", \.biggest),
      Field("evidence", \.evidence),
      Field("source", \.source),
      Field("audience", \.audience),
    ],
    derived: [
      // A mark without a note says what it is.
      Derived("text", .text) { $0.note.map { .text($0) } ?? $0.mark.view }
    ])
}

/// What a question of a stage was answered (T5a).
package struct UtilityAnswer: Record {
  package var stage: StageName?
  package var question: Text?
  package var answer: Text?
  package var evidence: Evidence?
  package var source: Reference<SourceKind>?
  package var audience: Audience?

  package init() {}

  package static let table = RecordTable<UtilityAnswer>(
    "utilityAnswer",
    [
      Field("stage", \.stage, required: true),
      Field("question", \.question, required: true),
      Field("answer", \.answer),
      Field("evidence", \.evidence),
      Field("source", \.source),
      Field("audience", \.audience),
    ],
    derived: [Derived("text", .text) { ($0.answer ?? $0.question).view }])
}

/// Which stages the map has: a preset by its word, or a list of the workbook's own.
package enum UtilityStages: FieldValue {
  /// `things`: the method's seven. `original`: the six of Kim and Mauborgne, from purchase on.
  package enum Preset: String, Word {
    case things, original
    package static let group = "utility.presets"

    package var stages: [GenericStage] {
      self == .things ? GenericStage.allCases : GenericStage.allCases.filter { $0 != .information }
    }
  }

  case preset(Preset)
  case own([MapStage])

  package static var shape: Shape { .either([Preset.shape, [MapStage].shape]) }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> UtilityStages? {
    if case .sequence = node.content { return [MapStage].read(node, &reading).map(own) }
    return Preset.read(node, &reading).map(preset)
  }

  package var view: DataView { .nothing }
}

/// A stage of the map: a generic one by its word, or the workbook's own with a name.
package struct MapStage: Record {
  package var stage: StageName?
  package var name: Text?

  package init() {}

  package static let table = RecordTable<MapStage>(
    "mapStage", [Field("stage", \.stage, required: true), Field("name", \.name)], writtenAs: "stage",
    openWord: .stage)
}
