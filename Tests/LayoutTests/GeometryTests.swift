import PageModel
import Testing

@testable import LayoutEngine
@testable import LayoutModel

@Suite struct GridSolverTests {
  @Test func sharesDivideWhatFixedTracksLeave() {
    let columns = GridSolver.columns(
      [.fixed(.millimetres(20)), .share(1), .share(3)], total: .mm(110), gap: .mm(5), unit: .mm(1)
    ) { _ in .zero }
    #expect(columns.map(\.size.millimetres) == [20, 20, 60])
    #expect(columns.map(\.start.millimetres) == [0, 25, 50])
  }

  @Test func aRowGrowsToItsTextWhereOthersHaveRoom() {
    let rows = GridSolver.rows(
      [.init(extent: .share(1), content: .mm(70)), .init(extent: .share(1), content: .mm(10))],
      total: .mm(100),
      gap: .zero, unit: .mm(1))
    #expect(rows.map(\.millimetres) == [70, 30])
  }

  @Test func smallNeedsAreServedFirstWhenThereIsNotEnoughForAll() {
    let rows = GridSolver.rows(
      [.init(extent: .share(1), content: .mm(500)), .init(extent: .share(1), content: .mm(10))],
      total: .mm(100),
      gap: .zero, unit: .mm(1))
    #expect(rows.map(\.millimetres) == [70, 30], "a row keeps most of its share")
  }

  @Test func aDrawingKeepsItsHeightWhateverTheTextAroundIt() {
    let rows = GridSolver.rows(
      [
        .init(extent: .share(9), content: .mm(900)),
        .init(extent: .share(1), content: .mm(40), firm: .mm(40)),
      ], total: .mm(100), gap: .zero, unit: .mm(1))
    #expect(rows.map(\.millimetres) == [60, 40])
  }

  @Test func aRowMeasuredByItsTextLeavesRoomForTheOthers() {
    let rows = GridSolver.rows(
      [
        .init(extent: .auto, content: .mm(10)), .init(extent: .auto, content: .mm(900)),
        .init(extent: .share(1), content: .mm(5)),
      ], total: .mm(100), gap: .zero, unit: .mm(1))
    #expect(rows.map(\.millimetres) == [10, 50, 40])
  }

  @Test func columnsNeverOverlapWhateverTheTracks() {
    for count in 1...40 {
      let columns = GridSolver.columns(
        Array(repeating: .share(1), count: count), total: .mm(400), gap: .mm(2), unit: .mm(2)
      ) { _ in .zero }
      for (left, right) in zip(columns, columns.dropFirst()) {
        #expect(left.start + left.size <= right.start)
      }
      #expect(columns.last.map { $0.start + $0.size <= .mm(401) } == true)
    }
  }
}

@Suite struct MonotoneCurveTests {
  @Test func theCurveStaysBetweenItsNeighbours() {
    let heights = [0.0, -1, -1, 2, 1, 1.5, -2]
    let points = heights.enumerated().map { Point(.mm(Double($0.offset) * 10), .mm($0.element)) }
    let curve = MonotoneCurve(through: points)
    for (left, right) in zip(points, points.dropFirst()) {
      for step in 0...20 {
        let y = curve.y(at: left.x + (right.x - left.x) * (Double(step) / 20))
        #expect(y >= min(left.y, right.y) - .mm(1e-9) && y <= max(left.y, right.y) + .mm(1e-9))
      }
    }
  }

  @Test func theCurvePassesThroughItsPoints() {
    let points = [Point(.mm(0), .mm(1)), Point(.mm(7), .mm(-2)), Point(.mm(9), .mm(0))]
    let curve = MonotoneCurve(through: points)
    for point in points { #expect(abs(curve.y(at: point.x).millimetres - point.y.millimetres) < 1e-9) }
  }
}

@Suite struct GridRulesTests {
  @Test func linesRunBetweenCellsAndNotThroughThem() {
    let rules = GridRules(
      cells: [(0..<2, 0..<1, "wide"), (0..<1, 1..<2, "left"), (1..<2, 1..<2, "right")], columns: 2, rows: 2)
    #expect(Set(rules.segments) == [.vertical(1, 1..<2), .horizontal(1, 0..<2)])
  }

  @Test func cellsOfOneGroupHaveNoLineBetweenThem() {
    let rules = GridRules(cells: [(0..<1, 0..<1, "card"), (0..<1, 1..<2, "card")], columns: 1, rows: 2)
    #expect(rules.segments.isEmpty)
  }

  @Test func theLineUnderATablesHeadRunsUnderAnEmptyCornerToo() {
    let rows = [(0..<1, 1..<2, "letter"), (1..<2, 1..<2, "name"), (2..<3, 1..<2, "sum")]
    let head = [(1..<2, 0..<1, "nameHead"), (2..<3, 0..<1, "sumHead")]
    for isTable in [true, false] {
      let rules = GridRules(cells: head + rows, columns: 3, rows: 2, isTable: isTable)
      #expect(rules.segments.contains(.horizontal(1, 0..<3)))
    }
    // A name over some columns in the middle has a line of its own length.
    let band = [(1..<2, 0..<1, "band")]
    #expect(GridRules(cells: band + rows, columns: 3, rows: 2).segments.contains(.horizontal(1, 1..<2)))
  }
}

@Suite struct ColourTests {
  @Test func aTintStaysAColourWhateverTheShare() {
    #expect(Colour(red: 0, green: 0, blue: 0).tint(7) == Colour(red: 0, green: 0, blue: 0))
    #expect(Colour(red: 0, green: 0, blue: 0).tint(-1) == .white)
  }

  @Test func contrastIsThatOfTheStandard() {
    let black = Colour(red: 0, green: 0, blue: 0)
    #expect(abs(black.contrast(with: .white) - 21) < 0.001)
    let grey = Colour(red: 0x76, green: 0x76, blue: 0x76)
    #expect(abs(grey.contrast(with: .white) - 4.54) < 0.01)
  }
}
