/// One line, ready for every back end.
package struct SetLine: Sendable {
  package struct Placed: Sendable {
    package var run: GlyphRun
    /// In em from the line's start.
    package var x: Float
    /// Which part of a text of several looks it belongs to; -1 for a space between two of them.
    package var part: Int32

    package init(run: GlyphRun, x: Float, part: Int32 = 0) {
      self.run = run
      self.x = x
      self.part = part
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
