import Diagnostics
package import LayoutModel
import LocatedYAML
package import PageModel
import WorkbookModel

/// What fills a cell. A new block is one file here and one line in the register.
protocol Block: Sendable {
  var traits: LayoutVocabulary.BlockTraits { get }
  /// Its value is there on blank sheets too: the names of stages, the steps of the phase.
  var showsOnBlank: Bool { get }
  /// It sets its cell's guiding questions itself.
  var setsItsPrompts: Bool { get }
  /// People stick notes on its blank cells.
  var takesNotes: Bool { get }
  /// Its drawing is shared out to several sheets when one does not hold it.
  var takesSeveralSheets: Bool { get }
  /// Its heading stands beside it, in the columns before the repeated ones.
  var hasHeadingBeside: Bool { get }
  func content(of cell: CellInput, in sheet: SheetData) -> CellContent
}

extension Block {
  var showsOnBlank: Bool { false }
  var setsItsPrompts: Bool { false }
  var takesNotes: Bool { false }
  var takesSeveralSheets: Bool { false }
  var hasHeadingBeside: Bool { false }
}

/// All blocks that a layout may name.
package enum BlockRegister {
  static let blocks: [any Block] = [
    TitleBlock(), CreditBlock(), TextBlock(), NotesBlock(), PictureBlock(), StageBlock(), CurveBlock(),
    LabelBlock(), MarksBlock(), LegendBlock(), ScoreBlock(), SumBlock(), FrontNoteBlock(), RankBlock(),
    WorthBlock(),
    InterviewBlock(), ChoicesBlock(),
    MatrixBlock(), PlotKeyBlock(), WorkflowBlock(), LetterBlock(), ScalesBlock(),
    TraceBlock(),
  ]

  static func block(named name: String) -> (any Block)? { blocks.first { $0.traits.name == name } }

  package static var traits: [LayoutVocabulary.BlockTraits] { blocks.map(\.traits) }
}

/// A cell and the data it shows.
struct CellInput {
  var definition: CellDefinition
  var value: DataView
  /// The element of a repeated track, when the cell belongs to one.
  var element: DataView?
  var canvas: CanvasDefinition
  var pictures: PictureShelf
  /// The place of its element among all of the list.
  var position = 0
  /// What the notes of the sheet count as, for its foot.
  var evidence: [Evidence] = []
}

enum CellContent {
  case nothing
  /// Text that flows, and carries on elsewhere when it does not fit.
  case flow([FlowItem])
  /// Something that fills its frame.
  case drawing(any Drawing)
}

/// Something drawn into a frame of its own.
protocol Drawing: Sendable {
  /// Draws over the whole cell, heading included, instead of below the heading.
  var coversHeading: Bool { get }
  /// How sure the statements in it are, for the sheet's foot.
  var counted: [Evidence] { get }
  /// It is set tighter and smaller for the sake of one sheet, as text is.
  var climbsLadder: Bool { get }
  /// In a cell of a table it needs elements of its own, for marks that say something.
  var makesElements: Bool { get }
  /// The least height it asks for.
  func height(width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter)
    -> Length
  /// The parts that several sheets of a height take, by positions of its own; nothing when it is all one.
  func shares(
    height: Length, columns: [Rect], ladder: [LadderStep], _ style: PageStyle, _ typesetter: Typesetter
  ) -> [Range<Int>]
  /// Draws; what text found no room.
  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover]
}

extension Drawing {
  var coversHeading: Bool { false }
  var counted: [Evidence] { [] }
  var climbsLadder: Bool { false }
  var makesElements: Bool { false }
  func shares(
    height: Length, columns: [Rect], ladder: [LadderStep], _ style: PageStyle, _ typesetter: Typesetter
  ) -> [Range<Int>] { [] }
}

/// Where a drawing goes.
struct DrawingPlace {
  var frame: Rect
  /// The columns of the repeated track; of the whole grid where none repeats.
  var columns: [Rect]
  /// The cell's room beside the frame, where its heading stands.
  var side: Rect?
  var step: LadderStep
  /// Where it is read.
  var reading: ReadingPlace
  /// Where what stands in each column is read, if not with the rest.
  var columnReadings: [ReadingPlace] = []
  /// The figure that it is, where whoever wants it drawn has words of his own for it.
  var figure: DisplayItem.TextOwner? = nil
  /// Nothing in a report, where drawings carry nothing on.
  let naming: CellNaming?
  /// The cell's name in the sheet's language.
  var name: String { naming?.name ?? "" }

  /// The figure that it is, with words of its own where nobody has others for it.
  func figure(_ words: String, _ structure: inout StructureTree) -> DisplayItem.TextOwner {
    figure ?? structure.addFigure(words, in: reading)
  }

  func reading(ofColumn column: Int) -> ReadingPlace {
    columnReadings.indices.contains(column) ? columnReadings[column] : reading
  }
}

/// Text that found no room, with the name of its cell.
struct Leftover {
  var name: String
  var items: [FlowItem]
  var kind = Kind.continued
  /// Where the place is kept for the number of the sheet that carries it on.
  var marker: Marker?

  enum Kind {
    /// Text of the workbook, which goes on elsewhere.
    case continued
    /// Guiding questions, which go to a sheet of their own.
    case questions
  }

  struct Marker {
    var right: Point
    /// What the cell offers.
    var width: Length
  }
}

/// The pictures of a document by the path that the workbook gives.
package struct PictureShelf: Sendable {
  package private(set) var pictures: [Picture]
  private var index: [String: PictureID]

  package init(_ pictures: [Picture]) {
    self.pictures = pictures
    index = Dictionary(pictures.enumerated().map { ($0.element.path, PictureID(index: $0.offset)) }) {
      first, _ in first
    }
  }

  subscript(id: PictureID) -> Picture { pictures[id.index] }

  func id(of path: String) -> PictureID? { index[path] }

  /// Whether there is a picture of this path.
  package func has(_ path: String) -> Bool { index[path] != nil }
}
