import PageModel

/// Lines of text as SVG writes them: each stretch as wide as it was set, whatever font the reader has.
enum SVGText {
  static func elements(_ line: TextLine) -> [String] {
    stretches(line.line).map { stretch in
      let x = line.baseline.x + line.size * Double(stretch.start)
      let text = shown(stretch.text)
      var attributes = " x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(line.baseline.y))\""
      attributes += " font-size=\"\(SVGNumber.text(line.size))\""
      if line.style.weight != .regular { attributes += " font-weight=\"\(weight(line.style.weight))\"" }
      attributes += " fill=\"\(line.colour.hex)\""
      let width = SVGNumber.text(line.size * Double(stretch.end - stretch.start))
      if width != "0" { attributes += " textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\"" }
      if text.contains("  ") { attributes += " xml:space=\"preserve\"" }
      return "<text\(attributes)>\(XMLText.escaped(text))</text>"
    }
  }

  /// Runs that follow each other without a gap, in em from the line's start.
  private struct Stretch {
    var text: String
    var start: Float
    var end: Float
  }

  /// A run from right to left stands alone: a browser would put the words of a whole line in another order.
  /// Spaces at the edges are left out, because they are not shown.
  private static func stretches(_ line: SetLine) -> [Stretch] {
    var stretches: [Stretch] = []
    var open: Stretch?
    var space: Stretch?
    func end() {
      if let open { stretches.append(open) }
      open = nil
      space = nil
    }
    for placed in line.runs {
      let (start, edge) = (placed.x, placed.x + placed.run.advance)
      if placed.run.text.allSatisfy(\.isWhitespace) {
        space = Stretch(text: (space?.text ?? "") + placed.run.text, start: start, end: edge)
        continue
      }
      let reached = space?.end ?? open?.end ?? start
      if placed.run.isRightToLeft || abs(reached - start) > 0.002 { end() }
      if var joined = open {
        joined.text += (space?.text ?? "") + placed.run.text
        joined.end = edge
        open = joined
      } else {
        open = Stretch(text: placed.run.text, start: start, end: edge)
      }
      space = nil
      if placed.run.isRightToLeft { end() }
    }
    end()
    return stretches
  }

  /// A soft hyphen is drawn where a line ends with it; browsers would hide it.
  private static func shown(_ text: String) -> String {
    let ends = text.unicodeScalars.last == "\u{AD}"
    let whole = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{AD}" }))
    return ends ? whole + "-" : whole
  }

  private static func weight(_ weight: TextStyle.Weight) -> Int {
    switch weight {
    case .regular: 400
    case .medium: 500
    case .semibold: 600
    }
  }
}
