import Diagnostics
import LocatedYAML
package import WorkbookModel

/// A solution as the ranking sees it: nine scores, nothing for one that is missing.
package struct Candidate: Hashable, Sendable {
  /// Of its opportunity, in the order of `Criterion.impact`; all missing when it has none.
  package var impact: [HalfPoints?]
  /// Its own, in the order of `Criterion.challenge`.
  package var challenge: [HalfPoints?]
  /// Which opportunity it has: those with the same number share the scores of their impact.
  package var opportunity: Int?

  package init(impact: [HalfPoints?], challenge: [HalfPoints?], opportunity: Int?) {
    self.impact = impact
    self.challenge = challenge
    self.opportunity = opportunity
  }

  /// Both sums; nothing when a score is missing.
  package var point: ParetoFront.Point? {
    guard let challenge = challenge.sum, let impact = impact.sum else { return nil }
    return ParetoFront.Point(challenge: challenge, impact: impact)
  }

  package func score(_ criterion: Criterion) -> HalfPoints? {
    (criterion.isImpact ? impact : challenge)[criterion.index]
  }

  package mutating func set(_ criterion: Criterion, to score: HalfPoints?) {
    if criterion.isImpact {
      impact[criterion.index] = score
    } else {
      challenge[criterion.index] = score
    }
  }

  /// The solutions of a workbook in its order.
  package static func candidates(of workbook: Workbook) -> [Candidate] {
    var opportunities: [String: Int] = [:]
    for (index, opportunity) in workbook.opportunities.enumerated() {
      if let id = opportunity.id?.text.string, opportunities[id] == nil { opportunities[id] = index }
    }
    let none = [HalfPoints?](repeating: nil, count: Criterion.impact.count)
    return workbook.solutions.map { solution in
      let index = solution.opportunity.flatMap { opportunities[$0.text.string] }
      return Candidate(
        impact: index.map { workbook.opportunities[$0].points } ?? none, challenge: solution.points,
        opportunity: index)
    }
  }
}
