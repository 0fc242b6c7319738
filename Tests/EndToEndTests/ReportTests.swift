import CanvasPressKit
import Content
import Diagnostics
import Foundation
import Languages
import LocatedYAML
import Testing

/// The report of the samples, in all its forms.
@Suite struct ReportTests {
  @Test(arguments: largeSamples)
  func everyWordOfASampleIsInEachForm(sample: String) throws {
    let written = try WrittenReport.of(sample)
    #expect(written.code == 0)
    let texts = try WorkbookTexts(sample)
    let words = Set((texts.canvases + texts.report).flatMap { $0.split(whereSeparator: \.isWhitespace) })
    #expect(words.count > 800)
    for (name, text) in written.forms {
      let there = Set(text.split(separator: " "))
      let missing = words.subtracting(there).filter { !text.contains($0) }
      #expect(missing.sorted().prefix(5) == [], "\(name)")
    }
  }

  /// Sentences of one language are not in a report in the other.
  @Test(arguments: [("it", "en"), ("en", "it"), ("it in en", "it")])
  func noSentenceIsInTheOtherLanguage(report: String, other: String) throws {
    let written =
      switch report {
      case "it": try WrittenReport.of(samples[0])
      case "en": try WrittenReport.of(samples[1])
      default: try WrittenReport(samples[0], ["--language", "en"])
      }
    let (english, italian) = try (Self.english.get(), Self.italian.get())
    let foreign = other == "it" ? italian.subtracting(english) : english.subtracting(italian)
    #expect(foreign.count > 300)
    // Workbooks may ask what the canvases ask.
    let workbook = try WorkbookTexts(report == "en" ? samples[1] : samples[0]).canvases.joined(
      separator: "\n")
    for (name, text) in written.forms {
      let words = text.split(separator: " ")
      let pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
      let found = foreign.filter { piece in
        let words = piece.split(separator: " ")
        return pairs.contains("\(words[1]) \(words[2])") && text.contains(piece)
          && !workbook.contains(piece)
      }
      #expect(found.sorted().prefix(5) == [], "\(name)")
    }
  }

  private static let english = Result { Set(try pieces("en")) }
  private static let italian = Result { Set(try pieces("it")) }

  /// What stands in a language's phrases before, between and after their places; of four words at least, so that the
  /// middle two are whole.
  private static func pieces(_ code: String) throws -> [String] {
    try reportCatalogue(code).phrases.values.flatMap { phrase -> [String] in
      switch phrase {
      case .text(let text): [text.string]
      case .list(let list): list.map(\.string)
      case .plural(let forms): forms.values.map(\.string)
      }
    }.flatMap { $0.split(separator: /\{[^}]*\}/).map(String.init) }
      .map { WorkbookTexts.plain($0).replacing(/\s+/, with: " ").trimmingCharacters(in: .whitespaces) }
      .filter { $0.split(separator: " ").count > 3 }
  }

  @Test func theSameInputGivesTheSameBytesAnywhereAndAnyTime() throws {
    var files: [[Data]] = []
    for (zone, locale) in [("UTC", "C"), ("Asia/Tokyo", "it_IT.UTF-8")] {
      let folder = TemporaryFolder()
      let result = try canvaspress(
        ["report", samples[0], "-o", folder.path + "/r.pdf", "--format", "md,html"],
        environment: ["TZ": zone, "LC_ALL": locale, "LANG": locale])
      #expect(result.code == 0)
      files.append(
        try ["pdf", "md", "html"].map {
          try Data(contentsOf: URL(fileURLWithPath: folder.path + "/r." + $0))
        })
    }
    #expect(files[0] == files[1])
  }

  @Test(arguments: largeSamples, ["public", "company", "mentor"])
  func noPhraseIsMissing(sample: String, audience: String) throws {
    let folder = TemporaryFolder()
    for language in ["it", "en"] {
      let path = folder.path + "/r-\(language).md"
      let result = try canvaspress([
        "report", sample, "--audience", audience, "--language", language, "-o", path,
      ])
      #expect(result.code == 0)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.count > 10_000 && !text.contains("‹"))
    }
  }

  @Test(arguments: ["it", "en"])
  func theOutlineNamesEveryPartAndWritesNothing(language: String) throws {
    let folder = TemporaryFolder()
    let workbook = folder.write("w.yml", try String(contentsOfFile: samples[2], encoding: .utf8))
    let flow = try String(contentsOfFile: home + "/layouts/report.yml", encoding: .utf8)
    let names = flow.matches(of: /(?m)^ +- part: (\S+)/).map { String($0.1) }
    let (outcome, outline) = try ReportPress(workbook, language: language).outline()
    #expect(outcome.diagnostics.isEmpty)
    let lines = try #require(outline).lines
    func name(_ line: Outline.Line) -> String {
      line.label.map(\.words).joined().trimmingCharacters(in: .whitespaces)
    }
    #expect(lines.map(name) == names)
    let catalogue = try reportCatalogue(language)
    let because = catalogue.phrase("report.leftOutBecause", ["reason": ""])
    let left = lines.filter { line in line.text.contains { $0.words.contains(because) } }
    for line in left {
      #expect(line.text.last?.words.hasSuffix(because) == false, "no reason for \(name(line))")
    }
    let lack = catalogue.phrase("report.lacks.journeys")
    #expect(left.first { name($0) == "journey" }?.text.last?.words.contains(lack) == true)
    let there = lines.filter { line in !left.contains { name($0) == name(line) } }.map(name)
    #expect(Set(there).isSuperset(of: ["cover", "summary", "contents", "model", "canvases", "imprint"]))
    #expect(Set(there).isDisjoint(with: ["customer", "journey", "choice", "concept", "scores", "sources"]))

    let told = try canvaspress(["report", workbook, "--outline", "--language", language])
    #expect(told.code == 0)
    for name in names { #expect(told.output.contains(name)) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["w.yml"])
  }
}
