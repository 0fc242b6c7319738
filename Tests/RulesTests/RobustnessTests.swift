import Diagnostics
import Seeded
import Testing
import WorkbookModel

@testable import Rules

@Suite struct RobustnessTests {
  /// Every score of a set by its name: an opportunity's or a solution's.
  private struct Knob: Hashable { var isImpact: Bool, owner: Int, index: Int }

  private struct Move: Hashable { var knob: Knob, halves: Int }

  /// All moves by one within 1 to 5 that touch a ranked candidate.
  private func moves(_ candidates: [Candidate]) -> [Move] {
    var moves: Set<Move> = []
    for (number, candidate) in candidates.enumerated() where candidate.point != nil {
      for index in 0..<9 {
        let isImpact = index < 4
        let score = isImpact ? candidate.impact[index] : candidate.challenge[index - 4]
        let knob = Knob(
          isImpact: isImpact, owner: isImpact ? candidate.opportunity! : number,
          index: isImpact ? index : index - 4)
        for halves in [score!.halves - 2, score!.halves + 2] where (2...10).contains(halves) {
          moves.insert(Move(knob: knob, halves: halves))
        }
      }
    }
    return Array(moves)
  }

  private func moved(_ candidates: [Candidate], _ moves: [Move]) -> [Candidate] {
    candidates.enumerated().map { number, candidate in
      var candidate = candidate
      for move in moves {
        if move.knob.isImpact, candidate.opportunity == move.knob.owner {
          candidate.impact[move.knob.index] = HalfPoints(halves: move.halves)
        } else if !move.knob.isImpact, number == move.knob.owner {
          candidate.challenge[move.knob.index] = HalfPoints(halves: move.halves)
        }
      }
      return candidate
    }
  }

  private func move(_ change: Robustness.Change, _ candidates: [Candidate]) -> Move {
    Move(
      knob: Knob(
        isImpact: change.criterion.isImpact,
        owner: change.criterion.isImpact ? candidates[change.candidate].opportunity! : change.candidate,
        index: change.criterion.index), halves: change.to.halves)
  }

