import Diagnostics
import LocatedYAML
import WorkbookModel

/// R6: every link from a segment to the business model is there.
enum ChainRule: Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    let workbook = facts.workbook
    return segments(workbook) + workbook.journeys.flatMap { $0.stages.flatMap { stage($0, facts) } }
      + opportunities(facts) + solutions(facts) + businessModel(workbook)
  }

  private static func finding(
    _ code: String, _ severity: Diagnostic.Severity, _ span: Span?, _ name: Text?
  ) -> Diagnostic {
    Diagnostic(finding: code, severity, at: span ?? name?.span, ["name": .text(name?.string ?? "")])
  }

  /// A segment that has been looked at has both a persona and a journey.
  private static func segments(_ workbook: Workbook) -> [Diagnostic] {
    workbook.segments.compactMap { segment in
      guard let id = segment.id?.text else { return nil }
      let hasPersona = workbook.personas.contains { $0.segment?.text.string == id.string }
      let hasJourney = workbook.journeys.contains { journey in
        if let own = journey.segment { return own.text.string == id.string }
        // A journey without a segment is its persona's.
        let persona = workbook.personas.first { $0.id?.text.string == journey.persona?.text.string }
        return journey.persona != nil && persona?.segment?.text.string == id.string
      }
      guard hasPersona != hasJourney else { return nil }
      return finding(
        hasPersona ? "chain/segment-without-journey" : "chain/segment-without-persona", .warning, id.span,
        segment.name)
    }
  }

  private static func stage(_ stage: Stage, _ facts: WorkbookFacts) -> [Diagnostic] {
    let blanks = facts.placeholders
    var missing: [String] = []
    if !blanks.isFilled(stage.doing) { missing.append("terms.doing") }
    if !blanks.isFilled(stage.thinking) { missing.append("terms.thinking") }
    if stage.feeling?.mood == nil, !blanks.isFilled(stage.feeling?.words) { missing.append("terms.feeling") }
    var findings: [Diagnostic] = []
    if !missing.isEmpty {
      findings.append(
        Diagnostic(
          finding: "chain/stage-incomplete", .warning, at: stage.stage?.text.span,
          ["name": .text((stage.name ?? stage.stage?.text)?.string ?? ""), "rows": .phrases(missing)]))
    }
    findings += stage.pains.compactMap { pain in
      if let id = pain.note.id?.text.string, facts.answered.contains(id) { return nil }
      return finding("chain/pain-unanswered", .note, pain.note.text.span, pain.note.text)
    }
    findings += stage.opportunities.compactMap { idea in
      if idea.opportunity != nil { return nil }
      if let id = idea.note.id?.text.string, facts.answered.contains(id) { return nil }
      return finding("chain/idea-not-taken-up", .note, idea.note.text.span, idea.note.text)
    }
    return findings
  }

  private static func opportunities(_ facts: WorkbookFacts) -> [Diagnostic] {
    let ideas = facts.workbook.journeys.flatMap { $0.stages.flatMap(\.opportunities) }
    return facts.workbook.opportunities.flatMap { opportunity -> [Diagnostic] in
      guard let id = opportunity.id?.text else { return [] }
      var findings: [Diagnostic] = []
      let isSupported =
        !opportunity.answers.isEmpty || ideas.contains { $0.opportunity?.text.string == id.string }
      if !isSupported {
        findings.append(
          finding(
            "chain/opportunity-unsupported", opportunity.origin == .insideOut ? .note : .warning, id.span,
            opportunity.name))
      }
      if !facts.workbook.solutions.contains(where: { $0.opportunity?.text.string == id.string }) {
        findings.append(finding("chain/opportunity-without-solution", .note, id.span, opportunity.name))
      }
      return findings
    }
  }

  private static func solutions(_ facts: WorkbookFacts) -> [Diagnostic] {
    facts.workbook.solutions.filter { $0.opportunity == nil }.map {
      finding("chain/solution-without-opportunity", .warning, $0.id?.text.span, $0.name)
    }
  }

  private static func businessModel(_ workbook: Workbook) -> [Diagnostic] {
    guard let model = workbook.businessModel, model.concept == nil, let concept = workbook.concepts.first
    else { return [] }
    return [finding("chain/business-model-without-concept", .warning, concept.id?.text.span, concept.tagline)]
  }
}
