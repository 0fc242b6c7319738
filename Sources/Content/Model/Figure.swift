package import Diagnostics

/// A drawing or a picture with its caption.
package struct Figure: Sendable {
  /// What is drawn, by what it shows; pages draw it with lines, other writers as a picture of these.
  package enum Drawing: Hashable, Sendable {
    /// Solutions by challenge and impact.
    case matrix
    /// Solutions by priority, each bar with its parts.
    case ranking
    /// The moods of a journey, by its position in the workbook.
    case curve(journey: Int)
    /// Which elements a concept has, by its position in the workbook.
    case completeness(concept: Int)
    /// How sure the statements of each tool are.
    case evidence
    /// The face of a persona, by its path as the workbook writes it: small, beside what is said of it.
    case portrait(String)
    /// A picture beside the workbook, by its path as the workbook writes it.
    case picture(String)
  }

  /// More bars would be a wall; the table has them all.
  package static let mostBars = 12

  /// On a curve with more, stages are numbered.
  package static let mostNamedStages = 9

  package var drawing: Drawing
  /// Such as `Figure 2`; nothing for the author's own pictures, which are not counted.
  package var label: String?
  package var caption: Prose
  /// What it shows, for those who cannot see it.
  package var alternative: String
  package var place: Place?
  package var origin: Span?

  package init(
    _ drawing: Drawing, label: String? = nil, caption: Prose = Prose(), alternative: String,
    place: Place? = nil, origin: Span? = nil
  ) {
    self.drawing = drawing
    self.label = label
    self.caption = caption
    self.alternative = alternative
    self.place = place
    self.origin = origin
  }

  /// The path of the picture that it shows, if it is one.
  package var picturePath: String? {
    switch drawing {
    case .picture(let path), .portrait(let path): path
    default: nil
    }
  }
}
