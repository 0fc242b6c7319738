import CanvasPressKit
import Diagnostics
import Foundation
import PageModel
import Seeded
import Testing

/// Workbooks with next to nothing, and with far too much.
@Suite struct OddReportTests {
  @Test func aWorkbookWithNothingToTellIsToldSo() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/r.pdf"
    let result = try canvaspress([
      "report", folder.write("w.yml", "canvaspress: 1\nproject: { company: A }\n"), "-o", path,
      "--format", "md,html",
    ])
    #expect(result.code == 2)
    #expect(result.errors.contains("report/nothing-to-tell"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["w.yml"])
  }

  private static let partial = [
    "businessModel: { costs: [Wages] }",
    "segments: [{ id: s, name: Millers }]",
    "personas: [{ id: p, name: Ada }]",
    "utility: [{ stage: use, lever: fun, mark: blocker }]",
    "journeys: [{ stages: [{ stage: use }] }]",
    "concepts: [{ id: c, tagline: Bread by six }]",
    "governance: { peaks: [At noon] }",
    "opportunities: [{ id: o, name: Rent }]\nsolutions: [{ id: s, opportunity: o, name: By the hour }]",
    """
    opportunities: [{ id: o, name: Rent, important: 5, unsatisfied: 4, doable: 3, lucrative: 2 }]
    solutions: [{ id: s, opportunity: o, name: Hours, investment: 1, effort: 2, marketRisk: 3, technologyRisk: 4, change: 5 }]
    """,
    "report: { chapters: [{ title: A word, text: Only this }] }",
    "report: { chapters: [{ text: Only this }] }",
  ]

  @Test(arguments: partial)
  func aWorkbookWithOneThingHasAReport(section: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", "canvaspress: 1\nproject: { company: Acme }\n" + section + "\n")
    let (outcome, document) = try ReportPress(path).layOut()
    #expect(!outcome.diagnostics.haveFaults)
    let pages = try #require(document).pages
    expectCleanPages(pages)
    let words = Set(pages.flatMap(\.textLines).flatMap { $0.line.text.split(separator: " ") })
    for match in section.matches(of: /(?:name|tagline|title|text): ([A-Z]\w+)|\[([A-Z]\w+)/) {
      let word = try #require(match.1 ?? match.2)
      #expect(words.contains(word))
    }
    #expect(!pages.contains { $0.textLines.contains { $0.line.text.contains("‹") } })
  }

  /// Without the canvases, which have their own test, and what only they show.
  @Test func everyWordOfAnOverfullWorkbookIsInTheReport() throws {
    let folder = TemporaryFolder()
    let (text, words) = Flood.workbook
    let flow = folder.write("flow.yml", try Self.flowWithoutCanvases())
    let path = folder.write("flood.yml", text)
    let document = try #require(try ReportPress(path, audience: "mentor", flow: flow).layOut().document)
    let printed = document.printed
    let there = Set(printed.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let whole = printed.filter { !$0.isWhitespace && $0 != "\u{AD}" }
    // Wrong scores, and rows of the journey.
    let elsewhere = /^(8888|doing|thinking|frontstage|backstage|opportunities|win|wout|wlabel|wname)/
    let missing = words.filter { !there.contains($0) && !$0.contains(elsewhere) && !whole.contains($0) }
    #expect(missing.prefix(8) == [])
    expectCleanPages(document.pages)
  }

  private static func flowWithoutCanvases() throws -> String {
    try String(contentsOfFile: home + "/layouts/report.yml", encoding: .utf8)
      .components(separatedBy: "\n  - part: ").filter { !$0.hasPrefix("canvases\n") }
      .joined(separator: "\n  - part: ").replacing(/(?m)^ *- \{ block: canvases.*\n/, with: "")
  }

  /// Every text has three thousand characters.
  @Test func aWorkbookOfLongTextsIsReadWhole() throws {
    let folder = TemporaryFolder()
    var words: [String] = []
    func long(_ name: String) -> String {
      let own = (0..<430).map { "\(name)\($0)x" }
      words += own
      return own.joined(separator: " ")
    }
    var text = "canvaspress: 1\nproject:\n"
    for field in ["company", "product", "designedFor", "designedBy", "facilitator", "version"] {
      text += "  \(field): \(long(field))\n"
    }
    text += "segments: [{ id: s, name: \(long("segment")), who: [\(long("who"))] }]\n"
    text +=
      "personas: [{ id: p, name: \(long("persona")), quote: [\(long("quote"))], goals: [\(long("goal"))] }]\n"
    text +=
      "journeys: [{ stages: [{ stage: use, name: \(long("stage")), feeling: { mood: 1, words: \(long("feel")) },"
    text += " pains: [{ id: h, text: \(long("pain")), cause: \(long("cause")) }] }] }]\n"
    text +=
      "opportunities: [{ id: o, name: \(long("chance")), description: \(long("about")), answers: [h] }]\n"
    text += "solutions: [{ id: a, opportunity: o, name: \(long("solution")) }]\n"
    text += "concepts: [{ id: c, solution: a, tagline: \(long("idea")), description: [\(long("tell"))] }]\n"
    text += "businessModel: { costs: [\(long("cost"))] }\n"
    text +=
      "report: { title: \(long("title")), chapters: [{ title: \(long("chapter")), text: \(long("own")) }] }\n"
    let path = folder.write("w.yml", text)
    let (outcome, laidOut) = try ReportPress(path).layOut()
    #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.code) == [])
    let document = try #require(laidOut)
    expectCleanPages(document.pages)
    let printed = Set(document.printed.split(whereSeparator: \.isWhitespace).map(String.init))
    #expect(words.filter { !printed.contains($0) }.prefix(5) == [])
  }

  @Test func sixtyChaptersOfOddMarkupAreAllThere() throws {
    let folder = TemporaryFolder()
    var chapters = OddChapters(7)
    let text = chapters.workbook(60)
    let (outcome, document) = try ReportPress(folder.write("w.yml", text)).layOut()
    #expect(Set(outcome.diagnostics.map(\.code)) == ["picture/missing", "report/unknown-id"])
    let pages = try #require(document)
    #expect(pages.pages.count > 60)
    expectCleanPages(pages.pages)
    let printed = Set(pages.printed.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    #expect(chapters.words.filter { !printed.contains($0) }.prefix(5) == [])
  }
}

extension Document {
  /// All text of the pages, words at the ends of lines whole.
  fileprivate var printed: String {
    pages.map { $0.textLines.map(\.line.text).joined(separator: "\n") }.joined(separator: "\n")
      .replacing("\u{AD}\n", with: "")
  }
}

/// Chapters with all that authors may write, each word there once.
private struct OddChapters {
  private(set) var words: [String] = []
  private var random: Seeded
  private static let places = [
    "before: customer", "after: model", "before: summary", "after: imprint", "after: nowhere",
  ]

  init(_ seed: UInt64) { random = Seeded(Int(seed)) }

  mutating func workbook(_ count: Int) -> String {
    var text =
      "canvaspress: 1\nproject: { company: Acme }\nbusinessModel: { costs: [Wages] }\nreport:\n  chapters:\n"
    for number in 0..<count {
      let place = Self.places[number % 4]
      text += "    - \(place)\n"
      if number % 3 > 0 { text += "      title: \(word()) \(word())\n" }
      text += "      text: |\n"
      for _ in 0..<8 {
        for line in passage(number).split(separator: "\n", omittingEmptySubsequences: false) {
          text += "        \(line)\n"
        }
        text += "\n"
      }
    }
    return text
  }

  private mutating func word() -> String {
    words.append("w\(words.count)x")
    return words[words.count - 1]
  }

  private mutating func line(_ count: Int) -> String {
    (0..<count).map { _ in
      let form =
        ["%", "%", "%", "*%*", "**%**", "`%`", "~~%~~", "[%](https://example.org)", "[%](#none)"]
        .randomElement(using: &random) ?? "%"
      return form.replacing("%", with: word())
    }.joined(separator: " ")
  }

  private mutating func passage(_ number: Int) -> String {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "## \(line(4))"
    case 1: return (0..<5).map { _ in "- \(line(9))\n  - \(line(3))" }.joined(separator: "\n")
    case 2: return (1...12).map { "\($0). \(line(5))" }.joined(separator: "\n")
    case 3:
      let rows = (0..<Int.random(in: 1...50, using: &random)).map { _ in
        "| \(line(3)) | \(line(1)) | \(line(6)) |"
      }
      return "| \(line(1)) | \(line(1)) | \(line(2)) |\n|:--|--:|:-:|\n" + rows.joined(separator: "\n")
    case 4: return "![\(word())](img/none-\(number).png)"
    case 5:
      let name = word()
      words.removeLast()
      return "\(line(6))[^\(name)]\n\n[^\(name)]: \(line(20))"
    case 6: return "> \(line(30))\n>\n> \(line(4))"
    case 7: return "```\n\(word()) \(word())\n```"
    default: return line(Int.random(in: 1...200, using: &random))
    }
  }
}
