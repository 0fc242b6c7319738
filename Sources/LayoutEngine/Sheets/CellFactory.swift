import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import WorkbookModel

/// Makes the cells of a sheet: one for each element of a repeated track, with heading and content.
struct CellFactory {
  let canvas: CanvasDefinition
  let data: SheetData
  let columns: TrackPlan
  let rows: TrackPlan
  let pictures: PictureShelf
  let switches: PrintSwitches

  func instances() -> [CellInstance] {
    let feet = canvas.cells.filter { $0.block == "credit" }
    let made = canvas.cells.filter { $0.block != "credit" }.flatMap { instances(of: $0, evidence: []) }
    // The foot says what the notes of the sheet count as, so it comes last.
    let evidence = made.flatMap { instance -> [Evidence] in
      switch instance.content {
      case .flow(let items): items.compactMap(\.countsAs)
      case .drawing(let drawing) where canvas.countsEvidence(of: instance.definition.name): drawing.counted
      default: []
      }
    }
    return made + feet.flatMap { instances(of: $0, evidence: evidence) }
  }

  private func instances(of definition: CellDefinition, evidence: [Evidence]) -> [CellInstance] {
    let columns = columns.concrete(definition.columns)
    let rows = rows.concrete(definition.rows)
    guard !columns.isEmpty, !rows.isEmpty else { return [] }
    guard definition.isRepeated else {
      return [instance(definition, columns: columns, rows: rows, element: nil, evidence)]
    }
    if let line = rows.first(where: { self.rows.lines[$0].element != nil }), line >= rows.lowerBound {
      let start = data.window?.copies == nil ? data.window?.range.lowerBound ?? 0 : 0
      return rows.compactMap { row in
        self.rows.lines[row].element.map {
          instance(
            definition, columns: columns, rows: row..<row + 1, element: $0, evidence,
            position: start + row - rows.lowerBound)
        }
      }
    }
    return columns.compactMap { column in
      self.columns.lines[column].element.map {
        instance(definition, columns: column..<column + 1, rows: rows, element: $0, evidence)
      }
    }
  }

  private func instance(
    _ definition: CellDefinition, columns: Range<Int>, rows: Range<Int>, element: DataView?,
    _ evidence: [Evidence], position: Int = 0
  ) -> CellInstance {
    let block = BlockRegister.block(named: definition.block)
    let showsOnBlank = block?.showsOnBlank == true
    var value = definition.from.map { data.value($0, element: element, onBlank: showsOnBlank) } ?? .nothing
    if data.state != .filled, !showsOnBlank { value = .nothing }
    // "TBD" is kept, as a word in the frame of what is missing.
    var stopgaps: [Text] = []
    if definition.missing != nil {
      let texts = data.texts(value)
      if texts.allSatisfy({ data.facts.placeholders.contains($0.string) }) {
        (stopgaps, value) = (texts, .nothing)
      }
    }
    let input = CellInput(
      definition: definition, value: value, element: element, canvas: canvas, pictures: pictures,
      position: position, evidence: evidence)
    let content = block?.content(of: input, in: data) ?? .nothing
    var heading = CellHeading(
      texts: data.words(definition.heading ?? definition.label, element: element),
      isLabel: definition.heading == nil && definition.label != nil,
      prompts: data.state == .prompts && block?.setsItsPrompts != true
        ? data.words(definition.prompts, element: element) : [],
      icon: switches.icons ? definition.icon : nil, order: switches.numbers ? definition.order : nil)
    heading.promptColumns = definition.textColumns
    if case .drawing(let drawing) = content, drawing.coversHeading { heading.icon = nil }
    // A cell that holds the repeated track and columns before it has its heading in those.
    var headingColumns: Range<Int>?
    if element == nil, let first = columns.first(where: { self.columns.lines[$0].element != nil }),
      first > columns.lowerBound,
      block?.hasHeadingBeside == true
    {
      headingColumns = columns.lowerBound..<first
    }
    let instance = CellInstance(
      definition: definition, heading: heading, content: content, columns: columns, rows: rows,
      headingColumns: headingColumns,
      naming: CellNaming(
        cells: canvas.cells, title: canvas.title, data: data, definition: definition, heading: heading,
        element: element), isOfElement: element != nil)
    if data.asksElsewhere, definition.block == "label" {
      instance.questionsElsewhere = instance.heading.prompts
      instance.heading.prompts = []
    }
    instance.ticks = TickArea(definition, data, element: element)
    if case .nothing = content, data.state == .filled, instance.ticks == nil {
      instance.missing = definition.missing.map { key in
        Text(
          (stopgaps.map(\.string).filter { $0.contains(where: \.isLetter) } + [data.catalogue.phrase(key)])
            .joined(separator: " · "),
          at: stopgaps.first?.span)
      }
    }
    return instance
  }
}

extension CellDefinition {
  /// It reads from the element of a repeated track.
  fileprivate var isRepeated: Bool {
    let paths =
      [from?.text.string, heading, label, prompts] + also.map(\.path.text.string)
      + ticks.map(\.path.text.string)
    return paths.contains { $0?.hasPrefix(".") == true }
  }

}
