import PageModel

/// Lines of text as outlines: each letter is drawn once and used wherever it stands. What the line says is its title,
/// so that readers aloud and searches find it.
struct SVGOutlines {
  private struct Letter: Hashable {
    var glyph: UInt32
    var face: Face
  }

  private let outliner: any GlyphOutliner
  /// Numbers of the letters used, in the order of their first use; nothing for those that leave no mark.
  private var numbers: [Letter: Int?] = [:]
  private(set) var definitions: [String] = []

  init(_ outliner: any GlyphOutliner) { self.outliner = outliner }

  /// None for a line that only holds space. Emoji stay text, in the reader's own font: they are no outlines.
  mutating func elements(_ line: TextLine) -> [String] {
    var uses = ""
    var signs: [String] = []
    for placed in line.line.runs {
      switch placed.run.drawing {
      case .letters: break
      case .box: signs += [SVGText.box(placed, line)].compactMap { $0 }
      case .picture: signs.append(Self.picture(placed, line))
      }
      for (index, glyph) in placed.run.glyphs.enumerated() {
        guard let number = number(of: Letter(glyph: glyph, face: placed.run.face)) else { continue }
        let x = SVGNumber.text(Double(placed.x + placed.run.x[index]) * 1000, decimals: 1)
        let y = SVGNumber.text(Double(placed.run.y[index]) * 1000, decimals: 1)
        uses += "<use xlink:href=\"#g\(number)\""
        if placed.run.zoom == 1 {
          uses += " x=\"\(x)\"" + (y == "0" ? "/>" : " y=\"\(y)\"/>")
        } else {
          let zoom = SVGNumber.text(Double(placed.run.zoom), decimals: 3)
          uses += " transform=\"translate(\(x) \(y)) scale(\(zoom))\"/>"
        }
      }
    }
    guard !uses.isEmpty else { return signs }
    let place = "translate(\(SVGNumber.text(line.baseline.x)) \(SVGNumber.text(line.baseline.y)))"
    let scale = "scale(\(SVGNumber.text(line.size.points / 1000, decimals: 7)))"
    let letters =
      "<g transform=\"\(place) \(scale)\" fill=\"\(line.colour.hex)\">"
      + "<title>\(XMLText.escaped(SVGText.shown(line.line.text)))</title>\(uses)</g>"
    return [letters] + signs
  }

  private static func picture(_ placed: SetLine.Placed, _ line: TextLine) -> String {
    let x = SVGNumber.text(line.baseline.x + line.size * Double(placed.x))
    let width = SVGNumber.text(line.size * Double(placed.run.advance))
    return
      "<text x=\"\(x)\" y=\"\(SVGNumber.text(line.baseline.y))\" font-size=\"\(SVGNumber.text(line.size))\""
      + " font-family=\"\(SVGText.pictureFonts)\" textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\">"
      + "\(XMLText.escaped(placed.run.text))</text>"
  }

  private mutating func number(of letter: Letter) -> Int? {
    if let known = numbers[letter] { return known }
    let path = outliner.outline(of: letter.glyph, in: letter.face)
    guard !path.elements.isEmpty else {
      numbers[letter] = .some(nil)
      return nil
    }
    let number = definitions.count + 1
    numbers[letter] = number
    definitions.append("<path id=\"g\(number)\" d=\"\(SVGPath.data(path, decimals: 1))\"/>")
    return number
  }
}
