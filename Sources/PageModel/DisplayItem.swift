package import Diagnostics

/// Something painted on a page.
package struct DisplayItem: Sendable {
  package enum Paint: Sendable {
    case text(TextLine)
    case path(Path, fill: Colour?, stroke: Stroke?)
    /// What sticks out of the frame is clipped.
    case picture(PictureID, frame: Rect, fit: PictureFit = .covers)
  }

  /// What the mark is to a reader: part of a structure element, or decoration.
  package enum Owner: Hashable, Sendable {
    case element(StructureTree.ID)
    case decoration
    /// Heads, feet and page numbers.
    case pagination
  }

  package var paint: Paint
  package var owner: Owner
  /// The place in the workbook that it shows.
  package var origin: Span?

  package init(_ paint: Paint, owner: Owner, origin: Span? = nil) {
    self.paint = paint
    self.owner = owner
    self.origin = origin
  }
}

/// A line of text at its place.
package struct TextLine: Sendable {
  package var line: SetLine
  package var baseline: Point
  package var size: Length
  package var colour: Colour
  package var style: TextStyle
  /// The theme's role, for dumps and checks of floors.
  package var role: String

  package init(line: SetLine, baseline: Point, size: Length, colour: Colour, style: TextStyle, role: String) {
    self.line = line
    self.baseline = baseline
    self.size = size
    self.colour = colour
    self.style = style
    self.role = role
  }

  package var width: Length { size * Double(line.width) }

  /// From the ascent of ordinary letters to their descent: what no other line may touch.
  package var box: Rect {
    Rect(x: baseline.x, y: baseline.y - size * 0.74, width: width, height: size * 0.94)
  }
}

/// The index of a picture among those of a document.
package struct PictureID: Hashable, Sendable {
  package var index: Int
  package init(index: Int) { self.index = index }
}
