import WorkbookModel

/// The four fields of the impact/challenge matrix (R3).
package enum Quadrant: String, Sendable, CaseIterable {
  case quickWin = "quick-win"
  case strategicBet = "strategic-bet"
  case fillIn = "fill-in"
  case avoid

  /// The range of a sum of four scores, and above what it is high.
  package static let impact = (bounds: 4...20, middle: 12)
  /// The range of a sum of five scores, and above what it is high.
  package static let challenge = (bounds: 5...25, middle: 15)

  /// The field of a point; what is in the middle is not high.
  package init(_ point: ParetoFront.Point) {
    let isGreat = point.impact > HalfPoints(Self.impact.middle)
    let isHard = point.challenge > HalfPoints(Self.challenge.middle)
    self = isGreat ? (isHard ? .strategicBet : .quickWin) : (isHard ? .avoid : .fillIn)
  }

  package var isGreat: Bool { self == .quickWin || self == .strategicBet }
  package var isHard: Bool { self == .strategicBet || self == .avoid }

  /// It lies between two fields.
  package static func isOnTheLine(_ point: ParetoFront.Point) -> Bool {
    point.impact == HalfPoints(impact.middle) || point.challenge == HalfPoints(challenge.middle)
  }
}
