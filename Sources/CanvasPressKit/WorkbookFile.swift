package import Diagnostics
package import LocatedYAML
package import WorkbookModel

/// A workbook read from disk, with everything that is wrong with it.
package struct WorkbookFile: Sendable {
  /// As it was written.
  package var document: YAMLDocument
  package var workbook: Workbook
  package var diagnostics: [Diagnostic]

  package var path: String { document.file.name }

  /// The code of the language that it names.
  package var language: String? { workbook.language?.string }

  package static func read(_ path: String, languages: [String]) -> WorkbookFile {
    read(YAMLFile.read(path), languages: languages)
  }

  static func read(_ document: YAMLDocument, languages: [String]) -> WorkbookFile {
    let (workbook, faults) = Workbook.read(document)
    var diagnostics = document.diagnostics + faults
    if let language = workbook.language, !languages.contains(language.string) {
      var reading = Reading()
      reading.unknown("language/unknown", language, known: languages)
      diagnostics += reading.diagnostics
    }
    return WorkbookFile(document: document, workbook: workbook, diagnostics: diagnostics)
  }
}
