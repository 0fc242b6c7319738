package import WorkbookModel

/// How firm the first place is (R4): which scores, changed by one, would give it to another.
package struct Robustness: Sendable {
  /// One score moved by one.
  package struct Change: Hashable, Sendable {
    package var criterion: Criterion
    /// The solution whose score it is; for a score of an opportunity, the first solution that has it.
    package var candidate: Int
    package var from: HalfPoints
    package var to: HalfPoints
  }

  /// What changes together, and who would be first then.
  package struct Upset: Hashable, Sendable {
    package var changes: [Change]
    package var leaders: [Int]
  }

  package let leaders: [Int]
  /// Single scores that, changed by one, change who is first. None are sought when the first place is shared.
  package let singles: [Upset]
  /// Who is first when `doable` is left out, which overlaps investment and effort.
  package let leadersWithoutDoable: [Int]

  private let candidates: [Candidate]
  private let standings: Standings
  private let changes: [Change]

  package init(_ candidates: [Candidate]) {
    self.candidates = candidates
    let standings = Standings(candidates)
    let changes = Self.changes(candidates)
    let leaders = standings.leaders()
    self.standings = standings
    self.changes = changes
    self.leaders = leaders
    singles =
      leaders.count == 1
      ? changes.compactMap { change in
        let after = standings.leaders(after: [change])
        return after == leaders ? nil : Upset(changes: [change], leaders: after)
      } : []
    leadersWithoutDoable = Self.leadersWithoutDoable(candidates)
  }

  /// The first place depends on one score.
  package var isFragile: Bool { !singles.isEmpty }

  package var holdsWithoutDoable: Bool { leadersWithoutDoable == leaders }

  /// Pairs of scores that, each changed by one, change who is first; sought when no single one does. Computed anew each
  /// time. Two changes that matter both bring one challenger nearer to the leader: nothing else needs to be tried.
  package func pairs() -> [Upset] {
    guard leaders.count == 1, singles.isEmpty, let leader = leaders.first else { return [] }
    var seen: Set<Set<Change>> = []
    var upsets: [Upset] = []
    for challenger in standings.order where challenger != leader {
      let gap = standings.gap(leader, challenger)
      guard gap <= 2 * Standings.largestStep else { continue }
      let helpful = changes.compactMap { change -> (change: Change, gain: Int)? in
        let gain = gap - standings.gap(leader, challenger, after: [change])
        return gain > 0 ? (change, gain) : nil
      }
      for (position, first) in helpful.enumerated() {
        for second in helpful[(position + 1)...] where first.gain + second.gain >= gap {
          let (one, other) = (first.change, second.change)
          guard one.candidate != other.candidate || one.criterion != other.criterion else { continue }
          let after = standings.leaders(after: [one, other])
          if after != leaders, seen.insert([one, other]).inserted {
            upsets.append(Upset(changes: [one, other], leaders: after))
          }
        }
      }
    }
    return upsets
  }

  /// The best and the worst rank of each candidate when any one score moves by one; nothing for the unranked.
  /// Computed anew each time.
  package func ranges() -> [ClosedRange<Int>?] {
    var ranges: [ClosedRange<Int>?] = candidates.indices.map { _ in nil }
    func widen(_ index: Int, _ rank: Int) {
      let range = ranges[index] ?? rank...rank
      ranges[index] = min(range.lowerBound, rank)...max(range.upperBound, rank)
    }
    for (index, rank) in standings.ranks() { widen(index, rank) }
    for change in changes {
      for (index, rank) in standings.ranks(after: change) { widen(index, rank) }
    }
    return ranges
  }

  /// Every score of a ranked candidate, one up and one down within 1 to 5; those of an opportunity once.
  private static func changes(_ candidates: [Candidate]) -> [Change] {
    var seen: Set<Int> = []
    return candidates.indices.flatMap { index -> [Change] in
      let candidate = candidates[index]
      guard candidate.point != nil else { return [] }
      let isFirst = candidate.opportunity.map { seen.insert($0).inserted } ?? true
      return (isFirst ? Criterion.allCases : Criterion.challenge).flatMap { criterion -> [Change] in
        guard let score = candidate.score(criterion) else { return [] }
        return [-2, 2].map { HalfPoints(halves: score.halves + $0) }
          .filter { $0 >= HalfPoints(Score.bounds.lowerBound) && $0 <= HalfPoints(Score.bounds.upperBound) }
          .map { Change(criterion: criterion, candidate: index, from: score, to: $0) }
      }
    }
  }

  /// The impact is then (important + unsatisfied + lucrative - 3) / 12, and 5i - 3c orders like the priority.
  private static func leadersWithoutDoable(_ candidates: [Candidate]) -> [Int] {
    let standings = candidates.indices.compactMap { index -> (index: Int, key: Int, challenge: Int)? in
      let candidate = candidates[index]
      guard let point = candidate.point, let doable = candidate.score(.doable) else { return nil }
      let impact = point.impact.halves - doable.halves
      return (index, 5 * impact - 3 * point.challenge.halves, point.challenge.halves)
    }
    guard let key = standings.map(\.key).max() else { return [] }
    let first = standings.filter { $0.key == key }
    let challenge = first.map(\.challenge).min()
    return first.filter { $0.challenge == challenge }.map(\.index)
  }
}
