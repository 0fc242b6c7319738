/// The nine scores that a ranking is made of, in the order of the sheets T6 and T7.
package enum Criterion: String, Sendable, CaseIterable {
  case important, unsatisfied, doable, lucrative
  case investment, effort, marketRisk, technologyRisk, change

  package static let impact: [Criterion] = [.important, .unsatisfied, .doable, .lucrative]
  package static let challenge: [Criterion] = [.investment, .effort, .marketRisk, .technologyRisk, .change]

  /// It belongs to the opportunity, and moves all its solutions.
  package var isImpact: Bool { Self.impact.contains(self) }

  /// Its place among the scores of its half.
  package var index: Int {
    (isImpact ? Self.impact : Self.challenge).firstIndex(of: self) ?? 0
  }

  /// Where a score can be checked (R4).
  package enum Check: String, Sendable, CaseIterable {
    case customers
    case customersAndBooks = "customers-and-books"
    case engineers
    case inside
  }

  package var check: Check {
    switch self {
    case .important, .unsatisfied, .marketRisk: .customers
    case .lucrative: .customersAndBooks
    case .technologyRisk: .engineers
    case .doable, .investment, .effort, .change: .inside
    }
  }
}
