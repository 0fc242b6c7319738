package import Diagnostics
package import LocatedYAML

/// The words of one language for what stands on a page.
package struct Catalogue: Sendable {
  package enum Phrase: Sendable {
    case text(Text)
    case list([Text])
    /// By number: `one`, `few`, `other`.
    case plural([String: Text])
  }

  package var code: String
  /// The language's own name.
  package var name: String
  package var decimalMark: String
  /// Between thousands.
  package var groupMark: String
  package var plural: PluralRule
  /// Files of hyphenation patterns, the likeliest first.
  package var hyphenation: [String]
  package var months: [String]
  /// With `{day}`, `{month}` and `{year}`.
  package var dateForm: String
  package var phrases: [String: Phrase]

  /// Reads `layouts/languages/<code>.yml`.
  package static func read(_ document: YAMLDocument) -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
    var reading = Reading()
    let file = document.root.flatMap { CatalogueFile.read($0, &reading) } ?? CatalogueFile()
    var plural = PluralRule()
    for (form, rule) in file.plural.entries where !plural.add(form.string, rule.string) {
      reading.report(
        Diagnostic(
          fault: "language/plural", at: rule.span, ["word": .text(rule.string)], hint: "plural-form"))
    }
    let catalogue = Catalogue(
      code: file.code?.string ?? "", name: file.name?.string ?? "",
      decimalMark: file.decimalMark?.string ?? ".", groupMark: file.groupMark?.string ?? "",
      plural: plural, hyphenation: file.hyphenation.map(\.string),
      months: file.months.map(\.string), dateForm: file.dateForm?.string ?? "{day} {month} {year}",
      phrases: Phrase.table(of: file.phrases, &reading))
    return (catalogue, document.diagnostics + reading.diagnostics)
  }

  /// Takes the phrases of a further file of the language; what is wrong with it.
  package mutating func add(_ document: YAMLDocument) -> [Diagnostic] {
    var reading = Reading()
    let file = document.root.flatMap { FurtherPhrases.read($0, &reading) } ?? FurtherPhrases()
    phrases.merge(Phrase.table(of: file.phrases, &reading)) { _, new in new }
    return document.diagnostics + reading.diagnostics
  }

  package func has(_ key: String) -> Bool { phrases[key] != nil }

  /// The phrase with `{name}` replaced. A key that is missing shows itself: a layout check names it long before.
  package func phrase(_ key: String, _ arguments: [String: String] = [:]) -> String {
    switch phrases[key] {
    case .text(let text): Template.fill(text.string, arguments)
    case .plural(let forms):
      Template.fill(
        (forms[plural.form(arguments["count"].flatMap { Int($0) } ?? 0)] ?? forms["other"])?.string ?? key,
        arguments)
    case .list(let list): list.map(\.string).joined(separator: " ")
    case nil: "‹\(key)›"
    }
  }

  /// The phrases of a list, or a single one as a list of one.
  package func list(_ key: String) -> [String] {
    switch phrases[key] {
    case .list(let list): list.map(\.string)
    case nil: []
    default: [phrase(key)]
    }
  }

  /// A number written as in files, `5200.5`, as the language writes it.
  package func number(_ plain: String) -> String {
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, whole.drop(while: { $0 == "-" }).allSatisfy(\.isNumber)
    else { return plain }
    let sign = whole.hasPrefix("-") ? "−" : ""
    var digits = Array(whole.drop { $0 == "-" })
    var position = digits.count - 3
    while position > 0 {
      digits.insert(contentsOf: groupMark, at: position)
      position -= 3
    }
    return sign + String(digits) + (parts.count == 2 ? decimalMark + parts[1] : "")
  }

  package func date(_ date: CalendarDate) -> String {
    let month = months.indices.contains(date.month - 1) ? months[date.month - 1] : String(date.month)
    return Template.fill(dateForm, ["day": String(date.day), "month": month, "year": String(date.year)])
  }
}

extension Catalogue.Phrase {
  /// Flattens nested maps into dotted keys: `journey: { rows: … }` gives `journey.rows.…`.
  static func table(of section: Kept?, _ reading: inout Reading) -> [String: Catalogue.Phrase] {
    var phrases: [String: Catalogue.Phrase] = [:]
    if let node = section?.node { collect(node, prefix: "", into: &phrases, &reading) }
    return phrases
  }

  private static func collect(
    _ node: LocatedNode, prefix: String, into phrases: inout [String: Catalogue.Phrase],
    _ reading: inout Reading
  ) {
    for entry in node.entries {
      guard let name = entry.key.string else { continue }
      let key = prefix.isEmpty ? name : prefix + "." + name
      switch entry.value.content {
      case .scalar(let string): phrases[key] = .text(Text(string, at: entry.value.span))
      case .sequence(let elements): phrases[key] = .list(elements.compactMap(\.text))
      case .mapping(let entries):
        if !entries.isEmpty, entries.allSatisfy({ PluralRule.forms.contains($0.key.string ?? "") }) {
          let forms = entries.compactMap { entry in
            entry.key.string.flatMap { key in entry.value.text.map { (key, $0) } }
          }
          phrases[key] = .plural(Dictionary(forms) { first, _ in first })
        } else {
          collect(entry.value, prefix: key, into: &phrases, &reading)
        }
      case .nothing:
        reading.report(Diagnostic(fault: "language/empty-phrase", at: entry.key.span, ["key": .text(key)]))
      }
    }
  }
}

/// A file of a language that holds phrases only.
private struct FurtherPhrases: Record {
  var phrases: Kept?

  static let table = RecordTable<FurtherPhrases>(
    "furtherPhrases", [Field("phrases", \.phrases, required: true)])
}

/// The file's own fields.
private struct CatalogueFile: Record {
  var code: Text?
  var name: Text?
  var decimalMark: Text?
  var groupMark: Text?
  var plural = Keyed<Text>()
  var hyphenation: [Text] = []
  var months: [Text] = []
  var dateForm: Text?
  var phrases: Kept?

  static let table = RecordTable<CatalogueFile>(
    "language",
    [
      Field("code", \.code, required: true),
      Field("name", \.name, required: true),
      Field("decimalMark", \.decimalMark, required: true),
      Field("groupMark", \.groupMark, required: true),
      Field("plural", \.plural, required: true),
      Field("hyphenation", \.hyphenation),
      Field("months", \.months, required: true),
      Field("date", \.dateForm, required: true),
      Field("phrases", \.phrases, required: true),
    ])
}
