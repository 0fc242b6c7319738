import PageModel

/// A smooth curve through points that never rises above or falls below its neighbours between them
/// (cubic Hermite with the harmonic slopes of Fritsch and Butland).
struct MonotoneCurve {
  /// From start to end, each further than the one before.
  let points: [Point]
  private let slopes: [Double]

  init(through points: [Point]) {
    self.points = points
    let steps = zip(points, points.dropFirst()).map { ($1.y - $0.y) / ($1.x - $0.x) }
    var slopes = [Double](repeating: 0, count: points.count)
    for index in points.indices.dropFirst().dropLast() {
      let (before, after) = (steps[index - 1], steps[index])
      if before * after > 0 { slopes[index] = 2 * before * after / (before + after) }
    }
    self.slopes = slopes
  }

  var path: Path {
    var path = Path()
    for (index, point) in points.enumerated() {
      guard index > 0 else {
        path.elements.append(.move(point))
        continue
      }
      let (first, second) = handles(index - 1)
      path.elements.append(.curve(first, second, point))
    }
    return path
  }

  /// The curve's height at a place; its ends' heights beyond them.
  func y(at x: Length) -> Length {
    guard let first = points.first, let last = points.last else { return .zero }
    if x <= first.x { return first.y }
    if x >= last.x { return last.y }
    let index = (points.firstIndex { $0.x > x } ?? points.count - 1) - 1
    let (left, right) = (points[index], points[index + 1])
    let width = right.x - left.x
    let t = (x - left.x) / width
    let (t2, t3) = (t * t, t * t * t)
    return left.y * (2 * t3 - 3 * t2 + 1) + width * (slopes[index] * (t3 - 2 * t2 + t))
      + right.y * (3 * t2 - 2 * t3) + width * (slopes[index + 1] * (t3 - t2))
  }

  private func handles(_ index: Int) -> (Point, Point) {
    let (left, right) = (points[index], points[index + 1])
    let third = (right.x - left.x) / 3
    return (
      Point(left.x + third, left.y + third * slopes[index]),
      Point(right.x - third, right.y - third * slopes[index + 1])
    )
  }
}
