import CPangoCairo
import PageModel

/// The font files in Pango's hands, for text that takes more than shaping: what its scripts are and where lines may end, and
/// text in SVG drawings. Made when the first such text comes, because it takes Pango and Fontconfig milliseconds.
/// A class because Pango's objects are shared by reference and are not thread-safe: one thread has it at a time.
final class PangoFonts {
  /// Everything is shaped at this size without hinting, so that glyph positions are em in disguise.
  static let referencePixels = 1000.0

  struct Font {
    var description: OpaquePointer
    var attributes: OpaquePointer
    let font: UnsafeMutablePointer<PangoFont>
  }

  let context: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let configuration: OpaquePointer
  private var fonts: [TextStyle: Font] = [:]

  init(files: [String]) {
    FontShelf.withoutSystemFonts
    configuration = FcConfigCreate()
    for file in files { FcConfigAppFontAddFile(configuration, file) }
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
    pango_fc_font_map_set_config(OpaquePointer(map), configuration)
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    context = pango_font_map_create_context(map)
    pango_context_set_round_glyph_positions(context, 0)
    let options = CairoFaces.fontOptions()
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  deinit {
    for font in fonts.values {
      pango_font_description_free(font.description)
      pango_attr_list_unref(font.attributes)
      g_object_unref(UnsafeMutableRawPointer(font.font))
    }
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(UnsafeMutableRawPointer(map))
    FcConfigDestroy(configuration)
  }

  /// Text in an SVG picture is set from these files too: librsvg asks for the thread's default.
  func serveThisThread() { pango_cairo_font_map_set_default(OpaquePointer(map)) }

  func font(_ path: String, _ style: TextStyle) -> Font {
    if let known = fonts[style] { return known }
    let description = self.description(of: path)
    pango_font_description_set_absolute_size(description, Self.referencePixels * Double(PANGO_SCALE))
    let attributes = pango_attr_list_new()!
    pango_attr_list_insert(attributes, pango_attr_font_desc_new(description))
    pango_attr_list_insert(
      attributes, pango_attr_language_new(pango_language_from_string(style.language)))
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0"))
    let known = fonts.first { $0.key.weight == style.weight && $0.key.isItalic == style.isItalic }
    // Pango would look for the file anew, on two threads.
    let pango = known.map { $0.value.font } ?? load(attributes)
    g_object_ref(UnsafeMutableRawPointer(pango))
    let font = Font(description: description, attributes: attributes, font: pango)
    fonts[style] = font
    return font
  }

  /// What Pango takes for a letter with some attributes.
  private func load(_ attributes: OpaquePointer) -> UnsafeMutablePointer<PangoFont> {
    let items = pango_itemize(context, "a", 0, 1, attributes, nil)!
    defer { g_list_free(items) }
    // The item is kept for ever: it holds the font.
    return items.pointee.data.assumingMemoryBound(to: PangoItem.self).pointee.analysis.font
  }

  /// A description that leads to one file: a family's name alone may lead to another.
  private func description(of path: String) -> OpaquePointer {
    if let set = FcConfigGetFonts(configuration, FcSetApplication) {
      for index in 0..<Int(set.pointee.nfont) {
        guard let pattern = set.pointee.fonts[index] else { continue }
        var file: UnsafeMutablePointer<FcChar8>?
        FcPatternGetString(pattern, FC_FILE, 0, &file)
        if let file, String(cString: file) == path {
          return pango_fc_font_description_from_pattern(pattern, 0)
        }
      }
    }
    return pango_font_description_new()
  }
}
