import CPangoCairo
import PageModel

/// One font of a file, shaped by HarfBuzz alone: opening it costs no more than mapping the file.
/// A class because it owns HarfBuzz's font.
final class OpenFont {
  let face: Face
  private let font: OpaquePointer
  /// Used again for each stretch.
  private let buffer: OpaquePointer
  private let unitsPerEm: Float
  private let zoom: Float

  /// Its file holds several fonts.
  let isOfCollection: Bool

  /// The file is there, but is no font to use.
  struct Refusal: Error {
    var fault: FontFault
  }

  /// Like everywhere: letters are joined only where their script demands it.
  private static let features = {
    var feature = hb_feature_t()
    hb_feature_from_string("liga=0", -1, &feature)
    return [feature]
  }()

  /// Nothing when there is no such file.
  init?(path: String, index: Int = 0, zoom: Double = 1) throws(Refusal) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
    defer { hb_blob_destroy(blob) }
    let opened = hb_face_create(blob, UInt32(index))
    defer { hb_face_destroy(opened) }
    let count = Int(hb_face_count(blob))
    guard index < count, hb_face_get_glyph_count(opened) > 0 else { throw Refusal(fault: .notAFont) }
    guard hb_ot_var_has_data(opened) == 0 else { throw Refusal(fault: .variable) }
    isOfCollection = count > 1
    font = hb_font_create(opened)
    buffer = hb_buffer_create()
    let units = Int32(hb_face_get_upem(opened))
    hb_font_set_scale(font, units, units)
    unitsPerEm = Float(units)
    face = Face(file: path, index: index)
    self.zoom = Float(zoom)
  }

  deinit {
    hb_buffer_destroy(buffer)
    hb_font_destroy(font)
  }

  /// How high its letters are, in em.
  var metrics: LineMetrics {
    var (extents, capital) = (hb_font_extents_t(), hb_glyph_extents_t())
    hb_font_get_extents_for_direction(font, HB_DIRECTION_LTR, &extents)
    var glyph: hb_codepoint_t = 0
    if hb_font_get_nominal_glyph(font, 0x48, &glyph) != 0 {
      hb_font_get_glyph_extents(font, glyph, &capital)
    }
    return LineMetrics(
      ascent: Double(extents.ascender) / Double(unitsPerEm),
      descent: -Double(extents.descender) / Double(unitsPerEm),
      capHeight: Double(capital.y_bearing) / Double(unitsPerEm))
  }

  /// Shapes some bytes of a text, which joins to what stands around them. What the font lacks becomes glyph 0.
  func run(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, as manner: Manner) -> GlyphRun {
    hb_buffer_clear_contents(buffer)
    bytes.withMemoryRebound(to: CChar.self) {
      hb_buffer_add_utf8(
        buffer, $0.baseAddress, Int32($0.count), UInt32(range.lowerBound), Int32(range.count))
    }
    hb_buffer_set_direction(buffer, manner.level & 1 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, hb_script_from_string(manner.script, -1))
    hb_buffer_set_language(buffer, hb_language_from_string(manner.language, -1))
    hb_shape(font, buffer, Self.features, UInt32(Self.features.count))
    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let positions = hb_buffer_get_glyph_positions(buffer, &count)
    var builder = RunBuilder()
    let scale = zoom / unitsPerEm
    for index in 0..<Int(count) {
      guard let info = infos?[index], let position = positions?[index] else { continue }
      builder.add(
        info.codepoint, x: Float(position.x_offset) * scale, y: -Float(position.y_offset) * scale,
        advance: Float(position.x_advance) * scale, byte: Int(info.cluster) - range.lowerBound)
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    return builder.run(text, face, level: manner.level, zoom: zoom)
  }
}

/// What a stretch of text is written in.
struct Manner: Hashable {
  /// By ISO 15924, such as `Arab`.
  var script: String
  var language: String
  var level: UInt8

  /// Scripts whose letters stand among those of others: punctuation, marks, what is not known; and Latin itself.
  var isCommon: Bool { ["Zyyy", "Zinh", "Zzzz", "Latn"].contains(script) }
}
