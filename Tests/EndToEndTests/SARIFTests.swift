import Foundation
import Testing

/// The log for editors and code hosts, held against the specification by another program, and against the text.
@Suite struct SARIFTests {
  /// What a log says, as far as it is looked at here.
  private struct Log: Decodable {
    struct Run: Decodable {
      var tool: Tool
      var language: String
      var columnKind: String
      var results: [Result]
    }
    struct Tool: Decodable { var driver: Driver }
    struct Driver: Decodable { var rules: [Rule] }
    struct Rule: Decodable {
      var id: String
      var shortDescription: Message
      var help: Message
      var defaultConfiguration: Configuration
    }
    struct Configuration: Decodable { var level: String }
    struct Message: Decodable { var text: String }
    struct Result: Decodable {
      var ruleId: String
      var ruleIndex: Int
      var level: String
      var message: Message
      var locations: [Location]
      var relatedLocations: [Location]?
    }
    struct Location: Decodable {
      var physicalLocation: Physical
      var message: Message?
    }
    struct Physical: Decodable {
      var artifactLocation: Artifact
      var region: Region?
    }
    struct Artifact: Decodable { var uri: String }
    struct Region: Decodable, Equatable { var startLine, startColumn, endLine, endColumn: Int }
    var runs: [Run]
  }

  private static let schema = home + "/Tests/EndToEndTests/sarif.schema.json"

