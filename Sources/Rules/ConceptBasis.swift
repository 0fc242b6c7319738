package import Diagnostics
import LocatedYAML
package import WorkbookModel

/// What a concept rests on (R8): the customer scores of its opportunity, the market risk of its solution, the pains and
/// blockers that it answers, and whose they are. A stage, a persona or a segment counts as tested once anything in it is.
package struct ConceptBasis: Sendable {
  package enum Kind: String, Sendable {
    case customerScores, marketRisk, pain, blocker, note, stage, persona, segment
  }

  package struct Assumption: Hashable, Sendable {
    package var kind: Kind
    /// What it is called, at its place.
    package var text: Text
  }

  package let untested: [Assumption]

  package init(of concept: Concept, in facts: WorkbookFacts) {
    guard let solution = concept.solution.flatMap({ facts.solution($0.text.string) }) else {
      untested = []
      return
    }
    let workbook = facts.workbook
    var untested: [Assumption] = []
    /// The words of one thing, at its own place or at that of a score of it.
    func assume(_ kind: Kind, _ text: Text?, at span: Span? = nil) {
      guard let text else { return }
      let assumption = Assumption(kind: kind, text: Text(text.string, at: span ?? text.span))
      if !untested.contains(assumption) { untested.append(assumption) }
    }
    if solution.points[Criterion.marketRisk.index] != nil, !Evidence.isTested(solution.evidence) {
      assume(.marketRisk, solution.name, at: solution.scores.marketRisk?.text.span)
    }
    if let opportunity = solution.opportunity.flatMap({ facts.opportunity($0.text.string) }) {
      if opportunity.points.prefix(2).contains(where: { $0 != nil }), !Evidence.isTested(opportunity.evidence)
      {
        assume(.customerScores, opportunity.name, at: opportunity.scores.important?.text.span)
      }
      let answers = opportunity.answers.map(\.text.string)
      for journey in workbook.journeys {
        let hurting = journey.stages.filter { stage in
          stage.pains.contains { answers.contains($0.note.id?.text.string ?? "") }
        }
        for stage in hurting {
          for pain in stage.pains
          where answers.contains(pain.note.id?.text.string ?? "") && !Evidence.isTested(pain.note.evidence) {
            assume(.pain, pain.note.text)
          }
          if !Self.isTested(.record(stage)) { assume(.stage, stage.name ?? stage.stage?.text) }
        }
        guard !hurting.isEmpty else { continue }
        let persona = workbook.personas.first { $0.id?.text.string == journey.persona?.text.string }
        if journey.persona != nil, let persona, !Self.isTested(.record(persona)) {
          assume(.persona, persona.name)
        }
        let reference = journey.segment ?? persona?.segment
        let segment = workbook.segments.first { $0.id?.text.string == reference?.text.string }
        if reference != nil, let segment, !Self.isTested(.record(segment)) { assume(.segment, segment.name) }
      }
      for mark in workbook.utility
      where answers.contains(mark.id?.text.string ?? "") && !Evidence.isTested(mark.evidence) {
        assume(.blocker, mark.note ?? mark.id?.text)
      }
      let pains = workbook.journeys.flatMap { $0.stages.flatMap(\.pains) }.compactMap {
        $0.note.id?.text.string
      }
      let known = Set(pains + workbook.utility.compactMap { $0.id?.text.string })
      for id in answers where !known.contains(id) {
        // Any other note, such as a persona's fear.
        guard let found = workbook.anyNote(id), case .text(let text) = found.note.step("text") else {
          continue
        }
        if !Self.isTested(found.note) { assume(.note, text) }
        if let persona = found.persona, !Self.isTested(.record(persona)) { assume(.persona, persona.name) }
        let reference = found.persona?.segment?.text.string
        let segment = found.segment ?? workbook.segments.first { $0.id?.text.string == reference }
        if reference != nil || found.segment != nil, let segment, !Self.isTested(.record(segment)) {
          assume(.segment, segment.name)
        }
      }
    }
    self.untested = untested
  }

  /// Something in it is observed or confirmed.
  private static func isTested(_ view: DataView) -> Bool {
    switch view {
    case .list(let list): list.contains(where: isTested)
    case .record(let record):
      if case .phrase(let key) = view.step("evidence"), key != "evidence.assumption" {
        true
      } else {
        record.fieldNames.contains { isTested(view.step($0)) }
      }
    default: false
    }
  }
}
