/// What a stretch of a page's content is. A back end lists them in the order in which it painted; whoever finishes a
/// PDF gives each stretch its element.
package struct ContentMark: Hashable, Sendable {
  package var owner: DisplayItem.TextOwner
  /// The link of its page that it is part of.
  package var link: Int?

  package init(owner: DisplayItem.TextOwner, link: Int? = nil) {
    self.owner = owner
    self.link = link
  }
}
