import Testing
import WorkbookModel

@testable import Rules

@Suite struct ParetoFrontTests {
  private func front(_ points: [(Int, Int)]) -> [Bool] {
    ParetoFront.contains(
      points.map { ParetoFront.Point(challenge: HalfPoints($0.0), impact: HalfPoints($0.1)) })
  }

  @Test func aPointIsOnTheFrontUnlessAnotherIsEasierOrGreaterAndNeverWorse() {
    #expect(front([(15, 12), (10, 12), (15, 16), (10, 12)]) == [false, true, true, true])
    #expect(front([(9, 14), (14, 18), (5, 4), (25, 20), (15, 12)]) == [true, true, true, true, false])
    #expect(front([]) == [])
  }

  @Test func quadrantsMeetInTheMiddleOfTheirScales() {
    for (bounds, middle) in [Quadrant.impact, Quadrant.challenge] {
      #expect(bounds.lowerBound + bounds.upperBound == middle * 2)
    }
  }
}
