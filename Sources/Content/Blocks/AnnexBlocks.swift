import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// The canvases, each on a sheet of its own.
struct CanvasesBlock: ReportBlock {
  let traits = named("canvases")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let references = block.canvases.compactMap { name -> CanvasReference? in
      guard let title = data.canvasTitles[name.string] else { return nil }
      return CanvasReference(name: name, words: data.phrase(title), place: .canvas(name.string))
    }
    return references.isEmpty ? [] : [.canvases(references)]
  }
}

/// From each pain and blocker to the business model, in words.
struct ThreadBlock: ReportBlock {
  let traits = named("thread")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let trace = data.trace
    let starts = trace.nodes.indices.filter { index in
      [.pain, .blocker].contains(trace.nodes[index].kind) && !trace.results(of: index).isEmpty
    }
    guard !starts.isEmpty else { return [] }
    let opportunities = trace.nodes.indices.filter { index in
      trace.nodes[index].kind == .opportunity
    }
    let facts = opportunities.map { index -> Fact in
      let causes = trace.causes(of: index).map { ReportList.Item(words(trace.nodes[$0], data)) }
      var passages: [Passage] = []
      if !causes.isEmpty {
        passages += [
          .paragraph(Paragraph(data.phrase("report.thread.because"), role: .small)),
          .list(ReportList(items: causes)),
        ]
      }
      let results = trace.results(of: index).filter { trace.nodes[$0].kind == .solution }
      if !results.isEmpty {
        passages.append(.paragraph(Paragraph(data.phrase("report.thread.therefore"), role: .small)))
        passages.append(.list(ReportList(items: results.map { item($0, data) })))
      }
      if passages.isEmpty {
        passages = [.paragraph(Paragraph(data.phrase("report.thread.nothing").styled(.quiet)))]
      }
      return Fact(words(trace.nodes[index], data), passages)
    }
    return [.facts(facts)]
  }

  /// A thing with what follows from it below it.
  private func item(_ index: Int, _ data: ReportData) -> ReportList.Item {
    let next = data.trace.results(of: index).filter {
      [.concept, .block].contains(data.trace.nodes[$0].kind)
    }
    var passages: [Passage] = [.paragraph(Paragraph(words(data.trace.nodes[index], data)))]
    if !next.isEmpty { passages.append(.list(ReportList(items: next.map { item($0, data) }))) }
    return ReportList.Item(passages)
  }

  private func words(_ node: Trace.Node, _ data: ReportData) -> Prose {
    let name = node.id.map { data.names.mention(Text($0)) } ?? data.word(node.words)
    let kinds: Set<Trace.Kind> = [.concept, .block, .blocker]
    guard kinds.contains(node.kind) else { return name }
    return data.phrase(node.kind.phrase).styled(.quiet) + Prose(": ") + name
  }
}

