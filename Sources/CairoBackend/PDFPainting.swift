import CPangoCairo
package import PageModel

/// A PDF being drawn, page by page. A class because it owns Cairo's surface; it stays on the thread that made it.
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

  /// Of the document only its head and its pictures are looked at. Font files named here are opened at once, for those
  /// who have nothing else to do until the first page comes.
  package init(_ document: Document, creator: String, opening fonts: [String] = []) {
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
    painter = PagePainter(
      context: context, faces: faces,
      pictures: PictureSurfaces(document.pictures, keepsJPEG: true, dotsPerPoint: Self.dotsPerPoint), scale: 1
    )
    describe(document, creator)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  package func add(_ page: Page) throws(BackendError) {
    cairo_pdf_surface_set_size(surface, page.size.width.points, page.size.height.points)
    if let label = page.label { cairo_pdf_surface_set_page_label(surface, label) }
    for anchor in page.anchors { PDFLinks.mark(anchor, context) }
    try painter.paint(page)
    PDFLinks.add(page.links, context)
    cairo_show_page(context)
  }

  /// The whole file; nothing can be added any more. An outline leads to anchors of the pages.
  package func finish(outline: [OutlineEntry] = []) throws(BackendError) -> [UInt8] {
    PDFLinks.add(outline, surface)
    let drawn = cairo_status(context)
    cairo_surface_finish(surface)
    let status = drawn == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : drawn
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(task: "PDF", status: String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }

  private func describe(_ document: Document, _ creator: String) {
    func set(_ key: cairo_pdf_metadata_t, _ value: String) {
      if !value.isEmpty { cairo_pdf_surface_set_metadata(surface, key, value) }
    }
    set(CAIRO_PDF_METADATA_TITLE, document.title)
    set(CAIRO_PDF_METADATA_SUBJECT, document.subject)
    set(CAIRO_PDF_METADATA_AUTHOR, document.author)
    set(CAIRO_PDF_METADATA_CREATOR, creator)
    // Never the clock: the same workbook gives the same file on any day.
    set(CAIRO_PDF_METADATA_CREATE_DATE, document.date + "T00:00:00Z")
    set(CAIRO_PDF_METADATA_MOD_DATE, document.date + "T00:00:00Z")
  }
}
