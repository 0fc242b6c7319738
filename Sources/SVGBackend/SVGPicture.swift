import PageModel

/// A picture that a drawing shows: where its bytes are, and its shape.
package struct SVGPicture: Sendable {
  /// An address, such as a `data:` URI.
  package var address: String
  /// Width over height as it is seen.
  package var shape: Double

  package init(address: String, shape: Double) {
    self.address = address
    self.shape = shape
  }

  /// An `<svg>` within the drawing clips what sticks out of the frame, without the name that a clip
  /// path needs.
  func element(in frame: Rect, _ fit: PictureFit) -> String {
    let place = fit.place(width: shape, height: 1, in: frame)
    let inner = Rect(x: place.x - frame.x, y: place.y - frame.y, width: place.width, height: place.height)
    return "<svg\(attributes(frame))><image\(attributes(inner)) preserveAspectRatio=\"none\" "
      + "href=\"\(XMLText.escaped(address))\"/></svg>"
  }

  private func attributes(_ rect: Rect) -> String {
    [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)]
      .map { " \($0.0)=\"\(SVGNumber.text($0.1))\"" }.joined()
  }
}
