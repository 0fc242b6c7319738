import CPangoCairo
package import PageModel

/// A PDF being drawn, page by page: what is painted and what each stretch of it is, nothing else. A class because it
/// owns Cairo's surface; it stays on the thread that made it.
package final class PDFPainting {
  /// Of what has no vectors, such as the blurs of an SVG: 300 dpi.
  private static let dotsPerPoint = 300.0 / 72

  /// Where Cairo writes to.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  private let sink = Sink()
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let painter: PagePainter
  private let margin: PrintMargin?

  /// Texts and figures are tagged, unless there is a margin around the pages: then they are for a print shop, which
  /// wants nothing but what is printed. Font files named here are opened at once, for those who have nothing else to
  /// do until the first page comes.
  package init(pictures: [Picture], margin: PrintMargin? = nil, opening fonts: [String] = []) {
    let a4 = Size(.mm(210), .mm(297))
    surface = cairo_pdf_surface_create_for_stream(
      { sink, bytes, count in
        Unmanaged<Sink>.fromOpaque(sink!).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), a4.width.points, a4.height.points)!
    context = cairo_create(surface)!
    let faces = CairoFaces()
    for file in fonts { _ = faces.font(Face(file: file, index: 0), size: 9, scale: 1) }
    self.margin = margin
    painter = PagePainter(
      context: context, faces: faces,
      pictures: PictureSurfaces(pictures, keepsJPEG: true, dotsPerPoint: Self.dotsPerPoint), scale: 1,
      isTagging: margin == nil)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The library that draws.
  package static var engine: String { "Cairo " + String(cString: cairo_version_string()) }

  /// `tell` is called as soon as it is known what each stretch of the page is, before Cairo writes it.
  package func add(_ page: Page, telling tell: ([ContentMark]) -> Void = { _ in }) throws(BackendError) {
    let slug = margin?.slug(of: page) ?? .zero
    cairo_pdf_surface_set_size(
      surface, (page.size.width + slug * 2).points, (page.size.height + slug * 2).points)
    if let label = page.label { cairo_pdf_surface_set_page_label(surface, label) }
    cairo_save(context)
    cairo_translate(context, slug.points, slug.points)
    if let margin, margin.hasMarks {
      CropMarks.draw(around: page, bleed: margin.bleed(of: page), on: context)
    }
    painter.paintGround(page, bleed: margin?.bleed(of: page) ?? .zero)
    tell(try painter.paint(page))
    cairo_restore(context)
    cairo_show_page(context)
  }

  /// The whole file; nothing can be added any more.
  package func finish() throws(BackendError) -> [UInt8] {
    let drawn = cairo_status(context)
    cairo_surface_finish(surface)
    let status = drawn == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : drawn
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(task: "PDF", status: String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }
}
