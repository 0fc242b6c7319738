import Diagnostics
import LocatedYAML
import Testing

private struct Sample: Record {
  enum Colour: String, Word {
    case red, green, blue
    static let group = "colour"
  }

  var name: Text?
  var day: CalendarDate?
  var share: Percentage?
  var price: Amount?
  var colour: Colour?
  var words: [Text] = []

  static let table = RecordTable<Sample>(
    "sample",
    [
      Field("name", \.name, required: true), Field("day", \.day), Field("share", \.share),
      Field("price", \.price),
      Field("colour", \.colour), Field("words", \.words),
    ])
}

@Suite struct ValueTests {
  private func read(_ text: String) -> (sample: Sample?, codes: [String], diagnostics: [Diagnostic]) {
    var reading = Reading()
    let document = YAMLDocument.parse(SourceFile(name: "t", text: text))
    let sample = document.root.flatMap { Sample.read($0, &reading) }
    return (sample, reading.diagnostics.map(\.code), reading.diagnostics)
  }

  @Test(arguments: [
    ("name: A\nday: 2026-02-30\n", "value/not-a-date"),
    ("name: A\nday: 21.11.2026\n", "value/not-a-date"),
    ("name: A\nshare: 6\n", "value/percent-without-sign"),
    ("name: A\nshare: lots\n", "value/not-a-percentage"),
    ("name: A\nprice: 1e5\n", "value/not-a-number"),
    ("name: A\nprice: inf\n", "value/not-a-number"),
    ("name: A\ncolour: gren\n", "value/unknown-word"),
    ("name: A\nwords: alone\n", "value/wrong-type"),
    ("name: [A]\n", "value/wrong-type"),
    ("name: A\nnmae: B\n", "key/unknown"),
    ("day: 2026-11-21\n", "key/missing"),
    ("name:\n", "key/empty"),
    ("name: \"bell \\a\"\n", "value/control-character"),
  ])
  func aWrongValueHasOneMessage(text: String, code: String) {
    #expect(read(text).codes == [code])
  }

  @Test func goodValuesAreRead() throws {
    let sample = try #require(
      read("name: A\nday: 2024-02-29\nshare: 6%\nprice: -12.5\ncolour: blue\nwords: [x, y]\n").sample)
    #expect(sample.day?.iso == "2024-02-29")
    #expect(sample.share?.fraction == 0.06)
    #expect(sample.price?.value == -12.5)
    #expect(sample.colour == .blue)
    #expect(sample.words.map(\.string) == ["x", "y"])
  }

  @Test func aSlipIsMetWithASuggestion() throws {
    let fault = try #require(read("name: A\ncolour: gren\n").diagnostics.first)
    #expect(fault.hint == "did-you-mean")
    #expect(fault.arguments["suggestion"] == .text("green"))
    #expect(fault.span?.start == SourceFile.Position(line: 2, column: 9))
  }

  @Test func nothingIsSuggestedForAWordFarFromAll() {
    #expect(Suggestion.nearest(to: "zebra", among: ["name", "day"]) == nil)
    #expect(Suggestion.nearest(to: "nmae", among: ["name", "day"]) == "name")
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "rat"]) == nil, "two are as near")
  }

  @Test func secondsSince1970BecomeDays() {
    #expect(CalendarDate(secondsSince1970: 0).iso == "1970-01-01")
    #expect(CalendarDate(secondsSince1970: 951_782_400).iso == "2000-02-29")
    #expect(CalendarDate(secondsSince1970: 1_795_305_599).iso == "2026-11-21")
    #expect(CalendarDate(secondsSince1970: -1).iso == "1969-12-31")
  }

  @Test func anExcerptMarksTheSmallestWrongThing() {
    let text = "name: Prova\ncolour: gren   # a comment\n"
    let report = TextReport(wording: PlainWording()).render(read(text).diagnostics)
    #expect(
      report == """
        t:2:9: error: value/unknown-word [value/unknown-word]
          2 | colour: gren   # a comment
            |         ^^^^
          hint: did-you-mean

        """)
  }

  @Test func aLongLineIsShownAroundTheMark() {
    let text =
      "name: A\n# " + String(repeating: "è", count: 300) + "\ncolour: " + String(repeating: "x", count: 400)
      + "\n"
    let lines = TextReport(wording: PlainWording()).render(read(text).diagnostics).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 130 })
    #expect(lines[2].contains("^"))
  }

  @Test func jsonIsValidForAnyText() {
    let json = JSONReport(wording: PlainWording()).render(
      read("name: A\ncolour: \"a\\\"b\\tc\"\n").diagnostics)
    #expect(json.contains(#""code": "value/unknown-word""#))
    #expect(json.contains(#""line": 2"#) && json.contains(#""column": 9"#))
  }
}

/// Says the codes themselves.
private struct PlainWording: Wording {
  func severity(_ severity: Diagnostic.Severity) -> String { severity.keyword }
  func sentence(of diagnostic: Diagnostic) -> String { diagnostic.code }
  func hint(of diagnostic: Diagnostic) -> String? { diagnostic.hint }
  func related(_ key: String, of diagnostic: Diagnostic) -> String { key }
  var hintLabel: String { "hint" }
  var language: String { "en" }
  func explanation(of code: String) -> Explanation? { nil }
}
