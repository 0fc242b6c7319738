import CanvasPressKit
import Diagnostics
import Foundation
import Languages
import PageModel
import Testing

/// What a report has is said by a file that anyone can change.
@Suite struct ReportFlowTests {
  private static let workbook = """
    canvaspress: 1
    language: en
    project: { company: Acme }
    segments: [{ id: s, name: Millers, who: [Grind corn] }, { id: t, name: Bakers, who: [Bake bread] }]
    governance: { salesMethod: [By telephone, At the fair] }
    businessModel: { costs: [Wages] }
    """

  private static let head = """
    report: mine
    title: report.title
    family: concept
    page: { paper: letter }
    flow:

    """

  private static let flow =
    head + """
        - { part: model, title: report.model.title, blocks: [business-model] }
        - part: words
          title: report.glossary.title
          blocks:
            - block: prose
              text: { en: "Said in *English*.[^1]\\n\\n[^1]: A note.", it: "Detto in *italiano*." }
        - part: extra
          title: report.summary.whom
          blocks:
            - block: table
              from: segments
              columns: [{ from: name, heading: report.columns.what }, { from: who, heading: report.columns.how }]
            - { block: notes, from: governance.salesMethod, heading: report.columns.stage }
            - { block: notes, from: governance.peaks }
        - { part: end, matter: annex, title: report.imprint.title, blocks: [imprint] }
        - { part: customer, title: report.customer.title, audience: mentor, blocks: [segments] }
      """

  @Test(arguments: [("en", "Said in English", "Detto in"), ("it", "Detto in italiano", "Said in")])
  func partsStandAsTheFlowSays(language: String, own: String, other: String) throws {
    let folder = TemporaryFolder()
    let flow = folder.write("flow.yml", Self.flow)
    let written = try WrittenReport(
      folder.write("w.yml", Self.workbook), ["--flow", flow, "--language", language])
    #expect(written.code == 0 && written.errors.isEmpty)
    let catalogue = try reportCatalogue(language)
    let titles = [
      "report.model.title", "report.glossary.title", "report.summary.whom", "report.imprint.title",
    ]
    .map { catalogue.phrase($0) }
    let table =
      ["report.columns.what", "report.columns.how"].map { catalogue.phrase($0) }
      + ["Millers", "Grind corn", "Bakers", "Bake bread"]
    let notes = [catalogue.phrase("report.columns.stage"), "By telephone", "At the fair"]
    let order =
      ["1 " + titles[0], "Wages", "2 " + titles[1], own, "3 " + titles[2]] + table + notes
      + ["A " + titles[3]]
    for (name, text) in written.forms {
      var rest = text[...]
      // In the PDF numbers stand beside the titles.
      for words in order {
        let words = name == "PDF" ? words.replacing(#/^[0-9A] /#, with: "") : words
        let range = rest.range(of: words)
        #expect(range != nil, "'\(words)' is not where it should be in the \(name)")
        if let range { rest = rest[range.upperBound...] }
      }
      #expect(!text.contains(other) && !text.contains(catalogue.phrase("report.customer.title")))
    }
  }

  @Test func itsPagesHaveThePaperOfTheFlow() throws {
    let folder = TemporaryFolder()
    let flow = folder.write("flow.yml", Self.flow)
    let document = try ReportPress(folder.write("w.yml", Self.workbook), flow: flow).layOut().document
    let page = try #require(document?.pages.first)
    #expect(abs(page.size.width.millimetres - 215.9) < 0.1 && abs(page.size.height.millimetres - 279.4) < 0.1)
  }

  @Test func theOutlineSaysWhyAPartOfOnesOwnIsLeftOut() throws {
    let folder = TemporaryFolder()
    let workbook = folder.write("w.yml", Self.workbook.replacing("salesMethod", with: "effects"))
    let flow = folder.write(
      "flow.yml",
      Self.head + """
          - { part: model, title: report.model.title, blocks: [business-model] }
          - { part: extra, title: report.summary.whom, blocks: [{ block: notes, from: governance.peaks }] }
        """)
    let outline = try #require(try ReportPress(workbook, flow: flow).outline().outline)
    let lines = outline.lines.map { $0.text.map(\.words).joined() }
    #expect(lines.count == 2 && lines[1].contains("governance.peaks"))
  }

  struct Wrong: CustomTestStringConvertible {
    var part: String
    var code: String
    /// From the first part on.
    var line = 1
    var head = ReportFlowTests.head
    var testDescription: String { code }
  }

  private static let faults = [
    Wrong(part: "- { part: a, blocks: [covr] }", code: "layout/unknown-block"),
    Wrong(
      part: "- part: a\n    blocks:\n      - { block: notes, from: governance.pekas }",
      code: "layout/unknown-path", line: 3),
    Wrong(
      part: "- part: a\n    blocks:\n      - block: notes\n        from: governance",
      code: "layout/block-shape", line: 4),
    Wrong(
      part:
        "- part: a\n    blocks:\n      - block: table\n        from: segments\n        columns: [{ from: nam, heading: report.title }]",
      code: "layout/unknown-path", line: 5),
    Wrong(
      part:
        "- { part: a, blocks: [cover] }\n  - { part: b, blocks: [cover] }\n  - { part: a, blocks: [contents] }",
      code: "flow/part-twice", line: 3),
    Wrong(part: "- { part: a, title: report.tilte, blocks: [cover] }", code: "layout/unknown-phrase"),
    Wrong(part: "- { part: a, blocks: [{ block: notes }] }", code: "key/missing"),
    Wrong(part: "- { part: a }", code: "key/missing"),
    Wrong(part: "- { part: a, matter: middle, blocks: [cover] }", code: "value/unknown-word"),
    Wrong(part: "- { part: a, audience: everyone, blocks: [cover] }", code: "value/unknown-word"),
    Wrong(
      part: "- { part: a, blocks: [cover] }", code: "flow/paper", line: -1,
      head: head.replacing("letter", with: "A3")),
  ]

  @Test(arguments: faults)
  func aFaultOfAFlowIsOneMessageAtItsPlace(wrong: Wrong) throws {
    let folder = TemporaryFolder()
    let flow = folder.write("flow.yml", wrong.head + "  " + wrong.part + "\n")
    let (outcome, outline) = try ReportPress(folder.write("w.yml", Self.workbook), flow: flow).outline()
    #expect(outcome.diagnostics.map(\.code) == [wrong.code])
    #expect(outcome.diagnostics.first?.span?.start.line == 5 + wrong.line)
    #expect(outcome.diagnostics.first?.span?.file.name == flow)
    #expect(outline == nil)
  }

  @Test func aFaultyFlowLeavesNoFile() throws {
    let folder = TemporaryFolder()
    let flow = folder.write("flow.yml", Self.head + "  - { part: a, blocks: [covr] }\n")
    let path = folder.path + "/r.pdf"
    let result = try canvaspress([
      "report", folder.write("w.yml", Self.workbook), "--flow", flow, "-o", path,
    ])
    #expect(result.code == 2)
    #expect(result.errors.contains("flow.yml:6") && result.errors.contains("'covr'"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
