import Diagnostics
import Languages
import LocatedYAML

/// What a job begins with: the workbook, and the catalogue of the language to print it in. A value made of files alone,
/// so that it can be read on another thread than the layouts.
struct Beginning: Sendable {
  var file: WorkbookFile?
  /// The code of the language that the request asks for, or the workbook, or English.
  var language: String
  var catalogue: Catalogue
  /// Of the catalogue's file.
  var catalogueFaults: [Diagnostic]
  /// Of the workbook, and of a request for a language that there is not.
  var diagnostics: [Diagnostic]

  static func read(_ request: PrintRequest, _ installation: Installation) -> Beginning {
    let codes = installation.languageCodes
    let file = request.workbook.map { WorkbookFile.read($0, languages: codes) }
    var diagnostics = file?.diagnostics ?? []
    var language = "en"
    if let asked = request.language, !codes.contains(asked) {
      var reading = Reading()
      reading.unknown("language/unknown", Text(asked), known: codes)
      diagnostics += reading.diagnostics
    }
    if let known = [request.language, file?.language].compactMap({ $0 }).first(where: codes.contains) {
      language = known
    }
    let (catalogue, faults) = installation.catalogue(language)
    return Beginning(
      file: file, language: language, catalogue: catalogue, catalogueFaults: faults,
      diagnostics: diagnostics)
  }
}
