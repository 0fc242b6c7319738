import LayoutModel
import PageModel

/// A text of several looks on one line height: the first is the paragraph's own.
struct LooksText {
  struct Part {
    var text: String
    var style: TextStyle
  }

  var parts: [Part]
}

extension Typesetter {
  /// The lines of a text of several looks. It is not remembered: running text is set once.
  func lines(_ text: LooksText, size: Length, width: Length, hyphenates: Bool) -> [SetLine] {
    guard let first = text.parts.first else { return [] }
    if text.parts.count == 1 {
      return breaker.lines(
        of: shape(first.text, first.style), style: first.style, width: Float(width / size),
        hyphenates: hyphenates)
    }
    // Directions depend on the whole text.
    let isTurned = text.parts.contains { self.levels(of: $0.text) != nil }
    let levels = isTurned ? self.levels(of: text.parts.map(\.text).joined()) : nil
    var whole = ShapedParagraph(pieces: [], level: levels?.base ?? 0)
    var offset = 0
    for (number, part) in text.parts.enumerated() {
      let shaped = shape(part.text, part.style, levels: levels?[offset..<offset + part.text.utf8.count])
      append(shaped.pieces, part: Int32(number), offset: offset, to: &whole)
      offset += part.text.utf8.count
    }
    return breaker.lines(
      of: whole, style: first.style, more: text.parts.dropFirst().map(\.style), width: Float(width / size),
      hyphenates: hyphenates)
  }

  /// Adds the pieces of a part; a word that follows another without a break becomes its tail.
  private func append(_ pieces: [Piece], part: Int32, offset: Int, to whole: inout ShapedParagraph) {
    func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + offset..<range.upperBound + offset }
    for (position, piece) in pieces.enumerated() {
      switch piece {
      case .word(var word):
        word.part = part
        word.source = moved(word.source)
        if position == 0, case .word(var before)? = whole.pieces.last {
          before.tail = ShapedWord.Tail((before.tail?.words ?? []) + [word])
          before.advance += word.advance
          before.source = before.source.lowerBound..<word.source.upperBound
          whole.pieces[whole.pieces.count - 1] = .word(before)
        } else {
          whole.pieces.append(.word(word))
        }
      case .space(let run, let source): whole.pieces.append(.space(run, source: moved(source)))
      case .breakAllowed, .lineEnd: whole.pieces.append(piece)
      }
    }
  }
}
