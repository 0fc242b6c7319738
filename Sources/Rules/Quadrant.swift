/// The four fields of the impact/challenge matrix (R3).
package enum Quadrant: String, Sendable, CaseIterable {
  case quickWin = "quick-win"
  case strategicBet = "strategic-bet"
  case fillIn = "fill-in"
  case avoid

  /// The range of a sum of four scores, and where it starts to be high.
  package static let impact = (bounds: 4...20, middle: 12)
  /// The range of a sum of five scores, and where it starts to be high.
  package static let challenge = (bounds: 5...25, middle: 15)

  package var isGreat: Bool { self == .quickWin || self == .strategicBet }
  package var isHard: Bool { self == .strategicBet || self == .avoid }
}
