import CPangoCairo
import PageModel

/// Shapes words, each once. Plain Latin ones take a short way; everything else goes item by item, and character by
/// character where the text's own font lacks one. A class because it remembers words; it belongs to one shaper.
final class WordShaper {
  /// By bytes: equal strings may differ in them, and clusters count bytes.
  private struct Key: Hashable {
    var text: ByteText
    var level: UInt8
  }

  /// What draws a character.
  private enum Choice {
    case own
    case other(OpenFont)
    case picture(OpenFont)
    case nothing

    /// Neighbours of the same letters are shaped together.
    var letters: Face?? {
      switch self {
      case .own: .some(nil)
      case .other(let font): font.face
      case .picture, .nothing: nil
      }
    }
  }

  private let shelf: FontShelf
  private let style: TextStyle
  private let font: OpenFont
  private let plain: Manner
  private let glyphs: UnsafeMutablePointer<PangoGlyphString>
  private var plainWords: [ByteText: [GlyphRun]] = [:]
  private var otherWords: [Key: [GlyphRun]] = [:]
  private var choices: [ByteText: Choice] = [:]

  init(shelf: FontShelf, style: TextStyle) {
    self.shelf = shelf
    self.style = style
    font = shelf.font(style)
    plain = Manner(script: "Latn", language: style.language, level: 0)
    glyphs = pango_glyph_string_new()
  }

  deinit { pango_glyph_string_free(glyphs) }

  /// The runs of a word, all of them at one level.
  func runs(_ word: Substring, level: UInt8 = 0) -> [GlyphRun] {
    let string = String(word)
    let text = ByteText(string)
    if level > 0 { return anyRuns(string, Key(text: text, level: level)) }
    if let known = plainWords[text] { return known }
    let runs =
      (PieceSplitter.isPlain(string) ? plainRun(string).map { [$0] } : nil)
      ?? anyRuns(string, Key(text: text, level: 0))
    plainWords[text] = runs
    return runs
  }

  private(set) lazy var space: GlyphRun = runs(" ")[0]

  func space(level: UInt8) -> GlyphRun { level == 0 ? space : runs(" ", level: level)[0] }

  /// Drawn as a hyphen, extracted as U+00AD: whoever copies the text gets the word whole.
  private(set) lazy var softHyphen: GlyphRun = {
    let drawn = runs("-")[0]
    return GlyphRun(
      text: "\u{AD}", face: drawn.face, glyphs: drawn.glyphs, x: drawn.x, y: drawn.y,
      clusters: [GlyphRun.Cluster(bytes: 2, glyphs: Int32(drawn.glyphs.count))], advance: drawn.advance)
  }()

  // MARK: The short way

  /// Nothing when the font lacks a character.
  private func plainRun(_ word: String) -> GlyphRun? {
    var word = word
    let run = word.withUTF8 { font.run($0, 0..<$0.count, as: plain) }
    return run.isLacking ? nil : run
  }

  // MARK: The whole way

