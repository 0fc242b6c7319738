package import Diagnostics
import Languages
import LocatedYAML
import WorkbookModel

/// What helps to write a workbook, in one language: the JSON Schema for editors, and a text to start from.
package struct WorkbookHelp {
  private let library: Library
  private let language: String

  package init(_ library: Library, language: String) {
    self.library = library
    self.language = language
  }

  /// A fault when there is no such language.
  package var diagnostics: [Diagnostic] {
    let codes = library.languageCodes
    guard !codes.contains(language) else { return [] }
    var reading = Reading()
    reading.unknown("language/unknown", Text(language), known: codes)
    return reading.diagnostics
  }

  package var schema: String {
    let messages = library.help(language)
    return JSONSchema(of: Workbook.table.description) { messages.phrase($0) }.json.text + "\n"
  }

  /// The comment by which editors find the schema beside the workbook.
  static let modeline = "# yaml-language-server: $schema=\(schemaName)\n"
  static let schemaName = "canvaspress.schema.json"

  /// A workbook with every section, explained and empty. With `commentsOut` false, what cannot be used without
  /// more words is there as well.
  package func starter(commentsOut: Bool = true) -> String {
    let messages = library.help(language)
    let head = messages.list("starter.head").map { "# \($0)\n" }.joined()
    var starter = StarterText(
      phrase: { messages.phrase($0) },
      example: { field in
        if field == "workbook.language" { return language }
        let key = "starter." + field
        return messages.phrases[key] == nil ? nil : messages.phrase(key)
      }, commentsOut: commentsOut)
    return Self.modeline + head + "\n" + starter.text(of: Workbook.table.description)
  }
}
