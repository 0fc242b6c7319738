import Content
import Diagnostics

/// One of everything that a report is made of.
enum SmallReport {
  static let pain = Place.item("pain", "p1")
  static let matrix = Place.figure("matrix")

  static var report: Report {
    Report(
      title: "RinseBox as a service", subject: "A concept in five parts", author: "Lavaggio srl",
      language: "en", date: "2026-11-21", runningHead: "Lavaggio srl", runningFoot: "21 November 2026",
      parts: [cover, contents, customer, choice, annex])
  }

  private static var cover: ReportPart {
    ReportPart(
      name: "cover", matter: .cover, title: nil,
      passages: [
        .cover(
          Cover(
            company: Prose("Lavaggio srl"), product: Prose("RinseBox"), title: Prose("Concept report"),
            keyIdea: Prose("Clean gear *every* morning, paid by the wash."),
            facts: [Fact(Prose("Version"), [.paragraph(Paragraph(Prose("2")))])],
            logos: [Cover.Logo(path: Text("img/logo one.png"), alternative: "Lavaggio's logo")],
            funding: Prose("Paid by the region.")))
      ])
  }

  private static var contents: ReportPart {
    ReportPart(name: "contents", matter: .front, title: Prose("Contents"), passages: [.contents])
  }

  private static var customer: ReportPart {
    let noted = Prose([
      Inline("Two of five hotels wash at night"),
      Inline("1", style: .raised, link: .place(.footnote("customer", 1))),
      Inline("."),
    ])
    let mark = NoteMark(segment: 1, segmentName: "Hotels", evidenceName: "assumed")
    return ReportPart(
      name: "customer", matter: .body, number: "1", title: Prose("The customer"),
      passages: [
        .paragraph(Paragraph(Prose("Who washes, and when."), role: .lead)),
        .heading(Heading(level: 2, number: "1.1", words: Prose("Segments"), place: Place("segments"))),
        .paragraph(Paragraph(noted)),
        .list(
          ReportList(items: [
            ReportList.Item(Prose("Gear is still wet"), mark: mark, place: pain),
            ReportList.Item([
              .paragraph(Paragraph(Prose("Nobody knows who washed"))),
              .list(ReportList(start: 3, items: [ReportList.Item(Prose("third"))])),
            ]),
            ReportList.Item([.paragraph(Paragraph(Prose("Ask three hotels")))], isDone: true),
          ])),
        .paragraph(Paragraph(Prose("I have no hands left at six."), role: .quotation)),
        .heading(Heading(level: 3, words: Prose("Detail"), place: Place("detail"))),
        .quote([.paragraph(Paragraph(Prose("One line\nand another.")))]),
        .code(Text("wash --hot\n```\n")),
        .pause,
      ],
      footnotes: [[.paragraph(Paragraph(Prose("Asked in May.")))]])
  }

  private static var choice: ReportPart {
    let see =
      Prose("It answers ") + Prose("wet gear").linked(to: .place(pain)) + Prose(", see ")
      + Prose("Figure 1").linked(to: .place(matrix)) + Prose(" and ")
      + Prose("the law").linked(to: .web("https://example.org/a?b=1&c=2")) + Prose(".")
    return ReportPart(
      name: "choice", matter: .body, number: "2", title: Prose("The choice"),
      passages: [
        .paragraph(Paragraph(see)),
        .facts([
          Fact(Prose("Priority"), [.paragraph(Paragraph(Prose("1.75")))], place: Place("priority")),
          Fact(Prose("Risks"), [.list(ReportList(items: [ReportList.Item(Prose("Water"))]))]),
        ]),
        .table(
          ReportTable(
            label: "Table 1", caption: Prose("Solutions"), place: .table("solutions"),
            columns: [
              ReportTable.Column(Prose("Solution"), share: 2), ReportTable.Column(Prose("Effort | €"), .end),
            ],
            rows: [
              ReportTable.Row(
                [ReportTable.Cell([Prose("Rent"), Prose("by the wash")]), ReportTable.Cell(Prose("2"))],
                place: .item("solution", "s1"), isStrong: true),
              ReportTable.Row([ReportTable.Cell(Prose("Sell")), ReportTable.Cell(Prose("10"))]),
            ])),
        .figure(
          Figure(
            .matrix, label: "Figure 1", caption: Prose("Challenge and impact"),
            alternative: "Rent lies above Sell.", place: matrix)),
        .figure(Figure(.picture("img/a(1).jpg"), caption: Prose("The yard"), alternative: "Two sheds")),
        .paragraph(Paragraph(Prose("Rent, do not sell."), role: .statement)),
      ])
  }

  private static var annex: ReportPart {
    ReportPart(
      name: "canvases", matter: .annex, number: "A", title: Prose("Canvases"),
      passages: [
        .canvases([
          CanvasReference(name: Text("trace"), words: Prose("The thread"), place: .canvas("trace"))
        ]),
        .paragraph(Paragraph(Prose("Rent").linked(to: .place(.item("solution", "s1"))), role: .small)),
      ])
  }
}
