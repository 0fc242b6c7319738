package import Diagnostics

/// Something painted on a page. A text always belongs to a leaf of the structure or to the head and foot of its page:
/// it can be made in no other way.
package struct DisplayItem: Sendable {
  package enum Paint: Sendable {
    case text(TextLine)
    case path(Path, fill: Colour?, stroke: Stroke?)
    /// What sticks out of the frame is clipped.
    case picture(PictureID, frame: Rect, fit: PictureFit = .covers)
  }

  /// What a mark is to a reader: part of a structure element, or decoration.
  package enum Owner: Hashable, Sendable {
    case leaf(StructureTree.Leaf)
    case decoration
    /// Heads, feet and page numbers.
    case pagination
  }

  /// What a text is to a reader.
  package enum TextOwner: Hashable, Sendable {
    case leaf(StructureTree.Leaf)
    /// Heads, feet and page numbers.
    case pagination

    package var owner: Owner {
      switch self {
      case .leaf(let leaf): .leaf(leaf)
      case .pagination: .pagination
      }
    }
  }

  package let paint: Paint
  package let owner: Owner
  /// The place in the workbook that it shows.
  package let origin: Span?
  /// The link of its page that it is part of.
  package let link: Int?

  package init(_ text: TextLine, owner: TextOwner, origin: Span? = nil, link: Int? = nil) {
    paint = .text(text)
    self.owner = owner.owner
    self.origin = origin
    self.link = link
  }

  package init(_ path: Path, fill: Colour?, stroke: Stroke?, owner: Owner) {
    paint = .path(path, fill: fill, stroke: stroke)
    self.owner = owner
    origin = nil
    link = nil
  }

  package init(picture: PictureID, frame: Rect, fit: PictureFit, owner: Owner, origin: Span? = nil) {
    paint = .picture(picture, frame: frame, fit: fit)
    self.owner = owner
    self.origin = origin
    link = nil
  }

  /// What it takes up of the page; nothing for an empty path.
  package var bounds: Rect? {
    switch paint {
    case .text(let line): line.box
    case .path(let path, _, _): path.bounds
    case .picture(_, let frame, _): frame
    }
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
