import CPangoCairo
import PageModel

/// The eight short lines that say where a sheet is to be cut: outside what is printed beyond the edge, so that none of
/// them stays on the trimmed page.
enum CropMarks {
  private static let width = Length.pt(0.25)

  /// The page's top left corner is the origin.
  static func draw(around page: Page, bleed: Length, on context: OpaquePointer) {
    let (width, height) = (page.size.width, page.size.height)
    let far = bleed + PrintMargin.markLength
    for x in [Length.zero, width] {
      line(Point(x, .zero - far), Point(x, .zero - bleed), context)
      line(Point(x, height + bleed), Point(x, height + far), context)
    }
    for y in [Length.zero, height] {
      line(Point(.zero - far, y), Point(.zero - bleed, y), context)
      line(Point(width + bleed, y), Point(width + far, y), context)
    }
    cairo_set_source_rgb(context, 0, 0, 0)
    cairo_set_line_width(context, Self.width.points)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    cairo_stroke(context)
  }

  private static func line(_ start: Point, _ end: Point, _ context: OpaquePointer) {
    cairo_move_to(context, start.x.points, start.y.points)
    cairo_line_to(context, end.x.points, end.y.points)
  }
}
