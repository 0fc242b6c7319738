/// One line, ready for every back end.
package struct SetLine: Sendable {
  package struct Placed: Sendable {
    package var run: GlyphRun
    /// In em from the line's start.
    package var x: Float

    package init(run: GlyphRun, x: Float) {
      self.run = run
      self.x = x
    }
  }

  package var runs: [Placed]
  /// In em, without a space at the end.
  package var width: Float
  /// UTF-8 offsets in the paragraph.
  package var source: Range<Int>

  package init(runs: [Placed], width: Float, source: Range<Int>) {
    self.runs = runs
    self.width = width
    self.source = source
  }

  /// What text extraction gives.
  package var text: String { runs.map(\.run.text).joined() }
}
