package import PageModel

/// Draws all pages of a document to PDF.
package enum PDFWriter {
  /// The pages as they are painted; the same document gives the same bytes.
  package static func draw(_ document: Document, margin: PrintMargin? = nil) throws(BackendError) -> DrawnPDF
  {
    let painting = PDFPainting(pictures: document.pictures, margin: margin)
    var marks: [[ContentMark]] = []
    for page in document.pages { try painting.add(page) { marks.append($0) } }
    return DrawnPDF(bytes: try painting.finish(), marks: marks)
  }
}
