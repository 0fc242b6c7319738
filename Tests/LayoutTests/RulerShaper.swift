import PageModel

/// Every character is half an em wide: layouts can be tested without a font.
final class RulerShaper: TextShaper {
  func shape(_ text: String, _ style: TextStyle) -> ShapedParagraph {
    var pieces: [Piece] = []
    var offset = 0
    var word = ""
    func endWord() {
      if !word.isEmpty { pieces.append(.word(self.word(word, at: offset - word.utf8.count))) }
      word = ""
    }
    for character in text {
      if character == " " {
        endWord()
        pieces.append(.space(run(" "), source: offset..<offset + 1))
      } else if character == "\n" {
        endWord()
        pieces.append(.lineEnd)
      } else {
        word.append(character)
      }
      offset += String(character).utf8.count
    }
    endWord()
    return ShapedParagraph(pieces: pieces)
  }

  func halves(
    of word: ShapedWord, at offset: Int, hyphen: Bool, _ style: TextStyle
  ) -> (before: ShapedWord, after: ShapedWord) {
    let middle = word.text.utf8.index(word.text.startIndex, offsetBy: offset)
    let boundary = word.source.lowerBound + offset
    var before = self.word(String(word.text[..<middle]), at: word.source.lowerBound)
    if hyphen {
      before = ShapedWord(runs: before.runs + [run("\u{AD}")], source: before.source, text: before.text)
    }
    return (before, self.word(String(word.text[middle...]), at: boundary))
  }

  func metrics(_ style: TextStyle) -> LineMetrics { LineMetrics(ascent: 0.8, descent: 0.2, capHeight: 0.7) }

  private func word(_ text: String, at offset: Int) -> ShapedWord {
    ShapedWord(runs: [run(text)], source: offset..<offset + text.utf8.count, text: text[...])
  }

  private func run(_ text: String) -> GlyphRun {
    GlyphRun(text: text, face: Face(file: "ruler"), advance: Float(text.count) * 0.5)
  }
}

/// Breaks after the letters of a table.
final class TableHyphenator: Hyphenator {
  var table: [Substring: [Int]]
  init(_ table: [Substring: [Int]] = [:]) { self.table = table }
  func breaks(in word: Substring, language: String) -> [Int] { table[word] ?? [] }
}
