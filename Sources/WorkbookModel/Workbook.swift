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
  // Sections of the method that are kept and not read yet.
  package var utilityQuestions: Kept?
  package var utility: Kept?
  package var opportunities: Kept?
  package var solutions: Kept?
  package var concepts: Kept?
  package var relationships: Kept?
  package var governance: Kept?
  package var report: Kept?

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
      Field("utilityQuestions", \.utilityQuestions),
      Field("utility", \.utility),
      Field("opportunities", \.opportunities),
      Field("solutions", \.solutions),
      Field("concepts", \.concepts),
      Field("relationships", \.relationships),
      Field("businessModel", \.businessModel),
      Field("governance", \.governance),
      Field("report", \.report),
    ])

  /// Reads a parsed file; the faults of the text itself are in the document.
  package static func read(_ document: YAMLDocument) -> (workbook: Workbook, diagnostics: [Diagnostic]) {
    guard let root = document.root else { return (Workbook(), []) }
    var reading = Reading()
    guard case .mapping = root.content else {
      if document.isWhole { reading.wrongType(root, expected: shape) }
      return (Workbook(), reading.diagnostics)
    }
    let workbook = table.read(root, &reading)
    workbook.declareKept(&reading)
    if document.isWhole { reading.resolveReferences() }
    return (workbook, reading.diagnostics)
  }

  /// A workbook with one empty record of each kind: what blank sheets show. The project's particulars stay.
  package static func blank(of workbook: Workbook?) -> Workbook {
    var blank = Workbook()
    if let workbook { blank.project = workbook.project }
    blank.personas = PersonaTemplate.allCases.map { template in
      var persona = Persona()
      persona.template = template
      return persona
    }
    blank.journeys = [.blank]
    blank.businessModel = BusinessModel()
    return blank
  }

  /// Declares the ids of sections that are not read yet, so that what points at them is checked.
  private func declareKept(_ reading: inout Reading) {
    func declare(_ section: Kept?, kind: String) {
      for element in section?.node.elements ?? [] {
        if let id = element["id"]?.text { reading.declare(id, kind: kind) }
      }
    }
    declare(concepts, kind: ConceptKind.name)
    declare(opportunities, kind: OpportunityKind.name)
  }

  /// The record that an id names; what layout paths through a reference lead to.
  package func record(kind: String, id: String) -> DataView {
    switch kind {
    case SegmentKind.name: segments.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
    case PersonaKind.name: personas.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
    case SourceKind.name: sources.first { $0.id?.text.string == id }.map { .record($0) } ?? .nothing
    default: .nothing
    }
  }

  /// The shape behind a reference, for checking layouts.
  package static func description(ofKind kind: String) -> RecordDescription? {
    switch kind {
    case SegmentKind.name: Segment.table.description
    case PersonaKind.name: Persona.table.description
    case SourceKind.name: EvidenceSource.table.description
    default: nil
    }
  }
}
