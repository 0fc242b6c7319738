package import Diagnostics
import Languages
import LocatedYAML
import Rules
import WorkbookModel

/// Tells how a workbook moved from one state to another: to people, or as JSON to programs.
package struct ComparisonReport {
  /// Of both files.
  package private(set) var diagnostics: [Diagnostic]
  /// The language in which it speaks.
  package let language: String
  private let comparison: Comparison
  private let messages: Messages
  private let catalogue: Catalogue

  /// Speaks the language asked for, else the newer workbook's, else the session's.
  package init(
    _ library: Library, old: String, new: String, language asked: String?, session: String
  ) {
    let codes = library.languageCodes
    let files = [old, new].map { WorkbookFile.read($0, languages: codes) }
    diagnostics = files.flatMap(\.diagnostics)
    language =
      [asked, files[1].language, files[0].language].lazy.compactMap { $0 }.first(where: codes.contains)
      ?? session
    let facts = files.map { WorkbookFacts($0.workbook, placeholders: library.placeholders()) }
    comparison = Comparison(facts[0], facts[1])
    messages = library.messages(language)
    catalogue = library.catalogue(language)
  }

  // MARK: For people

  package var outline: Outline {
    var outline = Outline()
    guard !comparison.isEmpty else {
      outline.add(line(word("same")))
      return outline
    }
    section("added", comparison.added.map { "+ " + named($0) }, &outline)
    section("dropped", comparison.dropped.map { "- " + named($0) }, &outline)
    section(
      "renamed",
      comparison.renamed.map { "\(kind($0.item)) \(id($0.item))'\($0.from)' → '\($0.to)'" }, &outline)
    section(
      "tested", comparison.tested.map { "\(named($0.item)): \(known($0.from)) → \(known($0.to))" },
      &outline)
    section(
      "rescored",
      comparison.rescored.map { item, scores in
        let words = scores.map { change in
          let score = messages.phrase("terms." + change.criterion.rawValue)
          return "\(score) \(points(change.from)) → \(points(change.to))"
        }
        return "\(named(item)): \(words.joined(separator: ", "))"
      }, &outline)
    section("ranking", ranking, &outline)
    section("concept", concepts, &outline)
    section(
      "business",
      comparison.blocks.flatMap { change in
        let block = catalogue.phrase(change.block.phrase)
        return change.added.map { "+ \(block): \($0)" } + change.dropped.map { "- \(block): \($0)" }
      }, &outline)
    return outline
  }

  private func section(_ heading: String, _ lines: [String], _ outline: inout Outline) {
    guard !lines.isEmpty else { return }
    outline.addHeading(word(heading))
    for words in lines {
      outline.add(Outline.Line(lead: "  ", hang: "    ", text: [Outline.Part(OneLine.text(words))]))
    }
  }

  private func line(_ words: String) -> Outline.Line {
    Outline.Line(hang: "  ", text: [Outline.Part(OneLine.text(words))])
  }

  private func word(_ key: String) -> String { messages.phrase("diff." + key) }

  /// Who is first now, then each solution that changed its place.
  private var ranking: [String] {
    let (old, new) = comparison.leaders
    func names(_ items: [Comparison.Item]) -> String {
      items.map { "'\($0.name)'" }.joined(separator: ", ")
    }
    var lines: [String] = []
    if !new.isEmpty, old.map(\.id) != new.map(\.id) {
      lines.append(
        old.isEmpty
          ? messages.phrase("diff.first", ["new": names(new)])
          : messages.phrase("diff.leader", ["new": names(new), "old": names(old)]))
    } else if !new.isEmpty, !comparison.moved.isEmpty {
      lines.append(messages.phrase("diff.still", ["new": names(new)]))
    }
    return lines
      + comparison.moved.map { change in
        let (from, to) = (change.from ?? word("unranked"), change.to ?? word("unranked"))
        return "\(named(change.item)): \(from) → \(to)"
      }
  }

  private var concepts: [String] {
    var lines = comparison.progress.map { progress in
      let gained = progress.gained.map { "+ " + messages.phrase("terms." + $0.rawValue) }
      let lost = progress.lost.map { "- " + messages.phrase("terms." + $0.rawValue) }
      let count = messages.phrase(
        "diff.elements",
        ["from": String(progress.from), "to": String(progress.to), "total": String(Completeness.total)])
      return "\(named(progress.item)): \(count) (\((gained + lost).joined(separator: ", ")))"
    }
    let (old, new) = comparison.untested
    if old != new {
      lines.append(messages.phrase("diff.untested", ["from": String(old), "to": String(new)]))
    }
    return lines
  }

  private func kind(_ item: Comparison.Item) -> String { catalogue.phrase(item.kind.phrase) }

  private func id(_ item: Comparison.Item) -> String { item.id.map { $0 + " " } ?? "" }

  private func named(_ item: Comparison.Item) -> String { "\(kind(item)) \(id(item))'\(item.name)'" }

  private func known(_ evidence: Evidence?) -> String {
    catalogue.phrase((evidence ?? .assumption).phrase)
  }

  private func points(_ points: HalfPoints?) -> String { points.map { catalogue.number($0.text) } ?? "–" }

  // MARK: For programs

  package var json: String {
    func item(_ item: Comparison.Item) -> [(String, JSONValue)] {
      [
        ("kind", .string(item.kind.rawValue)), ("id", item.id.map { .string($0) } ?? .null),
        ("name", .string(item.name)),
      ]
    }
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    func points(_ points: HalfPoints?) -> JSONValue { points.map { .decimal($0.text) } ?? .null }
    let rescored = comparison.rescored.map { owner, scores -> JSONValue in
      let changes = scores.map {
        JSONValue.object([
          ("score", .string($0.criterion.rawValue)), ("from", points($0.from)), ("to", points($0.to)),
        ])
      }
      return .object(item(owner) + [("scores", .array(changes))])
    }
    return JSONValue.object([
      ("added", .array(comparison.added.map { .object(item($0)) })),
      ("dropped", .array(comparison.dropped.map { .object(item($0)) })),
      ("renamed", .array(comparison.renamed.map { .object(item($0.item) + [("from", .string($0.from))]) })),
      (
        "evidence",
        .array(
          comparison.tested.map { change in
            .object(
              item(change.item) + [
                ("from", .string((change.from ?? .assumption).rawValue)),
                ("to", .string((change.to ?? .assumption).rawValue)),
              ])
          })
      ),
      ("rescored", .array(rescored)),
      (
        "moved",
        .array(
          comparison.moved.map { .object(item($0.item) + [("from", text($0.from)), ("to", text($0.to))]) })
      ),
      (
        "leaders",
        .object([
          ("from", .array(comparison.leaders.old.map { .object(item($0)) })),
          ("to", .array(comparison.leaders.new.map { .object(item($0)) })),
        ])
      ),
      (
        "completeness",
        .array(
          comparison.progress.map { progress in
            .object(
              item(progress.item) + [
                ("from", .integer(progress.from)), ("to", .integer(progress.to)),
                ("gained", list(progress.gained.map(\.rawValue))),
                ("lost", list(progress.lost.map(\.rawValue))),
              ])
          })
      ),
      (
        "untested",
        .object([("from", .integer(comparison.untested.old)), ("to", .integer(comparison.untested.new))])
      ),
      (
        "businessModel",
        .array(
          comparison.blocks.map {
            .object([
              ("block", .string($0.block.rawValue)), ("added", list($0.added)), ("dropped", list($0.dropped)),
            ])
          })
      ),
    ]).text + "\n"
  }
}
