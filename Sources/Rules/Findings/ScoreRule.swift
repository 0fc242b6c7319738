import Diagnostics
import LocatedYAML
import WorkbookModel

/// R1 and R2: scores that are missing, raters who disagree, and a customer's view that no customer has given.
enum ScoreRule: Rule {
  /// Raters so far apart have understood different things.
  static let widestSpread = 1

  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    facts.workbook.opportunities.flatMap { opportunity -> [Diagnostic] in
      let place = opportunity.id?.text.span ?? opportunity.name?.span
      let name = Text.title(opportunity.name, opportunity.id?.text)
      return missing(
        opportunity.scores, opportunity.raters, opportunity.points, name, at: place, "score/missing-impact")
        + disagreements(opportunity.scores, opportunity.raters, name)
        + untested(opportunity, facts)
    }
      + facts.workbook.solutions.flatMap { solution -> [Diagnostic] in
        missing(
          solution.scores, solution.raters, solution.points, Text.title(solution.name, solution.id?.text),
          at: solution.id?.text.span ?? solution.name?.span, "score/missing")
          + disagreements(
            solution.scores, solution.raters, Text.title(solution.name, solution.id?.text))
      }
  }

  /// One finding for all that are missing; a score out of range has been reported where it stands.
  private static func missing<Scores: ScoreRecord>(
    _ scores: Scores, _ raters: Keyed<Scores>?, _ points: [HalfPoints?], _ name: String, at place: Span?,
    _ code: String
  ) -> [Diagnostic] {
    func hasSlip(_ index: Int) -> Bool {
      (raters?.entries ?? []).contains { $0.value.all[index].map { $0.value == nil } ?? false }
    }
    let missing = Scores.names.indices.filter { points[$0] == nil && scores.all[$0] == nil && !hasSlip($0) }
    guard !missing.isEmpty else { return [] }
    return [
      Diagnostic(
        finding: code, .warning, at: place,
        [
          "name": .text(name),
          "scores": .phrases(missing.map { "terms." + Scores.names[$0] }),
        ])
    ]
  }

  /// Where a score has been agreed, nobody disagrees any more.
  private static func disagreements<Scores: ScoreRecord>(
    _ agreed: Scores, _ raters: Keyed<Scores>?, _ name: String
  ) -> [Diagnostic] {
    guard let raters else { return [] }
    return Scores.names.indices.compactMap { index in
      guard agreed.all[index] == nil else { return nil }
      let given = raters.entries.compactMap { rater, scores in
        scores.all[index]?.value.map { (rater: rater, value: $0) }
      }
      guard let least = given.min(by: { $0.value < $1.value }),
        let most = given.max(by: { $0.value < $1.value }), most.value - least.value > widestSpread
      else { return nil }
      return Diagnostic(
        finding: "score/raters-disagree", .note, at: most.rater.span,
        [
          "name": .text(name), "score": .phrase("terms." + Scores.names[index]),
          "low": .text("\(least.rater.string) \(least.value)"),
          "high": .text("\(most.rater.string) \(most.value)"),
        ])
    }
  }

  /// Important and unsatisfied are the customer's view: somebody must have asked.
  private static func untested(_ opportunity: Opportunity, _ facts: WorkbookFacts) -> [Diagnostic] {
    let scores = opportunity.points.prefix(2)
    guard scores.contains(where: { $0 != nil }), !Evidence.isTested(opportunity.evidence) else { return [] }
    return [
      Diagnostic(
        finding: "score/untested-customer-view", .warning,
        at: opportunity.scores.important?.text.span ?? opportunity.id?.text.span,
        ["name": .text(Text.title(opportunity.name, opportunity.id?.text))])
    ]
  }
}

extension Evidence {
  /// Somebody has seen it or has been told.
  static func isTested(_ evidence: Evidence?) -> Bool { evidence == .observed || evidence == .confirmed }
}
