package import Diagnostics
package import LocatedYAML

/// Everything a workshop wrote down: the root of the model.
package struct Workbook: Record {
  /// The format's version; there is one so far.
  package struct Format: BoundedInteger {
    package static let bounds = 1...1
    package let value: Int
    package let text: Text
    package init(value: Int, text: Text) {
      self.value = value
      self.text = text
    }
    package var view: DataView { .nothing }
  }

  package var format: Format?
  /// The code of a catalogue, such as `it`.
  package var language: Text?
  package var project = Project()
  package var sources: [EvidenceSource] = []
  package var segments: [Segment] = []
  package var personas: [Persona] = []
  package var journeys: [Journey] = []
  package var businessModel: BusinessModel?
  package var utilityStages: UtilityStages?
  package var utilityQuestions: [UtilityAnswer] = []
  package var utility: [UtilityMark] = []
  package var opportunities: [Opportunity] = []
  package var solutions: [Solution] = []
  package var weights: ScoreWeights?
  package var concepts: [Concept] = []
  package var relationships: [Relationship] = []
  package var governance: Governance?
  package var workflow: Workflow?
  package var report: ReportWords?
  /// It stands for a blank sheet: its maps are there, and empty.
  private var isBlank = false

  package init() {}

  package static let table = RecordTable<Workbook>(
    "workbook",
    [
      Field("canvaspress", \.format, required: true),
      Field("language", \.language),
      Field("project", \.project, required: true),
      Field("sources", \.sources),
      Field("segments", \.segments),
      Field("personas", \.personas),
      Field("journeys", \.journeys),
      Field("utilityStages", \.utilityStages),
      Field("utilityQuestions", \.utilityQuestions),
      Field("utility", \.utility),
      Field("opportunities", \.opportunities),
      Field("solutions", \.solutions),
      Field("weights", \.weights),
      Field("concepts", \.concepts),
      Field("relationships", \.relationships),
      Field("businessModel", \.businessModel),
      Field("governance", \.governance),
      Field("workflow", \.workflow),
      Field("report", \.report),
    ],
    derived: [
      Derived("utilityMap", UtilityMap.shape) { $0.map(isNeeded: !$0.utility.isEmpty) },
      Derived("utilityAnswers", UtilityMap.shape) { $0.map(isNeeded: !$0.utilityQuestions.isEmpty) },
      Derived("evidenceLog", .list(EvidenceEntry.shape, loneAllowed: false)) { workbook in
        workbook.isBlank ? [EvidenceEntry()].view : EvidenceEntry.entries(of: workbook).view
      },
      Derived("relationshipSheets", .list(RelationshipSheet.shape, loneAllowed: false)) { workbook in
        workbook.isBlank
          ? [RelationshipSheet()].view
          : RelationshipSheet.sheets(workbook.relationships, workbook.segments).view
      },
    ])

  private func map(isNeeded: Bool) -> DataView {
    guard isBlank || isNeeded else { return .nothing }
    return .record(UtilityMap(stages: utilityStages, marks: utility, answers: utilityQuestions))
  }

  /// Reads a parsed file; the faults of the text itself are in the document.
  package static func read(_ document: YAMLDocument) -> (workbook: Workbook, diagnostics: [Diagnostic]) {
    guard let root = document.root else { return (Workbook(), []) }
    var reading = Reading()
    guard case .mapping = root.content else {
      if document.isWhole { reading.wrongType(root, expected: shape) }
      return (Workbook(), reading.diagnostics)
    }
    var workbook = table.read(root, &reading)
    workbook.businessModel?.relationshipSheets = workbook.relationships
    if document.isWhole { reading.resolveReferences() }
    return (workbook, reading.diagnostics)
  }

  /// A workbook with one empty record of each kind: what blank sheets show. The project's particulars stay.
  package static func blank(of workbook: Workbook?) -> Workbook {
    var blank = Workbook()
    if let workbook {
      blank.project = workbook.project
      blank.utilityStages = workbook.utilityStages
      blank.workflow = workbook.workflow
    }
    blank.isBlank = true
    blank.sources = [EvidenceSource()]
    blank.segments = [Segment()]
    blank.opportunities = [Opportunity()]
    blank.solutions = [Solution()]
    blank.concepts = [Concept()]
    blank.governance = Governance()
    blank.personas = PersonaTemplate.allCases.map { template in
      var persona = Persona()
      persona.template = template
      return persona
    }
    blank.journeys = [.blank]
    blank.businessModel = BusinessModel()
    return blank
  }

  /// The record that an id names; what layout paths through a reference lead to.
  package func record(kind: String, id: String) -> DataView {
    switch kind {
    case SegmentKind.name: segments.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
    case PersonaKind.name: personas.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
    case SourceKind.name: sources.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
    case OpportunityKind.name:
      opportunities.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
    case SolutionKind.name: solutions.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
    case ConceptKind.name: concepts.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
    case NoteKind.name: note(id)
    default: .nothing
    }
  }

  /// A pain, an idea or a mark by its id.
  private func note(_ id: String) -> DataView {
    for stage in journeys.flatMap(\.stages) {
      if let pain = stage.pains.first(where: { $0.note.id?.text.string == id }) { return .record(pain) }
      if let idea = stage.opportunities.first(where: { $0.note.id?.text.string == id }) {
        return .record(idea)
      }
    }
    return utility.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
  }

  /// The shape behind a reference, for checking layouts.
  package static func description(ofKind kind: String) -> RecordDescription? {
    switch kind {
    case SegmentKind.name: Segment.table.description
    case PersonaKind.name: Persona.table.description
    case SourceKind.name: EvidenceSource.table.description
    case OpportunityKind.name: Opportunity.table.description
    case SolutionKind.name: Solution.table.description
    case ConceptKind.name: Concept.table.description
    case NoteKind.name: Note.table.description
    default: nil
    }
  }
}
