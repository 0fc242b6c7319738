import PageModel
import Seeded
import Testing

@testable import LayoutEngine

@Suite struct LabelPlacementTests {
  private let area = Rect(x: .zero, y: .zero, width: .mm(200), height: .mm(160))

  @Test func aLabelThatTouchesNothingStandsOnItsPoint() {
    let frames = LabelPlacement(within: area, gap: .mm(1)).place([
      (Point(.mm(50), .mm(50)), Size(.mm(6), .mm(6))), (Point(.mm(80), .mm(50)), Size(.mm(6), .mm(6))),
    ])
    #expect(frames.map(\.midX.millimetres) == [50, 80])
  }

  @Test func labelsNeverTouchHoweverTheirPointsCrowd() {
    var generator = Seeded(20_261_122)
    for _ in 0..<200 {
      let labels = (0..<Int.random(in: 2...14, using: &generator)).map { _ in
        (
          point: Point(
            // The middle of the area and its very edges.
            .mm(Double(Int.random(in: 0...8, using: &generator)) * 25),
            .mm(Double(Int.random(in: 0...8, using: &generator)) * 20)),
          size: Size(.mm(Double(Int.random(in: 6...18, using: &generator))), .mm(6))
        )
      }
      let frames = LabelPlacement(within: area, gap: .mm(0.5)).place(labels)
      for (index, frame) in frames.enumerated() {
        #expect(area.contains(frame))
        for other in frames[(index + 1)...] { #expect(!frame.intersects(other)) }
      }
    }
  }
}
