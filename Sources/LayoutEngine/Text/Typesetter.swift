import LayoutModel
package import PageModel

/// Sets text in a role at a width. A class because it remembers shaped paragraphs; one per worker, as its shaper is.
package final class Typesetter {
  private struct Key: Hashable {
    var text: ByteText
    var style: TextStyle
  }

  /// A shaped text with the lines that it was broken into so far: a sheet asks for the same ones when it is
  /// measured, when it is tried at its rung, and when it is drawn.
  private final class Setting {
    let paragraph: ShapedParagraph
    var breaks: [(width: Float, hyphenates: Bool, lines: [SetLine])] = []
    init(_ paragraph: ShapedParagraph) { self.paragraph = paragraph }
  }

  /// Rungs of a ladder times places of a text: more are not worth remembering.
  private static let mostBreaks = 12

  private let shaper: any TextShaper
  let breaker: GreedyLineBreaker
  private var settings: [Key: Setting] = [:]
  private var spaces: [TextStyle: GlyphRun] = [:]

  package init(shaper: any TextShaper, hyphenator: any Hyphenator) {
    self.shaper = shaper
    breaker = GreedyLineBreaker(shaper: shaper, hyphenator: hyphenator)
  }

  func lines(_ text: String, _ role: PageStyle.Role, width: Length) -> [SetLine] {
    let setting = setting(text, role.style)
    let width = Float(max(width, .zero) / role.size)
    if let known = setting.breaks.first(where: { $0.width == width && $0.hyphenates == role.hyphenates }) {
      return known.lines
    }
    let lines = breaker.lines(
      of: setting.paragraph, style: role.style, width: width, hyphenates: role.hyphenates)
    if setting.breaks.count == Self.mostBreaks { setting.breaks.removeFirst() }
    setting.breaks.append((width, role.hyphenates, lines))
    return lines
  }

  /// The width of a text on one line.
  func width(_ text: String, _ role: PageStyle.Role) -> Length {
    let em = setting(text, role.style).paragraph.pieces.reduce(Float(0)) { sum, piece in
      switch piece {
      case .word(let word): sum + word.advance
      case .space(let run, _): sum + run.advance
      case .breakAllowed, .lineEnd: sum
      }
    }
    return role.size * Double(em)
  }

  /// A space between words.
  func space(_ style: TextStyle) -> GlyphRun? {
    if let known = spaces[style] { return known }
    guard case .space(let run, _)? = shaper.shape(" ", style).pieces.first else { return nil }
    spaces[style] = run
    return run
  }

  /// Characters met so far that no font can draw, each with the package that would bring one, if it is known.
  private(set) var missingCharacters: [Character: String?] = [:]

  /// The distance from the top of a line to its baseline: capitals stand in the middle of the leading.
  func baseline(_ role: PageStyle.Role) -> Length {
    (role.leading + role.size * shaper.metrics(role.style).capHeight) / 2
  }

  func capHeight(_ role: PageStyle.Role) -> Length { role.size * shaper.metrics(role.style).capHeight }

  private func setting(_ text: String, _ style: TextStyle) -> Setting {
    let key = Key(text: ByteText(text), style: style)
    if let known = settings[key] { return known }
    let setting = Setting(shape(text, style))
    settings[key] = setting
    return setting
  }

  /// Shapes a text that is set only once.
  func shape(_ text: String, _ style: TextStyle) -> ShapedParagraph {
    let paragraph = shaper.shape(text, style)
    note(paragraph.missing, in: text)
    return paragraph
  }

  /// Shapes a stretch of a longer text.
  func shape(_ text: String, _ style: TextStyle, levels: TextLevels?) -> ShapedParagraph {
    let paragraph = shaper.shape(text, style, levels: levels)
    note(paragraph.missing, in: text)
    return paragraph
  }

  private func note(_ missing: [ShapedParagraph.Missing], in text: String) {
    for place in missing {
      let bytes = Array(text.utf8)[place.source]
      for character in String(decoding: bytes, as: UTF8.self) { missingCharacters[character] = place.package }
    }
  }

  /// Nothing when all of a text runs from left to right.
  func levels(of text: String) -> TextLevels? { shaper.levels(of: text) }
}
