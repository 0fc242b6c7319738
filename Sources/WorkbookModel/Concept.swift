package import Diagnostics
package import LocatedYAML

/// The new service in twelve elements (T9).
package struct Concept: Record {
  package var id: Identifier<ConceptKind>?
  package var solution: Reference<SolutionKind>?
  package var tagline: Text?
  package var description: [Note] = []
  /// In the order in which the customer lives it.
  package var experience: [Note] = []
  package var benefits: [Note] = []
  package var emotions: [Note] = []
  package var value: [Note] = []
  package var organisation = Organisation()
  package var responsibilities = Responsibilities()
  package var audience: Audience?

  package init() {}

  package static let table = RecordTable<Concept>(
    "concept",
    [
      Field("id", \.id, required: true),
      Field("solution", \.solution),
      Field("tagline", \.tagline),
      Field("description", \.description),
      Field("experience", \.experience),
      Field("benefits", \.benefits),
      Field("emotions", \.emotions),
      Field("value", \.value),
      Field("organisation", \.organisation),
      Field("responsibilities", \.responsibilities),
      Field("audience", \.audience),
    ],
    derived: [Derived("name", .text) { $0.tagline.view }])
}

/// What the firm needs and changes for a concept.
package struct Organisation: Record {
  package var resources: [Note] = []
  package var processes: [Process] = []
  package var structure: [Note] = []
  package var kpis: [KPI] = []

  package init() {}

  package static let table = RecordTable<Organisation>(
    "organisation",
    [
      Field("resources", \.resources),
      Field("processes", \.processes),
      Field("structure", \.structure),
      Field("kpis", \.kpis),
    ])
}

/// An activity that is new or must change.
package struct Process: NoteRecord {
  package var note = Note()
  package var change: ProcessChange?

  package init() {}

  package static let table = RecordTable<Process>(
    note: "process", [Field("change", \.change)])
}

/// What is measured, and which figure means that it works.
package struct KPI: Record {
  package var goal: Text?
  package var measure: Text?
  package var target: Text?
  package var audience: Audience?

  package init() {}

  package static let table = RecordTable<KPI>(
    "kpi",
    [
      Field("goal", \.goal),
      Field("measure", \.measure),
      Field("target", \.target),
      Field("audience", \.audience),
    ],
    derived: [Derived("text", .text) { ($0.measure ?? $0.goal ?? $0.target).view }])
}

/// Who answers for a concept.
package struct Responsibilities: Record {
  package var development: [Note] = []
  package var implementation: [Note] = []

  package init() {}

  package static let table = RecordTable<Responsibilities>(
    "responsibilities",
    [Field("development", \.development), Field("implementation", \.implementation)])
}
