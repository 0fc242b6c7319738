import Diagnostics
import LocatedYAML
import WorkbookModel

/// R6: every link from a segment to the business model is there. The loose ends are the trace's.
enum ChainRule: Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    let trace = Trace(facts.workbook)
    return trace.orphans.compactMap { looseEnd($0, trace.nodes[$0.node], facts) }
      + facts.workbook.journeys.flatMap { $0.stages.compactMap { incomplete($0, facts) } }
      + businessModel(facts.workbook)
  }

  private static func looseEnd(
    _ orphan: Trace.Orphan, _ node: Trace.Node, _ facts: WorkbookFacts
  ) -> Diagnostic? {
    switch (node.kind, orphan.reason) {
    case (.segment, .noPersona): finding("chain/segment-without-persona", .warning, node)
    case (.segment, .noJourney): finding("chain/segment-without-journey", .warning, node)
    case (.pain, .unanswered): finding("chain/pain-unanswered", .note, node)
    case (.idea, .notTakenUp): finding("chain/idea-not-taken-up", .note, node)
    case (.opportunity, .answersNothing):
      // What grew out of the firm's own strengths may still be looking for its customer.
      finding(
        "chain/opportunity-unsupported",
        facts.opportunity(node.id ?? "")?.origin == .insideOut ? .note : .warning, node)
    case (.opportunity, .noSolution): finding("chain/opportunity-without-solution", .note, node)
    case (.solution, .noOpportunity): finding("chain/solution-without-opportunity", .warning, node)
    case (.concept, .noSolution):
      facts.workbook.solutions.isEmpty ? nil : finding("chain/concept-without-solution", .warning, node)
    // Blockers are the utility map's, the business model says itself what it carries, and a segment that has been
    // chosen for nothing lacks nothing.
    default: nil
    }
  }

  private static func finding(
    _ code: String, _ severity: Diagnostic.Severity, _ node: Trace.Node
  ) -> Diagnostic {
    let name = if case .text(let text) = node.words { text.string } else { node.id ?? "" }
    return Diagnostic(finding: code, severity, at: node.span, ["name": .text(name)])
  }

  private static func incomplete(_ stage: Stage, _ facts: WorkbookFacts) -> Diagnostic? {
    let blanks = facts.placeholders
    var missing: [String] = []
    if !blanks.isFilled(stage.doing) { missing.append("terms.doing") }
    if !blanks.isFilled(stage.thinking) { missing.append("terms.thinking") }
    if stage.feeling?.mood == nil, !blanks.isFilled(stage.feeling?.words) { missing.append("terms.feeling") }
    guard !missing.isEmpty else { return nil }
    return Diagnostic(
      finding: "chain/stage-incomplete", .warning, at: stage.stage?.text.span,
      ["name": .text((stage.name ?? stage.stage?.text)?.string ?? ""), "rows": .phrases(missing)])
  }

  private static func businessModel(_ workbook: Workbook) -> [Diagnostic] {
    guard let model = workbook.businessModel, model.concept == nil, let concept = workbook.concepts.first
    else { return [] }
    return [
      Diagnostic(
        finding: "chain/business-model-without-concept", .warning, at: model.place,
        ["name": .text((concept.tagline ?? concept.id?.text)?.string ?? "")])
    ]
  }
}
