import Diagnostics
import PageModel

/// Something to be set one below the other: a note with its details, a paragraph of prose.
struct FlowItem: Sendable {
  enum Marker: Hashable, Sendable {
    case none
    case bullet
    /// The segment that a note serves, by letter and colour.
    case segment(Int)
  }

  var marker = Marker.none
  var paragraphs: [FlowParagraph]
  /// Set on a ground of its own, like a paper note.
  var isCard = false
  /// It began on another sheet or in another column: it bears no second mark.
  var isContinued = false
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
