import Diagnostics
import LocatedYAML
import Testing
import WorkbookModel

@Suite struct ReportWordsTests {
  private func read(_ text: String) -> (workbook: Workbook, findings: [String]) {
    let text = "canvaspress: 1\nproject: { company: A }\n" + text
    let (workbook, diagnostics) = Workbook.read(
      YAMLDocument.parse(SourceFile(name: "t.yml", text: text)))
    return (
      workbook,
      diagnostics.map { "\($0.code) \($0.span.map { "\($0.start.line):\($0.start.column)" } ?? "-")" }
    )
  }

  @Test func whatTheReportSaysIsReadAsItStands() throws {
    let (workbook, findings) = read(
      """
      report:
        title: Bread by six
        authors: [Ann, { text: Bob, audience: company }]
        logo: img/logo.svg
        imprint: |
          All *rights*.
        chapters:
          - { title: Foreword, before: summary, text: "Dear reader", audience: mentor }
          - after: journey
            text: |
              One.

              Two.
      """)
    #expect(findings.isEmpty)
    let report = try #require(workbook.report)
    #expect(report.title?.string == "Bread by six")
    #expect(report.authors.map(\.text.string) == ["Ann", "Bob"])
    #expect(report.authors.map(\.audience) == [nil, .company])
    #expect(report.logo?.string == "img/logo.svg")
    #expect(report.imprint?.string == "All *rights*.\n")
    #expect(report.chapters.map(\.title?.string) == ["Foreword", nil])
    #expect(report.chapters.map(\.before?.string) == ["summary", nil])
    #expect(report.chapters.map(\.after?.string) == [nil, "journey"])
    #expect(report.chapters.map(\.text?.string) == ["Dear reader", "One.\n\nTwo."])
    #expect(report.chapters.map(\.audience) == [.mentor, nil])
  }

  @Test func aChapterWithoutWordsLacksThem() {
    #expect(read("report: { chapters: [{ title: Foreword }] }\n").findings == ["key/missing 3:24"])
    #expect(read("report: { chapters: [Foreword] }\n").findings == ["value/wrong-type 3:22"])
  }

  @Test(arguments: [
    ("before: summary, after: journey", "summary -", "report/two-places 3:50"),
    ("after: journey, before: summary", "- journey", "report/two-places 3:49"),
    ("before: ~, after: journey", "- journey", ""),
    ("before: summary, after: ~", "summary -", ""),
  ])
  func aChapterHasOnePlaceAndTheFirstCounts(_ places: String, _ place: String, _ finding: String) {
    let (workbook, findings) = read("report: { chapters: [{ text: W, \(places) }] }\n")
    #expect(findings == (finding.isEmpty ? [] : [finding]))
    let chapters = workbook.report?.chapters ?? []
    #expect(chapters.map { "\($0.before?.string ?? "-") \($0.after?.string ?? "-")" } == [place])
  }

  @Test func whoWroteTheReportIsNoStatement() {
    let (workbook, findings) = read(
      """
      sources: [{ id: talks, kind: interview, text: Talks }]
      governance: { time: { text: In an hour, source: talks } }
      report: { authors: [{ text: Ann, id: ann, evidence: observed, source: talks }] }
      """)
    #expect(findings.isEmpty)
    let log = DataView.record(workbook).step("evidenceLog").list
    #expect(log.map { $0.step("statements").list.count } == [1])
    #expect(workbook.anyNote("ann") == nil)
  }
}
