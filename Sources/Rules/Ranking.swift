import WorkbookModel

/// The solutions in the order of their priority (R1 to R3): p = (i - 4) / 16 - (c - 5) / 20, which orders like the
/// whole number 5i - 4c; ties go to the lower challenge, and what is equal in both sums shares a rank.
package struct Ranking: Sendable {
  /// One ranked solution.
  package struct Place: Sendable {
    /// Which candidate.
    package var index: Int
    package var point: ParetoFront.Point
    /// From 1; those who share a place have the same.
    package var rank: Int
    package var isShared: Bool
    package var isOnFront: Bool

    package var quadrant: Quadrant { Quadrant(point) }
    package var isOnTheLine: Bool { Quadrant.isOnTheLine(point) }
    package var priority: Rational { Ranking.priority(point) }
    /// Such as `3`, or `=2` for a shared place.
    package var label: String { (isShared ? "=" : "") + String(rank) }
  }

  /// Best first; equals in the order of the workbook.
  package let places: [Place]
  /// Candidates without a rank, because a score is missing.
  package let unranked: [Int]

  package init(_ candidates: [Candidate]) {
    let ranked = candidates.indices.compactMap { index in candidates[index].point.map { (index, $0) } }
    let onFront = ParetoFront.contains(ranked.map(\.1))
    let order = ranked.indices.sorted { left, right in
      let (one, other) = (Standing(ranked[left].1), Standing(ranked[right].1))
      return one == other ? left < right : one.isBetter(than: other)
    }
    var places: [Place] = []
    for (position, number) in order.enumerated() {
      let (index, point) = ranked[number]
      var place = Place(
        index: index, point: point, rank: position + 1, isShared: false, isOnFront: onFront[number])
      if let last = places.last, last.point == point {
        place.rank = last.rank
        place.isShared = true
        places[places.count - 1].isShared = true
      }
      places.append(place)
    }
    self.places = places
    unranked = candidates.indices.filter { candidates[$0].point == nil }
  }

  /// The candidates on the first place.
  package var leaders: [Int] { places.prefix { $0.rank == 1 }.map(\.index) }

  package func place(of index: Int) -> Place? { places.first { $0.index == index } }

  package static func priority(_ point: ParetoFront.Point) -> Rational {
    Rational(Standing(point).key, 160)
  }

  /// What two points are ranked by, in half points.
  struct Standing: Equatable {
    /// 5i - 4c, and the challenge that decides a tie.
    var key: Int
    var challenge: Int

    init(_ point: ParetoFront.Point) {
      key = 5 * point.impact.halves - 4 * point.challenge.halves
      challenge = point.challenge.halves
    }

    func isBetter(than other: Standing) -> Bool {
      key > other.key || key == other.key && challenge < other.challenge
    }
  }
}
