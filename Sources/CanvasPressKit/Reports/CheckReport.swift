import Diagnostics
import Languages

/// What there is to say of a workbook, for people: what its file must mend first, then the findings by subject, each a
/// line at its place, and a verdict.
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

  package func text(_ check: WorkbookCheck) -> String {
    var rest = check.diagnostics.sortedByPlace()
    var parts: [String] = []
    let faults = rest.filter { $0.kind == .fault }
    rest.removeAll { $0.kind == .fault }
    if !faults.isEmpty { parts.append(TextReport(wording: messages).render(faults)) }
    for (phrase, prefixes) in Self.groups {
      let group = rest.filter { diagnostic in prefixes.contains { diagnostic.code.hasPrefix($0) } }
      rest.removeAll { diagnostic in prefixes.contains { diagnostic.code.hasPrefix($0) } }
      if !group.isEmpty { parts.append(section(phrase, group)) }
    }
    if !rest.isEmpty { parts.append(section("summary.group-others", rest)) }
    parts.append(verdict(check) + "\n")
    return parts.joined(separator: "\n")
  }

  private func section(_ phrase: String, _ diagnostics: [Diagnostic]) -> String {
    let lines = diagnostics.map { diagnostic in
      let place = diagnostic.span.map { "\($0.file.name):\($0.start.line):\($0.start.column): " } ?? ""
      let hint = messages.hint(of: diagnostic).map { " (\($0))" } ?? ""
      return
        "  \(place)\(messages.severity(diagnostic.severity)): \(messages.sentence(of: diagnostic))\(hint)"
        + " [\(diagnostic.code)]"
    }
    return ([messages.phrase(phrase)] + lines).joined(separator: "\n") + "\n"
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
