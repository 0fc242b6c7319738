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
  case bullets, cards, plain, steps
  package static let group = "cellStyle"
}

/// What a cell's marks mean: bad news takes the theme's colour for it.
package enum CellTone: String, Word {
  case accent, negative
  package static let group = "cellTone"
}

/// What a cell's text bears before it: the letter of the segment that its row is.
package enum CellMark: String, Word {
  case segment
  package static let group = "cellMark"
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
  /// The phrase key of a line below the title that says what the sheet is for.
  package var purpose: String?
  package var family: CanvasFamily
  /// Where its data is; the whole workbook when nothing is said.
  package var reads: DataPath?
  /// Values named in the header after the title.
  package var about: [About]
  /// One sheet for each element of this list.
  package var sheets: DataPath?
  /// Without it a workbook has nothing for this canvas.
  package var needs: DataPath?
  /// Cells whose notes are counted by their evidence, or `all`.
  package var evidence: [String]
  /// Only elements of which a field has this word.
  package var filter: Filter?
  /// The phrase key of a line that every sheet must carry.
  package var licence: String?
  package var paper: Paper
  package var orientation: Paper.Orientation
  /// Six units, on posters eight, when nothing is said.
  package var margin: LayoutLength?
  /// How far a print shop prints beyond the sheet's edge; the usual amount when nothing is said.
  package var bleed: LayoutLength?
  package var columns: [Track]
  package var rows: [Track]
  package var columnGap: LayoutLength
  package var rowGap: LayoutLength
  /// In the order a reader takes them.
  package var cells: [CellDefinition]

  /// It shows what a filled sheet still lacks.
  package var namesWhatIsMissing: Bool { cells.contains { $0.missing != nil } }

  /// It shows scores or what follows from them.
  package var showsScores: Bool {
    ["score", "sum", "rank", "matrix", "plotKey"].contains { has(block: $0) }
  }

  package func has(block: String) -> Bool { cells.contains { $0.block == block } }

  /// Without some columns, and without the cells that stand in these alone.
  package func removing(columns removed: Set<Int>) -> CanvasDefinition {
    var smaller = self
    smaller.columns = columns.indices.filter { !removed.contains($0) }.map { columns[$0] }
    func kept(before column: Int) -> Int { (0..<column).count { !removed.contains($0) } }
    smaller.cells = cells.compactMap { cell in
      var cell = cell
      cell.columns = kept(before: cell.columns.lowerBound)..<kept(before: cell.columns.upperBound)
      return cell.columns.isEmpty ? nil : cell
    }
    return smaller
  }

  /// Sorts tools as people count them: T2 before T10.
  package var toolOrder: Int {
    tool.flatMap { Int($0.drop { !$0.isNumber }.prefix { $0.isNumber }) } ?? Int.max
  }

  /// Whether the notes of a cell are counted by their evidence.
  package func countsEvidence(of cell: String) -> Bool { evidence.contains(cell) || evidence == ["all"] }

  /// The list that a track repeats over, and whether its elements stand below each other.
  package var repetition: (path: DataPath, isRows: Bool)? {
    if let path = columns.lazy.compactMap(\.per).first { return (path, false) }
    return rows.lazy.compactMap(\.per).first.map { ($0, true) }
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
  /// More values of the same record, set below the first.
  package var also: [Also]
  /// Keys of criteria, each with a label and with words for scores of 1, 3 and 5.
  package var criteria: [String]
  package var ticks: [TickList]
  /// A phrase for the dashed frame that a filled sheet shows in its place when there is nothing.
  package var missing: String?
  /// Where the evidence of a text stands that is not a note.
  package var evidence: DataPath?
  package var mark: CellMark?

  package struct Also: Sendable {
    package var path: DataPath
    package var words: String?
    package var role: String?
  }

  /// Words to tick, and where the workbook says which are.
  package struct TickList: Sendable {
    package var path: DataPath
    /// A phrase key.
    package var label: String?
    /// The words' phrases are `<group>.<word>`.
    package var group: String
    package var words: [String]
    /// `<explanations>.<word>` is a phrase that explains a word.
    package var explanations: String?
    /// A filled sheet says the words elsewhere.
    package var isForPens: Bool
  }
}
