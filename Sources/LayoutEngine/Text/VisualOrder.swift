import LayoutModel
import PageModel

/// Puts the runs of a line into the order in which they are seen, where some run from right to left.
package enum VisualOrder {
  /// The places from left to right of things in the order of the text: rule L2 of Unicode's bidirectional algorithm.
  package static func order(of levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    guard let highest = levels.max(), let lowestOdd = levels.filter({ $0 & 1 == 1 }).min() else {
      return order
    }
    for level in stride(from: highest, through: lowestOdd, by: -1) {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
    }
    return order
  }

  /// Gives the runs of a line their places; a space at the line's end goes where the paragraph ends, outside the line.
  static func arrange(_ line: inout SetLine, level: UInt8, endsWithSpace: Bool) {
    var levels = line.runs.map(\.run.level)
    if endsWithSpace { levels[levels.count - 1] = level }
    var x: Float = endsWithSpace && level & 1 == 1 ? -(line.runs.last?.run.advance ?? 0) : 0
    for index in order(of: levels) {
      line.runs[index].x = x
      x += line.runs[index].run.advance
    }
  }
}

extension SetLine {
  /// Where a line begins that is set from a point on: further to the right when it ends at its measure's right.
  func start(_ point: Point, _ role: PageStyle.Role) -> Point {
    inset == 0 ? point : Point(point.x + role.size * Double(inset), point.y)
  }
}
