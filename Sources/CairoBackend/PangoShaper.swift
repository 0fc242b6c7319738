import CPangoCairo
package import PageModel

/// Shapes text with Pango, each word once. Plain Latin words take a short way; everything else the whole one.
/// A class because it remembers words; one per worker.
package final class PangoShaper: TextShaper {
  /// What is known of one style. A class because words are added to it one by one.
  private final class StyleMemory {
    /// By bytes: equal strings may differ in them, and clusters count bytes.
    var words: [ByteText: [GlyphRun]] = [:]
    var space: GlyphRun?
    var hyphen: GlyphRun?
    var metrics: LineMetrics?
  }

  private let shelf: FontShelf
  private let glyphs: UnsafeMutablePointer<PangoGlyphString>
  private var memories: [TextStyle: StyleMemory] = [:]
  /// The style asked for last: all words of a text are of one.
  private var last: (style: TextStyle, memory: StyleMemory)?

  package init(shelf: FontShelf) {
    self.shelf = shelf
    glyphs = pango_glyph_string_new()
  }

  deinit { pango_glyph_string_free(glyphs) }

  package func shape(_ text: String, _ style: TextStyle) -> ShapedParagraph {
    PieceSplitter.isPlain(text) ? shapePlain(text, style) : shapeAny(text, style)
  }

  package func halves(
    of word: ShapedWord, at offset: Int, hyphen: Bool, _ style: TextStyle
  ) -> (before: ShapedWord, after: ShapedWord) {
    let middle = word.text.utf8.index(word.text.startIndex, offsetBy: offset)
    // Soft hyphens count in the paragraph's text and not in the word's.
    let boundary = word.source.lowerBound + offset + 2 * word.softBreaks.count { $0 <= offset }
    var before = runs(word.text[..<middle], style)
    if hyphen { before.append(softHyphen(style)) }
    return (
      ShapedWord(runs: before, source: word.source.lowerBound..<boundary, text: word.text[..<middle]),
      ShapedWord(
        runs: runs(word.text[middle...], style), source: boundary..<word.source.upperBound,
        text: word.text[middle...],
        softBreaks: word.softBreaks.filter { $0 > offset }.map { $0 - offset })
    )
  }

  package func metrics(_ style: TextStyle) -> LineMetrics {
    if let known = memory(style).metrics { return known }
    let font = shelf.font(style).font
    let pango = pango_font_get_metrics(font, nil)
    defer { pango_font_metrics_unref(pango) }
    let scale = 1 / (Double(PANGO_SCALE) * FontShelf.referencePixels)
    var ink = PangoRectangle()
    if let capital = runs("H", style).first?.glyphs.first {
      pango_font_get_glyph_extents(font, PangoGlyph(capital), &ink, nil)
    }
    let metrics = LineMetrics(
      ascent: Double(pango_font_metrics_get_ascent(pango)) * scale,
      descent: Double(pango_font_metrics_get_descent(pango)) * scale, capHeight: Double(-ink.y) * scale)
    memory(style).metrics = metrics
    return metrics
  }

  // MARK: Paragraphs

  private func shapePlain(_ text: String, _ style: TextStyle) -> ShapedParagraph {
    var paragraph = ShapedParagraph(pieces: [])
    let parts = PieceSplitter.parts(of: text)
    paragraph.pieces.reserveCapacity(parts.count)
    for part in parts {
      switch part {
      case .word(let word, let offset): append(word, offset, to: &paragraph, style)
      case .space(let range): paragraph.pieces.append(.space(space(style), source: range))
      case .breakAllowed: paragraph.pieces.append(.breakAllowed)
      case .lineEnd: paragraph.pieces.append(.lineEnd)
      }
    }
    return paragraph
  }

  /// Any script: Pango says where lines may end.
  private func shapeAny(_ text: String, _ style: TextStyle) -> ShapedParagraph {
    var paragraph = ShapedParagraph(pieces: [])
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
              to: &paragraph, style)
            if next < word.endIndex { paragraph.pieces.append(.breakAllowed) }
            start = next
          }
          index = next
        }
      case .space(let range): paragraph.pieces.append(.space(space(style), source: range))
      case .breakAllowed: paragraph.pieces.append(.breakAllowed)
      case .lineEnd: paragraph.pieces.append(.lineEnd)
      }
    }
    return paragraph
  }

  private func append(
    _ word: Substring, _ offset: Int, to paragraph: inout ShapedParagraph, _ style: TextStyle
  ) {
    let (clean, softBreaks) = PieceSplitter.withoutSoftHyphens(word)
    let runs = runs(clean, style)
    if runs.contains(where: { $0.glyphs.contains(0) }) {
      paragraph.missing += missing(in: runs, from: offset)
    }
    // Offsets count in the text as given, soft hyphens included.
    let source = offset..<offset + word.utf8.count
    paragraph.pieces.append(
      .word(ShapedWord(runs: runs, source: source, text: clean, softBreaks: softBreaks)))
  }

  private func missing(in runs: [GlyphRun], from offset: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var byte = offset
    for run in runs {
      var glyph = run.isRightToLeft ? run.glyphs.count : 0
      for cluster in run.clusters {
        if run.isRightToLeft { glyph -= Int(cluster.glyphs) }
        let glyphs = glyph..<glyph + Int(cluster.glyphs)
        if glyphs.contains(where: { run.glyphs[$0] == 0 }) { result.append(byte..<byte + Int(cluster.bytes)) }
        if !run.isRightToLeft { glyph = glyphs.upperBound }
        byte += Int(cluster.bytes)
      }
    }
    return result
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

  private func memory(_ style: TextStyle) -> StyleMemory {
    if let last, last.style == style { return last.memory }
    let memory = memories[style] ?? StyleMemory()
    memories[style] = memory
    last = (style, memory)
    return memory
  }

  // MARK: Words

  private func space(_ style: TextStyle) -> GlyphRun {
    if let known = memory(style).space { return known }
    let run = runs(" ", style)[0]
    memory(style).space = run
    return run
  }

  /// Drawn as a hyphen, extracted as U+00AD: whoever copies the text gets the word whole.
  private func softHyphen(_ style: TextStyle) -> GlyphRun {
    if let known = memory(style).hyphen { return known }
    let drawn = runs("-", style)[0]
    let run = GlyphRun(
      text: "\u{AD}", face: drawn.face, glyphs: drawn.glyphs, x: drawn.x, y: drawn.y,
      clusters: [GlyphRun.Cluster(bytes: 2, glyphs: Int32(drawn.glyphs.count))], advance: drawn.advance)
    memory(style).hyphen = run
    return run
  }

  private func runs(_ word: Substring, _ style: TextStyle) -> [GlyphRun] {
    let string = String(word)
    let key = ByteText(string)
    let memory = memory(style)
    if let known = memory.words[key] { return known }
    var result = PieceSplitter.isPlain(string) ? plainRun(string, style).map { [$0] } : nil
    if result == nil { result = itemized(string, style) }
    if let runs = result, runs.contains(where: { $0.glyphs.contains(0) }), shelf.addFallbacks() {
      result = itemized(string, style)
    }
    memory.words[key] = result
    return result ?? []
  }

  /// The short way; nothing when the font lacks a character.
  private func plainRun(_ word: String, _ style: TextStyle) -> GlyphRun? {
    let font = shelf.font(style)
    var analysis = font.analysis
    let count = Int32(word.utf8.count)
    // One pointer for both arguments: the paragraph must be the memory that the word lies in.
    word.withCString { pango_shape_full($0, count, $0, count, &analysis, glyphs) }
    for index in 0..<Int(glyphs.pointee.num_glyphs)
    where glyphs.pointee.glyphs[index].glyph & Self.unknownFlag != 0 { return nil }
    return run(word, font.face, isRightToLeft: false)
  }

  /// The whole way: scripts, directions and fallback fonts.
  private func itemized(_ word: String, _ style: TextStyle) -> [GlyphRun] {
    var text = word
    let font = shelf.font(style)
    return text.withUTF8 { bytes -> [GlyphRun] in
      guard let base = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self) else {
        return []
      }
      let items = pango_itemize(shelf.context, base, 0, Int32(bytes.count), font.attributes, nil)
      defer { g_list_free(items) }
      var result: [GlyphRun] = []
      var node = items
      while let current = node {
        let item = current.pointee.data.assumingMemoryBound(to: PangoItem.self)
        let start = Int(item.pointee.offset)
        let length = Int(item.pointee.length)
        pango_shape_full(
          base + start, Int32(length), base, Int32(bytes.count), &item.pointee.analysis, glyphs)
        let piece = String(
          decoding: UnsafeBufferPointer(rebasing: bytes[start..<start + length]), as: UTF8.self)
        let face = item.pointee.analysis.font.map { shelf.face(of: $0) } ?? font.face
        result.append(run(piece, face, isRightToLeft: item.pointee.analysis.level & 1 == 1))
        pango_item_free(item)
        node = current.pointee.next
      }
      return result
    }
  }

  private static let unknownFlag: UInt32 = 0x1000_0000
  private static let emptyGlyph: UInt32 = 0x0FFF_FFFF

  /// What Pango left in the glyph string, in em.
  private func run(_ text: String, _ face: Face, isRightToLeft: Bool) -> GlyphRun {
    let scale = 1 / Float(Double(PANGO_SCALE) * FontShelf.referencePixels)
    let string = glyphs.pointee
    var ids: [UInt32] = []
    var (x, y): ([Float], [Float]) = ([], [])
    var advance: Float = 0
    var starts: [(byte: Int, glyphs: Int32)] = []
    for index in 0..<Int(string.num_glyphs) {
      let info = string.glyphs[index]
      let isDrawn = info.glyph != Self.emptyGlyph
      if isDrawn {
        ids.append(info.glyph & Self.unknownFlag != 0 ? 0 : info.glyph)
        x.append(advance + Float(info.geometry.x_offset) * scale)
        y.append(Float(info.geometry.y_offset) * scale)
      }
      advance += Float(info.geometry.width) * scale
      let byte = Int(string.log_clusters[index])
      if let last = starts.last, last.byte == byte {
        starts[starts.count - 1].glyphs += isDrawn ? 1 : 0
      } else {
        starts.append((byte, isDrawn ? 1 : 0))
      }
    }
    let length = text.utf8.count
    let clusters = starts.indices.map { index in
      let neighbour = isRightToLeft ? index - 1 : index + 1
      let end = starts.indices.contains(neighbour) ? starts[neighbour].byte : length
      return GlyphRun.Cluster(bytes: Int32(end - starts[index].byte), glyphs: starts[index].glyphs)
    }
    return GlyphRun(
      text: text, face: face, glyphs: ids, x: x, y: y,
      // Cairo wants clusters in the order of the text.
      clusters: isRightToLeft ? clusters.reversed() : clusters, advance: advance,
      isRightToLeft: isRightToLeft)
  }
}
