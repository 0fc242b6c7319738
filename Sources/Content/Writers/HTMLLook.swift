/// The colours of a web page, as `#1D2228`: the theme's, for a page that looks like the sheets.
package struct HTMLLook: Sendable {
  /// The text's.
  package var ink: String
  /// What is said more quietly: captions, marks, numbers.
  package var quiet: String
  /// Hairlines.
  package var rule: String
  /// Links, the title's rule, the ring around what has the keyboard.
  package var accent: String
  /// The squares of segments A, B, C and on; from the first again after the last.
  package var segments: [String]

  package init(ink: String, quiet: String, rule: String, accent: String, segments: [String]) {
    self.ink = ink
    self.quiet = quiet
    self.rule = rule
    self.accent = accent
    self.segments = segments
  }

  /// The names of the colours and of the squares; the rest of the style sheet rests on them.
  var styles: String {
    let colours = [("ink", ink), ("quiet", quiet), ("rule", rule), ("accent", accent)]
      .map { "--\($0.0):\($0.1)" }.joined(separator: ";")
    let squares = segments.enumerated().map { ".s\($0)::before{background:\($1)}" }
    return ([":root{\(colours)}"] + squares).joined(separator: "\n")
  }
}
