/// Lines and curves to fill or stroke.
package struct Path: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  package var elements: [Element] = []

  package init() {}

  package static func line(from start: Point, to end: Point) -> Path {
    var path = Path()
    path.elements = [.move(start), .line(end)]
    return path
  }

  package static func rectangle(_ rect: Rect) -> Path {
    polygon([
      Point(rect.x, rect.y), Point(rect.maxX, rect.y), Point(rect.maxX, rect.maxY), Point(rect.x, rect.maxY),
    ])
  }

  package static func polygon(_ points: [Point]) -> Path {
    var path = Path()
    for (index, point) in points.enumerated() {
      path.elements.append(index == 0 ? .move(point) : .line(point))
    }
    path.elements.append(.close)
    return path
  }

  package static func circle(_ centre: Point, radius: Length) -> Path {
    let handle = radius * 0.5522847498
    func at(_ dx: Length, _ dy: Length) -> Point { Point(centre.x + dx, centre.y + dy) }
    var path = Path()
    path.elements = [
      .move(at(radius, .zero)),
      .curve(at(radius, handle), at(handle, radius), at(.zero, radius)),
      .curve(at(-handle, radius), at(-radius, handle), at(-radius, .zero)),
      .curve(at(-radius, -handle), at(-handle, -radius), at(.zero, -radius)),
      .curve(at(handle, -radius), at(radius, -handle), at(radius, .zero)),
      .close,
    ]
    return path
  }

  /// The left half of a disc.
  package static func halfDisc(_ centre: Point, radius: Length) -> Path {
    let handle = radius * 0.5522847498
    var path = Path()
    path.elements = [
      .move(Point(centre.x, centre.y - radius)),
      .curve(
        Point(centre.x - handle, centre.y - radius), Point(centre.x - radius, centre.y - handle),
        Point(centre.x - radius, centre.y)),
      .curve(
        Point(centre.x - radius, centre.y + handle), Point(centre.x - handle, centre.y + radius),
        Point(centre.x, centre.y + radius)),
      .close,
    ]
    return path
  }

  /// A rectangle with round corners.
  package static func rounded(_ rect: Rect, radius: Length) -> Path {
    let radius = min(radius, rect.width / 2, rect.height / 2)
    let inner = radius * (1 - 0.5522847498)
    let (left, top, right, bottom) = (rect.x, rect.y, rect.maxX, rect.maxY)
    var path = Path()
    path.elements = [
      .move(Point(left + radius, top)), .line(Point(right - radius, top)),
      .curve(Point(right - inner, top), Point(right, top + inner), Point(right, top + radius)),
      .line(Point(right, bottom - radius)),
      .curve(Point(right, bottom - inner), Point(right - inner, bottom), Point(right - radius, bottom)),
      .line(Point(left + radius, bottom)),
      .curve(Point(left + inner, bottom), Point(left, bottom - inner), Point(left, bottom - radius)),
      .line(Point(left, top + radius)),
      .curve(Point(left, top + inner), Point(left + inner, top), Point(left + radius, top)),
      .close,
    ]
    return path
  }

  /// A star of five points, one of them upright.
  package static func star(_ centre: Point, radius: Length) -> Path {
    // Sines and cosines of the ten corners' angles, from the upright point on.
    let corners = [
      (0.0, -1.0), (0.2245, -0.3090), (0.9511, -0.3090), (0.3633, 0.1180), (0.5878, 0.8090),
      (0.0, 0.3820), (-0.5878, 0.8090), (-0.3633, 0.1180), (-0.9511, -0.3090), (-0.2245, -0.3090),
    ]
    return polygon(corners.map { Point(centre.x + radius * $0.0, centre.y + radius * $0.1) })
  }

  /// The box of all points, handles included.
  package var bounds: Rect? {
    var (low, high) = (Point(.mm(.infinity), .mm(.infinity)), Point(.mm(-.infinity), .mm(-.infinity)))
    func add(_ point: Point) {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    for element in elements {
      switch element {
      case .move(let point), .line(let point): add(point)
      case .curve(let first, let second, let end):
        add(first)
        add(second)
        add(end)
      case .close: break
      }
    }
    guard low.x <= high.x else { return nil }
    return Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }
}

package struct Stroke: Hashable, Sendable {
  package enum Cap: Hashable, Sendable { case butt, round }

  package var width: Length
  package var colour: Colour
  package var cap: Cap
  /// Lengths of dashes and gaps; empty for a whole line.
  package var dashes: [Length]

  package init(width: Length, colour: Colour, cap: Cap = .butt, dashes: [Length] = []) {
    self.width = width
    self.colour = colour
    self.cap = cap
    self.dashes = dashes
  }
}
