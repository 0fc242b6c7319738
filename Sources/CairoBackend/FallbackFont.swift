import CPangoCairo
import PageModel

/// One font of a file, shaped by HarfBuzz alone: opening it costs no more than mapping the file.
/// A class because it owns HarfBuzz's font.
final class FallbackFont {
  let face: Face
  private let font: OpaquePointer
  private let unitsPerEm: Float
  private let zoom: Float

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
  init?(path: String, index: Int, zoom: Double) throws(Refusal) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
    defer { hb_blob_destroy(blob) }
    let opened = hb_face_create(blob, UInt32(index))
    defer { hb_face_destroy(opened) }
    if let fault = Self.fault(of: opened, among: Int(hb_face_count(blob)), index) {
      throw Refusal(fault: fault)
    }
    font = hb_font_create(opened)
    let units = Int32(hb_face_get_upem(opened))
    hb_font_set_scale(font, units, units)
    unitsPerEm = Float(units)
    face = Face(file: path, index: index)
    self.zoom = Float(zoom)
  }

  deinit { hb_font_destroy(font) }

  /// What is wrong with a file that is to be one font; nothing when it is one, or is not there.
  static func fault(ofSingle path: String) -> FontFault? {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
    defer { hb_blob_destroy(blob) }
    let count = Int(hb_face_count(blob))
    let opened = hb_face_create(blob, 0)
    defer { hb_face_destroy(opened) }
    return count > 1 ? .collection : fault(of: opened, among: count, 0)
  }

  private static func fault(of face: OpaquePointer?, among count: Int, _ index: Int) -> FontFault? {
    guard index < count, hb_face_get_glyph_count(face) > 0 else { return .notAFont }
    return hb_ot_var_has_data(face) == 0 ? nil : .variable
  }

  /// Shapes some bytes of a text, which joins to what stands around them. What the font lacks becomes glyph 0.
  func run(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, as manner: Manner) -> GlyphRun {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
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
