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

  var setsItsPrompts: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let asked = sheet.words(cell.definition.prompts, element: cell.element)
    var entries = asked.map { QuestionSlots.Entry(question: FlowParagraph($0, role: "prompt")) }
    for answer in sheet.state == .filled ? cell.value.list : [] {
      guard case .text(let question) = answer.step("question") else { continue }
      let texts = sheet.texts(answer.step("answer")).map { FlowParagraph($0, role: "body") }
      var entry = QuestionSlots.Entry(
        question: FlowParagraph(question, role: "prompt"), answers: texts,
        evidence: NoteItem.evidence(answer.step("evidence")))
      // The method's own question is answered in its place.
      if let place = entries.firstIndex(where: { $0.question.text == question.string && $0.answers.isEmpty })
      {
        entry.question = FlowParagraph(question, role: "prompt")
        entries[place] = entry
      } else {
        entries.append(entry)
      }
    }
    guard !entries.isEmpty || sheet.state != .filled else { return .nothing }
    return .drawing(QuestionSlots(entries: entries))
  }
}

/// Questions at even distances that are the same in every column, each with its answer or lines to write it on.
private struct QuestionSlots: Drawing {
  struct Entry {
    var question: FlowParagraph
    var answers: [FlowParagraph] = []
    var evidence: Evidence?

    var item: FlowItem {
      FlowItem(marker: FlowItem.Marker(evidence: evidence), paragraphs: [question] + answers)
    }
  }

  var entries: [Entry]

  var counted: [Evidence] { entries.filter { !$0.answers.isEmpty }.map { $0.evidence ?? .assumption } }

  /// Slots of a column, whether or not it has as many questions.
  private static let slots = 4

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length { style.role("body").leading * 12 }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    let setter = FlowSetter(typesetter: page.typesetter, style: style)
    let flows = entries.map { setter.set([$0.item], width: frame.width, step: .natural) }
    let slot = frame.height / Double(max(Self.slots, entries.count))
    let gap = style.role("body").leading / 2
    var elements = FlowElements(in: place.reading, list: structure.add(.list, in: place.reading))
    if flows.allSatisfy({ $0.height + gap <= slot }) {
      for index in 0..<max(Self.slots, entries.count) {
        let top = frame.y + slot * Double(index)
        var y = top
        if index < entries.count {
          FlowDrawing(flow: flows[index], step: .natural).draw(
            flows[index].lines.count, at: Point(frame.x, top), on: &page, &structure, &elements)
          y += flows[index].height
        }
        if index >= entries.count || entries[index].answers.isEmpty {
          drawLines(from: y, to: top + slot - style.unit, frame, on: &page)
        }
      }
      return []
    }
    // Too much for the grid: one below the other, and what finds no room on another sheet.
    let flow = setter.set(entries.map(\.item), width: frame.width, step: .natural)
    let whole = flow.height <= frame.height + .mm(0.01)
    let room = whole ? frame.height : frame.height - style.role("caption").leading
    let count = flow.count(fitting: room)
    FlowDrawing(flow: flow, step: .natural).draw(
      count, at: Point(frame.x, frame.y), on: &page, &structure, &elements)
    let rest = flow.rest(after: count)
    guard !rest.isEmpty else { return [] }
    let caption = style.role("caption")
    let baseline = frame.maxY - caption.leading + page.typesetter.baseline(caption)
    return [
      Leftover(
        name: place.name, items: rest,
        kind: entries.contains { !$0.answers.isEmpty } ? .continued : .questions,
        marker: Leftover.Marker(right: Point(frame.maxX, baseline), width: frame.width))
    ]
  }

  private func drawLines(from top: Length, to bottom: Length, _ frame: Rect, on page: inout PageBuilder) {
    let line = page.style.role("body").leading * 1.75
    var y = top + line
    while y <= bottom {
      page.rule(from: Point(frame.x, y), to: Point(frame.maxX, y), page.style.colour("writing"))
      y += line
    }
  }
}
