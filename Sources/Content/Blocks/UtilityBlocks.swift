import Diagnostics
import LayoutModel
import LocatedYAML
import WorkbookModel

/// What was asked at each stage, and what the answer was.
struct UtilityQuestionsBlock: ReportBlock {
  let traits = named("utility-questions")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let answers = data.workbook.utilityQuestions
    guard !answers.isEmpty else { return [] }
    let rows = answers.map { answer -> ReportTable.Row in
      let stage = answer.stage.map { data.word(data.workbook.label(ofStage: $0)) } ?? Prose()
      let mark = data.mark(answer.evidence)
      return ReportTable.Row([
        ReportTable.Cell(stage), ReportTable.Cell(answer.question.map { Prose($0) } ?? Prose()),
        ReportTable.Cell(
          [answer.answer.map { Prose($0) } ?? Prose("–")], mark: mark.isEmpty ? nil : mark),
      ])
    }
    return [
      .heading(data.heading("report.questions.title", "questions")),
      .table(
        ReportTable(
          columns: [
            .init(data.phrase("report.columns.stage"), share: 0.7),
            .init(data.phrase("report.columns.question"), share: 1.2),
            .init(data.phrase("utilityQuestions.answer"), share: 1.2),
          ], rows: rows)),
    ]
  }
}

/// The buyer utility map in words: what blocks customers, where today's offer helps, where the new one will.
struct UtilityMarksBlock: ReportBlock {
  let traits = named("utility")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    [UtilityMarkKind.blocker, .today, .new].flatMap { kind -> [Passage] in
      var marks = data.workbook.utility.filter { $0.mark == kind }
      guard !marks.isEmpty else { return [] }
      // The blocker that keeps most people from buying comes first.
      marks = marks.filter { $0.biggest?.isSet == true } + marks.filter { $0.biggest?.isSet != true }
      return [
        .heading(data.heading("report.utility.\(kind.rawValue)", "utility-" + kind.rawValue)),
        .list(ReportList(items: marks.map { item($0, data) })),
      ]
    }
  }

  private func item(_ mark: UtilityMark, _ data: ReportData) -> ReportList.Item {
    var words = data.word(mark.view(of: "text"))
    var place: [Prose] = []
    if mark.biggest?.isSet == true { place.append(data.phrase("utility.biggest").styled(.strong)) }
    if let stage = mark.stage { place.append(data.word(data.workbook.label(ofStage: stage))) }
    if let lever = mark.lever {
      place.append(data.phrase("utility.levers.\(lever.rawValue).label"))
    }
    words += Prose(" (") + place.joined(", ") + Prose(")")
    let isAnswered = mark.mark == .blocker
    words += data.details(cause: mark.cause, id: isAnswered ? mark.id?.text : nil)
    let evidence = data.mark(mark.evidence)
    return ReportList.Item(
      words, mark: evidence.isEmpty ? nil : evidence,
      place: mark.id.map { .item(NoteKind.name, $0.text.string) })
  }
}
