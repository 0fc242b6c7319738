import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// How sure the statements are, and which of those that the concept rests on nobody has tested.
struct AssumptionsBlock: ReportBlock {
  let traits = named("assumptions")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let counts = EvidenceCounts(data.workbook)
    guard counts.total.total > 0 else { return [] }
    var passages: [Passage] = [
      .heading(data.heading("report.assumptions.title", "assumptions")),
      .paragraph(
        Paragraph(
          data.sentence(
            "report.assumptions.opening",
            ["figure": data.figure("evidence"), "tested": Prose(tested(counts.total, data))],
            count: counts.total.total))),
      .figure(evidence(counts, data)),
    ]
    let steps = data.openSteps.filter { if case .assumption = $0.kind { true } else { false } }
    if !steps.isEmpty {
      passages.append(
        .paragraph(Paragraph(data.sentence("report.assumptions.untested", count: steps.count))))
      passages.append(data.table(of: steps, "assumptions"))
    } else if !data.workbook.concepts.isEmpty {
      passages.append(.paragraph(Paragraph(data.phrase("report.assumptions.none"))))
    }
    let own = data.workbook.sections.flatMap { marked($0) }
    if !own.isEmpty {
      passages.append(.paragraph(Paragraph(data.phrase("report.assumptions.marked"))))
      passages.append(.list(ReportList(items: own.map { ReportList.Item($0) })))
    }
    return passages
  }

  /// Statements that the workbook itself calls assumptions.
  private func marked(_ view: DataView) -> [Prose] {
    switch view {
    case .list(let list): return list.flatMap(marked)
    case .record(let record):
      var found: [Prose] = []
      if case .phrase(let key) = record.view(of: "evidence"), key == Evidence.assumption.phrase,
        record.fieldNames.contains("evidence"), case .text(let text) = view.step("text")
      {
        found.append(Prose(text))
      }
      return found + record.fieldNames.flatMap { marked(record.view(of: $0)) }
    default: return []
    }
  }

  private func tested(_ count: EvidenceCounts.Count, _ data: ReportData) -> String {
    data.number(count.observed + count.confirmed)
  }

  private func evidence(_ counts: EvidenceCounts, _ data: ReportData) -> Figure {
    let words = counts.counts.map { tool, count -> String in
      let parts = [
        (Evidence.confirmed, count.confirmed), (.observed, count.observed), (.assumption, count.assumption),
      ]
      .filter { $0.1 > 0 }.map { kind, count in
        data.catalogue.phrase("evidence.counts." + kind.rawValue, ["count": String(count)])
      }
      return "\(data.catalogue.phrase(tool.phrase)): \(parts.joined(separator: ", "))"
    }
    return Figure(
      .evidence, label: "", caption: data.phrase("report.assumptions.caption"),
      alternative: words.joined(separator: "; "), place: .figure("evidence"))
  }
}

/// What hurts customers and has no answer yet.
struct UnansweredBlock: ReportBlock {
  let traits = named("unanswered")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let steps = data.openSteps.filter { if case .unanswered = $0.kind { true } else { false } }
    guard !steps.isEmpty else { return [] }
    return [
      .heading(data.heading("report.unanswered.title", "unanswered")),
      .paragraph(Paragraph(data.phrase("report.unanswered.opening"))),
      data.table(of: steps, "unanswered"),
    ]
  }
}

/// What is still to be written: elements of concepts, figures of KPIs, blocks of the business model.
struct MissingBlock: ReportBlock {
  let traits = named("missing")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let steps = data.openSteps.filter { if case .missing = $0.kind { true } else { false } }
    guard !steps.isEmpty else { return [] }
    return [
      .heading(data.heading("report.missing.title", "missing")),
      .paragraph(Paragraph(data.phrase("report.missing.opening"))),
      data.table(of: steps, "missing"),
    ]
  }
}

extension ReportData {
  /// What is open, who should find it out and how.
  func table(of steps: [OpenStep], _ name: String) -> Passage {
    .table(
      ReportTable(
        label: "", caption: phrase("report.\(name).tableCaption"), place: .table(name),
        columns: [
          .init(phrase("report.columns.open"), share: 1.3), .init(phrase("report.columns.who"), share: 0.8),
          .init(phrase("report.columns.how"), share: 1.2),
        ],
        rows: steps.map { step in
          ReportTable.Row([
            ReportTable.Cell([step.what] + (step.kindName.isEmpty ? [] : [step.kindName.styled(.quiet)])),
            ReportTable.Cell(step.who), ReportTable.Cell(step.how),
          ])
        }))
  }
}
