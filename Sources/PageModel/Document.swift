/// Pages to be printed together, and what they say.
package struct Document: Sendable {
  package var title: String
  package var subject: String
  package var author: String
  /// The code of its language.
  package var language: String
  /// Written into the file as the day of its making, `2026-11-21`.
  package var date: String
  package var pages: [Page]
  package var structure: StructureTree
  package var pictures: [Picture]
  /// Headings beside the pages, in reading order; none where there is nothing to choose from.
  package var outline: [OutlineEntry] = []

  package init(
    title: String, subject: String, author: String, language: String, date: String, pages: [Page],
    structure: StructureTree, pictures: [Picture]
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.language = language
    self.date = date
    self.pages = pages
    self.structure = structure
    self.pictures = pictures
  }
}

/// One side of paper with what is painted on it, in that order.
package struct Page: Sendable {
  package var size: Size
  /// Of all of the paper; nothing for white.
  package var ground: Colour?
  /// How far the ground is printed beyond the edge for a print shop; the usual amount when nothing is said.
  package var bleed: Length?
  package var items: [DisplayItem] = []
  /// What it is called, such as `iv` or `A-2`; by its position when nothing is said.
  package var label: String?
  package var links: [PageLink] = []
  package var anchors: [PageAnchor] = []

  package init(size: Size) { self.size = size }

  package var textLines: [TextLine] {
    items.compactMap { if case .text(let line) = $0.paint { line } else { nil } }
  }
}
