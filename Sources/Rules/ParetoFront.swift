package import WorkbookModel

/// The solutions that no other beats on challenge and impact together (R3).
package enum ParetoFront {
  /// The sums of one solution: a low challenge is easy, a high impact is great.
  package struct Point: Hashable, Sendable {
    package var challenge: HalfPoints
    package var impact: HalfPoints

    package init(challenge: HalfPoints, impact: HalfPoints) {
      self.challenge = challenge
      self.impact = impact
    }

    /// At least as easy and as great, and one of them strictly.
    package func beats(_ other: Point) -> Bool {
      challenge <= other.challenge && impact >= other.impact && self != other
    }
  }

  /// Whether each point is on the front, in their order.
  package static func contains(_ points: [Point]) -> [Bool] {
    points.map { point in !points.contains { $0.beats(point) } }
  }
}
