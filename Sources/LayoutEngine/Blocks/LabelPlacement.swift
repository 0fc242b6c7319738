import PageModel

/// Puts labels on their points, or as near as they can stand without touching another.
struct LabelPlacement {
  var area: Rect
  var gap: Length

  init(within area: Rect, gap: Length) {
    self.area = area
    self.gap = gap
  }

  /// Directions in which a label may step aside: eight, the level ones first.
  private static let directions = [
    (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7),
  ]

  /// The frames of labels, in their order. Labels that stand on their own points never move for another's sake.
  func place(_ labels: [(point: Point, size: Size)]) -> [Rect] {
    var frames: [Rect] = []
    for (index, label) in labels.enumerated() {
      let home = inside(frame(label.size, at: label.point))
      // Points of labels still to come are kept free, if there is other room.
      let points = labels[(index + 1)...].map { frame($0.size, at: $0.point) }
      let candidates = [home] + steps(label.size).map { frame(label.size, at: label.point + $0) }
      let inside = candidates.filter { $0 == home || area.contains($0) }
      let free = inside.filter { candidate in !frames.contains { touches($0, candidate) } }
      let best =
        free.first { $0 == home }
        ?? free.first { candidate in
          !points.contains { touches($0, candidate) }
        }
      frames.append(best ?? free.first ?? home)
    }
    return frames
  }

  /// Moved as little as it takes to lie in the area.
  private func inside(_ frame: Rect) -> Rect {
    Rect(
      x: max(area.x, min(frame.x, area.maxX - frame.width)),
      y: max(area.y, min(frame.y, area.maxY - frame.height)), width: frame.width, height: frame.height)
  }

  private func steps(_ size: Size) -> [Point] {
    (1...12).flatMap { ring in
      Self.directions.map { x, y in
        Point((size.width + gap) * (x * Double(ring) * 0.75), (size.height + gap) * (y * Double(ring) * 0.75))
      }
    }
  }

  private func frame(_ size: Size, at point: Point) -> Rect {
    Rect(x: point.x - size.width / 2, y: point.y - size.height / 2, width: size.width, height: size.height)
  }

  private func touches(_ first: Rect, _ second: Rect) -> Bool {
    first.inset(by: gap * -0.5).intersects(second.inset(by: gap * -0.5), tolerance: .zero)
  }
}

extension Point {
  fileprivate static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
}