/// All scores as they were given.
struct ScoresBlock: ReportBlock {
  let traits = named("scores")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let workbook = data.workbook
    var passages: [Passage] = []
    if !workbook.opportunities.isEmpty {
      passages.append(.heading(data.heading("matrix.axes.y.label", "impact-scores")))
      passages.append(
        table(
          "impact", Criterion.impact, "opportunities.fields.name.label",
          workbook.opportunities.map { opportunity in
            (opportunity.id?.text, opportunity.name, opportunity.points)
          }, data))
      passages += early(data)
    }
    if !workbook.solutions.isEmpty {
      passages.append(.heading(data.heading("matrix.axes.x.label", "challenge-scores")))
      passages.append(
        table(
          "challenge", Criterion.challenge, "report.columns.solution",
          workbook.solutions.map { solution in (solution.id?.text, solution.name, solution.points) }, data))
    }
    return passages + raters(data) + weights(data)
  }

  private func table(
    _ name: String, _ criteria: [Criterion], _ first: String,
    _ rows: [(id: Text?, name: Text?, points: [HalfPoints?])], _ data: ReportData
  ) -> Passage {
    let columns =
      [ReportTable.Column(data.phrase(first), share: 1)]
      + criteria.map { ReportTable.Column(data.name(of: $0), .end) }
      + [ReportTable.Column(data.phrase("report.columns.sum"), .end)]
    return .table(
      ReportTable(
        label: "", caption: data.phrase("report.scores.\(name)"), place: .table("scores-" + name),
        columns: columns,
        rows: rows.map { row in
          let title = row.id.map { data.names.mention($0) } ?? row.name.map { Prose($0) } ?? Prose()
          let numbers = row.points.map { Prose(data.points($0)) }
          let sum = Prose(data.points(row.points.sum)).styled(.strong)
          return ReportTable.Row(([title] + numbers + [sum]).map { ReportTable.Cell($0) })
        }))
  }

  /// The scores of an earlier round.
  private func early(_ data: ReportData) -> [Passage] {
    let early = data.workbook.opportunities.compactMap { opportunity in
      opportunity.phase1.map { (opportunity.id?.text, opportunity.name, $0.points()) }
    }
    guard !early.isEmpty else { return [] }
    return [table("phase1", Criterion.impact, "opportunities.fields.name.label", early, data)]
  }

  /// What each person scored, where several did.
  private func raters(_ data: ReportData) -> [Passage] {
    func rows<Scores: ScoreRecord>(
      _ raters: Keyed<Scores>?, _ criteria: [Criterion], _ name: Prose
    ) -> [ReportTable.Row] {
      (raters?.entries ?? []).map { rater, scores in
        let given = zip(criteria, scores.all).compactMap { criterion, score -> Prose? in
          guard let score else { return nil }
          return data.name(of: criterion) + Prose(" \(score.text.string)")
        }
        return ReportTable.Row([name, Prose(rater), given.joined(", ")].map { ReportTable.Cell($0) })
      }
    }
    let all =
      data.workbook.opportunities.flatMap { opportunity in
        rows(
          opportunity.raters, Criterion.impact, opportunity.id.map { data.names.mention($0.text) } ?? Prose())
      }
      + data.workbook.solutions.flatMap { solution in
        rows(solution.raters, Criterion.challenge, solution.id.map { data.names.mention($0.text) } ?? Prose())
      }
    guard !all.isEmpty else { return [] }
    return [
      .heading(data.heading("report.scores.raters", "raters")),
      .table(
        ReportTable(
          columns: [
            .init(data.phrase("report.columns.what"), share: 1),
            .init(data.phrase("report.columns.rater"), share: 0.5),
            .init(data.phrase("report.columns.scores"), share: 1.3),
          ], rows: all)),
    ]
  }

  private func weights(_ data: ReportData) -> [Passage] {
    guard let weighted = data.facts.weighted, let weights = data.workbook.weights else { return [] }
    let given = Criterion.allCases.compactMap { criterion -> Prose? in
      let value = weights.view(of: criterion.rawValue)
      return value.isNothing ? nil : data.name(of: criterion) + Prose(" ") + data.word(value)
    }
    let rows = weighted.priorities.enumerated().compactMap { index, value -> ReportTable.Row? in
      guard let value else { return nil }
      return ReportTable.Row([
        ReportTable.Cell(data.mention(index)),
        ReportTable.Cell(Prose(data.catalogue.number(value.text(decimals: 4)))),
      ])
    }
    return [
      .heading(data.heading("report.scores.weights", "weights")),
      .paragraph(Paragraph(data.sentence("report.scores.weightsGiven", ["weights": given.joined(", ")]))),
      .table(
        ReportTable(
          columns: [
            .init(data.phrase("report.columns.solution"), share: 1),
            .init(data.phrase("report.columns.weighted"), .end),
          ], rows: rows)),
    ]
  }
}

/// Who was asked, what was seen, what was read.
struct SourcesBlock: ReportBlock {
  let traits = named("sources")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    guard !data.workbook.sources.isEmpty else { return [] }
    let rows = data.workbook.sources.map { source in
      ReportTable.Row(
        [source.text.map { Prose($0) } ?? Prose(), source.kind.map { data.word($0.view) } ?? Prose()].map {
          ReportTable.Cell($0)
        }, place: source.id.map { .item(SourceKind.name, $0.text.string) })
    }
    return [
      .table(
        ReportTable(
          columns: [
            .init(data.phrase("sources.fields.text.label"), share: 1.6),
            .init(data.phrase("sources.fields.kind.label"), share: 1),
          ], rows: rows))
    ]
  }
}

/// The terms of the method.
struct GlossaryBlock: ReportBlock {
  let traits = named("glossary")

  private static let terms = [
    "servitization", "segment", "persona", "journey", "pain", "lever", "opportunity", "solution", "impact",
    "challenge", "front", "robust", "concept", "evidence",
  ]

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let facts = Self.terms.map { term -> (String, Fact) in
      let label = data.phrase("report.glossary.\(term).label")
      return (label.text, Fact(label, [.paragraph(Paragraph(data.phrase("report.glossary.\(term).text")))]))
    }
    return [.facts(facts.sorted { $0.0 < $1.0 }.map(\.1))]
  }
}

/// How the report came about: for whom, from what, by whose method.
struct ImprintBlock: ReportBlock {
  let traits = named("imprint")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    var passages: [Passage] = [
      .paragraph(Paragraph(data.sentence("report.imprint.made", ["maker": Prose(data.maker)])))
    ]
    if data.audience < .mentor {
      var words = data.phrase("report.imprint.\(data.audience.rawValue)")
      if data.leftOut > 0 {
        words += Prose(" ") + data.sentence("report.imprint.leftOut", count: data.leftOut)
      }
      passages.append(.paragraph(Paragraph(words)))
    }
    if let own = data.workbook.report?.imprint { passages += data.prose(own) }
    passages.append(.paragraph(Paragraph(data.phrase("report.imprint.method"), role: .small)))
    for key in ["licence.strategyzer", "licence.utility"] {
      passages.append(.paragraph(Paragraph(data.phrase(key), role: .small)))
    }
    return passages
  }
}
