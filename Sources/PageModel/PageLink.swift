/// A part of a page that leads somewhere.
package struct PageLink: Sendable {
  package enum Target: Hashable, Sendable {
    /// A place of the document by its number, which some page has as an anchor.
    case anchor(Int)
    /// An address with its scheme.
    case web(String)
  }

  package var frame: Rect
  package var target: Target
  /// What is painted of it, as it is read.
  package var words: String

  package init(frame: Rect, target: Target, words: String = "") {
    self.frame = frame
    self.target = target
    self.words = words
  }
}

/// A place that links and the outline lead to.
package struct PageAnchor: Sendable {
  package var number: Int
  /// From the trim's top.
  package var y: Length

  package init(number: Int, y: Length) {
    self.number = number
    self.y = y
  }
}

/// A heading as readers show it beside the pages.
package struct OutlineEntry: Sendable {
  /// From 1; an entry belongs to the last one before it with a lower level.
  package var level: Int
  package var title: String
  package var anchor: Int

  package init(level: Int, title: String, anchor: Int) {
    self.level = level
    self.title = title
    self.anchor = anchor
  }
}