  private func anyRuns(_ word: String, _ key: Key) -> [GlyphRun] {
    if let known = otherWords[key] { return known }
    let own = shelf.pango.font(font.face.file, style)
    var text = word
    let runs = text.withUTF8 { bytes -> [GlyphRun] in
      guard let base = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self) else {
        return []
      }
      let items = pango_itemize(shelf.pango.context, base, 0, Int32(bytes.count), own.attributes, nil)
      defer { g_list_free(items) }
      var runs: [GlyphRun] = []
      var node = items
      while let current = node {
        let item = current.pointee.data.assumingMemoryBound(to: PangoItem.self)
        let start = Int(item.pointee.offset)
        // Only the text's own file, whatever Pango would have chosen.
        let chosen = item.pointee.analysis.font
        item.pointee.analysis.font = own.font
        item.pointee.analysis.level = key.level
        runs += self.runs(
          Stretch(bytes: bytes, range: start..<start + Int(item.pointee.length)), &item.pointee.analysis)
        item.pointee.analysis.font = chosen
        pango_item_free(item)
        node = current.pointee.next
      }
      return runs
    }
    otherWords[key] = runs
    return runs
  }

  /// Some bytes of a word, which join to those around them.
  private struct Stretch {
    var bytes: UnsafeBufferPointer<UInt8>
    var range: Range<Int>

    var text: String { String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) }
  }

  /// One script, one direction.
  private func runs(_ stretch: Stretch, _ analysis: inout PangoAnalysis) -> [GlyphRun] {
    let text = stretch.text
    let hasPictures = text.contains(where: \.isMeantAsPicture)
    let own = ownRun(stretch, &analysis)
    if !hasPictures, !own.isLacking { return [own] }
    let script = FallbackShelf.name(GUnicodeScript(Int32(analysis.script)))
    let manner = Manner(script: script, language: style.language, level: analysis.level)
    if !hasPictures, !manner.isCommon {
      // Letters of one script look alike only in one font.
      for font in shelf.fallbacks.words(of: script, style) {
        let run = font.run(stretch.bytes, stretch.range, as: manner)
        if !run.isLacking { return [run] }
      }
    }
    var runs: [GlyphRun] = []
    var open: (range: Range<Int>, choice: Choice)?
    func end() {
      guard let (range, choice) = open else { return }
      runs.append(
        self.run(Stretch(bytes: stretch.bytes, range: range), choice, manner, &analysis))
      open = nil
    }
    var offset = stretch.range.lowerBound
    for character in text {
      let range = offset..<offset + character.utf8.count
      let choice = choice(for: character, manner, &analysis)
      if let before = open, let face = before.choice.letters, face == choice.letters {
        open = (before.range.lowerBound..<range.upperBound, choice)
      } else {
        end()
        open = (range, choice)
      }
      offset = range.upperBound
    }
    end()
    return runs
  }

  private func run(
    _ stretch: Stretch, _ choice: Choice, _ manner: Manner, _ analysis: inout PangoAnalysis
  ) -> GlyphRun {
    switch choice {
    case .own: return ownRun(stretch, &analysis)
    case .other(let font): return font.run(stretch.bytes, stretch.range, as: manner)
    case .picture(let font):
      var upright = manner
      upright.level = 0
      let picture = font.run(stretch.bytes, stretch.range, as: upright)
      return spaced(stretch.text, advance: picture.advance, level: manner.level, drawing: .picture(picture))
    case .nothing:
      return spaced(stretch.text, advance: MissingSign.advance, level: manner.level, drawing: .box)
    }
  }

  private func choice(
    for character: Character, _ manner: Manner, _ analysis: inout PangoAnalysis
  ) -> Choice {
    let key = ByteText(String(character))
    if let known = choices[key] { return known }
    var text = String(character)
    let choice = text.withUTF8 { bytes -> Choice in
      let stretch = Stretch(bytes: bytes, range: 0..<bytes.count)
      func has(_ font: OpenFont) -> Bool { !font.run(bytes, stretch.range, as: manner).isLacking }
      if character.isMeantAsPicture, let font = shelf.fallbacks.pictures(style).first(where: has) {
        return .picture(font)
      }
      if !ownRun(stretch, &analysis).isLacking { return .own }
      let script = FallbackShelf.script(of: character)
      if let font = shelf.fallbacks.letters(of: script, style).first(where: has) { return .other(font) }
      let mayBePicture = character.unicodeScalars.first?.properties.isEmoji ?? false
      if mayBePicture, let font = shelf.fallbacks.pictures(style).first(where: has) { return .picture(font) }
      return .nothing
    }
    choices[key] = choice
    return choice
  }

  private func ownRun(_ stretch: Stretch, _ analysis: inout PangoAnalysis) -> GlyphRun {
    let base = UnsafeRawPointer(stretch.bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    pango_shape_full(
      base.map { $0 + stretch.range.lowerBound }, Int32(stretch.range.count), base,
      Int32(stretch.bytes.count), &analysis, glyphs)
    return run(stretch.text, level: analysis.level)
  }

  private static let unknownFlag: UInt32 = 0x1000_0000
  private static let emptyGlyph: UInt32 = 0x0FFF_FFFF

  /// What Pango left in the glyph string; a run of which nothing is seen keeps its text by a space.
  private func run(_ text: String, level: UInt8) -> GlyphRun {
    let scale = 1 / Float(Double(PANGO_SCALE) * PangoFonts.referencePixels)
    let string = glyphs.pointee
    var builder = RunBuilder()
    for index in 0..<Int(string.num_glyphs) {
      let info = string.glyphs[index]
      let isDrawn = info.glyph != Self.emptyGlyph
      builder.add(
        isDrawn ? (info.glyph & Self.unknownFlag != 0 ? 0 : info.glyph) : nil,
        x: Float(info.geometry.x_offset) * scale, y: Float(info.geometry.y_offset) * scale,
        advance: Float(info.geometry.width) * scale, byte: Int(string.log_clusters[index]))
    }
    let run = builder.run(text, font.face, level: level)
    return run.glyphs.isEmpty && !text.isEmpty
      ? spaced(text, advance: run.advance, level: level, drawing: .letters) : run
  }

  /// A space of the text's own font that carries another text; a second one at its end, so that readers of a PDF see how
  /// wide it is and put no space of their own after it.
  private func spaced(_ text: String, advance: Float, level: UInt8, drawing: GlyphRun.Drawing) -> GlyphRun {
    let text = PieceSplitter.withoutNoncharacters(text)
    let x = advance > space.advance ? [0, advance - space.advance] : [0]
    return GlyphRun(
      text: text, face: font.face, glyphs: x.map { _ in space.glyphs[0] }, x: x, y: x.map { _ in 0 },
      clusters: [GlyphRun.Cluster(bytes: Int32(text.utf8.count), glyphs: Int32(x.count))], advance: advance,
      level: level, drawing: drawing)
  }
}

extension GlyphRun {
  /// The font lacks a character of it.
  fileprivate var isLacking: Bool { glyphs.isEmpty && !text.isEmpty || glyphs.contains(0) }
}
