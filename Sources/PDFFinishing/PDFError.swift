/// Why a PDF could not be finished, or not be read.
package enum PDFError: Error, Hashable, Sendable {
  /// There is no libqpdf 11 or later on this machine.
  case libraryMissing
  /// What libqpdf says, in English.
  case library(String)
  /// The file is not as the drawing side says: a fault of canvaspress.
  case unexpected(String)
  /// PDF/A-1b allows nothing transparent; pages from 1 that have something.
  case transparent(pages: [Int])
  /// The file to take a workbook out of is no PDF.
  case notPDF
  /// It needs a password.
  case encrypted
  /// What is attached to it unpacks to more than anybody would read.
  case attachmentTooLarge
}
