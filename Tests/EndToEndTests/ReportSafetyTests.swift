import CanvasPressKit
import Foundation
import PageModel
import Testing

/// What a report must not do: replace its own sources, tell what is hidden, lose what does not fit.
@Suite struct ReportSafetyTests {
  @Test func aReportIsNeverWrittenOverWhatItIsMadeOf() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "book.md", try String(contentsOfFile: home + "/samples/tiny.yml", encoding: .utf8))
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let result = try canvaspress(["report", path, "-o", folder.path + "/./book.md"])
    #expect(result.code == 2 && result.errors.contains("report/over-input"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func nothingIsWrittenWhenOneOfTheNamesIsAFolder() throws {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/r.md", withIntermediateDirectories: true)
    let result = try canvaspress(
      ["report", home + "/samples/tiny.yml", "-o", folder.path + "/r.pdf", "--format", "md,html"])
    #expect(result.code == 2 && result.errors.contains("report/over-folder"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["r.md"])
  }

  @Test func scoresAreNotForThePublicWhateverAFlowSays() throws {
    let folder = TemporaryFolder()
    let flow = folder.write(
      "flow.yml",
      """
      report: open
      title: report.title
      family: concept
      flow:
        - { part: summary, matter: front, title: report.summary.title, blocks: [summary] }
        - { part: choice, title: report.choice.title, blocks: [opportunities, ranking, matrix, robustness, scores] }
        - part: table
          title: report.scores.title
          blocks:
            - block: table
              from: opportunities
              columns: [{ from: name, heading: header.concept }, { from: important, heading: matrix.axes.y.label }]
            - { block: canvases, canvases: [prioritised-opportunities, customer-journey] }

      """)
    let sample = home + "/samples/thornbeck-en.yml"
    func written(_ audience: String) throws -> String {
      let file = folder.path + "/\(audience).md"
      let arguments = ["report", sample, "-o", file, "--flow", flow, "--audience", audience]
      let result = try canvaspress(arguments)
      #expect(result.code == 0, "\(result.errors)")
      return try String(contentsOfFile: file, encoding: .utf8)
    }
    let (closed, open) = (try written("public"), try written("company"))
    for words in ["0.4375", "Prioritised opportunities", "is first, but"] {
      #expect(open.contains(words) && !closed.contains(words), "\(words)")
    }
    func narrow(_ text: String) -> String {
      text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(narrow(open).contains("| Bread by six | 5 |"))
    #expect(narrow(closed).contains("| Bread by six |\n"))
    #expect(closed.contains("Customer journey"))
  }

  @Test func aLinkToAnIdThatNothingHasIsWarnedOfAndOneToAHiddenThingIsNot() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "book.yml",
      """
      canvaspress: 1
      project: { company: Ada }
      segments: [{ id: s, name: Seen }, { id: h, name: Hidden, audience: mentor }]
      report:
        chapters: [{ title: T, text: "See [one](#nope) and [two](#h)." }]

      """)
    let file = folder.path + "/r.md"
    let result = try canvaspress(["report", path, "-o", file])
    #expect(result.errors.contains("book.yml:5:") && result.errors.contains("'nope'"))
    #expect(!result.errors.contains("'h'"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("See one and two."))
  }

  @Test func picturesAreNamedAsTheFileSeesThemAndThoseLeftOutAreWords() throws {
    let folder = TemporaryFolder()
    for name in ["in", "out"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      atPath: home + "/samples/img/morag.png", toPath: folder.path + "/in/face.png")
    let text = "![A face](face.png)\\n\\n![Far away](../../far.png)"
    let path = folder.write(
      "in/book.yml",
      "canvaspress: 1\nproject: { company: Ada }\nreport: { chapters: [{ title: T, text: \"\(text)\" }] }\n")
    let file = folder.path + "/out/r.md"
    _ = try canvaspress(["report", path, "-o", file])
    let written = try String(contentsOfFile: file, encoding: .utf8)
    #expect(written.contains("![A face](../in/face.png)"))
    #expect(written.contains("*Far away*") && !written.contains("far.png"))
  }

  @Test func twoHundredFootnotesKeepTheirNumbers() throws {
    let folder = TemporaryFolder()
    let words = (1...130).map { "word[^n\($0)]" }.joined(separator: " ")
    let notes = (1...130).map { "        [^n\($0)]: Note of \($0)." }.joined(separator: "\n\n")
    let path = folder.write(
      "book.yml",
      "canvaspress: 1\nproject: { company: Ada }\nreport:\n  chapters:\n    - title: T\n      text: |\n"
        + "        \(words)\n\n\(notes)\n")
    let document = try #require(try ReportPress(library(), ReportRequest(workbook: path)).layOut().document)
    let lines = document.pages.flatMap(\.textLines)
    let note = try #require(lines.first { $0.line.text.contains("Note of 127") })
    let number = lines.first { abs(($0.baseline.y - note.baseline.y).points) < 0.1 && $0.line.text == "127" }
    #expect(number != nil)
  }

  /// In the sample the concept is not made of the first solution.
  @Test func theRankingShowsWhichSolutionTheConceptIsMadeOfAndCanvasesAreNamedOnce() throws {
    let folder = TemporaryFolder()
    let file = folder.path + "/r.md"
    #expect(try canvaspress(["report", home + "/samples/thornbeck-en.yml", "-o", file]).code == 0)
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let strong = lines.filter { $0.contains("a>**") && $0.hasPrefix("| ") }
    #expect(strong.count == 1 && strong[0].contains("Sensor kit"), "\(strong)")
    let start = try #require(lines.firstIndex { $0.hasPrefix("## A Canvases") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("## B ") })
    let canvases = lines[start..<end].filter {
      !$0.hasPrefix("- ") && !$0.hasPrefix("#") && !$0.hasPrefix("<")
    }
    // What opens the part, and where the sheets are.
    #expect(canvases.count == 2, "\(canvases)")
  }
}