  @Test func twoHundredSetsAreAsFirmAsTryingEverythingSays() {
    var pairsSeen = 0
    for seed in 0..<200 {
      var random = Seeded(seed + 5000)
      let candidates = RankingTests.candidates(&random, most: 5)
      let robustness = Robustness(candidates)
      let ranges = robustness.ranges()
      let leaders = Ranking(candidates).leaders
      #expect(robustness.leaders == leaders)
      let moves = moves(candidates)
      var (least, most) = (candidates.map { _ in Int.max }, candidates.map { _ in 0 })
      var upsets: Set<Move> = []
      for changed in [[]] + moves.map({ [$0] }) {
        let ranking = Ranking(moved(candidates, changed))
        for place in ranking.places {
          least[place.index] = min(least[place.index], place.rank)
          most[place.index] = max(most[place.index], place.rank)
        }
        if let move = changed.first, ranking.leaders != leaders { upsets.insert(move) }
      }
      for index in candidates.indices where candidates[index].point != nil {
        #expect(ranges[index] == least[index]...most[index], "seed \(seed)")
      }
      guard leaders.count == 1 else {
        #expect(robustness.singles.isEmpty && robustness.pairs().isEmpty)
        continue
      }
      #expect(Set(robustness.singles.map { move($0.changes[0], candidates) }) == upsets, "seed \(seed)")
      #expect(robustness.isFragile == !upsets.isEmpty)
      guard upsets.isEmpty else { continue }
      var pairs: Set<Set<Move>> = []
      for (position, first) in moves.enumerated() {
        for second in moves[(position + 1)...] where first.knob != second.knob {
          if Ranking(moved(candidates, [first, second])).leaders != leaders {
            pairs.insert([first, second])
          }
        }
      }
      pairsSeen += pairs.count
      #expect(
        Set(robustness.pairs().map { Set($0.changes.map { move($0, candidates) }) }) == pairs, "seed \(seed)")
    }
    #expect(pairsSeen > 50)
  }

  /// Where every change were tried on every solution, this would take minutes.
  @Test func manySolutionsAreJudgedInSeconds() {
    var random = Seeded(1)
    let candidates = (0..<400).map { index in
      Candidate(
        impact: (0..<4).map { _ in HalfPoints(Int.random(in: 2...4, using: &random)) },
        challenge: (0..<5).map { _ in HalfPoints(Int.random(in: 2...4, using: &random)) },
        opportunity: index)
    }
    let start = ContinuousClock.now
    let robustness = Robustness(candidates)
    #expect(robustness.ranges().compactMap { $0 }.count == 400)
    #expect(robustness.singles.isEmpty || robustness.pairs().isEmpty)
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  /// The plain sums without the third score, compared as fractions.
  @Test func withoutDoableTheImpactHasTwelveSteps() {
    for seed in 0..<200 {
      var random = Seeded(seed + 9000)
      let candidates = RankingTests.candidates(&random)
      let priorities = candidates.map { candidate -> (Rational, Int)? in
        guard let point = candidate.point, let doable = candidate.impact[2] else { return nil }
        let impact = Rational(point.impact.halves - doable.halves - 6, 24)
        return (impact - Rational(point.challenge.halves - 10, 40), point.challenge.halves)
      }
      let best = priorities.compactMap { $0 }.max { $0.0 < $1.0 || $0.0 == $1.0 && $0.1 > $1.1 }
      let first = candidates.indices.filter { index in
        priorities[index].map { $0.0 == best?.0 && $0.1 == best?.1 } ?? false
      }
      #expect(Robustness(candidates).leadersWithoutDoable == first, "seed \(seed)")
    }
  }

  // MARK: Weights

  private func weights(_ thousandths: [Int]) -> ScoreWeights {
    var weights = ScoreWeights()
    func weight(_ index: Int) -> Weight { Weight(thousandths: thousandths[index], text: .init("")) }
    (weights.important, weights.unsatisfied) = (weight(0), weight(1))
    (weights.doable, weights.lucrative) = (weight(2), weight(3))
    (weights.investment, weights.effort, weights.marketRisk) = (weight(4), weight(5), weight(6))
    (weights.technologyRisk, weights.change) = (weight(7), weight(8))
    return weights
  }

  @Test func equalWeightsGiveThePlainPriority() {
    var random = Seeded(77)
    let candidates = RankingTests.candidates(&random) + RankingTests.candidates(&random)
    let view = WeightedView(candidates, nil)
    for (candidate, priority) in zip(candidates, view.priorities) {
      #expect(priority == candidate.point.map { Ranking.priority($0) })
    }
  }

  @Test func theLeaderIsFirstWithinTheIntervalOfAWeightAndNotOutsideIt() throws {
    var bounded = 0
    for seed in 0..<150 {
      var random = Seeded(seed + 300)
      let candidates = RankingTests.candidates(&random, most: 5)
      guard let leader = Ranking(candidates).leaders.first else { continue }
      let given = (0..<9).map { _ in Int.random(in: 100...3000, using: &random) }
      for (number, criterion) in Criterion.allCases.enumerated() {
        let interval = WeightedView(candidates, weights(given)).interval(of: criterion, for: leader)
        if let interval, !interval.isEverything { bounded += 1 }
        for thousandths in [0, 1, 50, 400, 1000, 1700, 2500, 9000, 90000] {
          var changed = given
          changed[number] = thousandths
          let isFirst = WeightedView(candidates, weights(changed)).leaders.contains(leader)
          let weight = Rational(thousandths, 1000)
          let isInside = interval.map { $0.low <= weight && weight <= ($0.high ?? weight) } ?? false
          #expect(isFirst == isInside, "seed \(seed), \(criterion) \(thousandths)")
        }
      }
    }
    #expect(bounded > 100)
  }

  @Test func fractionsPrintRounded() {
    #expect(Rational(43, 80).text(decimals: 4) == "0.5375")
    #expect(Rational(-1, 3).text(decimals: 2) == "-0.33")
    #expect(Rational(-1, 3000).text(decimals: 2) == "0.00")
    #expect(Rational(5, 2).text(decimals: 0) == "3")
  }
}
