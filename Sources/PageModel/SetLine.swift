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

  /// In the order of the text, which is not that on paper where some of it runs from right to left.
  package var runs: [Placed]
  /// In em, without a space at the end.
  package var width: Float
  /// UTF-8 offsets in the paragraph.
  package var source: Range<Int>
  /// In em from the measure's left, for a line that ends there: of a paragraph set from right to left.
  package var inset: Float = 0

  package init(runs: [Placed], width: Float, source: Range<Int>) {
    self.runs = runs
    self.width = width
    self.source = source
  }

  /// From where to where some of its runs reach, in em; a space at the line's end is not counted.
  package func extent(of range: Range<Int>) -> (start: Float, end: Float) {
    var (start, end) = (Float.infinity, -Float.infinity)
    for placed in runs[range] {
      start = min(start, max(placed.x, 0))
      end = max(end, min(placed.x + placed.run.advance, width))
    }
    return start <= end ? (start, end) : (0, 0)
  }

  /// What text extraction gives.
  package var text: String { runs.map(\.run.text).joined() }
}
