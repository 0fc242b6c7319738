package import PDFFinishing
import PageModel

/// How someone wants PDF files finished.
package struct PDFOptions: Sendable {
  package var profile = PDFProfile.screen
  /// The workbook comes along inside the file, to be taken out again with `extract`.
  package var attachesWorkbook = false
  /// For a print shop: lines that say where to cut.
  package var hasMarks = true

  package static let profileNames = PDFProfile.allCases.map(\.rawValue)

  package init() {}

  /// False when there is no such profile.
  package mutating func choose(profile name: String) -> Bool {
    guard let profile = PDFProfile(rawValue: name) else { return false }
    self.profile = profile
    return true
  }

  /// What lies around the pages.
  var margin: PrintMargin? { profile == .press ? PrintMargin(hasMarks: hasMarks) : nil }

  /// Behind the names of files, so that one print does not replace another.
  var suffix: String { profile == .screen ? "" : "-" + profile.rawValue }
}
