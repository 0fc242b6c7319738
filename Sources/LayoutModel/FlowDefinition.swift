package import Diagnostics
package import LocatedYAML
package import PageModel

/// What stands in a report and in which order, checked: `layouts/report.yml`.
package struct FlowDefinition: Sendable {
  /// Where a part is counted: before the text, in it, or after it.
  package enum Matter: String, Word {
    case cover, front, body, annex
    package static let group = "matter"
  }

  package var name: String
  /// A phrase key.
  package var title: String
  package var family: CanvasFamily
  package var paper: Paper
  package var parts: [Part]

  /// A chapter of the report.
  package struct Part: Sendable {
    /// By which a workbook names it, to put prose before or after it.
    package var name: Text
    /// A phrase key; nothing for the cover.
    package var title: String?
    /// A phrase key of the sentences that open it.
    package var opening: String?
    package var matter: Matter
    /// The word of those who may read it; nothing when all may.
    package var audience: String?
    package var blocks: [Block]
  }

  /// What fills a part: one of the blocks that there are, with what it is told.
  package struct Block: Sendable {
    package var name: String
    /// Where its data is, for blocks that show any data.
    package var from: DataPath?
    /// A phrase key.
    package var heading: String?
    package var columns: [Column]
    /// CommonMark by the code of its language.
    package var text: [String: Text]
    /// Names of canvases, or paths of files of one's own.
    package var canvases: [Text]
    package var audience: String?
  }

  /// A column of a table: where its values are in an element, and the phrase key of its head.
  package struct Column: Sendable {
    package var from: DataPath
    package var heading: String
  }

  /// Reads and checks a flow. `audiences` are the words for readers, from those who may read least.
  package static func read(
    _ document: YAMLDocument, _ vocabulary: LayoutVocabulary, audiences: [String],
    hasPhrase: (_ key: String) -> Bool
  ) -> (definition: FlowDefinition?, diagnostics: [Diagnostic]) {
    var checker = FlowChecker(vocabulary: vocabulary, audiences: audiences)
    var definition: FlowDefinition?
    if let root = document.root, let file = FlowFile.read(root, &checker.reading) {
      definition = checker.define(file)
    }
    let unknown = checker.phrases.filter { !hasPhrase($0.string) }.map { key in
      Diagnostic(fault: "layout/unknown-phrase", at: key.span, ["key": .text(key.string)])
    }
    let diagnostics = document.diagnostics + checker.reading.diagnostics + unknown
    return (diagnostics.haveFaults ? nil : definition, diagnostics)
  }
}
