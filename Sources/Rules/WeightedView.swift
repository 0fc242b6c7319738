package import WorkbookModel

/// The ranking as the workbook's weights would have it, shown beside it (R3): each half is
/// sum w(s - 1) / (4 sum w), and the priority is impact less challenge. Without weights that is the plain priority.
package struct WeightedView: Sendable {
  /// The weights in the order of `Criterion.allCases`, in thousandths.
  package let weights: [Int]
  /// Of each candidate; nothing for the unranked.
  package let priorities: [Rational?]
  private let candidates: [Candidate]

  package init(_ candidates: [Candidate], _ weights: ScoreWeights?) {
    self.candidates = candidates
    self.weights =
      weights.map { $0.all.map { $0?.thousandths ?? 1000 } }
      ?? Criterion.allCases.map { _ in 1000 }
    let own = self.weights
    priorities = candidates.map { candidate in
      guard candidate.point != nil else { return nil }
      return Self.half(candidate, Criterion.impact, own) - Self.half(candidate, Criterion.challenge, own)
    }
  }

  /// Those with the highest priority.
  package var leaders: [Int] {
    guard let best = priorities.compactMap({ $0 }).max() else { return [] }
    return priorities.indices.filter { priorities[$0] == best }
  }

  /// The share of the way from all ones to all fives; nothing weighs, nothing counts.
  private static func half(_ candidate: Candidate, _ criteria: [Criterion], _ weights: [Int]) -> Rational {
    let total = criteria.reduce(0) { $0 + weight($1, weights) }
    guard total > 0 else { return Rational(0) }
    let sum = criteria.reduce(0) { $0 + weight($1, weights) * above(candidate, $1) }
    return Rational(sum, 8 * total)
  }

  private static func weight(_ criterion: Criterion, _ weights: [Int]) -> Int {
    weights[Criterion.allCases.firstIndex(of: criterion) ?? 0]
  }

  /// A score less one, in halves.
  private static func above(_ candidate: Candidate, _ criterion: Criterion) -> Int {
    (candidate.score(criterion)?.halves ?? 2) - 2
  }

  /// For what weights of one score, the others as they are, a candidate has the highest priority, alone or with others.
  package struct Interval: Equatable, Sendable {
    package var low: Rational
    /// Nothing when there is no end to it.
    package var high: Rational?

    /// It holds whatever the weight.
    package var isEverything: Bool { low == Rational(0) && high == nil }
  }

  /// Nothing when no weight makes the candidate first.
  package func interval(of criterion: Criterion, for leader: Int) -> Interval? {
    var interval = Interval(low: Rational(0), high: nil)
    let same = criterion.isImpact ? Criterion.impact : Criterion.challenge
    let other = criterion.isImpact ? Criterion.challenge : Criterion.impact
    let rest = same.filter { $0 != criterion }
    let total = rest.reduce(0) { $0 + Self.weight($1, weights) }
    func sum(_ index: Int) -> Int {
      rest.reduce(0) { $0 + Self.weight($1, weights) * Self.above(candidates[index], $1) }
    }
    for index in candidates.indices where index != leader && candidates[index].point != nil {
      // sign (dA + w da) / 8 (W + w) + D >= 0 is a line in w once multiplied by 8 (W + w).
      let sign = criterion.isImpact ? 1 : -1
      let difference =
        (Self.half(candidates[leader], other, weights) - Self.half(candidates[index], other, weights))
        * Rational(-sign)
      let constant =
        Rational(sign * (sum(leader) - sum(index))) + Rational(8 * total) * difference
      let slope =
        Rational(
          sign * (Self.above(candidates[leader], criterion) - Self.above(candidates[index], criterion)))
        + Rational(8) * difference
      let zero = Rational(0)
      if slope == zero {
        if constant < zero { return nil }
      } else {
        let end = (zero - constant) / slope / Rational(1000)
        if slope > zero {
          interval.low = max(interval.low, end)
        } else {
          interval.high = min(interval.high ?? end, end)
        }
      }
    }
    if let high = interval.high, high < interval.low { return nil }
    return interval
  }
}
