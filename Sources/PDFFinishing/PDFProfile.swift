/// What a PDF is for, and what it therefore claims to be.
package enum PDFProfile: String, Sendable, CaseIterable {
  /// To be read on screens and aloud, and printed in the office: PDF/A-2u and PDF/UA-1, or A-3u with the workbook in it.
  case screen
  /// For a print shop: PDF/A-2b with real page boxes, nothing but what is printed.
  case press
  /// For archives that ask for the oldest of the standards: PDF/A-1b, PDF 1.4, nothing transparent.
  case archive1b = "archive-1b"

  /// Its structure is written, and links that lead somewhere.
  package var isTagged: Bool { self != .press }

  var version: String { self == .archive1b ? "1.4" : "1.7" }
}
