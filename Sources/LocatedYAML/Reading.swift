package import Diagnostics

/// What accumulates while a file is read: faults, the ids it declares, the ids it points at.
package struct Reading {
  package private(set) var diagnostics: [Diagnostic] = []
  private var identifiers: [String: [String: Span]] = [:]
  private var references: [(kind: String, text: Text)] = []

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package mutating func wrongType(_ node: LocatedNode, expected: Shape) {
    let found =
      switch node.content {
      case .nothing: "shape.nothing"
      case .scalar: "shape.text"
      case .sequence: "shape.list"
      case .mapping: "shape.mapping"
      }
    report(
      Diagnostic(
        fault: "value/wrong-type", at: node.span,
        ["expected": .phrase(expected.phrase), "found": .phrase(found)]))
  }

  /// Reports a key that the record does not have; the one that was probably meant.
  package mutating func unknownKey(_ key: LocatedNode, known: [String], in record: String) -> String? {
    if let text = key.text, text.string.contains(" "), key.style == .plain {
      // No field has a space in its name: this is a text with a colon.
      report(Diagnostic(fault: "yaml/colon", at: key.span, hint: "quote-it"))
      return known.contains("text") ? "text" : nil
    }
    return unknown(
      "key/unknown", key.text ?? Text("", at: key.span), known: known, ["record": .phrase("record." + record)]
    )
  }

  package mutating func unknownWord(_ word: Text, known: [String]) {
    unknown("value/unknown-word", word, known: known)
  }

  /// A word that should have been one of a few: says which it may be, and which was probably meant.
  @discardableResult
  package mutating func unknown(
    _ code: String, _ word: Text, known: [String], _ more: [String: Diagnostic.Argument] = [:]
  ) -> String? {
    let suggestion = Suggestion.nearest(to: word.string, among: known)
    var arguments = more
    arguments["word"] = .text(word.string)
    arguments["suggestion"] = suggestion.map { .text($0) }
    arguments["known"] = .text(known.joined(separator: ", "))
    report(
      Diagnostic(
        fault: code, at: word.span, arguments,
        hint: suggestion != nil ? "did-you-mean" : known.isEmpty ? nil : "known-here"))
    return suggestion
  }

  mutating func missing(_ field: String, in record: String, _ node: LocatedNode, key: LocatedNode?) {
    guard !node.isCut || key != nil else { return }
    let file = node.span.file
    let first = key?.span ?? node.entries.first?.key.span ?? Span(file, node.span.range.prefix(1))
    report(
      Diagnostic(
        fault: key == nil ? "key/missing" : "key/empty", at: first,
        ["key": .text(field), "record": .phrase("record." + record)]))
  }

  package mutating func declare(_ identifier: Text, kind: String) {
    guard let span = identifier.span else { return }
    if let first = identifiers[kind]?[identifier.string] {
      report(
        Diagnostic(
          fault: "id/duplicate", at: span,
          ["key": .text(identifier.string), "line": .count(first.start.line)],
          related: [Diagnostic.Related(key: "first-given-here", span: first)]))
    } else {
      identifiers[kind, default: [:]][identifier.string] = span
    }
  }

  package mutating func refer(to identifier: Text, kind: String) { references.append((kind, identifier)) }

  /// Reports every id that nothing carries; to be called once, after the whole file.
  package mutating func resolveReferences() {
    for (kind, text) in references where identifiers[kind]?[text.string] == nil {
      unknown(
        "id/unknown", text, known: (identifiers[kind] ?? [:]).keys.sorted(), ["kind": .phrase("kind." + kind)]
      )
    }
    references = []
  }
}

extension Range<Int> {
  /// The first `count` positions of a range, at least one.
  fileprivate func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.max(lowerBound + 1, Swift.min(upperBound, lowerBound + count))
  }
}
