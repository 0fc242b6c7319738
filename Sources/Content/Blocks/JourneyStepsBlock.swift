import Diagnostics
import LayoutModel
import LocatedYAML
import WorkbookModel

/// Each journey stage by stage: what the customer does and thinks, whom they meet, what works behind, what comes to mind.
struct JourneyStepsBlock: ReportBlock {
  let traits = named("journey-steps")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    data.workbook.journeys.enumerated().flatMap { index, journey -> [Passage] in
      let rows = journey.stages.filter { $0.stage != nil }.map { row($0, data) }
      guard !rows.isEmpty else { return [] }
      let columns = ["doing", "thinking", "frontstage", "backstage", "opportunities"]
      return [
        .heading(
          Heading(
            level: 2, words: JourneysBlock.title(journey, index, data),
            place: Place("section/steps-\(index)"))),
        .table(
          ReportTable(
            columns: [ReportTable.Column(data.phrase("report.columns.stage"), share: 0.8)]
              + columns.map { .init(data.phrase("journey.rows.\($0).label"), share: 1) },
            rows: rows)),
      ]
    }
  }

  private func row(_ stage: Stage, _ data: ReportData) -> ReportTable.Row {
    func cell(_ notes: [Note]) -> ReportTable.Cell { ReportTable.Cell(notes.map { Prose($0.text) }) }
    var name = [data.word(stage.view(of: "label"))]
    let mood = stage.feeling?.mood.map {
      $0.value > 0 ? "+\($0.value)" : $0.value < 0 ? "−\(-$0.value)" : "0"
    }
    let feeling = [mood.map { Prose($0) }, stage.feeling?.words.map { Prose($0) }].compactMap { $0 }
    if !feeling.isEmpty { name.append(feeling.joined(" ").styled(.quiet)) }
    let ideas = stage.opportunities.map { idea -> Prose in
      guard let taken = idea.opportunity else { return Prose(idea.note.text) }
      let words = data.sentence("notes.opportunity", ["opportunity": data.names.mention(taken.text)])
      return Prose(idea.note.text) + Prose(" (") + words + Prose(")")
    }
    return ReportTable.Row([
      ReportTable.Cell(name), cell(stage.doing), cell(stage.thinking), cell(stage.frontstage),
      cell(stage.backstage), ReportTable.Cell(ideas),
    ])
  }
}

/// The steps that the group took, with what each needed and gave.
struct WorkflowBlock: ReportBlock {
  let traits = named("workflow")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let steps = data.workbook.workflow?.steps ?? []
    guard !steps.isEmpty else { return [] }
    let rows = steps.map { step -> ReportTable.Row in
      func words(_ part: String, _ own: Text?) -> Prose { data.word(step.words(part, own: own)) }
      let name = words("label", step.label)
      var details = [
        step.tools.map { Prose($0.text) }.joined(", "), step.place.map { data.word($0.view) } ?? Prose(),
      ]
      if let minutes = step.minutes {
        details.append(data.sentence("workflow.minutes", count: minutes.value))
      }
      if step.optional?.isSet == true { details.append(data.phrase("workflow.optional")) }
      let title = name.isEmpty ? step.id.map { Prose($0.text) } ?? Prose() : name
      return ReportTable.Row([
        ReportTable.Cell([title, details.filter { !$0.isEmpty }.joined(" · ").styled(.quiet)]),
        ReportTable.Cell(words("input", step.input)), ReportTable.Cell(words("output", step.output)),
      ])
    }
    return [
      .table(
        ReportTable(
          columns: [
            .init(data.phrase("report.columns.step"), share: 1.2),
            .init(data.phrase("workflow.input"), share: 1), .init(data.phrase("workflow.output"), share: 1),
          ], rows: rows))
    ]
  }
}
