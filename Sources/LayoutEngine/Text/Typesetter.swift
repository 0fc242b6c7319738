import LayoutModel
package import PageModel

/// Sets text in a role at a width. A class because it remembers shaped paragraphs; one per worker, as its shaper is.
package final class Typesetter {
  private struct Key: Hashable {
    /// Bytes, because equal strings may differ in them (è as one character or two) and lines count bytes.
    var text: [UInt8]
    var style: TextStyle
  }

  private let shaper: any TextShaper
  private let breaker: GreedyLineBreaker
  private var paragraphs: [Key: ShapedParagraph] = [:]

  package init(shaper: any TextShaper, hyphenator: any Hyphenator) {
    self.shaper = shaper
    breaker = GreedyLineBreaker(shaper: shaper, hyphenator: hyphenator)
  }

  func lines(_ text: String, _ role: PageStyle.Role, width: Length) -> [SetLine] {
    breaker.lines(
      of: shaped(text, role.style), style: role.style, width: Float(max(width, .zero) / role.size),
      hyphenates: role.hyphenates)
  }

  /// The width of a text on one line.
  func width(_ text: String, _ role: PageStyle.Role) -> Length {
    let em = shaped(text, role.style).pieces.reduce(Float(0)) { sum, piece in
      switch piece {
      case .word(let word): sum + word.advance
      case .space(let run, _): sum + run.advance
      case .breakAllowed, .lineEnd: sum
      }
    }
    return role.size * Double(em)
  }

  /// Characters met so far that no font can draw.
  private(set) var missingCharacters: Set<Unicode.Scalar> = []

  /// The distance from the top of a line to its baseline: capitals stand in the middle of the leading.
  func baseline(_ role: PageStyle.Role) -> Length {
    (role.leading + role.size * shaper.metrics(role.style).capHeight) / 2
  }

  func capHeight(_ role: PageStyle.Role) -> Length { role.size * shaper.metrics(role.style).capHeight }

  private func shaped(_ text: String, _ style: TextStyle) -> ShapedParagraph {
    let key = Key(text: Array(text.utf8), style: style)
    if let known = paragraphs[key] { return known }
    let paragraph = shaper.shape(text, style)
    paragraphs[key] = paragraph
    for range in paragraph.missing {
      missingCharacters.formUnion(
        String(decoding: Array(text.utf8)[range], as: UTF8.self).unicodeScalars.filter { !$0.isASCII })
    }
    return paragraph
  }
}
