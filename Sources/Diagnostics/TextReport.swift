/// Diagnostics as people read them: place, sentence, an excerpt with a mark under the wrong thing, a hint.
package struct TextReport: Sendable {
  package var wording: any Wording
  /// Excerpts are cut to this many columns around the mark.
  package var width: Int

  package init(wording: any Wording, width: Int = 110) {
    self.wording = wording
    self.width = width
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.sortedByPlace().map(render).joined(separator: "\n")
  }

  private func render(_ diagnostic: Diagnostic) -> String {
    var lines: [String] = []
    let head =
      "\(wording.severity(diagnostic.severity)): \(wording.sentence(of: diagnostic)) [\(diagnostic.code)]"
    if let span = diagnostic.span {
      lines.append("\(place(span)): \(head)")
      lines += excerpt(span)
    } else {
      lines.append(head)
    }
    for related in diagnostic.related {
      lines.append("\(place(related.span)): \(wording.related(related.key, of: diagnostic))")
      lines += excerpt(related.span)
    }
    if let hint = wording.hint(of: diagnostic) { lines.append("  \(wording.hintLabel): \(hint)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(_ span: Span) -> String {
    let start = span.start
    return "\(span.file.name):\(start.line):\(start.column)"
  }

  /// The first line of a span, cut to the report's width, and carets under the part that is meant.
  private func excerpt(_ span: Span) -> [String] {
    let start = span.start
    let (lineStart, bytes) = span.file.line(start.line)
    guard !bytes.isEmpty else { return [] }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let first = min(start.column - 1, scalars.count)
    let lastByte = min(max(span.range.upperBound, span.range.lowerBound + 1), lineStart + bytes.count)
    let last = max(first + 1, span.file.position(of: lastByte).column - 1)
    var low = 0
    var high = scalars.count
    if high > width {
      low = max(0, min(first - width / 3, high - width))
      high = min(high, low + width)
    }
    let shown = scalars[low..<high].map { $0.value < 32 ? " " : $0 }
    let gutter = String(start.line)
    let before =
      (low > 0 ? "…" : "") + String(String.UnicodeScalarView(shown)) + (high < scalars.count ? "…" : "")
    let indent = TextColumns.width(of: scalars[low..<max(low, min(first, high))]) + (low > 0 ? 1 : 0)
    let length = max(
      1, TextColumns.width(of: scalars[min(first, high)..<max(min(first, high), min(last, high))]))
    let pad = String(repeating: " ", count: gutter.count)
    return [
      "  \(gutter) | \(before)",
      "  \(pad) | \(String(repeating: " ", count: indent))\(String(repeating: "^", count: length))",
    ]
  }
}
