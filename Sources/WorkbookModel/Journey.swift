package import Diagnostics
package import LocatedYAML

/// What a customer does, thinks and feels, stage by stage (T4).
package struct Journey: Record {
  package var segment: Reference<SegmentKind>?
  package var persona: Reference<PersonaKind>?
  package var stages: [Stage] = []
  package var audience: Audience?

  package init() {}

  /// The seven generic stages, empty: what a blank sheet shows.
  package static var blank: Journey {
    var journey = Journey()
    journey.stages = GenericStage.allCases.map { stage in
      var blank = Stage()
      blank.stage = StageName(generic: stage, text: Text(stage.rawValue))
      return blank
    }
    return journey
  }

  package static let table = RecordTable<Journey>(
    "journey",
    [
      Field("segment", \.segment),
      Field("persona", \.persona),
      Field("stages", \.stages, required: true),
      Field("audience", \.audience),
    ])
}

/// One stage of a journey: a generic one by its word, or the workbook's own with a name.
package struct Stage: Record {
  package var stage: StageName?
  package var name: Text?
  package var doing: [Note] = []
  package var thinking: [Note] = []
  package var feeling: Feeling?
  package var frontstage: [Note] = []
  package var backstage: [Note] = []
  package var pains: [Pain] = []
  package var opportunities: [Idea] = []

  package init() {}

  package static let table = RecordTable<Stage>(
    "stage",
    [
      Field("stage", \.stage, required: true),
      Field("name", \.name),
      Field("doing", \.doing),
      Field("thinking", \.thinking),
      Field("feeling", \.feeling),
      Field("frontstage", \.frontstage),
      Field("backstage", \.backstage),
      Field("pains", \.pains),
      Field("opportunities", \.opportunities),
    ],
    derived: [
      Derived("label", .text, \.label),
      Derived("question", .text, \.question),
    ], openWord: .stage)

  private var label: DataView { stage.map { StageWords.label($0, name) } ?? name.view }

  /// What to ask at a generic stage.
  private var question: DataView {
    stage?.generic.map { .phrase($0.phrase + ".prompt") } ?? .nothing
  }
}

/// The word of a generic stage, or an id of the workbook's own.
package struct StageName: FieldValue {
  package var generic: GenericStage?
  package var text: Text

  package static var shape: Shape { .text }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> StageName? {
    guard let text = Text.read(node, &reading) else { return nil }
    return StageName(generic: GenericStage(rawValue: text.string), text: text)
  }

  package var view: DataView { .text(text) }
}

extension OpenWord {
  /// A generic stage by its word, or one of the workbook's own with its name.
  static let stage = OpenWord(
    "stage", words: GenericStage.allCases.map(\.rawValue), explainedBy: "name", else: "stage/unknown")
}

/// What a stage is called: its own name, or the catalogue's for a generic one.
enum StageWords {
  static func label(_ stage: StageName, _ name: Text?) -> DataView {
    if let name { return .text(name) }
    return stage.generic.map { .phrase($0.phrase + ".label") } ?? .text(stage.text)
  }
}

/// How the customer feels at a stage, as a number, in words, or both.
package struct Feeling: Record {
  package var mood: Mood?
  package var words: Text?

  package init() {}

  package static let table = RecordTable<Feeling>(
    "feeling", [Field("mood", \.mood), Field("words", \.words)])
}

/// From -2, fed up, to +2, delighted.
package struct Mood: BoundedInteger {
  package static let bounds = -2...2
  package let value: Int
  package let text: Text
  package init(value: Int, text: Text) {
    self.value = value
    self.text = text
  }
  package var view: DataView { .number(Double(value), text) }
}

/// Where it hurts, and what causes it.
package struct Pain: NoteRecord {
  package var note = Note()
  package var cause: Text?

  package init() {}

  package static let table = RecordTable<Pain>(
    note: "pain", [Field("cause", \.cause)])
}

/// A first idea, perhaps taken up by an opportunity.
package struct Idea: NoteRecord {
  package var note = Note()
  package var opportunity: Reference<OpportunityKind>?

  package init() {}

  package static let table = RecordTable<Idea>(
    note: "idea", [Field("opportunity", \.opportunity)])
}