  /// Checks files and holds the log against the schema.
  private func log(_ paths: [String], _ options: String...) throws -> Log.Run {
    let result = try canvaspress(["check"] + paths + ["--format", "sarif"] + options)
    #expect(result.errors.isEmpty)
    let again = try canvaspress(["check"] + paths + ["--format", "sarif"] + options)
    #expect(result.output == again.output)
    let folder = TemporaryFolder()
    let texts = folder.write("texts.json", try JSONEncoder().encode([result.output]))
    let judge = home + "/Tests/EndToEndTests/judge.py"
    let verdict = try run("python3", ["-W", "ignore", judge, Self.schema, texts])
    #expect(verdict.output == "[null]\n", "\(verdict.output)\(verdict.errors)")
    let log = try JSONDecoder().decode(Log.self, from: Data(result.output.utf8))
    let rules = log.runs[0].tool.driver.rules
    #expect(rules.map(\.id) == Set(rules.map(\.id)).sorted())
    #expect(Set(rules.map(\.id)) == Set(log.runs[0].results.map(\.ruleId)), "no rule is for nothing")
    for result in log.runs[0].results { #expect(rules[result.ruleIndex].id == result.ruleId) }
    return log.runs[0]
  }

  /// What a region marks, counted in Unicode scalars after any byte order mark, as SARIF has it.
  private func marked(_ region: Log.Region, in text: String) -> String {
    let scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
    let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    var out = String.UnicodeScalarView()
    for line in region.startLine...region.endLine {
      let whole = Array(lines[line - 1])
      let first = line == region.startLine ? region.startColumn - 1 : 0
      let end = line == region.endLine ? region.endColumn - 1 : whole.count
      out.append(contentsOf: whole[first..<end])
      if line < region.endLine { out.append("\n") }
    }
    return String(out)
  }

  @Test(arguments: [
    ("canvaspress: 1\nproject: { company: A, dat: 1 }\n", "key/unknown", "dat"),
    ("\u{FEFF}canvaspres: 1\nproject: { company: A }\n", "key/unknown", "canvaspres"),
    ("canvaspress: 1\r\nproject: { company: A }\r\nsegmnts: [x]\r\n", "key/unknown", "segmnts"),
    (
      "canvaspress: 1\nproject: { company: Perché 𝒜 🧑‍🔧 e\u{301}, dat: 1 }\n", "key/unknown", "dat"
    ),
    (
      "canvaspress: 1\nproject: { company: A }\nsolutions: [{ id: s, name: è, investment: 9 }]\n",
      "score/out-of-range", "9"
    ),
    ("canvaspress: 1\nproject: { company: A }\nsegments:\n  - - x\n", "value/wrong-type", "- x"),
  ])
  func aRegionMarksTheWordsThatAreMeant(text: String, code: String, words: String) throws {
    let folder = TemporaryFolder()
    let run = try log([folder.write("w.yml", text)])
    #expect(run.columnKind == "unicodeCodePoints")
    let result = try #require(run.results.first { $0.ruleId == code })
    let region = try #require(result.locations.first?.physicalLocation.region)
    #expect(marked(region, in: text) == words)
  }

  @Test func severalFilesHaveOneLogInTheirOrder() throws {
    let folder = TemporaryFolder()
    let first = folder.write(
      "a.yml",
      """
      canvaspress: 1
      language: it
      project: { company: A, company: B }
      segments: [{ id: s, name: A }, { id: s, name: B }]
      personas: [{ id: p, name: Ada, template: B, fears: [uno] }]
      """)
    let second = folder.write("caffè #2 {x}.yml", "canvaspress: 1\nproject: { company: A\n")
    let missing = folder.path + "/nothing here.yml"
    let run = try log([first, second, missing])
    #expect(run.language == "it")
    #expect(
      run.results.map(\.ruleId) == [
        "file/missing", "yaml/duplicate-key", "id/duplicate", "persona/other-sheet", "yaml/unclosed-bracket",
      ])
    #expect(run.results.map(\.level) == ["error", "error", "error", "warning", "error"])
    let uris = run.results.compactMap { $0.locations.first?.physicalLocation.artifactLocation.uri }
    #expect(uris.allSatisfy { $0.hasPrefix("file:///") })
    let paths = [missing, first, first, first, second].map { "file://" + $0.replacing("//", with: "/") }
    #expect(uris.map { $0.removingPercentEncoding } == paths)
    #expect(run.results[0].locations[0].physicalLocation.region == nil)
    #expect(run.results[0].message.text == "Il file '\(missing)' non esiste")
    #expect(run.results[4].message.text.contains("'{{'"))
    let related = try #require(run.results[2].relatedLocations?.first)
    #expect(related.message?.text == "'s' compare qui la prima volta")
    #expect(
      related.physicalLocation.region == Log.Region(startLine: 4, startColumn: 18, endLine: 4, endColumn: 19))
    let rule = try #require(run.tool.driver.rules.first { $0.id == "persona/other-sheet" })
    #expect(rule.defaultConfiguration.level == "warning")
    #expect(rule.shortDescription.text == "Il campo appartiene all'altra scheda delle personas.")
    #expect(rule.help.text.contains("`template: A`"))
  }

  @Test func aRelativePathStaysRelative() throws {
    let run = try log(["./no such/100% è//w.yml"])
    #expect(run.results.map(\.ruleId) == ["file/missing"])
    #expect(
      run.results[0].locations[0].physicalLocation.artifactLocation.uri == "no%20such/100%25%20%C3%A8/w.yml")
  }

  @Test func aHintStandsInTheMessage() throws {
    let folder = TemporaryFolder()
    let workbook = folder.write("w.yml", "canvaspress: 1\nproject: { company: A, dat: 1 }\n")
    let run = try log([workbook], "--language", "en")
    #expect(run.results[0].message.text == "'dat' is not a field of the project (hint: did you mean 'date'?)")
  }

  @Test func aGoodWorkbookHasALogWithoutResults() throws {
    let folder = TemporaryFolder()
    let run = try log([folder.write("w.yml", "canvaspress: 1\nproject: { company: A }\n")])
    #expect(run.results.isEmpty && run.tool.driver.rules.isEmpty)
  }

  @Test func everyFindingOfTheSamplesHasARegion() throws {
    let run = try log(samples)
    #expect(run.results.count > 20)
    for result in run.results {
      #expect(result.locations.first?.physicalLocation.region != nil, "\(result.ruleId)")
      #expect(result.level != "error", "\(result.ruleId)")
    }
  }
}
