import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// The steps of the phase as cards in reading order: what each needs and gives, where it happens and how long it
/// takes; a dashed line leads from a step that corrects sheets back to those that drew them.
struct WorkflowBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "workflow") { shape in
    if case .list(.record(let record), _) = shape { record.name == WorkflowStep.table.name } else { false }
  }

  var showsOnBlank: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let catalogue = sheet.catalogue
    func words(_ view: DataView) -> FlowParagraph? {
      sheet.texts(view).first.map { FlowParagraph($0, role: "body") }
    }
    let steps = cell.value.list.compactMap { view -> WorkflowStep? in
      if case .record(let record) = view { record as? WorkflowStep } else { nil }
    }
    guard !steps.isEmpty else { return .nothing }
    let cards = steps.enumerated().map { index, step -> StepMap.Card in
      var facts: [String] = []
      if !step.tools.isEmpty { facts.append(step.tools.map(\.text.string).joined(separator: ", ")) }
      if let place = step.place { facts.append(catalogue.phrase(place.phrase)) }
      if let minutes = step.minutes {
        facts.append(catalogue.phrase("workflow.minutes", ["count": String(minutes.value)]))
      }
      if step.optional?.isSet == true { facts.append(catalogue.phrase("workflow.optional")) }
      var lines: [FlowParagraph] = []
      for (part, own) in [("input", step.input), ("output", step.output)] {
        guard let text = sheet.texts(step.words(part, own: own)).first else { continue }
        let label = catalogue.phrase("workflow." + part)
        lines.append(FlowParagraph("\(label): \(text.string)", role: "body", origin: text.span))
      }
      let corrected = step.updates.compactMap { update in
        steps.firstIndex { $0.id?.text.string == update.text.string }.map { String($0 + 1) }
      }
      if !corrected.isEmpty {
        let sentence = catalogue.phrase("workflow.updates", ["steps": corrected.joined(separator: ", ")])
        lines.append(FlowParagraph(sentence, role: "body", origin: step.updates.first?.text.span))
      }
      return StepMap.Card(
        id: step.id?.text.string ?? "", number: index + 1,
        label: words(step.words("label", own: step.label)), facts: facts.joined(separator: " · "),
        lines: lines, place: step.place, updates: step.updates.map(\.text.string))
    }
    func minutes(_ place: WorkflowPlace) -> Int {
      steps.filter { $0.place == place }.reduce(0) { $0 + ($1.minutes?.value ?? 0) }
    }
    var total = catalogue.phrase(
      "workflow.total",
      [
        "minutes": catalogue.number(String(minutes(.workshop))),
        "homework": catalogue.number(String(minutes(.homework))),
      ])
    if minutes(.field) > 0 {
      let field = catalogue.phrase(
        "workflow.totalField", ["minutes": catalogue.number(String(minutes(.field)))])
      total += ", " + field
    }
    return .drawing(StepMap(cards: cards, total: total, loop: catalogue.phrase("workflow.loop")))
  }
}
