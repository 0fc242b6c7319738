import Seeded
import Testing
import WorkbookModel

@testable import Rules

@Suite struct RankingTests {
  /// A candidate by its sums alone.
  private func candidate(_ challenge: Int, _ impact: Int) -> Candidate {
    func scores(_ sum: Int, _ count: Int) -> [HalfPoints?] {
      (0..<count).map { HalfPoints(sum / count + ($0 < sum % count ? 1 : 0)) }
    }
    return Candidate(impact: scores(impact, 4), challenge: scores(challenge, 5), opportunity: nil)
  }

  private func labels(_ points: [(Int, Int)]) -> [String] {
    let ranking = Ranking(points.map(candidate))
    return points.indices.map { ranking.place(of: $0)?.label ?? "-" }
  }

  @Test func theMethodsOwnExamplesComeOutAsStated() {
    #expect(labels([(15, 12), (10, 12), (15, 16), (10, 12)]) == ["4", "=1", "3", "=1"])
    #expect(labels([(9, 14), (14, 18), (5, 4), (25, 20), (15, 12)]) == ["1", "2", "3", "5", "4"])
    let threes = Ranking([candidate(15, 12)]).places[0]
    #expect(threes.priority == Rational(0) && threes.quadrant == .fillIn && threes.isOnTheLine)
  }

  @Test func aMissingScoreLeavesASolutionUnrankedAndIsNeverZero() {
    var poor = candidate(15, 12)
    poor.challenge[2] = nil
    let ranking = Ranking([poor, candidate(20, 8)])
    #expect(ranking.unranked == [0] && ranking.places.map(\.rank) == [1])
  }

  // MARK: Against a calculation of its own

  /// Candidates with ties, holes and halves; some share an opportunity.
  static func candidates(_ random: inout Seeded, most: Int = 9) -> [Candidate] {
    func score(_ random: inout Seeded) -> HalfPoints? {
      switch Int.random(in: 0..<40, using: &random) {
      case 0: nil
      case 1...4: HalfPoints(halves: Int.random(in: 2...10, using: &random))
      default: HalfPoints(Int.random(in: 1...5, using: &random))
      }
    }
    let opportunities = (0..<4).map { _ in (0..<4).map { _ in score(&random) } }
    return (0..<Int.random(in: 0...most, using: &random)).map { _ in
      let opportunity = Int.random(in: 0..<4, using: &random)
      return Candidate(
        impact: opportunities[opportunity], challenge: (0..<5).map { _ in score(&random) },
        opportunity: opportunity)
    }
  }

  /// By fractions of doubles of small halves, which are exact here, and by counting who is better.
  private func slow(_ candidates: [Candidate]) -> (labels: [String?], front: [Bool]) {
    struct Sums { var c: Double, i: Double, p: Double }
    let sums = candidates.map { candidate -> Sums? in
      var (c, i) = (0.0, 0.0)
      for score in candidate.challenge {
        guard let score else { return nil }
        c += Double(score.halves) / 2
      }
      for score in candidate.impact {
        guard let score else { return nil }
        i += Double(score.halves) / 2
      }
      return Sums(c: c, i: i, p: (i - 4) * 20 - (c - 5) * 16)
    }
    func beats(_ one: Sums, _ other: Sums) -> Bool { one.p != other.p ? one.p > other.p : one.c < other.c }
    let labels = sums.map { own -> String? in
      guard let own else { return nil }
      let better = sums.compactMap { $0 }.filter { beats($0, own) }.count
      let same = sums.compactMap { $0 }.filter { $0.c == own.c && $0.i == own.i }.count
      return (same > 1 ? "=" : "") + String(better + 1)
    }
    let front = sums.map { own -> Bool in
      guard let own else { return false }
      return !sums.compactMap { $0 }.contains {
        ($0.c <= own.c && $0.i > own.i) || ($0.c < own.c && $0.i >= own.i)
      }
    }
    return (labels, front)
  }

  @Test func aThousandSetsRankAsTheSlowWayDoes() {
    for seed in 0..<1000 {
      var random = Seeded(seed)
      let candidates = Self.candidates(&random)
      let (ranking, expected) = (Ranking(candidates), slow(candidates))
      #expect(
        candidates.indices.map { ranking.place(of: $0)?.label } == expected.labels, "seed \(seed)")
      #expect(
        candidates.indices.map { ranking.place(of: $0)?.isOnFront ?? false } == expected.front, "seed \(seed)"
      )
      #expect(ranking.unranked == candidates.indices.filter { expected.labels[$0] == nil }, "seed \(seed)")
      #expect(ranking.places.map(\.rank) == ranking.places.map(\.rank).sorted(), "seed \(seed)")
    }
  }
}
