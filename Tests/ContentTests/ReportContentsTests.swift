import Content
import Diagnostics
import Testing

@Suite struct ReportContentsTests {
  @Test func contentsNameEveryTitleHeadingAndCanvasInReadingOrder() {
    let report = Report(
      title: "R", subject: "", author: "", language: "en", date: "2026-01-01", runningHead: "",
      runningFoot: "",
      parts: [
        ReportPart(name: "cover", matter: .cover, title: nil, passages: []),
        ReportPart(
          name: "customer", matter: .body, number: "1", title: Prose("The customer"),
          passages: [
            .paragraph(Paragraph(Prose("Words."))),
            .heading(Heading(level: 2, number: "1.1", words: Prose("Segments"), place: Place("s"))),
          ]),
        ReportPart(
          name: "canvases", matter: .annex, number: "A", title: Prose("Canvases"),
          passages: [
            .canvases([CanvasReference(name: Text("trace"), words: Prose("Thread"), place: .canvas("trace"))])
          ]),
      ])
    #expect(
      report.contents.map { "\($0.level) \($0.number ?? "-") \($0.words.text)" } == [
        "1 1 The customer", "2 1.1 Segments", "1 A Canvases", "3 - Thread",
      ])
  }
}
