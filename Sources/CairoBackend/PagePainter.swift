import CPangoCairo
import PageModel

/// Paints display items on a Cairo surface. It decides nothing: what is painted where was settled before.
/// A class because it gathers the glyphs of a line in buffers that it uses again.
final class PagePainter {
  private let context: OpaquePointer
  private let faces: CairoFaces
  private let pictures: PictureSurfaces
  /// Device units a point.
  private let scale: Double
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [cairo_text_cluster_t] = []
  private var text: [UInt8] = []

  init(context: OpaquePointer, faces: CairoFaces, pictures: PictureSurfaces, scale: Double) {
    self.context = context
    self.faces = faces
    self.pictures = pictures
    self.scale = scale
  }

  func paint(_ page: Page) throws(BackendError) {
    for item in page.items {
      switch item.paint {
      case .text(let line): paint(line)
      case .path(let path, let fill, let stroke): paint(path, fill: fill, stroke: stroke)
      case .picture(let id, let frame, let fit):
        try paint(pictures.surface(id, in: frame, fit), in: frame, fit)
      }
    }
  }

  private func paint(_ line: TextLine) {
    set(line.colour)
    let size = line.size.points
    let (x, y) = (line.baseline.x.points, line.baseline.y.points)
    var index = 0
    while index < line.line.runs.count {
      let first = line.line.runs[index].run
      glyphs.removeAll(keepingCapacity: true)
      clusters.removeAll(keepingCapacity: true)
      text.removeAll(keepingCapacity: true)
      // Words in one face go out in one call, so that the file keeps them together.
      while index < line.line.runs.count {
        let placed = line.line.runs[index]
        guard placed.run.face == first.face, placed.run.isRightToLeft == first.isRightToLeft else { break }
        if first.isRightToLeft, !glyphs.isEmpty { break }
        let start = x + Double(placed.x) * size
        for glyph in placed.run.glyphs.indices {
          glyphs.append(
            cairo_glyph_t(
              index: UInt(placed.run.glyphs[glyph]), x: start + Double(placed.run.x[glyph]) * size,
              y: y + Double(placed.run.y[glyph]) * size))
        }
        for cluster in placed.run.clusters {
          clusters.append(cairo_text_cluster_t(num_bytes: cluster.bytes, num_glyphs: cluster.glyphs))
        }
        text.append(contentsOf: placed.run.text.utf8)
        index += 1
      }
      cairo_set_scaled_font(context, faces.font(first.face, size: size, scale: scale))
      let flags = cairo_text_cluster_flags_t(rawValue: first.isRightToLeft ? 1 : 0)
      text.withUnsafeBytes { bytes in
        cairo_show_text_glyphs(
          context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), glyphs,
          Int32(glyphs.count), clusters, Int32(clusters.count), flags)
      }
    }
  }

  private func paint(_ path: Path, fill: Colour?, stroke: Stroke?) {
    cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let point): cairo_move_to(context, point.x.points, point.y.points)
      case .line(let point): cairo_line_to(context, point.x.points, point.y.points)
      case .curve(let first, let second, let end):
        cairo_curve_to(
          context, first.x.points, first.y.points, second.x.points, second.y.points, end.x.points,
          end.y.points)
      case .close: cairo_close_path(context)
      }
    }
    if let fill {
      set(fill)
      if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    guard let stroke else { return }
    set(stroke.colour)
    cairo_set_line_width(context, stroke.width.points)
    cairo_set_line_cap(context, stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(context, stroke.cap == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    cairo_set_dash(context, stroke.dashes.map(\.points), Int32(stroke.dashes.count), 0)
    cairo_stroke(context)
  }

  private func paint(_ picture: PictureSurfaces.Entry, in frame: Rect, _ fit: PictureFit) {
    let place = fit.place(width: picture.uprightWidth, height: picture.uprightHeight, in: frame)
    let zoom = place.width.points / picture.uprightWidth
    cairo_save(context)
    cairo_rectangle(context, frame.x.points, frame.y.points, frame.width.points, frame.height.points)
    cairo_clip(context)
    cairo_translate(context, place.x.points, place.y.points)
    cairo_scale(context, zoom, zoom)
    var upright = picture.uprightMatrix
    cairo_transform(context, &upright)
    cairo_set_source_surface(context, picture.surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
    cairo_rectangle(context, 0, 0, picture.width, picture.height)
    cairo_fill(context)
    cairo_restore(context)
  }

  private func set(_ colour: Colour) {
    cairo_set_source_rgb(
      context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
  }
}
