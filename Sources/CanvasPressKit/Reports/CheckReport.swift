import Diagnostics
import Languages

/// What there is to say of a workbook, for people: the findings by subject, each at its place, and a verdict.
package struct CheckReport {
  private let messages: Messages

  package init(_ library: Library, language: String) { messages = library.messages(language) }

  /// The subjects, by what their codes begin with.
  private static let groups: [(phrase: String, prefixes: [String])] = [
    ("summary.group-score", ["score/", "ranking/"]),
    ("summary.group-concept", ["concept/"]),
    ("summary.group-chain", ["chain/", "utility/", "limits/"]),
    ("summary.group-evidence", ["evidence/"]),
    ("summary.group-business", ["business/", "customer-value/"]),
  ]

  /// What the file must mend before anything else can be said of it, with excerpts; empty when it is sound.
  package func faults(_ check: WorkbookCheck) -> String {
    TextReport(wording: messages).render(check.diagnostics.filter { $0.kind == .fault })
  }

  package func outline(_ check: WorkbookCheck) -> Outline {
    var outline = Outline()
    var rest = check.diagnostics.filter { $0.kind == .finding }.sortedByPlace()
    for (phrase, prefixes) in Self.groups {
      func belongs(_ diagnostic: Diagnostic) -> Bool {
        prefixes.contains { diagnostic.code.hasPrefix($0) }
      }
      add(rest.filter(belongs), phrase, to: &outline)
      rest.removeAll(where: belongs)
    }
    add(rest, "summary.group-others", to: &outline)
    if !outline.lines.isEmpty { outline.addGap() }
    outline.add(Outline.Line(hang: "  ", text: [Outline.Part(verdict(check), .strong)]))
    return outline
  }

  private func add(_ diagnostics: [Diagnostic], _ phrase: String, to outline: inout Outline) {
    guard !diagnostics.isEmpty else { return }
    outline.addHeading(messages.phrase(phrase))
    // The gravest first, such as the biggest blocker; else by place.
    let sorted = diagnostics.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }
    for diagnostic in sorted.map(\.element) {
      var text: [Outline.Part] = []
      if let span = diagnostic.span {
        text.append(Outline.Part("\(span.file.name):\(span.start.line):\(span.start.column): ", .quiet))
      }
      text.append(
        Outline.Part(
          messages.severity(diagnostic.severity) + ": ", diagnostic.severity == .note ? .plain : .warning))
      text.append(Outline.Part(messages.sentence(of: diagnostic)))
      if let hint = messages.hint(of: diagnostic) { text.append(Outline.Part(" (\(hint))")) }
      text.append(Outline.Part(" [\(diagnostic.code)]", .quiet))
      outline.add(Outline.Line(lead: "  ", hang: "    ", text: text))
    }
  }

  /// `9 of 12 elements of the concept; 3 untested assumptions under the concept`.
  private func verdict(_ check: WorkbookCheck) -> String {
    let file = check.file.path
    guard let verdict = check.verdict else {
      let count = check.diagnostics.count { $0.kind == .fault }
      return messages.phrase("summary.faults", ["file": file, "count": String(count)])
    }
    let elements =
      verdict.elements.map {
        messages.phrase("summary.elements", ["count": String($0.filled), "total": String($0.total)])
      } ?? messages.phrase("summary.no-concept")
    var parts = [elements]
    if verdict.elements != nil {
      parts.append(
        verdict.untested == 0
          ? messages.phrase("summary.no-assumptions")
          : messages.phrase("summary.assumptions", ["count": String(verdict.untested)]))
    }
    if verdict.findings > 0 {
      parts.append(messages.phrase("summary.findings", ["count": String(verdict.findings)]))
    }
    return "\(file): \(parts.joined(separator: "; "))"
  }
}
