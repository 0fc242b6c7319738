import Content
import PageModel
import WorkbookModel

/// A strip of a report across its columns that stays whole: a line of text, a line of a table, a figure.
struct Strip {
  enum Content {
    /// Nothing; `fills` takes what the page leaves, so that what follows stands at its foot.
    case space(fills: Bool)
    /// A short thick rule.
    case bar
    case line(Line)
    /// The lines of a table's cells that stand beside each other.
    case cells([Line], rule: Rule?)
    case figure(SetFigure)
    /// The number of a part, large, beside its title.
    case opening(number: Line?, Line)
    /// A line of the table of contents: its page is known when it is drawn; nothing for the further lines of an entry.
    case entry(Line, Place, page: SetPageNumber?)
  }

  enum Rule { case head, row }

  struct Line {
    var line: SetLine
    var text: SetText
    /// From the page's start.
    var x: Length
    /// From the strip's top to the top of the line.
    var offset = Length.zero
    var marker: Marker?
  }

  /// What stands before an item's first line.
  struct Marker {
    enum Sign {
      case bullet
      case number(SetLine, SetText)
      case box(isDone: Bool)
    }

    /// The side of a bullet, of the size of the text.
    static let bulletShare = 0.32

    var sign: Sign?
    var segment: Int?
    var evidence: Evidence?
    /// Where its places start, from the page's start.
    var x: Length
    /// From `x` to a bullet that stands where other items have marks.
    var bulletOffset = Length.zero
    /// From `x` to the segment's mark, and to the mark of evidence.
    var segmentOffset = Length.zero
    var evidenceOffset = Length.zero
    /// What its signs are read as; a bullet is not read.
    var leaf: StructureTree.Leaf?
  }

  var content: Content
  var height: Length
  /// Before it, unless it starts a page.
  var gap = Length.zero
  /// A page may end before it.
  var mayBreak = true
  /// In the narrow column beside it.
  var side: SideText?
  var landings: [Landing] = []
  /// It takes the narrow column's room as well.
  var isWide = false
  /// Kept below it so that the next line stands on the grid.
  var spare = Length.zero
  /// The table that it is part of, whose heads are drawn again on the next page.
  var table: SetTable?

  var places: [Place] { landings.map(\.place) }

  /// Without what is kept below it.
  var rowHeight: Length { height - spare }
}

/// What a link leads to, and what stands beside it where other pages speak of it.
struct Landing {
  struct Mentions {
    var sign: StructureTree.Leaf
    var pages: StructureTree.Leaf
  }

  var place: Place
  var mentions: Mentions?
}

/// Lines in the narrow column.
struct SideText {
  /// A face beside what is said of it.
  struct Portrait {
    var id: PictureID
    /// From the page's start and the strip's top.
    var frame: Rect
    var leaf: StructureTree.Leaf
  }

  var lines: [Strip.Line]
  var height: Length
  var portrait: Portrait?
}

/// How the numbers of pages look in a table of contents.
struct SetPageNumber {
  var leaf: StructureTree.Leaf
  var roleName: String
  /// Where they end.
  var right: Length
}

/// The heads of a table. A class because all its strips point at it.
final class SetTable {
  let heads: [Strip]
  init(heads: [Strip]) { self.heads = heads }
}

/// A figure at its size.
struct SetFigure {
  enum Content {
    case drawing(any Drawing)
    case picture(PictureID)
  }

  var content: Content
  var frame: (x: Length, width: Length)
  /// The parts of a drawing that has several beside each other.
  var columns: [Rect] = []
  var height: Length
  /// Where it is read, and the figure that it is; what has no words for it is decoration.
  var reading: ReadingPlace
  var leaf: StructureTree.Leaf?
}
