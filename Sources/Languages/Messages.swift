package import Diagnostics
package import LocatedYAML

/// The sentences of one language in which canvaspress speaks of files: `layouts/languages/<code>.messages.yml`.
/// Read only when there is something to say.
package struct Messages: Wording {
  private var catalogue: Catalogue

  /// Reads the sentences; how they count is the language's own.
  package static func read(
    _ document: YAMLDocument, in catalogue: Catalogue
  ) -> (messages: Messages, diagnostics: [Diagnostic]) {
    var reading = Reading()
    let file = document.root.flatMap { MessagesFile.read($0, &reading) } ?? MessagesFile()
    let catalogue = Catalogue(
      code: file.code?.string ?? "", name: "", decimalMark: ".", groupMark: "", plural: catalogue.plural,
      hyphenation: [], months: [], dateForm: "", phrases: Catalogue.Phrase.table(of: file.phrases, &reading))
    return (Messages(catalogue: catalogue), document.diagnostics + reading.diagnostics)
  }

  /// These sentences and others of the same language.
  package func merged(with other: Messages) -> Messages {
    var merged = self
    merged.catalogue.phrases.merge(other.catalogue.phrases) { first, _ in first }
    return merged
  }

  package var phrases: [String: Catalogue.Phrase] { catalogue.phrases }

  package func severity(_ severity: Diagnostic.Severity) -> String {
    catalogue.phrase("severity." + severity.keyword)
  }

  package func sentence(of diagnostic: Diagnostic) -> String {
    catalogue.phrase("messages." + diagnostic.code, words(diagnostic))
  }

  package func hint(of diagnostic: Diagnostic) -> String? {
    diagnostic.hint.map { catalogue.phrase("hints." + $0, words(diagnostic)) }
  }

  package func related(_ key: String, of diagnostic: Diagnostic) -> String {
    catalogue.phrase("related." + key, words(diagnostic))
  }

  package var hintLabel: String { catalogue.phrase("severity.hint") }

  package var language: String { catalogue.code }

  package func explanation(of code: String) -> Explanation? {
    func phrase(_ part: String) -> String? {
      let key = Self.explained + code + "." + part
      return catalogue.has(key) ? catalogue.phrase(key) : nil
    }
    guard let means = phrase("means"), let remedy = phrase("do") else { return nil }
    return Explanation(means: means, why: phrase("why"), remedy: remedy)
  }

  /// The codes that have an explanation, sorted.
  package var explainedCodes: [String] {
    catalogue.phrases.keys.compactMap { key in
      key.hasPrefix(Self.explained) && key.hasSuffix(".means")
        ? String(key.dropFirst(Self.explained.count).dropLast(6)) : nil
    }.sorted()
  }

  /// What keys of explanations start with.
  private static let explained = "codes."

  /// A sentence of the tool's own that is no diagnostic, such as a heading of the list of files.
  package func phrase(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.phrase(key, arguments.mapValues(OneLine.text))
  }

  /// Lines of the tool's own.
  package func list(_ key: String) -> [String] { catalogue.list(key) }

  private func words(_ diagnostic: Diagnostic) -> [String: String] {
    diagnostic.arguments.mapValues { argument in
      switch argument {
      case .text(let text): OneLine.text(text)
      case .phrase(let key): catalogue.phrase(key)
      case .count(let count): String(count)
      case .texts(let texts): texts.map(OneLine.text).joined(separator: ", ")
      case .phrases(let keys): keys.map { catalogue.phrase($0) }.joined(separator: ", ")
      }
    }
  }
}

private struct MessagesFile: Record {
  var code: Text?
  var phrases: Kept?

  static let table = RecordTable<MessagesFile>(
    "messages", [Field("code", \.code, required: true), Field("phrases", \.phrases, required: true)])
}
