/// Diagnostics as one JSON array, for other programs; sorted as the text is.
package struct JSONReport: Sendable {
  package var wording: any Wording

  package init(wording: any Wording) { self.wording = wording }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    JSONValue.array(diagnostics.sortedByPlace().map(value)).text + "\n"
  }

  private func value(_ diagnostic: Diagnostic) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if let span = diagnostic.span {
      members += place(span)
    } else if diagnostic.code.hasPrefix("file/"), case .text(let path)? = diagnostic.arguments["file"] {
      members.append(("file", .string(path)))
    }
    members.append(("severity", .string(diagnostic.severity.keyword)))
    members.append(("code", .string(diagnostic.code)))
    members.append(("message", .string(wording.sentence(of: diagnostic))))
    if let hint = wording.hint(of: diagnostic) { members.append(("hint", .string(hint))) }
    if !diagnostic.related.isEmpty {
      let related = diagnostic.related.map { related in
        JSONValue.object(
          place(related.span) + [("message", .string(wording.related(related.key, of: diagnostic)))])
      }
      members.append(("related", .array(related)))
    }
    return .object(members)
  }

  private func place(_ span: Span) -> [(String, JSONValue)] {
    let start = span.start
    let end = span.end
    return [
      ("file", .string(span.file.name)), ("line", .integer(start.line)), ("column", .integer(start.column)),
      ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
    ]
  }
}
