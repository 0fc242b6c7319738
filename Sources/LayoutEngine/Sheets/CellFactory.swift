import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel

/// Makes the cells of a sheet: one for each element of a repeated track, with heading and content.
enum CellFactory {
  static func instances(
    _ canvas: CanvasDefinition, _ data: SheetData, _ plan: ColumnPlan, _ pictures: PictureShelf,
    _ switches: PrintSwitches
  ) -> [CellInstance] {
    canvas.cells.flatMap { definition -> [CellInstance] in
      let columns = plan.concrete(definition.columns)
      guard !columns.isEmpty else { return [] }
      let isRepeated = [definition.from?.text.string, definition.heading, definition.prompts]
        .contains { $0?.hasPrefix(".") == true }
      guard isRepeated else {
        return [instance(definition, columns: columns, element: nil, canvas, data, plan, pictures, switches)]
      }
      return columns.compactMap { column in
        guard let element = plan.columns[column].element else { return nil }
        return instance(
          definition, columns: column..<column + 1, element: element, canvas, data, plan, pictures, switches)
      }
    }
  }

  private static func instance(
    _ definition: CellDefinition, columns: Range<Int>, element: DataView?, _ canvas: CanvasDefinition,
    _ data: SheetData, _ plan: ColumnPlan, _ pictures: PictureShelf, _ switches: PrintSwitches
  ) -> CellInstance {
    var value = definition.from.map { data.value($0, element: element) } ?? .nothing
    if data.state != .filled, definition.block != "stage", definition.block != "curve" { value = .nothing }
    let input = CellInput(
      definition: definition, value: value, element: element, canvas: canvas, pictures: pictures)
    let content = BlockRegister.block(named: definition.block)?.content(of: input, in: data) ?? .nothing
    var heading = CellHeading(
      texts: data.words(definition.heading ?? definition.label, element: element),
      isLabel: definition.heading == nil && definition.label != nil,
      prompts: data.state == .prompts ? data.words(definition.prompts, element: element) : [],
      icon: switches.icons ? definition.icon : nil, order: switches.numbers ? definition.order : nil)
    if case .drawing(let drawing) = content, drawing.coversHeading { heading.icon = nil }
    // A cell that holds the repeated track and columns before it has its heading in those.
    var headingColumns: Range<Int>?
    if element == nil, let first = columns.first(where: { plan.columns[$0].element != nil }),
      first > columns.lowerBound,
      definition.block == "curve"
    {
      headingColumns = columns.lowerBound..<first
    }
    let label = element.flatMap { data.texts($0.step("label")).first?.string }
    let rowName = heading.texts.isEmpty ? rowName(of: definition, canvas, data) : heading.name
    let name = [rowName, label].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    return CellInstance(
      definition: definition, heading: heading, content: content, columns: columns, rows: definition.rows,
      headingColumns: headingColumns, name: name.isEmpty ? data.catalogue.phrase(canvas.title) : name)
  }

  /// What a cell without a heading is called: the label at the start of its row.
  private static func rowName(of definition: CellDefinition, _ canvas: CanvasDefinition, _ data: SheetData)
    -> String
  {
    let label = canvas.cells.first { $0.block == "label" && $0.rows == definition.rows }
    return data.words(label?.heading, element: nil).map(\.string).joined(separator: " ")
  }
}
