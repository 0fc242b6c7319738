import CPangoCairo
package import PageModel

/// Outlines of letters as Cairo draws them. A class because it owns the opened fonts; it stays on one thread.
package final class CairoOutliner: GlyphOutliner {
  /// The size at which a thousandth of it is a point.
  private static let size = 1000.0

  private let faces = CairoFaces()
  private let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)!
  private let context: OpaquePointer

  package init() { context = cairo_create(surface)! }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  package func outline(of glyph: UInt32, in face: Face) -> Path {
    cairo_set_scaled_font(context, faces.font(face, size: Self.size, scale: 1))
    cairo_new_path(context)
    var placed = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
    cairo_glyph_path(context, &placed, 1)
    guard let copy = cairo_copy_path(context) else { return Path() }
    defer { cairo_path_destroy(copy) }
    guard let data = copy.pointee.data, copy.pointee.status == CAIRO_STATUS_SUCCESS else { return Path() }
    return path(UnsafeBufferPointer(start: data, count: Int(copy.pointee.num_data)))
  }

  private func path(_ data: UnsafeBufferPointer<cairo_path_data_t>) -> Path {
    var path = Path()
    var index = 0
    func point(_ number: Int) -> Point {
      Point(.pt(data[index + number].point.x), .pt(data[index + number].point.y))
    }
    while index < data.count {
      switch data[index].header.type {
      case CAIRO_PATH_MOVE_TO: path.elements.append(.move(point(1)))
      case CAIRO_PATH_LINE_TO: path.elements.append(.line(point(1)))
      case CAIRO_PATH_CURVE_TO: path.elements.append(.curve(point(1), point(2), point(3)))
      default: path.elements.append(.close)
      }
      index += max(1, Int(data[index].header.length))
    }
    // Cairo stands ready for a next stroke after each close.
    while case .move = path.elements.last { path.elements.removeLast() }
    return path
  }
}
