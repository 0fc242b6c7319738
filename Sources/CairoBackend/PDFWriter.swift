package import PageModel

/// Draws a whole document to PDF.
package enum PDFWriter {
  /// The whole file; the same document gives the same bytes.
  package static func write(_ document: Document, creator: String) throws(BackendError) -> [UInt8] {
    let painting = PDFPainting(document, creator: creator)
    for page in document.pages { try painting.add(page) }
    return try painting.finish(outline: document.outline)
  }
}
