/// A stretch of a source file, in UTF-8 bytes.
package struct Span: Hashable, Sendable {
  package var file: SourceFile
  package var range: Range<Int>

  package init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    self.range = range
  }

  package var start: SourceFile.Position { file.position(of: range.lowerBound) }
  package var end: SourceFile.Position { file.position(of: range.upperBound) }

  package static func == (left: Span, right: Span) -> Bool {
    left.file === right.file && left.range == right.range
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(file))
    hasher.combine(range)
  }
}

/// A string of the user's that remembers where it stands.
package struct Text: Hashable, Sendable {
  package var string: String
  package var span: Span?

  package init(_ string: String, at span: Span? = nil) {
    self.string = string
    self.span = span
  }
}
