package import Diagnostics
package import LocatedYAML

/// The steps of the phase, which tool each uses, and how long it takes (T13).
package struct Workflow: Record {
  /// A file of `layouts/workflows` by its name; its steps hold when there are none here.
  package var preset: Text?
  package var name: Text?
  package var steps: [WorkflowStep] = []

  package init() {}

  package static let table = RecordTable<Workflow>(
    "workflow",
    [Field("preset", \.preset), Field("name", \.name), Field("steps", \.steps)],
    derived: [Derived("title", .text) { $0.title }])

  /// The words for one that comes with canvaspress, or its own name.
  private var title: DataView {
    name.map { .text($0) } ?? preset.map { .phrase("workflow.presets." + $0.string) } ?? .nothing
  }
}

/// One step: a generic one by its word, or the workbook's own with a label.
package struct WorkflowStep: Record {
  package struct Minutes: BoundedInteger {
    package static let bounds = 0...10_000
    package let value: Int
    package let text: Text
    package init(value: Int, text: Text) {
      self.value = value
      self.text = text
    }
    package var view: DataView { .number(Double(value), text) }
  }

  package var id: StepID?
  /// Numbers of tools of the method, such as `T4`.
  package var tools: [LoneText] = []
  package var place: WorkflowPlace?
  package var minutes: Minutes?
  package var optional: Flag?
  /// Steps whose sheets this one corrects.
  package var updates: [Reference<StepKind>] = []
  package var label: Text?
  package var input: Text?
  package var output: Text?

  package init() {}

  package static let table = RecordTable<WorkflowStep>(
    "workflowStep",
    [
      Field("id", \.id, required: true),
      Field("tools", \.tools),
      Field("where", \.place),
      Field("minutes", \.minutes),
      Field("optional", \.optional),
      Field("updates", \.updates),
      Field("label", \.label),
      Field("input", \.input),
      Field("output", \.output),
    ],
    openWord: OpenWord(
      "id", words: GenericStep.allCases.map(\.rawValue), explainedBy: "label", else: "step/unknown"))

  package var generic: GenericStep? { id.flatMap { GenericStep(rawValue: $0.text.string) } }

  /// Its own words, or the catalogue's for a generic step.
  package func words(_ part: String, own: Text?) -> DataView {
    own.map { .text($0) } ?? generic.map { .phrase("workflow.steps.\($0.rawValue).\(part)") } ?? .nothing
  }
}

/// The id of a step: the word of a generic one, or the workbook's own.
package struct StepID: FieldValue {
  package var text: Text
  package static var shape: Shape { .text }
  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> StepID? {
    Identifier<StepKind>.read(node, &reading).map { StepID(text: $0.text) }
  }
  package var view: DataView { .text(text) }
}
