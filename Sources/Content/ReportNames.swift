import Diagnostics
import LocatedYAML
import WorkbookModel

/// What the ids of a workbook are called in its report, and where each has its place.
struct ReportNames: Sendable {
  private var names: [String: (place: Place, title: Text)] = [:]

  init(_ workbook: Workbook, _ words: DataWords) {
    func add(_ kind: String, _ id: Text?, _ name: Text?) {
      guard let id = id?.string, names[id] == nil else { return }
      let title = Text.title(name, Text(id))
      names[id] = (.item(kind, id), Text(title, at: name?.span))
    }
    for segment in workbook.segments { add(SegmentKind.name, segment.id?.text, segment.name) }
    for persona in workbook.personas { add(PersonaKind.name, persona.id?.text, persona.name) }
    for stage in workbook.journeys.flatMap(\.stages) {
      for pain in stage.pains { add(NoteKind.name, pain.note.id?.text, pain.note.text) }
      for idea in stage.opportunities { add(NoteKind.name, idea.note.id?.text, idea.note.text) }
    }
    for mark in workbook.utility {
      add(NoteKind.name, mark.id?.text, words.texts(mark.view(of: "text")).first)
    }
    for opportunity in workbook.opportunities {
      add(OpportunityKind.name, opportunity.id?.text, opportunity.name)
    }
    for solution in workbook.solutions { add(SolutionKind.name, solution.id?.text, solution.name) }
    for concept in workbook.concepts { add(ConceptKind.name, concept.id?.text, concept.tagline) }
    for source in workbook.sources { add(SourceKind.name, source.id?.text, source.text) }
  }

  subscript(id: String) -> (place: Place, title: String)? {
    names[id].map { ($0.place, $0.title.string) }
  }

  /// The name of something as a link to its place; the id where there is no such thing.
  func mention(_ id: Text) -> Prose {
    guard let known = names[id.string] else { return Prose(id) }
    return Prose(known.title).linked(to: .place(known.place))
  }
}
