import CPNGWriter
import CPangoCairo
package import PageModel

/// Draws a page to PNG, in bands, so that a wall poster takes no more memory than a table sheet. While one band is drawn,
/// the one before is compressed on another thread.
package enum PNGWriter {
  /// Takes the next bytes of a file, on any thread but never on two at once; false when it can take no more.
  package typealias Sink = (UnsafeBufferPointer<UInt8>) -> Bool

  /// Two bands of so many bytes fit into a processor's cache beside what else drawing needs.
  private static let bandBytes = 4 << 20
  /// Cairo draws nothing wider; PNG could be higher than anyone has paper for.
  private static let mostColumns = 32767
  private static let mostRows = 200_000

  /// Deflate sees so many bytes behind it. Where the row above lies within, it finds more by itself than a filter leaves it.
  private static let reach = 32_000

  /// `isSmall` takes up to three times as long for a third to a half less of bytes.
  package static func write(
    _ page: Page, pictures: [Picture], dotsPerInch: Double, isSmall: Bool = false, to sink: @escaping Sink
  ) throws(BackendError) {
    try write(
      page, pictures: pictures, dotsPerInch: dotsPerInch, isSmall: isSmall, bandBytes: bandBytes, to: sink)
  }

  /// The same, in bands of another size.
  static func write(
    _ page: Page, pictures: [Picture], dotsPerInch: Double, isSmall: Bool, bandBytes: Int,
    to sink: @escaping Sink
  ) throws(BackendError) {
    let scale = dotsPerInch / 72
    let (width, height) = pixels(page.size, dotsPerInch)
    guard isDrawable(width, height) else {
      throw .tooLarge(width: width, height: height, most: mostDots(page.size, below: dotsPerInch))
    }
    let band = max(1, min(height, bandBytes / (width * 4), 32767))
    let surfaces = [surface(width, band), height > band ? surface(width, band) : nil].compactMap { $0 }
    defer { for surface in surfaces { cairo_surface_destroy(surface) } }
    guard surfaces.count == (height > band ? 2 : 1) else { throw .png("out of memory") }
    let drawing = Drawing(
      page: page, scale: scale, faces: CairoFaces(),
      pictures: PictureSurfaces(pictures, keepsJPEG: false, dotsPerPoint: scale))
    try withUnsafePointer(to: sink) { sink throws(BackendError) in
      guard
        let rows = png_rows_open(
          UInt32(width), UInt32(height), dotsPerInch, isSmall ? 6 : 1,
          isSmall && width * 3 > reach ? 1 : 0,
          { sink, bytes, count in
            let take = sink!.assumingMemoryBound(to: Sink.self).pointee
            return take(UnsafeBufferPointer(start: bytes, count: count)) ? 0 : 1
          }, UnsafeMutableRawPointer(mutating: sink))
      else { throw .png("out of memory") }
      defer { png_rows_free(rows) }
      for (number, top) in stride(from: 0, to: height, by: band).enumerated() {
        let surface = surfaces[number % surfaces.count]
        let count = min(band, height - top)
        try drawing.paint(top..<top + count, on: surface)
        let status = png_rows_add(
          rows, cairo_image_surface_get_data(surface), Int(cairo_image_surface_get_stride(surface)),
          UInt32(count))
        guard status == 0 else { throw .png(String(cString: png_rows_error(rows))) }
      }
      guard png_rows_finish(rows) == 0 else { throw .png(String(cString: png_rows_error(rows))) }
    }
  }

  private static func pixels(_ size: Size, _ dotsPerInch: Double) -> (width: Int, height: Int) {
    let scale = dotsPerInch / 72
    return (Int((size.width.points * scale).rounded()), Int((size.height.points * scale).rounded()))
  }

  private static func isDrawable(_ width: Int, _ height: Int) -> Bool {
    (1...mostColumns).contains(width) && (1...mostRows).contains(height)
  }

  /// The highest whole number of dots per inch at which paper can be drawn.
  private static func mostDots(_ size: Size, below dotsPerInch: Double) -> Int {
    var most = Int(dotsPerInch.rounded(.up)) - 1
    while most > 0 {
      let (width, height) = pixels(size, Double(most))
      if isDrawable(width, height) { break }
      most -= 1
    }
    return most
  }

  private static func surface(_ width: Int, _ height: Int) -> OpaquePointer? {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
      return nil
    }
    if cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS { return surface }
    cairo_surface_destroy(surface)
    return nil
  }

  /// A page with what it is drawn with.
  private struct Drawing {
    let page: Page
    /// Dots a point.
    let scale: Double
    let faces: CairoFaces
    let pictures: PictureSurfaces

    func paint(_ rows: Range<Int>, on surface: OpaquePointer) throws(BackendError) {
      let context = cairo_create(surface)!
      defer { cairo_destroy(context) }
      cairo_set_source_rgb(context, 1, 1, 1)
      cairo_paint(context)
      cairo_translate(context, 0, -Double(rows.lowerBound))
      cairo_scale(context, scale, scale)
      let painter = PagePainter(context: context, faces: faces, pictures: pictures, scale: scale)
      painter.paintGround(page)
      try painter.paint(
        page.strip(from: .pt(Double(rows.lowerBound) / scale), to: .pt(Double(rows.upperBound) / scale)))
      cairo_surface_flush(surface)
      let status = cairo_status(context)
      guard status == CAIRO_STATUS_SUCCESS else {
        throw .cairo(task: "PNG", status: String(cString: cairo_status_to_string(status)))
      }
    }
  }
}

extension Page {
  /// The same page with nothing but what can be seen between two heights.
  fileprivate func strip(from top: Length, to bottom: Length) -> Page {
    var strip = Page(size: size)
    strip.items = items.filter { item in
      guard let (high, low) = item.paint.extent else { return false }
      return high <= bottom && low >= top
    }
    return strip
  }
}

extension DisplayItem.Paint {
  /// The heights that it can reach; nothing for a path without points.
  fileprivate var extent: (top: Length, bottom: Length)? {
    switch self {
    case .text(let line):
      // Marks above capitals and letters of other scripts reach far.
      return (line.baseline.y - line.size * 2, line.baseline.y + line.size * 1.5)
    case .path(let path, _, let stroke):
      guard let box = path.bounds else { return nil }
      // A sharp corner may stick out by ten half widths.
      let margin = (stroke?.width ?? .zero) * 5 + .pt(1)
      return (box.y - margin, box.maxY + margin)
    case .picture(_, let frame, _):
      return (frame.y - .pt(1), frame.maxY + .pt(1))
    }
  }
}
