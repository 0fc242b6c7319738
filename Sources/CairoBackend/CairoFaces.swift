import CPangoCairo
import PageModel

/// Cairo's faces and sizes for one drawing. A class because they are opened once and let go together.
final class CairoFaces {
  private struct Key: Hashable {
    var face: Face
    var size: Double
    var scale: Double
    var isForHyphens: Bool
  }

  private var faces: [Face: OpaquePointer] = [:]
  /// The same once more, for hyphens at the ends of lines: a font of a PDF knows one character for a glyph, and theirs is none
  /// that was written.
  private var hyphens: [Face: OpaquePointer] = [:]
  private var fonts: [Key: OpaquePointer] = [:]
  private let options = fontOptions()
  /// What is no letter, drawn once for all pages.
  let signs = SignPainter()

  deinit {
    for font in fonts.values { cairo_scaled_font_destroy(font) }
    for face in faces.values { cairo_font_face_destroy(face) }
    for face in hyphens.values { cairo_font_face_destroy(face) }
    cairo_font_options_destroy(options)
  }

  /// Outlines as the designer drew them: no hinting, grey edges.
  static func fontOptions() -> OpaquePointer {
    let options = cairo_font_options_create()!
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    return options
  }

  /// A face at a size in points, on a surface with so many device units a point.
  func font(_ face: Face, size: Double, scale: Double, isForHyphens: Bool = false) -> OpaquePointer {
    let key = Key(face: face, size: size, scale: scale, isForHyphens: isForHyphens)
    if let known = fonts[key] { return known }
    var matrix = cairo_matrix_t()
    var device = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, size, size)
    cairo_matrix_init_scale(&device, scale, scale)
    let font = cairo_scaled_font_create(self.face(face, isForHyphens), &matrix, &device, options)!
    fonts[key] = font
    return font
  }

  private func face(_ face: Face, _ isForHyphens: Bool) -> OpaquePointer {
    if let known = isForHyphens ? hyphens[face] : faces[face] { return known }
    let cairo = Self.open(face, isForHyphens: isForHyphens)
    if isForHyphens { hyphens[face] = cairo } else { faces[face] = cairo }
    return cairo
  }

  /// A face of its file alone. Characters that are pictures come as such only where they are welcome.
  static func open(_ face: Face, picturesWelcome: Bool = false, isForHyphens: Bool = false) -> OpaquePointer {
    let pattern = FcPatternCreate()
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FILE, face.file)
    FcPatternAddInteger(pattern, FC_INDEX, Int32(face.index))
    if picturesWelcome { FcPatternAddBool(pattern, FC_EMBEDDED_BITMAP, 1) }
    // Cairo takes two faces of a file for one unless they are to be drawn differently; without hinting, this makes no difference.
    if isForHyphens { FcPatternAddInteger(pattern, FC_HINT_STYLE, 1) }
    return cairo_ft_font_face_create_for_pattern(pattern)!
  }
}
