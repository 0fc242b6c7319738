import PageModel

/// Lines of text as SVG writes them: each stretch as wide as it was set, whatever font the reader has.
struct SVGText {
  /// What the fonts of the faces are called; where nothing is known, the reader's own fonts stand in.
  let fonts: (Face) -> FontName?
  /// The family of the group that all texts stand in.
  let family: String?

  init(_ lines: [TextLine], fonts: @escaping (Face) -> FontName?) {
    var known: [Face: FontName?] = [:]
    for run in lines.lazy.flatMap(\.line.runs) where known[run.run.face] == nil {
      known.updateValue(fonts(run.run.face), forKey: run.run.face)
    }
    self.fonts = { known[$0] ?? nil }
    family = lines.first?.line.runs.first.flatMap { known[$0.run.face] ?? nil }?.family
  }

  /// The attribute that names the group's fonts.
  var familyAttribute: String {
    let stated = family.map(Self.list) ?? "Lato, 'Helvetica Neue', Arial, sans-serif"
    return "font-family=\"\(XMLText.escaped(stated))\""
  }

  func elements(_ line: TextLine) -> [String] {
    let boxes = line.line.runs.compactMap { placed in Self.box(placed, line) }
    return boxes
      + stretches(line.line).map { stretch in
        let x = line.baseline.x + line.size * Double(stretch.start)
        let text = Self.shown(stretch.text)
        let font = fonts(stretch.face)
        var attributes = " x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(line.baseline.y))\""
        attributes += " font-size=\"\(SVGNumber.text(line.size))\""
        if stretch.isPicture {
          attributes += " font-family=\"\(Self.pictureFonts)\""
        } else if let font, font.family != family {
          attributes += " font-family=\"\(XMLText.escaped(Self.list(font.family)))\""
        }
        let weight = font?.weight ?? Self.weight(line.style.weight)
        if weight != 400 { attributes += " font-weight=\"\(weight)\"" }
        if font?.isItalic ?? line.style.isItalic { attributes += " font-style=\"italic\"" }
        // Brackets and full stops among letters from right to left turn and stand as those do; the end is on the left.
        if stretch.isRightToLeft {
          attributes += " direction=\"rtl\" unicode-bidi=\"embed\" text-anchor=\"end\""
        }
        attributes += " fill=\"\(line.colour.hex)\""
        let width = SVGNumber.text(line.size * Double(stretch.end - stretch.start))
        if width != "0" { attributes += " textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\"" }
        if text.contains("  ") { attributes += " xml:space=\"preserve\"" }
        return "<text\(attributes)>\(XMLText.escaped(text))</text>"
      }
  }

  /// Runs of one face that follow each other without a gap, in em from the line's start.
  private struct Stretch {
    var text: String
    var face: Face
    var start: Float
    var end: Float
    var isPicture = false
    var isRightToLeft = false
  }

  static let pictureFonts = "'Noto Color Emoji', 'Apple Color Emoji', 'Segoe UI Emoji', sans-serif"

  /// The sign for a character that no font has.
  static func box(_ placed: SetLine.Placed, _ line: TextLine) -> String? {
    guard case .box = placed.run.drawing else { return nil }
    let start = Point(line.baseline.x + line.size * Double(placed.x), line.baseline.y)
    return SVGPath.element(
      MissingSign.path(at: start, size: line.size), fill: nil,
      stroke: MissingSign.stroke(line.colour, size: line.size))
  }

  /// A run from right to left stands alone: a browser would put the words of a whole line in another order.
  /// Spaces at the edges are left out, because they are not shown.
  private func stretches(_ line: SetLine) -> [Stretch] {
    var stretches: [Stretch] = []
    var open: Stretch?
    var space: Stretch?
    func end() {
      if let open { stretches.append(open) }
      open = nil
      space = nil
    }
    for placed in line.runs.sorted(by: { $0.x < $1.x }) {
      if case .box = placed.run.drawing {
        end()
        continue
      }
      let isPicture = if case .picture = placed.run.drawing { true } else { false }
      let (start, edge) = (placed.x, placed.x + placed.run.advance)
      if placed.run.text.allSatisfy(\.isWhitespace) {
        space = Stretch(
          text: (space?.text ?? "") + placed.run.text, face: placed.run.face, start: start, end: edge)
        continue
      }
      let reached = space?.end ?? open?.end ?? start
      let looksOther = open.map { fonts($0.face) != fonts(placed.run.face) } ?? false
      let standsAlone = placed.run.isRightToLeft || isPicture
      if standsAlone || looksOther || abs(reached - start) > 0.002 { end() }
      if var joined = open {
        joined.text += (space?.text ?? "") + placed.run.text
        joined.end = edge
        open = joined
      } else {
        open = Stretch(
          text: placed.run.text, face: placed.run.face, start: start, end: edge, isPicture: isPicture,
          isRightToLeft: placed.run.isRightToLeft)
      }
      space = nil
      if standsAlone { end() }
    }
    end()
    return stretches
  }

  /// A soft hyphen is drawn where a line ends with it; browsers would hide it.
  static func shown(_ text: String) -> String {
    let ends = text.unicodeScalars.last == "\u{AD}"
    let whole = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{AD}" }))
    return ends ? whole + "-" : whole
  }

  /// A family as CSS names it, and what stands in for it.
  private static func list(_ family: String) -> String {
    let isPlain = family.allSatisfy { $0.isASCII && $0.isLetter }
    let quoted = family.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    return (isPlain ? family : "'\(quoted)'") + ", sans-serif"
  }

  private static func weight(_ weight: TextStyle.Weight) -> Int {
    switch weight {
    case .regular: 400
    case .medium: 500
    case .semibold: 600
    }
  }
}
