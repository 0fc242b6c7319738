/// The look of a text without its size: sizes scale the same glyphs.
package struct TextStyle: Hashable, Sendable {
  package enum Weight: String, Hashable, Sendable, CaseIterable { case regular, medium, semibold }

  package var weight: Weight
  /// Leans, for emphasis in running text.
  package var isItalic: Bool
  /// The code of the text's language; shaping and hyphenation ask for it.
  package var language: String

  package init(weight: Weight, isItalic: Bool = false, language: String) {
    self.weight = weight
    self.isItalic = isItalic
    self.language = language
  }
}

/// A stretch of text without a space: what lines are made of.
package struct ShapedWord: Sendable {
  package var runs: [GlyphRun]
  /// In em.
  package var advance: Float
  /// UTF-8 offsets in the paragraph.
  package var source: Range<Int>
  package var text: Substring
  /// UTF-8 offsets in the word where its author allowed a break by a soft hyphen.
  package var softBreaks: [Int]
  /// Which part of a text of several looks it belongs to.
  package var part: Int32 = 0
  /// What follows it in another look without a place where the line may end; counted in its advance.
  package var tail: Tail?

  /// A class because nearly no word has one: nothing costs less to copy than an empty list.
  package final class Tail: Sendable {
    package let words: [ShapedWord]
    package init(_ words: [ShapedWord]) { self.words = words }
  }

  package init(runs: [GlyphRun], source: Range<Int>, text: Substring, softBreaks: [Int] = []) {
    self.runs = runs
    advance = runs.reduce(0) { $0 + $1.advance }
    self.source = source
    self.text = text
    self.softBreaks = softBreaks
  }
}

/// A paragraph between two places where a line may end.
package enum Piece: Sendable {
  case word(ShapedWord)
  case space(GlyphRun, source: Range<Int>)
  /// A line may end here without a mark: after a dash, between ideographs.
  case breakAllowed
  /// A line ends here: the author said so.
  case lineEnd
}

/// The pieces in logical order, and what no font could draw.
package struct ShapedParagraph: Sendable {
  /// A character that no font here has.
  package struct Missing: Sendable {
    /// UTF-8 offsets in the paragraph.
    package var source: Range<Int>
    /// The Debian package with a font for its script that is not on this machine, if one is known.
    package var package: String?

    package init(source: Range<Int>, package: String? = nil) {
      self.source = source
      self.package = package
    }
  }

  package var pieces: [Piece]
  package var missing: [Missing]
  /// The direction of the whole; odd from right to left.
  package var level: UInt8

  package init(pieces: [Piece], missing: [Missing] = [], level: UInt8 = 0) {
    self.pieces = pieces
    self.missing = missing
    self.level = level
  }
}

/// The directions in a text, of which some run from right to left: Unicode's embedding levels.
package struct TextLevels: Sendable {
  /// Of the paragraph as a whole.
  package var base: UInt8
  /// One a byte of its UTF-8.
  package var bytes: [UInt8]

  package init(base: UInt8, bytes: [UInt8]) {
    self.base = base
    self.bytes = bytes
  }

  package subscript(range: Range<Int>) -> TextLevels { TextLevels(base: base, bytes: Array(bytes[range])) }
}

/// Heights of a style's letters, in em.
package struct LineMetrics: Sendable {
  package var ascent: Double
  package var descent: Double
  package var capHeight: Double

  package init(ascent: Double, descent: Double, capHeight: Double) {
    self.ascent = ascent
    self.descent = descent
    self.capHeight = capHeight
  }
}

/// Shapes; knows nothing of widths, lines, sizes or pages. One per worker.
package protocol TextShaper: AnyObject {
  func shape(_ text: String, _ style: TextStyle) -> ShapedParagraph
  /// Nothing when all of it runs from left to right.
  func levels(of text: String) -> TextLevels?
  /// A stretch of a longer text, with its part of that text's levels.
  func shape(_ text: String, _ style: TextStyle, levels: TextLevels?) -> ShapedParagraph
  /// The two halves of a word broken at a UTF-8 offset of its text. With a hyphen, the first ends in one that is extracted as U+00AD.
  func halves(
    of word: ShapedWord, at offset: Int, hyphen: Bool, _ style: TextStyle
  ) -> (before: ShapedWord, after: ShapedWord)
  func metrics(_ style: TextStyle) -> LineMetrics
}

extension TextShaper {
  package func levels(of text: String) -> TextLevels? { nil }

  package func shape(_ text: String, _ style: TextStyle, levels: TextLevels?) -> ShapedParagraph {
    shape(text, style)
  }
}

/// Finds places where a word may be hyphenated, as UTF-8 offsets in it.
package protocol Hyphenator: AnyObject {
  func breaks(in word: Substring, language: String) -> [Int]
}
