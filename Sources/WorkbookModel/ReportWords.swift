package import Diagnostics
package import LocatedYAML

/// What a workbook says for its report alone: what stands on the cover, and the authors' own chapters.
package struct ReportWords: Record {
  /// On the cover.
  package var title: Text?
  package var authors: [Note] = []
  /// The company's, as a path relative to the workbook.
  package var logo: Text?
  /// CommonMark.
  package var imprint: Text?
  package var chapters: [ReportChapter] = []

  package init() {}

  package static let table = RecordTable<ReportWords>(
    "report",
    [
      Field("title", \.title),
      Field("authors", \.authors),
      Field("logo", \.logo),
      Field("imprint", \.imprint),
      Field("chapters", \.chapters),
    ])
}

/// A chapter of the authors' own, or without a title some paragraphs for a part that the report has anyway.
package struct ReportChapter: Record {
  package var title: Text?
  /// CommonMark.
  package var text: Text?
  /// The name of the part that it comes before. One of the two is always nothing.
  package var before: Text?
  /// The name of the part that it comes after.
  package var after: Text?
  package var audience: Audience?

  package init() {}

  /// Reads it, and warns of a second place: the one that is written first counts.
  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> ReportChapter? {
    guard case .mapping(let entries) = node.content else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    var chapter = table.read(node, &reading)
    let places = entries.filter { ["before", "after"].contains($0.key.string) && !$0.value.isNothing }
      .compactMap(\.key.text)
    guard let first = places.first, let second = places.dropFirst().first else { return chapter }
    if second.string == "before" { chapter.before = nil } else { chapter.after = nil }
    reading.report(
      Diagnostic(
        finding: "report/two-places", .warning, at: second.span,
        ["key": .text(second.string), "first": .text(first.string)]))
    return chapter
  }

  package static let table = RecordTable<ReportChapter>(
    "reportChapter",
    [
      Field("title", \.title),
      Field("text", \.text, required: true),
      Field("before", \.before),
      Field("after", \.after),
      Field("audience", \.audience),
    ])
}
