import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// The problems worth solving, each with what it answers and what would be done about it.
struct OpportunitiesBlock: ReportBlock {
  let traits = named("opportunities")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    guard !data.workbook.opportunities.isEmpty else { return [] }
    return [.heading(data.heading("report.opportunities.title", "opportunities"))]
      + data.workbook.opportunities.flatMap { passages($0, data) }
  }

  private func passages(_ opportunity: Opportunity, _ data: ReportData) -> [Passage] {
    let id = opportunity.id?.text
    var passages: [Passage] = [
      .heading(
        Heading(
          level: 3, words: Prose(Text.title(opportunity.name, id), at: opportunity.name?.span),
          place: .item(OpportunityKind.name, id?.string ?? "")))
    ]
    passages += data.paragraphs(opportunity.description)
    var facts: [Fact] = []
    let kind = [opportunity.kind.map { data.word($0.view) }, opportunity.origin.map { data.word($0.view) }]
      .compactMap { $0 }
    if !kind.isEmpty {
      facts += data.fact("opportunities.fields.kind.label", [.paragraph(Paragraph(kind.joined(", ")))])
    }
    facts += data.fact("opportunities.fields.wants.label", data.statements(opportunity.wants))
    let answers = opportunity.answers.map { ReportList.Item(data.names.mention($0.text)) }
    if !answers.isEmpty {
      facts += data.fact("opportunities.fields.answers.label", [.list(ReportList(items: answers))])
    }
    let solutions = data.workbook.solutions.filter { $0.opportunity?.text.string == id?.string && id != nil }
    if !solutions.isEmpty {
      let items = solutions.map { solution in
        ReportList.Item(solution.id.map { data.names.mention($0.text) } ?? Prose())
      }
      facts += data.fact("report.columns.solution", [.list(ReportList(items: items))])
    }
    var mark = data.mark(opportunity.evidence)
    if let word = mark.evidenceName {
      // Said in words right beside it.
      mark.evidenceName = nil
      var words = Prose(word)
      if let source = opportunity.source {
        words += Prose(": ") + data.names.mention(source.text)
      }
      facts += data.fact("report.evidence.label", [.paragraph(Paragraph(words, mark: mark))])
    }
    return facts.isEmpty ? passages : passages + [.facts(facts)]
  }
}

/// The solutions in the order of their priority, as bars and as a table.
struct RankingBlock: ReportBlock {
  let traits = named("ranking")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let solutions = data.workbook.solutions
    guard !solutions.isEmpty else { return [] }
    let ranking = data.facts.ranking
    var passages: [Passage] = [.heading(data.heading("report.ranking.title", "ranking"))]
    if !ranking.places.isEmpty {
      passages.append(
        .paragraph(Paragraph(data.sentence("report.ranking.opening", ["figure": data.figure("ranking")]))))
      let bars = ranking.places.map { place in
        "\(place.label) \(data.title(place.index).text): \(data.catalogue.number(place.priority.text(decimals: 4)))"
      }
      passages.append(
        .figure(
          Figure(
            .ranking, label: "",
            caption: ranking.places.count > Figure.mostBars
              ? data.sentence("report.ranking.captionFirst", ["count": Prose(String(Figure.mostBars))])
              : data.phrase("report.ranking.caption"),
            alternative: bars.joined(separator: "; "), place: .figure("ranking"))))
      passages.append(.paragraph(Paragraph(data.phrase("report.ranking.rule"), role: .small)))
    }
    return passages + [table(data)]
  }

  private func table(_ data: ReportData) -> Passage {
    let ranking = data.facts.ranking
    let ranked = ranking.places.map { place -> ReportTable.Row in
      let field = place.isOnTheLine ? "matrix.onTheLine" : "matrix.quadrants.\(place.quadrant.rawValue).label"
      let fields = [data.phrase(field), place.isOnFront ? data.phrase("matrix.onFront") : nil].compactMap {
        $0
      }
      let numbers = [
        place.point.challenge.text, place.point.impact.text, place.priority.text(decimals: 4),
      ].map { ReportTable.Cell(Prose(data.catalogue.number($0))) }
      return row(place.index, Prose(place.label), numbers, fields.joined(", "), data)
    }
    let unranked = ranking.unranked.map { index -> ReportTable.Row in
      let isLinked = data.facts.candidates[index].opportunity != nil
      let why = data.phrase(isLinked ? "matrix.unranked" : "matrix.unlinked")
      let blank = ReportTable.Cell(Prose("–"))
      return row(index, Prose("–"), [blank, blank, blank], why, data)
    }
    let rows = ranked + unranked
    let caption = rows.contains(where: \.isStrong) ? "tableCaptionConcept" : "tableCaption"
    return .table(
      ReportTable(
        label: "", caption: data.phrase("report.ranking." + caption), place: .table("ranking"),
        columns: [
          .init(data.phrase("priorities.fields.rank.label")),
          .init(data.phrase("report.columns.solution"), share: 1),
          .init(data.phrase("matrix.axes.x.label"), .end), .init(data.phrase("matrix.axes.y.label"), .end),
          .init(data.phrase("report.columns.priority"), .end),
        ], rows: rows))
  }

  private func row(
    _ index: Int, _ rank: Prose, _ numbers: [ReportTable.Cell], _ field: Prose, _ data: ReportData
  ) -> ReportTable.Row {
    let solution = data.workbook.solutions[index]
    let name = Prose(Text.title(solution.name, solution.id?.text), at: solution.name?.span)
    let details = solution.description.map { Prose($0.text) } + [field.styled(.quiet)]
    return ReportTable.Row(
      [ReportTable.Cell(rank), ReportTable.Cell([name] + details)] + numbers,
      place: solution.id.map { .item(SolutionKind.name, $0.text.string) },
      isStrong: solution.id.map { data.carriedConcept?.solution?.text.string == $0.text.string } ?? false)
  }
}

