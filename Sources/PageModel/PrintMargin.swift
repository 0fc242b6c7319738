/// What lies around the trimmed pages of a file for a print shop.
package struct PrintMargin: Hashable, Sendable {
  /// Lines that say where to cut.
  package var hasMarks: Bool

  package init(hasMarks: Bool) { self.hasMarks = hasMarks }

  package static let usualBleed = Length.mm(3)
  package static let markLength = Length.mm(5)
  private static let usualSlug = Length.mm(10)

  /// What is printed beyond the trimmed page and cut off.
  package func bleed(of page: Page) -> Length { max(page.bleed ?? Self.usualBleed, .zero) }

  /// From the edge of the paper to the trimmed page: room for the bleed and the marks outside it.
  package func slug(of page: Page) -> Length {
    max(Self.usualSlug, bleed(of: page) + Self.markLength + .mm(2))
  }
}
