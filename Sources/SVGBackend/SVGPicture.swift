package import PageModel

/// A picture that a drawing shows: where its bytes are, and its shape.
package struct SVGPicture: Sendable {
  /// An address, such as a `data:` URI.
  package var address: String
  /// Width over height as it is seen.
  package var shape: Double
  /// How its pixels are to be turned by the drawing, because whoever reads the address does not turn them.
  package var orientation: Picture.Orientation

  package init(address: String, shape: Double, orientation: Picture.Orientation = .upright) {
    self.address = address
    self.shape = shape
    self.orientation = orientation
  }

  /// An `<svg>` within the drawing clips what sticks out of the frame, without the name that a clip
  /// path needs. `link` is the attribute that holds the address.
  func element(in frame: Rect, _ fit: PictureFit, link: String) -> String {
    let place = fit.place(width: shape, height: 1, in: frame)
    let inner = Rect(x: place.x - frame.x, y: place.y - frame.y, width: place.width, height: place.height)
    return "<svg\(attributes(frame))><image\(turned(inner)) preserveAspectRatio=\"none\" "
      + "\(link)=\"\(XMLText.escaped(address))\"/></svg>"
  }

  private func attributes(_ rect: Rect) -> String {
    [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)]
      .map { " \($0.0)=\"\(SVGNumber.text($0.1))\"" }.joined()
  }

  /// The place of the picture as stored, with what turns it into its place as seen.
  private func turned(_ place: Rect) -> String {
    guard orientation != .upright else { return attributes(place) }
    let isTurned = orientation.isTurned
    let (width, height) = isTurned ? (place.height, place.width) : (place.width, place.height)
    let (axes, x, y): (String, Length, Length) =
      switch orientation {
      case .upright: ("1 0 0 1", .zero, .zero)
      case .mirrored: ("-1 0 0 1", width, .zero)
      case .upsideDown: ("-1 0 0 -1", width, height)
      case .flipped: ("1 0 0 -1", .zero, height)
      case .transposed: ("0 1 1 0", .zero, .zero)
      case .clockwise: ("0 1 -1 0", height, .zero)
      case .transverse: ("0 -1 -1 0", height, width)
      case .anticlockwise: ("0 -1 1 0", .zero, width)
      }
    return " width=\"\(SVGNumber.text(width))\" height=\"\(SVGNumber.text(height))\" "
      + "transform=\"matrix(\(axes) \(SVGNumber.text(x + place.x)) \(SVGNumber.text(y + place.y)))\""
  }
}
