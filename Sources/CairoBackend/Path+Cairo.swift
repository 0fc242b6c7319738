import CPangoCairo
import PageModel

extension Path {
  /// Adds it to a context's path, to be filled or drawn.
  func trace(on context: OpaquePointer) {
    for element in elements {
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
  }
}
