import CanvasPressKit
import Diagnostics
import Foundation
import LocatedYAML
import Seeded
import Testing
import WorkbookModel

/// The schema is made from the same tables as the reader; another program holds the two against each other.
@Suite struct SchemaTests {
  /// What the reader says of a workbook that the schema takes, with an example of each.
  private static let unknowable: [(code: String, reason: String, workbook: String)] = [
    (
      "id/unknown", "a schema looks at one value, and an id stands elsewhere",
      "solutions: [{ id: s, name: A, opportunity: nobody }]"
    ),
    ("id/duplicate", "the same", "segments: [{ id: s, name: A }, { id: s, name: B }]"),
    (
      "persona/other-sheet", "a warning: the workbook can be used, and part of it is not printed",
      "personas: [{ id: p, name: Ada, template: B, fears: [one] }]"
    ),
    (
      "report/two-places", "a warning: one of the two places counts",
      "report: { chapters: [{ text: W, before: summary, after: journey }] }"
    ),
    ("language/unknown", "languages are files of the installation", "language: tlh"),
    (
      "value/not-an-integer", "editors turn a number into its value, and its spelling is gone",
      "segments: [{ id: s, name: A, customers: 5.0 }]"
    ),
    ("value/not-a-number", "the same", "project: { company: A, funding: { logoMinimum: 1e1 } }"),
    (
      "value/unknown-word", "the same, of true and false",
      "utility: [{ stage: use, lever: risk, mark: today, biggest: True }]"
    ),
    (
      "score/weight", "programs count decimals with rounding, and some would refuse 0.3",
      "weights: { important: 0.1234 }"
    ),
  ]
  /// Those that mutations may lead to; the others are spellings, which mutations avoid.
  private static let excused: Set<String> = [
    "id/unknown", "id/duplicate", "persona/other-sheet", "language/unknown",
  ]

  private static let schema = WorkbookHelp(library(), language: "en").schema

  /// What is wrong with texts by the schema, one by one.
  private func schemaSays(of texts: [String]) throws -> [String?] {
    let folder = TemporaryFolder()
    let schema = folder.write("schema.json", Self.schema)
    let list = folder.write("texts.json", try JSONEncoder().encode(texts))
    let judge = home + "/Tests/EndToEndTests/judge.py"
    let result = try run("python3", ["-W", "ignore", judge, schema, list])
    try #require(result.code == 0, "\(result.errors)")
    return try JSONDecoder().decode([String?].self, from: Data(result.output.utf8))
  }

  private func readerSays(of text: String) -> [Diagnostic] {
    let folder = TemporaryFolder()
    return WorkbookFile.read(folder.write("w.yml", text), languages: ["en", "it"]).diagnostics
  }

  private func read(_ paths: [String]) throws -> [String] {
    try paths.map { try String(contentsOfFile: $0, encoding: .utf8) }
  }

  @Test func everySampleAndEveryStarterIsGoodByTheReaderAndByTheSchema() throws {
    let starters = ["en", "it"].map { WorkbookHelp(library(), language: $0).starter() }
    let texts = try read(samples) + starters
    #expect(try schemaSays(of: texts) == texts.map { _ in nil })
    for text in texts { #expect(readerSays(of: text).isEmpty, "\(text.prefix(60))") }
  }

  @Test func whatTheStarterCommentsOutIsGoodWhenItIsUsed() throws {
    let texts = ["en", "it"].map { WorkbookHelp(library(), language: $0).starter(commentsOut: false) }
    #expect(try schemaSays(of: texts) == [nil, nil])
    for text in texts { #expect(readerSays(of: text).isEmpty) }
  }

  @Test func onlyTheReaderKnowsWhatNoSchemaCan() throws {
    let texts = Self.unknowable.map { example in
      let project = example.workbook.hasPrefix("project") ? "" : "project: { company: A }\n"
      return "canvaspress: 1\n" + project + example.workbook + "\n"
    }
    #expect(try schemaSays(of: texts) == texts.map { _ in nil })
    for (text, example) in zip(texts, Self.unknowable) {
      #expect(readerSays(of: text).map(\.code) == [example.code])
    }
  }

  @Test func readerAndSchemaJudgeEveryMutationAlike() throws {
    let starter = WorkbookHelp(library(), language: "en").starter(commentsOut: false)
    let bases = try (read(samples) + [starter]).map { try #require(Tree(yaml: $0)) }
    let places = bases.indices.flatMap { base in
      Place.all(in: bases[base], Workbook.shape).map { (base, $0) }
    }
    var random = Seeded(2026)
    var mutants: [(mutation: Mutation, text: String)] = []
    for mutation in Mutation.allCases {
      let fitting = places.filter { mutation.change($0.1, &random) != nil }
      try #require(!fitting.isEmpty, "\(mutation) finds no place")
      for _ in 0..<10 {
        let (base, place) = fitting.randomElement(using: &random)!
        guard let changed = mutation.change(place, &random) else { continue }
        let whole = bases[base].changing(place.path[...]) { _ in changed }
        mutants.append((mutation, section(of: whole, at: place.path.first).yaml))
      }
    }
    let schema = try schemaSays(of: mutants.map(\.text))
    var refused = 0
    for ((mutation, text), complaint) in zip(mutants, schema) {
      let codes = readerSays(of: text).map(\.code).filter { !Self.excused.contains($0) }
      #expect(
        codes.isEmpty == (complaint == nil),
        "\(mutation): the reader says \(codes), the schema \(complaint ?? "nothing") of \(text.prefix(1500))")
      if complaint != nil { refused += 1 }
    }
    #expect(mutants.count >= 200)
    #expect(refused > mutants.count / 2 && refused < mutants.count * 9 / 10, "\(refused)")
  }

  /// The section in question and what every workbook needs.
  private func section(of tree: Tree, at index: Int?) -> Tree {
    guard let index, case .map(let entries) = tree else { return tree }
    let kept = entries.enumerated().filter {
      $0.offset == index || ["canvaspress", "language", "project"].contains($0.element.key)
    }
    return .map(kept.map(\.element))
  }

  @Test func theSchemaIsTheSameEveryTimeAndSpeaksTheLanguageAskedFor() throws {
    let english = try canvaspress(["schema", "--language", "en"])
    #expect(english.code == 0 && english.errors.isEmpty)
    #expect(try canvaspress(["schema", "--language", "en"]).output == english.output)
    #expect(english.output.contains("\"description\": \"The company that the workshop is for.\""))
    let italian = try canvaspress(["schema"], environment: ["LC_ALL": "it_IT.UTF-8"])
    #expect(italian.output.contains("\"title\": \"un punto di attrito\""))
    #expect(try canvaspress(["schema", "--language", "tlh"]).code == 2)
  }
}
