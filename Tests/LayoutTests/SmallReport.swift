import Content
import Diagnostics
import PageModel
import WorkbookModel

/// Little of all that reports are made of.
enum SmallReport {
  static let parts = [
    ReportPart(
      name: "cover", matter: .cover, title: nil,
      passages: [
        .cover(
          Cover(
            company: Prose("Acme"), product: Prose("Mills"), title: Prose("Concept report"),
            keyIdea: Prose("Flour by six"), facts: [Fact(Prose("Version"), [paragraph("2")])], logos: [],
            funding: Prose("Paid by the region.")))
      ]),
    ReportPart(name: "contents", matter: .front, title: Prose("Contents"), passages: [.contents]),
    ReportPart(
      name: "customer", matter: .body, number: "1", title: Prose("The customer"),
      passages: [
        .paragraph(Paragraph(Prose("Who mills, and when."), role: .lead)),
        .heading(Heading(level: 2, number: "1.1", words: Prose("Millers"), place: Place("millers"))),
        .paragraph(
          Paragraph(
            Prose("They grind at night") + Prose([Inline("1", style: .raised, link: .place(note))])
              + Prose(", and sleep by day: ") + Prose("the law").linked(to: .web("https://example.org"))
              + Prose(" does not forbid it, nor do those who live beside the mill."), place: pain)),
        .list(
          ReportList(items: [
            ReportList.Item(Prose("Noise"), mark: NoteMark(segment: 0, evidence: .observed)),
            ReportList.Item(Prose("Dust")),
          ])),
        .facts([
          Fact(Prose("Where"), [paragraph("By the river")]), Fact(Prose("How long"), [paragraph("Years")]),
        ]),
      ], footnotes: [[paragraph("Seen in May.")]]),
    ReportPart(
      name: "choice", matter: .body, number: "2", title: Prose("The choice"),
      passages: [
        .paragraph(Paragraph(Prose("It answers ") + Prose("the night").linked(to: .place(pain)))),
        .table(
          ReportTable(
            label: "Table 1", caption: Prose("Prices"),
            columns: [.init(Prose("What"), share: 1), .init(Prose("Price"), .end)],
            rows: [
              .init([.init(Prose("Flour")), .init(Prose("2"))], isStrong: true),
              .init([.init(Prose("Bran")), .init(Prose("10"))]),
            ])),
        .quote([paragraph("No hands left at six.")]),
        .code(Text("mill --slow")),
      ]),
  ]

  private static let pain = Place.item("pain", "p1")
  private static let note = Place.footnote("customer", 1)

  private static func paragraph(_ words: String) -> Passage { .paragraph(Paragraph(Prose(words))) }
}
