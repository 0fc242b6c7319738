/// What a face is called by programs that look for installed fonts.
package struct FontName: Hashable, Sendable {
  package var family: String
  /// As CSS counts it: 400 is regular, 700 bold.
  package var weight: Int
  package var isItalic: Bool

  package init(family: String, weight: Int, isItalic: Bool) {
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
  }
}
