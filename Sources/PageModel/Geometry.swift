/// A place on a page, from the trim's top left, y downwards.
package struct Point: Hashable, Sendable {
  package var x: Length
  package var y: Length

  package init(_ x: Length, _ y: Length) {
    self.x = x
    self.y = y
  }
}

package struct Size: Hashable, Sendable {
  package var width: Length
  package var height: Length

  package init(_ width: Length, _ height: Length) {
    self.width = width
    self.height = height
  }
}

/// A rectangle on a page, from the trim's top left, y downwards.
package struct Rect: Hashable, Sendable {
  package var x: Length
  package var y: Length
  package var width: Length
  package var height: Length

  package init(x: Length, y: Length, width: Length, height: Length) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var maxX: Length { x + width }
  package var maxY: Length { y + height }
  package var midX: Length { x + width / 2 }
  package var midY: Length { y + height / 2 }

  /// Smaller on every side.
  package func inset(by margin: Length) -> Rect { inset(dx: margin, dy: margin) }

  package func inset(dx: Length, dy: Length) -> Rect {
    Rect(x: x + dx, y: y + dy, width: width - dx * 2, height: height - dy * 2)
  }

  package func contains(_ other: Rect, tolerance: Length = .mm(0.01)) -> Bool {
    other.x >= x - tolerance && other.y >= y - tolerance && other.maxX <= maxX + tolerance
      && other.maxY <= maxY + tolerance
  }

  package func intersects(_ other: Rect, tolerance: Length = .mm(0.01)) -> Bool {
    x + tolerance < other.maxX && other.x + tolerance < maxX && y + tolerance < other.maxY
      && other.y + tolerance < maxY
  }

  /// The smallest rectangle around both.
  package func union(_ other: Rect) -> Rect {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rect(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}
