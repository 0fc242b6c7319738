import PageModel

/// Paths as SVG writes them.
enum SVGPath {
  /// Nothing for a path that is neither filled nor stroked.
  static func element(_ path: Path, fill: Colour?, stroke: Stroke?) -> String? {
    guard !path.elements.isEmpty, fill != nil || stroke != nil else { return nil }
    return "<path d=\"\(data(path))\" fill=\"\(fill?.hex ?? "none")\"\(stroke.map(attributes) ?? "")/>"
  }

  /// Absolute throughout, so that rounding does not add up. A line from a point to itself stays: with round
  /// caps it is a dot.
  static func data(_ path: Path, decimals: Int = 3) -> String {
    func text(_ point: Point) -> String {
      SVGNumber.text(point.x.points, decimals: decimals) + " "
        + SVGNumber.text(point.y.points, decimals: decimals)
    }
    return path.elements.map { element in
      switch element {
      case .move(let point): "M" + text(point)
      case .line(let point): "L" + text(point)
      case .curve(let first, let second, let end): "C\(text(first)) \(text(second)) \(text(end))"
      case .close: "Z"
      }
    }.joined()
  }

  private static func attributes(_ stroke: Stroke) -> String {
    var text = " stroke=\"\(stroke.colour.hex)\" stroke-width=\"\(SVGNumber.text(stroke.width))\""
    if stroke.cap == .round { text += " stroke-linecap=\"round\" stroke-linejoin=\"round\"" }
    if !stroke.dashes.isEmpty {
      text += " stroke-dasharray=\"\(stroke.dashes.map { SVGNumber.text($0) }.joined(separator: " "))\""
    }
    return text
  }
}