/// Every solution between easy and hard, small and great.
struct MatrixFigureBlock: ReportBlock {
  let traits = named("matrix")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let places = data.facts.ranking.places
    guard !places.isEmpty else { return [] }
    let letters = data.workbook.solutions.indices.compactMap { index -> String? in
      guard let place = data.facts.ranking.place(of: index) else { return nil }
      let words = data.catalogue.phrase(
        "matrix.sums",
        [
          "challenge": data.catalogue.number(place.point.challenge.text),
          "impact": data.catalogue.number(place.point.impact.text),
        ])
      return "\(SolutionLetter.letter(index)) \(data.title(index).text): \(words)"
    }
    let quadrants = Set(places.map(\.quadrant))
    var passages: [Passage] = [
      .heading(data.heading("matrix.title", "matrix")),
      .paragraph(Paragraph(data.sentence("report.matrix.opening", ["figure": data.figure("matrix")]))),
    ]
    if quadrants.count == 1, places.count > 1 {
      passages.append(.paragraph(Paragraph(data.phrase("report.matrix.oneField"))))
    }
    passages.append(
      .figure(
        Figure(
          .matrix, label: "", caption: data.phrase("report.matrix.caption"),
          alternative: letters.joined(separator: "; "), place: .figure("matrix"))))
    let items = data.workbook.solutions.indices.filter { data.facts.ranking.place(of: $0) != nil }.map {
      ReportList.Item(
        Prose(SolutionLetter.letter($0) + "\u{2002}").styled(.strong) + data.mention($0))
    }
    return passages + [.list(ReportList(items: items))]
  }
}

/// The letters that stand for solutions on the matrix, as on the canvases.
enum SolutionLetter {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  static func letter(_ index: Int) -> String {
    (index < alphabet.count ? "" : letter(index / alphabet.count - 1))
      + String(alphabet[index % alphabet.count])
  }
}

extension ReportData {
  /// A solution's name.
  func title(_ index: Int) -> Prose {
    let solution = workbook.solutions[index]
    return Prose(Text.title(solution.name, solution.id?.text))
  }

  /// A solution's name, leading to its place.
  func mention(_ index: Int) -> Prose {
    workbook.solutions[index].id.map { names.mention($0.text) } ?? title(index)
  }

  /// The number of a figure, leading to it; numbered when all are known.
  func figure(_ name: String) -> Prose { Prose([Inline("\u{FFFC}", link: .place(.figure(name)))]) }
}
