import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// Questions with their answers, one below the other; with room to write where there is no answer.
struct InterviewBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "interview") { shape in
    if case .list(.record(let record), _) = shape { record.field(named: "question") != nil } else { false }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let asked = sheet.words(cell.definition.prompts, element: cell.element)
    switch sheet.state {
    case .blank: return .nothing
    case .prompts: return .drawing(QuestionSlots(questions: asked.map(\.string)))
    case .filled: break
    }
    var items = cell.value.list.compactMap { answer -> FlowItem? in
      guard case .text(let question) = answer.step("question") else { return nil }
      var item = FlowItem(paragraphs: [FlowParagraph(question, role: "prompt")])
      for text in sheet.texts(answer.step("answer")) {
        item.paragraphs.append(FlowParagraph(text, role: "body"))
      }
      item.marker.evidence = NoteItem.evidence(answer.step("evidence"))
      if cell.canvas.countsEvidence(of: cell.definition.name) {
        item.countsAs = item.marker.evidence ?? .assumption
      }
      return item
    }
    // What the workbook has not answered stays open, as a question.
    let answered = items.compactMap { $0.paragraphs.first?.text }
    items += asked.filter { !answered.contains($0.string) }.map {
      FlowItem(paragraphs: [FlowParagraph($0, role: "prompt")])
    }
    return items.isEmpty ? .nothing : .flow(items)
  }
}

/// Questions at even distances, each with lines to write its answer on.
private struct QuestionSlots: Drawing {
  var questions: [String]

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    questions.reduce(.zero) { sum, question in
      sum + slotHeight(question, width, style, typesetter)
    }
  }

  /// The question and two lines below it.
  private func slotHeight(
    _ question: String, _ width: Length, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let role = style.role("prompt")
    return role.leading * Double(typesetter.lines(question, role, width: width).count)
      + style.role("body").leading * 3.5
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    let role = style.role("prompt")
    let line = style.role("body").leading * 1.75
    let slot = frame.height / Double(max(1, questions.count))
    for (index, question) in questions.enumerated() {
      let needed = role.leading * Double(page.typesetter.lines(question, role, width: frame.width).count)
      let top = frame.y + slot * Double(index)
      if needed + line > slot + .mm(0.01) {
        // Too many for this sheet: they go to the one with the questions.
        let rest = questions[index...].map { FlowItem(paragraphs: [FlowParagraph($0, role: "body")]) }
        return [Leftover(name: place.name, items: rest, kind: .questions)]
      }
      let owner = DisplayItem.Owner.element(structure.add(.paragraph, in: place.parent))
      let height = page.paragraph(question, role, at: Point(frame.x, top), width: frame.width, owner: owner)
      var y = top + height + line
      while y <= top + slot - style.unit * 1.5 {
        page.rule(from: Point(frame.x, y), to: Point(frame.maxX, y), style.colour("writing"))
        y += line
      }
    }
    return []
  }
}
