import CPangoCairo
package import PageModel

/// Draws a document to PDF.
package enum PDFWriter {
  /// Of what has no vectors, such as the blurs of an SVG: 300 dpi.
  private static let dotsPerPoint = 300.0 / 72

  /// The whole file; the same document gives the same bytes.
  package static func write(_ document: Document, creator: String) throws(BackendError) -> [UInt8] {
    var output: [UInt8] = []
    let status = try withUnsafeMutablePointer(to: &output) { sink throws(BackendError) -> cairo_status_t in
      let first = document.pages.first?.size ?? Size(.mm(210), .mm(297))
      let surface = cairo_pdf_surface_create_for_stream(
        { context, bytes, count in
          context!.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
          return CAIRO_STATUS_SUCCESS
        }, sink, first.width.points, first.height.points)!
      defer { cairo_surface_destroy(surface) }
      describe(document, creator, on: surface)
      let context = cairo_create(surface)!
      defer { cairo_destroy(context) }
      let painter = PagePainter(
        context: context, faces: CairoFaces(),
        pictures: PictureSurfaces(document.pictures, keepsJPEG: true, dotsPerPoint: Self.dotsPerPoint),
        scale: 1)
      for page in document.pages {
        cairo_pdf_surface_set_size(surface, page.size.width.points, page.size.height.points)
        try painter.paint(page)
        cairo_show_page(context)
      }
      let drawn = cairo_status(context)
      cairo_surface_finish(surface)
      return drawn == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : drawn
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(task: "PDF", status: String(cString: cairo_status_to_string(status)))
    }
    return output
  }

  private static func describe(_ document: Document, _ creator: String, on surface: OpaquePointer) {
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
