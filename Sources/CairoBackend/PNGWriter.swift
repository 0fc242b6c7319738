import CPNGWriter
import CPangoCairo
package import PageModel

/// Draws a page to PNG, in bands, so that a wall poster takes no more memory than a table sheet.
package enum PNGWriter {
  /// A4 at 300 dpi is drawn at once, larger pages a band at a time.
  private static let bandBytes = 72 << 20

  package static func write(
    _ page: Page, pictures: [Picture], dotsPerInch: Double
  ) throws(BackendError) -> [UInt8] {
    let scale = dotsPerInch / 72
    let width = Int((page.size.width.points * scale).rounded())
    let height = Int((page.size.height.points * scale).rounded())
    guard (1...32767).contains(width), (1...200_000).contains(height) else {
      throw .tooLarge(width: width, height: height)
    }
    let band = max(1, min(height, bandBytes / (width * 4), 32767))
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(band)),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else { throw .tooLarge(width: width, height: height) }
    defer { cairo_surface_destroy(surface) }
    let faces = CairoFaces()
    let surfaces = PictureSurfaces(pictures, keepsJPEG: false, dotsPerPoint: scale)
    var output: [UInt8] = []
    try withUnsafeMutablePointer(to: &output) { sink throws(BackendError) in
      guard
        let rows = png_rows_open(
          UInt32(width), UInt32(height), dotsPerInch, 1, 0,
          { context, bytes, count in
            context!.assumingMemoryBound(to: [UInt8].self).pointee
              .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
            return 0
          }, sink)
      else { throw .png("out of memory") }
      defer { png_rows_free(rows) }
      var top = 0
      while top < height {
        let count = min(band, height - top)
        try paint(page, from: top, scale: scale, on: surface, faces, surfaces)
        cairo_surface_flush(surface)
        let status = png_rows_add(
          rows, cairo_image_surface_get_data(surface), Int(cairo_image_surface_get_stride(surface)),
          UInt32(count))
        guard status == 0 else { throw .png(String(cString: png_rows_error(rows))) }
        top += count
      }
      guard png_rows_finish(rows) == 0 else { throw .png(String(cString: png_rows_error(rows))) }
    }
    return output
  }

  private static func paint(
    _ page: Page, from top: Int, scale: Double, on surface: OpaquePointer, _ faces: CairoFaces,
    _ pictures: PictureSurfaces
  ) throws(BackendError) {
    let context = cairo_create(surface)!
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_rectangle(
      context, 0, 0, Double(cairo_image_surface_get_width(surface)),
      Double(cairo_image_surface_get_height(surface)))
    cairo_fill(context)
    cairo_translate(context, 0, -Double(top))
    cairo_scale(context, scale, scale)
    try PagePainter(context: context, faces: faces, pictures: pictures, scale: scale).paint(page)
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(task: "PNG", status: String(cString: cairo_status_to_string(status)))
    }
  }
}
