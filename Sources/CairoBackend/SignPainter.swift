import CPangoCairo
import PageModel

/// Draws what stands among letters and is none: boxes for missing characters, and coloured pictures.
/// A class because it keeps each picture for the whole drawing: a PDF then holds it once.
final class SignPainter {
  private struct Key: Hashable {
    var face: Face
    var text: ByteText
  }

  /// A picture at the size that its font was drawn in.
  private struct Drawn {
    var surface: OpaquePointer
    /// The pixel that stands at the start of the baseline.
    var origin: (x: Double, y: Double)
    var size: (width: Double, height: Double)
  }

  /// Pixels an em of the pictures in fonts; larger ones would be scaled up from these.
  private static let pixels = 109.0

  private var pictures: [Key: Drawn] = [:]
  private var fonts: [Face: OpaquePointer] = [:]

  deinit {
    for picture in pictures.values { cairo_surface_destroy(picture.surface) }
    for font in fonts.values { cairo_scaled_font_destroy(font) }
  }

  func paint(_ run: GlyphRun, at start: Point, size: Length, _ colour: Colour, on context: OpaquePointer) {
    switch run.drawing {
    case .letters: break
    case .box: box(at: start, size, colour, context)
    case .picture(let glyphs): picture(glyphs, at: start, size, context)
    }
  }

  private func box(at start: Point, _ size: Length, _ colour: Colour, _ context: OpaquePointer) {
    let stroke = MissingSign.stroke(colour, size: size)
    MissingSign.path(at: start, size: size).trace(on: context)
    cairo_set_source_rgb(
      context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    cairo_set_line_width(context, stroke.width.points)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_dash(context, nil, 0, 0)
    cairo_stroke(context)
  }

  private func picture(_ run: GlyphRun, at start: Point, _ size: Length, _ context: OpaquePointer) {
    guard let drawn = drawn(run) else { return }
    let zoom = size.points * Double(run.zoom) / Self.pixels
    cairo_save(context)
    cairo_translate(context, start.x.points, start.y.points)
    cairo_scale(context, zoom, zoom)
    cairo_translate(context, -drawn.origin.x, -drawn.origin.y)
    cairo_set_source_surface(context, drawn.surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
    cairo_rectangle(context, 0, 0, drawn.size.width, drawn.size.height)
    cairo_fill(context)
    cairo_restore(context)
  }

  private func drawn(_ run: GlyphRun) -> Drawn? {
    let key = Key(face: run.face, text: ByteText(run.text))
    if let known = pictures[key] { return known }
    let font = font(run.face)
    let em = Self.pixels / Double(run.zoom)
    let glyphs = run.glyphs.indices.map {
      cairo_glyph_t(index: UInt(run.glyphs[$0]), x: Double(run.x[$0]) * em, y: Double(run.y[$0]) * em)
    }
    var extents = cairo_text_extents_t()
    cairo_scaled_font_glyph_extents(font, glyphs, Int32(glyphs.count), &extents)
    let (left, top) = (extents.x_bearing.rounded(.down), extents.y_bearing.rounded(.down))
    let width = (extents.x_bearing + extents.width).rounded(.up) - left
    let height = (extents.y_bearing + extents.height).rounded(.up) - top
    guard width > 0, height > 0, width < 4000, height < 4000,
      let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    else { return nil }
    let context = cairo_create(surface)!
    cairo_translate(context, -left, -top)
    cairo_set_scaled_font(context, font)
    cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
    cairo_destroy(context)
    let drawn = Drawn(surface: surface, origin: (-left, -top), size: (width, height))
    pictures[key] = drawn
    return drawn
  }

  /// At the size of its pictures, which Cairo uses only when it is told that they are welcome.
  private func font(_ face: Face) -> OpaquePointer {
    if let known = fonts[face] { return known }
    let cairo = CairoFaces.open(face, picturesWelcome: true)
    var (size, device) = (cairo_matrix_t(), cairo_matrix_t())
    cairo_matrix_init_scale(&size, Self.pixels, Self.pixels)
    cairo_matrix_init_identity(&device)
    let options = CairoFaces.fontOptions()
    let font = cairo_scaled_font_create(cairo, &size, &device, options)!
    cairo_font_options_destroy(options)
    cairo_font_face_destroy(cairo)
    fonts[face] = font
    return font
  }
}
