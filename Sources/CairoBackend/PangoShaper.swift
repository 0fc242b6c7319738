import CPangoCairo
package import PageModel

/// Shapes text with Pango, each word once. Plain Latin words take a short way; everything else the whole one.
/// A class because it remembers words; one per worker.
package final class PangoShaper: TextShaper {
  private let shelf: FontShelf
  private var shapers: [TextStyle: WordShaper] = [:]
  private var heights: [TextStyle: LineMetrics] = [:]
  /// The style asked for last: all words of a text are of one.
  private var last: (style: TextStyle, words: WordShaper)?

  package init(shelf: FontShelf) { self.shelf = shelf }

  package func levels(of text: String) -> TextLevels? { Directions.levels(of: text) }

  package func shape(_ text: String, _ style: TextStyle) -> ShapedParagraph {
    PieceSplitter.isPlain(text) ? shapePlain(text, style) : shapeAny(text, style, levels(of: text))
  }

  package func shape(_ text: String, _ style: TextStyle, levels: TextLevels?) -> ShapedParagraph {
    if levels == nil, PieceSplitter.isPlain(text) { return shapePlain(text, style) }
    return shapeAny(text, style, levels)
  }

  package func halves(
    of word: ShapedWord, at offset: Int, hyphen: Bool, _ style: TextStyle
  ) -> (before: ShapedWord, after: ShapedWord) {
    let middle = word.text.utf8.index(word.text.startIndex, offsetBy: offset)
    // Soft hyphens count in the paragraph's text and not in the word's.
    let boundary = word.source.lowerBound + offset + 2 * word.softBreaks.count { $0 <= offset }
    let levels = word.levels
    let words = words(Self.style(style, for: word.text))
    var before = runs(word.text[..<middle], words, levels.map { $0[..<offset] })
    if hyphen { before.append(words.softHyphen) }
    return (
      ShapedWord(runs: before, source: word.source.lowerBound..<boundary, text: word.text[..<middle]),
      ShapedWord(
        runs: runs(word.text[middle...], words, levels.map { $0[offset...] }),
        source: boundary..<word.source.upperBound, text: word.text[middle...],
        softBreaks: word.softBreaks.filter { $0 > offset }.map { $0 - offset })
    )
  }

  package func metrics(_ style: TextStyle) -> LineMetrics {
    if let known = heights[style] { return known }
    let metrics = shelf.font(style).metrics
    heights[style] = metrics
    return metrics
  }

  /// Shapes the words of a plain text before anyone asks for them.
  package func remember(_ text: String, _ style: TextStyle) {
    guard PieceSplitter.isPlain(text) else { return }
    let words = words(style)
    for case .word(let word, _) in PieceSplitter.parts(of: text) { _ = words.runs(word) }
  }

  // MARK: Paragraphs

  private func shapePlain(_ text: String, _ style: TextStyle) -> ShapedParagraph {
    var paragraph = ShapedParagraph(pieces: [])
    let words = words(style)
    let parts = PieceSplitter.parts(of: text)
    paragraph.pieces.reserveCapacity(parts.count)
    for part in parts {
      switch part {
      case .word(let word, let offset): append(word, offset, to: &paragraph, words, nil)
      case .space(let range): paragraph.pieces.append(.space(words.space, source: range))
      case .breakAllowed: paragraph.pieces.append(.breakAllowed)
      case .lineEnd: paragraph.pieces.append(.lineEnd)
      }
    }
    return paragraph
  }

  /// Any script: Pango says where lines may end.
  private func shapeAny(_ text: String, _ given: TextStyle, _ levels: TextLevels?) -> ShapedParagraph {
    let style = Self.style(given, for: text[...])
    let words = words(style)
    var paragraph = ShapedParagraph(pieces: [], level: levels?.base ?? 0)
    let breaks = lineBreaks(in: text, style)
    for part in PieceSplitter.parts(of: text) {
      switch part {
      case .word(let word, let offset):
        var start = word.startIndex
        var index = start
        while index < word.endIndex {
          let next = word.unicodeScalars.index(after: index)
          let end = word.utf8.distance(from: word.startIndex, to: next) + offset
          if next == word.endIndex || breaks.contains(end) {
            append(
              word[start..<next], word.utf8.distance(from: word.startIndex, to: start) + offset,
              to: &paragraph, words, levels)
            if next < word.endIndex { paragraph.pieces.append(.breakAllowed) }
            start = next
          }
          index = next
        }
      case .space(let range):
        let space = levels.map { words.space(level: $0.bytes[range.lowerBound]) } ?? words.space
        paragraph.pieces.append(.space(space, source: range))
      case .breakAllowed: paragraph.pieces.append(.breakAllowed)
      case .lineEnd: paragraph.pieces.append(.lineEnd)
      }
    }
    return paragraph
  }

  private func append(
    _ word: Substring, _ offset: Int, to paragraph: inout ShapedParagraph, _ words: WordShaper,
    _ levels: TextLevels?
  ) {
    let (clean, softBreaks) = PieceSplitter.withoutSoftHyphens(word)
    // Offsets count in the text as given, soft hyphens included.
    let source = offset..<offset + word.utf8.count
    let own = levels.map { levels in
      zip(word.utf8.indices, levels.bytes[source]).filter { index, _ in
        softBreaks.isEmpty || !Self.isSoftHyphen(word, index)
      }.map(\.1)[...]
    }
    let runs = runs(clean, words, own)
    var byte = offset
    for run in runs {
      let end = byte + run.text.utf8.count
      if case .box = run.drawing {
        let character = clean.utf8.index(clean.startIndex, offsetBy: byte - offset)
        paragraph.missing.append(
          ShapedParagraph.Missing(
            source: byte..<end, package: clean[character...].first.flatMap(shelf.fallbacks.package)))
      }
      byte = end
    }
    paragraph.pieces.append(
      .word(ShapedWord(runs: runs, source: source, text: clean, softBreaks: softBreaks)))
  }

  private static func isSoftHyphen(_ word: Substring, _ index: Substring.UTF8View.Index) -> Bool {
    let start = word.unicodeScalars.index(before: word.unicodeScalars.index(after: index))
    return word.unicodeScalars[start] == "\u{AD}"
  }

  /// UTF-8 offsets before which a line may end.
  private func lineBreaks(in text: String, _ style: TextStyle) -> Set<Int> {
    let count = text.unicodeScalars.count + 1
    var breaks: Set<Int> = []
    withUnsafeTemporaryAllocation(of: PangoLogAttr.self, capacity: count) { attributes in
      guard let base = attributes.baseAddress else { return }
      pango_get_log_attrs(
        text, Int32(text.utf8.count), -1, pango_language_from_string(style.language), base, Int32(count))
      var offset = 0
      for (index, scalar) in text.unicodeScalars.enumerated() {
        if index > 0, attributes[index].is_line_break != 0 { breaks.insert(offset) }
        offset += UTF8.width(scalar)
      }
    }
    return breaks
  }

  // MARK: Words

  /// Ideographs among words of another language are those of the language that they are probably in.
  private static func style(_ style: TextStyle, for text: Substring) -> TextStyle {
    guard !["ja", "ko", "zh"].contains(style.language.prefix(2)),
      text.utf8.contains(where: { $0 >= 0xE1 }), let language = Directions.ideographs(in: text)
    else { return style }
    return TextStyle(weight: style.weight, isItalic: style.isItalic, language: language)
  }

  private func words(_ style: TextStyle) -> WordShaper {
    if let last, last.style == style { return last.words }
    let words = shapers[style] ?? WordShaper(shelf: shelf, style: style)
    shapers[style] = words
    last = (style, words)
    return words
  }

  /// Each stretch of one level by itself.
  private func runs(_ word: Substring, _ words: WordShaper, _ levels: ArraySlice<UInt8>?) -> [GlyphRun] {
    guard let levels, let first = levels.first else { return words.runs(word) }
    var runs: [GlyphRun] = []
    var (start, level) = (word.startIndex, first)
    for (index, next) in zip(word.utf8.indices, levels) where next != level {
      runs += words.runs(word[start..<index], level: level)
      (start, level) = (index, next)
    }
    return runs + words.runs(word[start...], level: level)
  }
}

extension ShapedWord {
  /// One a byte; nothing when all of it runs from left to right.
  fileprivate var levels: ArraySlice<UInt8>? {
    guard runs.contains(where: { $0.level > 0 }) else { return nil }
    return runs.flatMap { [UInt8](repeating: $0.level, count: $0.text.utf8.count) }[...]
  }
}
