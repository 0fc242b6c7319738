import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// How firm the first place is, what would give it to another, and where to check that.
struct RobustnessBlock: ReportBlock {
  let traits = named("robustness")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let ranking = data.facts.ranking
    guard ranking.places.count > 1 else { return [] }
    let robustness = Robustness(data.facts.candidates)
    var passages: [Passage] = [
      .heading(data.heading("report.robustness.title", "robustness")),
      .paragraph(Paragraph(RobustnessWords(robustness, data).verdict)),
    ]
    if !robustness.singles.isEmpty {
      passages += upsets(robustness.singles, data)
    } else {
      let pairs = robustness.pairs()
      if robustness.leaders.count == 1, !pairs.isEmpty {
        passages.append(.paragraph(Paragraph(data.sentence("report.robustness.pairs", count: pairs.count))))
        passages += upsets(Array(pairs.prefix(Self.mostPairs)), data)
      }
    }
    if !robustness.holdsWithoutDoable {
      passages.append(
        .paragraph(
          Paragraph(
            data.sentence(
              "report.robustness.withoutDoable",
              ["leaders": robustness.leadersWithoutDoable.map { data.mention($0) }.joined(", ")]))))
    }
    return passages
  }

  /// More pairs say nothing that these do not.
  private static let mostPairs = 6

  /// What would change the choice; who would be first is said once where it is always the same.
  private func upsets(_ upsets: [Robustness.Upset], _ data: ReportData) -> [Passage] {
    let leaders = Set(upsets.map(\.leaders))
    let isAlwaysSame = leaders.count == 1
    let same = leaders.first.map { $0.map { data.mention($0) }.joined(", ") } ?? Prose()
    let rows = upsets.map { upset -> ReportTable.Row in
      let changes = upset.changes.map { change in
        data.sentence("report.robustness.change", data.movement(of: change))
      }
      let checks = upset.changes.map { $0.criterion.check }.reduce(into: [Criterion.Check]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      let first = ReportTable.Cell(upset.leaders.map { data.mention($0) }.joined(", "))
      return ReportTable.Row(
        [ReportTable.Cell(changes)] + (isAlwaysSame ? [] : [first])
          + [ReportTable.Cell(checks.map { data.phrase("report.checks." + $0.rawValue) }.joined("; "))])
    }
    let first = ReportTable.Column(data.phrase("report.columns.first"), share: 1)
    let table = ReportTable(
      label: "", caption: data.phrase("report.robustness.caption"), place: .table("robustness"),
      columns: [ReportTable.Column(data.phrase("report.columns.change"), share: 1.2)]
        + (isAlwaysSame ? [] : [first])
        + [ReportTable.Column(data.phrase("report.columns.check"), share: 0.9)], rows: rows)
    guard isAlwaysSame, upsets.count > 1 else { return [.table(table)] }
    return [
      .paragraph(Paragraph(data.sentence("report.robustness.always", ["leaders": same]))), .table(table),
    ]
  }
}

/// What is said of the first place in one sentence.
struct RobustnessWords {
  private let robustness: Robustness
  private let data: ReportData

  init(_ robustness: Robustness, _ data: ReportData) {
    self.robustness = robustness
    self.data = data
  }

  var verdict: Prose {
    let leaders = robustness.leaders.map { data.mention($0) }
    guard leaders.count == 1, let leader = leaders.first else {
      return data.sentence("report.robustness.shared", ["leaders": leaders.joined(", ")])
    }
    return robustness.isFragile
      ? data.sentence("report.robustness.fragile", ["leader": leader], count: robustness.singles.count)
      : data.sentence("report.robustness.firm", ["leader": leader])
  }
}

extension ReportData {
  /// The name of a score; sheets put it as a question.
  func name(of criterion: Criterion) -> Prose {
    phrase("report.criteria." + criterion.rawValue)
  }

  /// What a sentence says of a change: which score, whose, from where to where.
  func movement(of change: Robustness.Change) -> [String: Prose] {
    [
      "criterion": name(of: change.criterion), "name": owner(of: change),
      "from": Prose(catalogue.number(change.from.text)), "to": Prose(catalogue.number(change.to.text)),
    ]
  }

  /// Whose score a change moves: an opportunity's or a solution's.
  func owner(of change: Robustness.Change) -> Prose {
    if change.criterion.isImpact, let index = facts.candidates[change.candidate].opportunity,
      let id = workbook.opportunities[index].id
    {
      return names.mention(id.text)
    }
    return mention(change.candidate)
  }
}
