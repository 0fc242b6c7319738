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
  /// Pairs of scores that do so; sought when no single one does.
  package let pairs: [Upset]
  /// The best and the worst rank of each candidate when any one score moves by one; nothing for the unranked.
  package let ranges: [ClosedRange<Int>?]
  /// Who is first when `doable` is left out, which overlaps investment and effort.
  package let leadersWithoutDoable: [Int]

  package init(_ candidates: [Candidate]) {
    let ranking = Ranking(candidates)
    leaders = ranking.leaders
    let changes = Self.changes(candidates)
    var ranges = candidates.indices.map { index in ranking.place(of: index).map { $0.rank...$0.rank } }
    var singles: [Upset] = []
    for change in changes {
      let changed = Ranking(Self.apply([change], to: candidates))
      for place in changed.places {
        guard let range = ranges[place.index] else { continue }
        ranges[place.index] = min(range.lowerBound, place.rank)...max(range.upperBound, place.rank)
      }
      if changed.leaders != leaders { singles.append(Upset(changes: [change], leaders: changed.leaders)) }
    }
    self.ranges = ranges
    self.singles = leaders.count == 1 ? singles : []
    pairs = leaders.count == 1 && singles.isEmpty ? Self.pairs(candidates, leaders, changes) : []
    leadersWithoutDoable = Self.leadersWithoutDoable(candidates)
  }

  /// The first place depends on one score.
  package var isFragile: Bool { !singles.isEmpty }

  package var holdsWithoutDoable: Bool { leadersWithoutDoable == leaders }

  // MARK: Changes

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

  static func apply(_ changes: [Change], to candidates: [Candidate]) -> [Candidate] {
    var candidates = candidates
    for change in changes {
      let opportunity = candidates[change.candidate].opportunity
      for index in candidates.indices
      where index == change.candidate
        || change.criterion.isImpact && opportunity != nil && candidates[index].opportunity == opportunity
      {
        candidates[index].set(change.criterion, to: change.to)
      }
    }
    return candidates
  }

  /// Two changes that matter both bring one challenger nearer to the leader: nothing else needs to be tried.
  private static func pairs(_ candidates: [Candidate], _ leaders: [Int], _ changes: [Change]) -> [Upset] {
    guard let leader = leaders.first else { return [] }
    var seen: Set<Set<Change>> = []
    var upsets: [Upset] = []
    for challenger in candidates.indices where challenger != leader && candidates[challenger].point != nil {
      let helpful = changes.filter { change in
        distance(leader, challenger, apply([change], to: candidates))
          < distance(leader, challenger, candidates)
      }
      for (position, first) in helpful.enumerated() {
        for second in helpful[(position + 1)...]
        where first.candidate != second.candidate || first.criterion != second.criterion {
          guard seen.insert([first, second]).inserted else { continue }
          let after = Ranking(apply([first, second], to: candidates)).leaders
          if after != leaders { upsets.append(Upset(changes: [first, second], leaders: after)) }
        }
      }
    }
    return upsets
  }

  /// How far one is ahead of another, in half points.
  private static func distance(_ leader: Int, _ other: Int, _ candidates: [Candidate]) -> Int {
    func key(_ index: Int) -> Int { candidates[index].point.map { Ranking.Standing($0).key } ?? 0 }
    return key(leader) - key(other)
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
