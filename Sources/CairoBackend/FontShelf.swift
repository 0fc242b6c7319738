import CPangoCairo
import PageModel

/// One worker's fonts: a private font configuration and the faces opened from it.
/// A class because Pango's objects are shared by reference and are not thread-safe: it never leaves its task.
package final class FontShelf {
  /// Everything is shaped at this size without hinting, so that glyph positions are em in disguise.
  static let referencePixels = 1000.0

  struct Font {
    var description: OpaquePointer
    var attributes: OpaquePointer
    /// Pango's findings for plain Latin letters in this font, which spare the itemizing of every word.
    var analysis: PangoAnalysis
    let font: UnsafeMutablePointer<PangoFont>
    let face: Face
  }

  let context: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let configuration: OpaquePointer
  private let files: FontFiles
  private var fonts: [TextStyle: Font] = [:]
  private var faces: [UnsafeMutableRawPointer: Face] = [:]
  /// Asked for what the text's own files lack.
  package let fallbacks: FallbackShelf

  package init(files: FontFiles) throws(BackendError) {
    self.files = files
    fallbacks = FallbackShelf(files: files)
    Self.withoutSystemFonts
    configuration = FcConfigCreate()
    for path in Set(files.text.values).union(files.italic.values).sorted() {
      let fault = FallbackFont.fault(ofSingle: path)
      guard fault == nil, FcConfigAppFontAddFile(configuration, path) != 0 else {
        FcConfigDestroy(configuration)
        throw .fontUnusable(path: path, fault ?? .notAFont)
      }
    }
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
    pango_fc_font_map_set_config(OpaquePointer(map), configuration)
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    context = pango_font_map_create_context(map)
    pango_context_set_round_glyph_positions(context, 0)
    let options = CairoFaces.fontOptions()
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    // Text in an SVG picture is set from these files too: librsvg asks for the thread's default.
    pango_cairo_font_map_set_default(OpaquePointer(map))
  }

  deinit {
    for font in fonts.values {
      pango_font_description_free(font.description)
      pango_attr_list_unref(font.attributes)
      g_object_unref(UnsafeMutableRawPointer(font.font))
    }
    for key in faces.keys { g_object_unref(key) }
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(UnsafeMutableRawPointer(map))
    FcConfigDestroy(configuration)
  }

  /// Fontconfig reads the system's configuration at the first call that has none: an empty one spares the time.
  static let withoutSystemFonts: Void = {
    if let empty = FcConfigCreate() { FcConfigSetCurrent(empty) }
  }()

  func font(_ style: TextStyle) -> Font {
    if let known = fonts[style] { return known }
    let upright = files.text[style.weight] ?? files.text[.regular] ?? ""
    let path = style.isItalic ? files.italic[style.weight] ?? files.italic[.regular] ?? upright : upright
    let description = self.description(of: path)
    pango_font_description_set_absolute_size(description, Self.referencePixels * Double(PANGO_SCALE))
    let language = pango_language_from_string(style.language)
    let attributes = pango_attr_list_new()!
    pango_attr_list_insert(attributes, pango_attr_font_desc_new(description))
    pango_attr_list_insert(attributes, pango_attr_language_new(language))
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0"))
    let known = fonts.first { $0.key.weight == style.weight && $0.key.isItalic == style.isItalic }
    if var same = known?.value {
      // Pango would look for the file anew, on two threads.
      (same.description, same.attributes, same.analysis.language) = (description, attributes, language)
      g_object_ref(UnsafeMutableRawPointer(same.font))
      fonts[style] = same
      return same
    }
    let items = pango_itemize(context, "a", 0, 1, attributes, nil)!
    let item = items.pointee.data.assumingMemoryBound(to: PangoItem.self)
    // The item is kept for the life of the shelf: its analysis points into it.
    let analysis = item.pointee.analysis
    let pangoFont = analysis.font!
    g_object_ref(UnsafeMutableRawPointer(pangoFont))
    g_list_free(items)
    let font = Font(
      description: description, attributes: attributes, analysis: analysis, font: pangoFont,
      face: face(of: pangoFont))
    fonts[style] = font
    return font
  }

  /// The file behind a font that Pango chose.
  func face(of font: UnsafeMutablePointer<PangoFont>) -> Face {
    let key = UnsafeMutableRawPointer(font)
    if let known = faces[key] { return known }
    var file: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    let pattern = pango_fc_font_get_pattern(key.assumingMemoryBound(to: PangoFcFont.self))
    FcPatternGetString(pattern, FC_FILE, 0, &file)
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    let face = Face(file: file.map { String(cString: $0) } ?? "", index: Int(index))
    g_object_ref(key)
    faces[key] = face
    return face
  }

  /// Paths of all files opened so far.
  package var openedFiles: [String] {
    Set(files.text.values).union(files.italic.values).sorted() + fallbacks.opened
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
