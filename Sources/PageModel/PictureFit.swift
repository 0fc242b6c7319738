/// How a picture lies in its frame.
package enum PictureFit: Hashable, Sendable {
  /// Fills it. What sticks out is clipped, less at the top than at the bottom: pictures are mostly of people.
  case covers
  /// Whole and in the middle, for what may not be cut, such as a logo.
  case fits

  /// Where the whole picture comes to lie.
  package func place(width: Double, height: Double, in frame: Rect) -> Rect {
    let (across, down) = (frame.width / width, frame.height / height)
    let unit = self == .covers ? max(across, down) : min(across, down)
    let size = Size(unit * width, unit * height)
    return Rect(
      x: frame.x + (frame.width - size.width) / 2,
      y: frame.y + (frame.height - size.height) * (self == .covers ? 0.3 : 0.5),
      width: size.width, height: size.height)
  }
}
