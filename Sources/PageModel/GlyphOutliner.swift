/// Draws letters as paths, for files that shall need no fonts.
package protocol GlyphOutliner: AnyObject {
  /// A glyph at a size of 1000 points, its origin at zero; empty for a space.
  func outline(of glyph: UInt32, in face: Face) -> Path
}
