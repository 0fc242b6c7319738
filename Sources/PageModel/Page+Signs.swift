package import Diagnostics

extension Page {
  /// A run that is drawn otherwise than by its letters, with its place on the page.
  package struct Sign: Sendable {
    package var run: GlyphRun
    package var line: TextLine
    /// In em from the line's start.
    package var x: Float
    package var origin: Span?

    /// Where it stands on its baseline.
    package var start: Point { Point(line.baseline.x + line.size * Double(x), line.baseline.y) }
  }

  /// Pictures among the letters, such as emoji: they are see-through at their edges, which some kinds of PDF forbid.
  package var pictureSigns: [Sign] { signs { if case .picture = $0 { true } else { false } } }

  /// Characters that no font has.
  package var missingSigns: [Sign] { signs { if case .box = $0 { true } else { false } } }

  private func signs(_ isOne: (GlyphRun.Drawing) -> Bool) -> [Sign] {
    items.flatMap { item -> [Sign] in
      guard case .text(let line) = item.paint else { return [] }
      return line.line.runs.compactMap { placed in
        isOne(placed.run.drawing)
          ? Sign(run: placed.run, line: line, x: placed.x, origin: item.origin) : nil
      }
    }
  }
}
