import Diagnostics
import LocatedYAML
package import PageModel

/// Which of the method's four steps a canvas belongs to; a theme gives each its accent.
package enum CanvasFamily: String, Word {
  case customer, choice, concept, business
  package static let group = "family"
}

/// How the notes of a cell are set.
package enum CellStyle: String, Word {
  case bullets, cards, plain
  package static let group = "cellStyle"
}

/// What a cell's marks mean: bad news takes the theme's colour for it.
package enum CellTone: String, Word {
  case accent, negative
  package static let group = "cellTone"
}

/// A neighbour from which no line parts a cell.
package enum CellJoin: String, Word {
  case above
  package static let group = "cellJoin"
}

/// How much a cell stands out.
package enum CellGround: String, Word {
  case tint
  package static let group = "cellGround"
}

/// A canvas, checked: the engine can lay it out with any workbook or none.
package struct CanvasDefinition: Sendable {
  package var name: String
  /// The method's number for it, such as `T10`.
  package var tool: String?
  /// A phrase key.
  package var title: String
  package var family: CanvasFamily
  /// Where its data is; the whole workbook when nothing is said.
  package var reads: DataPath?
  /// Values named in the header after the title.
  package var about: [About]
  /// One sheet for each element of this list.
  package var sheets: DataPath?
  /// Only elements of which a field has this word.
  package var filter: Filter?
  /// The phrase key of a line that every sheet must carry.
  package var licence: String?
  package var paper: Paper
  package var orientation: Paper.Orientation
  package var margin: LayoutLength
  package var columns: [Track]
  package var rows: [Track]
  package var columnGap: LayoutLength
  package var rowGap: LayoutLength
  /// In the order a reader takes them.
  package var cells: [CellDefinition]

  /// Sorts tools as people count them: T2 before T10.
  package var toolOrder: Int {
    tool.flatMap { Int($0.drop { !$0.isNumber }.prefix { $0.isNumber }) } ?? Int.max
  }

  package struct About: Sendable {
    package var path: DataPath
    /// A phrase key; nothing when blank sheets leave it out.
    package var label: String?
  }

  package struct Filter: Sendable {
    package var path: DataPath
    package var word: String
  }
}

/// One area of a canvas and what fills it.
package struct CellDefinition: Sendable {
  package var name: String
  package var columns: Range<Int>
  package var rows: Range<Int>
  package var block: String
  package var from: DataPath?
  /// Phrase keys, or a path with a dot in front into the repeated element.
  package var heading: String?
  /// In a heading's place, set as a quiet caption.
  package var label: String?
  package var prompts: String?
  package var order: Int?
  package var icon: String?
  package var role: String?
  package var style: CellStyle
  package var tone: CellTone
  package var hasGround: Bool
  package var joinsAbove: Bool
  /// Faint lines to write on when the cell is empty.
  package var writingLines: Int
  /// How many columns its text is set in.
  package var textColumns: Int
}
