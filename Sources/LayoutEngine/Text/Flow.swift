import Diagnostics
import PageModel
import WorkbookModel

/// Something to be set one below the other: a note with its details, a paragraph of prose.
struct FlowItem: Sendable {
  /// What stands before an item, each in a place of its own from start to end.
  struct Marker: Hashable, Sendable {
    var sign: Sign?
    /// The segment that a note serves, by letter and colour.
    var segment: Int?
    /// How sure it is, by shape.
    var evidence: Evidence?

    static let none = Marker()
    static let bullet = Marker(sign: .bullet)
  }

  enum Sign: Hashable, Sendable {
    case bullet
    /// A step of several.
    case number(Int)
    /// What stands for it on a plot.
    case letter(String)
    /// The segment that it is or serves, where that takes a sign's place.
    case segment(Int)
    /// A blocker of the utility map among notes: at the size of their letters.
    case blocker
    /// What it says on the utility map.
    case utility(UtilityMarkKind)
  }

  var marker = Marker.none
  /// How sure it counts as being: a statement without a mark is an assumption. Nothing when it is not counted.
  var countsAs: Evidence?
  var paragraphs: [FlowParagraph]
  /// Set on a ground of its own, like a paper note.
  var isCard = false
  /// Its paragraphs are read as things of a list, such as figures with their names.
  var isList = false
  /// It began on another sheet or in another column: it bears no second mark.
  var isContinued = false
  /// So did its first paragraph.
  var isCutInParagraph = false
  /// The colour of its marks by the theme's name.
  var tone = "accent"

  /// The place in the workbook.
  var origin: Span? { paragraphs.first?.origin }
}

struct FlowParagraph: Sendable {
  var text: String
  var role: String
  var origin: Span?

  init(_ text: Text, role: String) {
    self.text = text.string
    self.role = role
    origin = text.span
  }

  init(_ text: String, role: String, origin: Span? = nil) {
    self.text = text
    self.role = role
    self.origin = origin
  }
}

/// A rung of the ladder: how tight and how small a sheet is set.
struct LadderStep: Hashable, Sendable {
  /// Of the gaps between items.
  var spacing: Double
  /// Of every role's size.
  var scale: Double

  static let natural = LadderStep(spacing: 1, scale: 1)
}
