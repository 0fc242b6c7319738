/// What stands in the place of a character that no font has: an outlined box with a question mark in it, which nobody
/// takes for a box to tick.
package enum MissingSign {
  /// In em: the room that it takes in a line.
  package static let advance: Float = 0.62
  /// In em: of its strokes.
  private static let stroke = 0.045

  /// To be stroked in the colour of the text, above a baseline.
  package static func path(at baseline: Point, size: Length) -> Path {
    func point(_ x: Double, _ y: Double) -> Point { Point(baseline.x + size * x, baseline.y - size * y) }
    let box = Rect(
      x: baseline.x + size * 0.07, y: baseline.y - size * 0.72, width: size * 0.48, height: size * 0.72)
    var path = Path.rectangle(box)
    path.elements += [
      .move(point(0.21, 0.49)),
      .curve(point(0.21, 0.63), point(0.42, 0.63), point(0.42, 0.48)),
      .curve(point(0.42, 0.37), point(0.31, 0.38), point(0.31, 0.26)),
      .move(point(0.31, 0.15)), .line(point(0.31, 0.15)),
    ]
    return path
  }

  package static func stroke(_ colour: Colour, size: Length) -> Stroke {
    Stroke(width: size * stroke, colour: colour, cap: .round)
  }
}
