import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel

/// Lays out one sheet: solves its grid, finds the rung of the ladder on which it fits, draws its cells.
struct SheetComposer {
  let canvas: CanvasDefinition
  let data: SheetData
  let style: PageStyle
  let typesetter: Typesetter
  let icons: IconSet
  let frame: SheetFrame
  private let columns: [(start: Length, size: Length)]
  private let instances: [CellInstance]
  private let columnGap: Length
  private let rowGap: Length
  /// The columns of the repeated track, if there is one.
  private let repeated: Range<Int>?

  init(
    canvas: CanvasDefinition, data: SheetData, style: PageStyle, typesetter: Typesetter, icons: IconSet,
    pictures: PictureShelf, switches: PrintSwitches
  ) {
    self.canvas = canvas
    self.data = data
    self.style = style
    self.typesetter = typesetter
    self.icons = icons
    frame = SheetFrame(canvas: canvas, style: style)
    columnGap = canvas.columnGap.length(unit: style.unit)
    rowGap = max(frame.line, GridSolver.snap(canvas.rowGap.length(unit: style.unit), frame.line))
    let plan = ColumnPlan(canvas.columns, elements: data.elements)
    repeated = canvas.columns.firstIndex { $0.per != nil }.map { plan.ranges[$0] }
    let instances = Self.instances(canvas, data, plan, pictures, switches)
    self.instances = instances
    let icon = style.role("heading").size * 1.25 + style.unit
    columns = GridSolver.columns(
      plan.columns.map { canvas.columns[$0.track].extent }, total: frame.body.width, gap: columnGap,
      unit: style.unit
    ) { column in
      let headings = instances.filter { $0.columns == column..<column + 1 && !$0.heading.isEmpty }
      return headings.map { typesetter.width($0.heading.name, style.role("heading")) + icon }.max() ?? .zero
    }
  }

  /// Draws the sheet; text that found no room on it, and what there is to say about the fit.
  func compose(
    atLeast least: Int, _ structure: inout StructureTree, section: StructureTree.ID
  ) -> (page: PageBuilder, leftovers: [Leftover], findings: [Diagnostic]) {
    let (rung, forced) = chooseRung()
    let step = Self.ladder(style)[max(rung, least)]
    let solved = overflow(step).rows
    var page = PageBuilder(size: frame.size, style: style, typesetter: typesetter, icons: icons)
    var leftovers: [Leftover] = []
    var findings = fitFindings(step, forced)
    for instance in instances {
      let area = rect(instance, solved)
      let parent = instance.heading.isEmpty ? section : structure.add(.section, in: section)
      let drawn = draw(instance, in: area, step: step, on: &page, &structure, parent: parent)
      leftovers += drawn.leftovers
      findings += drawn.findings
    }
    drawGrounds(solved, on: &page)
    drawRules(solved, on: &page)
    return (page, leftovers, findings)
  }

  /// A sheet with head and foot and nothing between them; the room between.
  func frameOnly(_ structure: inout StructureTree) -> (page: PageBuilder, area: Rect) {
    let rows = overflow(.natural).rows
    var page = PageBuilder(size: frame.size, style: style, typesetter: typesetter, icons: icons)
    var top = frame.body.y
    var bottom = frame.body.maxY
    for instance in instances where ["title", "credit"].contains(instance.definition.block) {
      let area = rect(instance, rows)
      _ = draw(instance, in: area, step: .natural, on: &page, &structure, parent: StructureTree.root)
      if instance.definition.block == "title" { top = area.maxY + rowGap } else { bottom = area.y - rowGap }
    }
    return (page, Rect(x: frame.body.x, y: top, width: frame.body.width, height: bottom - top))
  }

  // MARK: Fitting

  /// The first rung on which everything fits that can fit at all: one size of type for a whole sheet.
  private func chooseRung() -> (rung: Int, forced: [Int]) {
    let ladder = Self.ladder(style)
    var previous = overflow(ladder[0]).over
    if previous.isEmpty { return (0, []) }
    let last = overflow(ladder[ladder.count - 1]).over
    if previous.isSubset(of: last) { return (0, []) }
    for rung in 1..<ladder.count {
      let over = overflow(ladder[rung]).over
      if over.isSubset(of: last) { return (rung, previous.subtracting(over).sorted()) }
      previous = over
    }
    return (ladder.count - 1, [])
  }

  /// The rung of the ladder that this sheet asks for; the sheets of a set take the lowest that one of them asks for.
  var rung: Int { chooseRung().rung }

  /// Natural, tighter, then half a point smaller at a time down to the floor.
  static func ladder(_ style: PageStyle) -> [LadderStep] {
    let body = style.role("body").size.points
    var steps = [LadderStep.natural, LadderStep(spacing: 0.5, scale: 1)]
    var size = body - 0.5
    while size > style.floor.points - 0.001 {
      steps.append(LadderStep(spacing: 0.5, scale: size / body))
      size -= 0.5
    }
    return steps
  }

  /// Row heights at a step, and the cells whose text does not fit into them.
  private func overflow(_ step: LadderStep) -> (rows: [Length], over: Set<Int>) {
    let needs = instances.map { need($0, step) }
    var rows = canvas.rows.map { GridSolver.RowNeed(extent: $0.extent, content: .zero) }
    for (instance, need) in zip(instances, needs) where instance.rows.count == 1 {
      let row = instance.rows.lowerBound
      rows[row].content = max(
        rows[row].content, rows[row].isShare ? need.content : max(need.content, need.blank))
      if case .drawing = instance.content { rows[row].firm = max(rows[row].firm, need.content) }
    }
    // What spans several rows asks its flexible rows for what they do not give it yet.
    for (instance, need) in zip(instances, needs) where instance.rows.count > 1 {
      let given = instance.rows.reduce(rowGap * Double(instance.rows.count - 1)) { $0 + rows[$1].content }
      let open = instance.rows.filter { rows[$0].isShare }
      guard need.content > given, !open.isEmpty else { continue }
      for row in open { rows[row].content += (need.content - given) / Double(open.count) }
    }
    let sizes = GridSolver.rows(rows, total: frame.body.height, gap: rowGap, unit: frame.line)
    var over: Set<Int> = []
    for (index, instance) in instances.enumerated() {
      if case .flow = instance.content, needs[index].content > height(instance.rows, sizes) + .mm(0.05) {
        over.insert(index)
      }
    }
    return (sizes, over)
  }

  /// What a cell needs for its content, and what a blank one would like for its questions and writing lines.
  private func need(_ instance: CellInstance, _ step: LadderStep) -> (content: Length, blank: Length) {
    let width = self.width(instance)
    let heading = instance.heading.height(
      width: headingWidth(instance), step: step, style, typesetter)
    switch instance.content {
    case .nothing:
      let prompts = instance.heading.promptHeight(width: headingWidth(instance), style, typesetter)
      let lines = style.role("body").leading * 1.75 * Double(instance.definition.writingLines)
      let blank = heading + prompts + lines + (lines > .zero || prompts > .zero ? style.unit : .zero)
      return (instance.definition.block == "label" ? blank : heading, blank)
    case .flow(let items):
      let flow = columns(of: items, instance, width: width, step: step)
      let content = contentTop(heading, step, isLabel: instance.heading.isLabel) + flow.height
      // A row as high as its text keeps half a line below it.
      return (content, content + (instance.heading.isLabel ? .zero : frame.line))
    case .drawing(let drawing):
      let content = drawing.height(width: width, columns: columnRects, step: step, style, typesetter)
      let total =
        instance.headingColumns != nil
        ? max(heading, content)
        : drawing.coversHeading
          ? content : contentTop(heading, step, isLabel: instance.heading.isLabel) + content
      return (total, total)
    }
  }

  /// From the cell's top to its text: the heading and half a line.
  private func contentTop(_ heading: Length, _ step: LadderStep, isLabel: Bool) -> Length {
    guard heading > .zero, !isLabel else { return heading }
    return heading + style.role("body", scale: step.scale).leading * (0.5 * step.spacing)
  }

  private func fitFindings(_ step: LadderStep, _ forced: [Int]) -> [Diagnostic] {
    guard step != .natural, let first = forced.first.map({ instances[$0] }) else { return [] }
    var origin: Span?
    if case .flow(let items) = first.content { origin = items.first?.origin }
    let body = style.role("body", scale: step.scale)
    let code = step.scale < 1 ? "fit/smaller" : "fit/tighter"
    return [
      Diagnostic(
        finding: code, .note, at: origin,
        [
          "cell": .text(first.name), "canvas": .text(data.catalogue.phrase(canvas.title)),
          "paper": .text(style.paper.rawValue),
          "size": .text(PointFormat.text(body.size, data.catalogue.decimalMark)),
        ])
    ]
  }

  // MARK: Drawing

  private func draw(
    _ instance: CellInstance, in area: Rect, step: LadderStep, on page: inout PageBuilder,
    _ structure: inout StructureTree, parent: StructureTree.ID
  ) -> (leftovers: [Leftover], findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    let headingWidth = headingWidth(instance)
    if case .drawing(let drawing) = instance.content {
      if !drawing.coversHeading {
        instance.heading.draw(
          at: Point(area.x, area.y), width: headingWidth, step: step, on: &page, &structure, in: parent)
      }
      return (drawDrawing(drawing, instance, in: area, step: step, on: &page, &structure, parent: parent), [])
    }
    instance.heading.draw(
      at: Point(area.x, area.y), width: headingWidth, step: step, on: &page, &structure, in: parent)
    let heading = instance.heading.height(width: headingWidth, step: step, style, typesetter)
    switch instance.content {
    case .nothing:
      let isFlexible = instance.rows.contains {
        GridSolver.RowNeed(extent: canvas.rows[$0].extent, content: .zero).isShare
      }
      let isLabel = instance.definition.block == "label"
      let limit = isFlexible && !isLabel ? area.height * CellHeading.promptShare : area.height - heading
      let shown = instance.heading.drawPrompts(
        at: Point(area.x, area.y + heading), width: headingWidth, height: limit, on: &page, &structure,
        in: parent)
      if shown.count < instance.heading.prompts.count {
        findings.append(
          Diagnostic(
            finding: "fit/questions", .note, at: nil,
            [
              "cell": .text(instance.name), "shown": .count(shown.count),
              "all": .count(instance.heading.prompts.count),
              "paper": .text(style.paper.rawValue),
            ]))
      }
      drawWritingLines(instance, in: area, below: heading + shown.height, on: &page)
      return ([], findings)
    case .flow(let items):
      return (
        drawFlow(
          items, instance, in: area, heading: heading, step: step, on: &page, &structure, parent: parent), []
      )
    case .drawing: return ([], [])
    }
  }

  private func drawDrawing(
    _ drawing: any Drawing, _ instance: CellInstance, in area: Rect, step: LadderStep,
    on page: inout PageBuilder,
    _ structure: inout StructureTree, parent: StructureTree.ID
  ) -> [Leftover] {
    var content = area
    var side: Rect?
    if instance.headingColumns != nil, let first = columnRects.first {
      side = Rect(x: area.x, y: area.y, width: first.x - columnGap - area.x, height: area.height)
      content = Rect(x: first.x, y: area.y, width: area.maxX - first.x, height: area.height)
    } else if !drawing.coversHeading {
      let heading = instance.heading.height(width: area.width, step: step, style, typesetter)
      let top = contentTop(heading, step, isLabel: instance.heading.isLabel)
      content = Rect(x: area.x, y: area.y + top, width: area.width, height: area.height - top)
    }
    let place = DrawingPlace(
      frame: content, columns: columnRects, side: side, step: step, parent: parent, name: instance.name)
    var leftovers = drawing.draw(place, on: &page, &structure)
    if data.state == .prompts, !drawing.coversHeading, let side {
      let heading = instance.heading.height(width: side.width, step: step, style, typesetter)
      _ = instance.heading.drawPrompts(
        at: Point(side.x, side.y + heading), width: side.width - style.unit * 9,
        height: area.height - heading, on: &page,
        &structure, in: parent)
    }
    for index in leftovers.indices {
      leftovers[index].name = leftovers[index].name.isEmpty ? instance.name : leftovers[index].name
    }
    return leftovers
  }

  private func drawFlow(
    _ items: [FlowItem], _ instance: CellInstance, in area: Rect, heading: Length, step: LadderStep,
    on page: inout PageBuilder, _ structure: inout StructureTree, parent: StructureTree.ID
  ) -> [Leftover] {
    let columns = columns(of: items, instance, width: area.width, step: step)
    let top = area.y + contentTop(heading, step, isLabel: instance.heading.isLabel)
    var room = area.maxY - top
    var (slices, placed) = columns.columns(fitting: room + .mm(0.05))
    var marker: Leftover.Marker?
    if placed < columns.flow.lines.count {
      let caption = style.role("caption")
      room = room - caption.leading
      (slices, placed) = columns.columns(fitting: room)
      marker = Leftover.Marker(
        right: Point(area.maxX, area.maxY - caption.leading + typesetter.baseline(caption)), page: 0)
    }
    var x = area.x
    for slice in slices {
      FlowDrawing(flow: slice, step: step).draw(
        slice.lines.count, at: Point(x, top), on: &page, &structure, in: parent)
      x += slice.width + columns.gap
    }
    let rest = columns.flow.rest(after: placed)
    return rest.isEmpty ? [] : [Leftover(name: instance.name, items: rest, marker: marker)]
  }

  private func columns(of items: [FlowItem], _ instance: CellInstance, width: Length, step: LadderStep)
    -> FlowColumns
  {
    let count = instance.definition.textColumns
    let gap = columnGap
    let measure = (width - gap * Double(count - 1)) / Double(count)
    let flow = FlowSetter(typesetter: typesetter, style: style).set(items, width: measure, step: step)
    return FlowColumns(flow: flow, count: count, gap: gap)
  }

  private func drawWritingLines(
    _ instance: CellInstance, in area: Rect, below top: Length, on page: inout PageBuilder
  ) {
    guard data.state != .filled else { return }
    let step = style.role("body").leading * 1.75
    for number in 0..<instance.definition.writingLines {
      let y = area.y + top + step * Double(number + 1)
      guard y <= area.maxY + .mm(0.01) else { return }
      page.rule(from: Point(area.x, y), to: Point(area.maxX, y), style.colour("writing"))
    }
  }

  /// Grounds of cells that stand out, beneath everything: the tile up to the middle of the gaps.
  private func drawGrounds(_ rows: [Length], on page: inout PageBuilder) {
    guard data.state == .filled else { return }
    for instance in instances where instance.definition.hasGround {
      let mark = page.page.items.count
      let tile = rect(instance, rows).inset(dx: -columnGap / 2, dy: -rowGap / 2)
      let left = max(tile.x, frame.body.x)
      let width = min(tile.maxX, frame.body.maxX) - left
      page.fill(Rect(x: left, y: tile.y, width: width, height: tile.height), style.ground)
      page.moveToBack(since: mark)
    }
  }

  /// Hairlines in the middle of the gaps between cells that are not parts of one heading.
  private func drawRules(_ rows: [Length], on page: inout PageBuilder) {
    let colour = style.colour("rule")
    for rule in GridRules(cells: ruled, columns: columns.count, rows: rows.count).segments {
      func x(_ edge: Int) -> Length {
        edge == 0
          ? frame.body.x
          : edge == columns.count
            ? frame.body.maxX : frame.body.x + columns[edge].start - columnGap / 2
      }
      func y(_ edge: Int) -> Length { top(edge, rows) - rowGap / 2 }
      switch rule {
      case .vertical(let column, let range):
        page.rule(
          from: Point(x(column), y(range.lowerBound)), to: Point(x(column), y(range.upperBound)), colour)
      case .horizontal(let row, let range):
        page.rule(from: Point(x(range.lowerBound), y(row)), to: Point(x(range.upperBound), y(row)), colour)
      }
    }
  }

  private var ruled: [(columns: Range<Int>, rows: Range<Int>, group: String)] {
    instances.compactMap { instance in
      switch instance.definition.block {
      case "title", "credit", "stage": nil
      default: (instance.columns, instance.rows, group(instance))
      }
    }
  }

  /// Cells of one group have no line between them: one that joins the cell above belongs to that one's group.
  private func group(_ instance: CellInstance) -> String {
    if instance.definition.joinsAbove,
      let above = instances.first(where: {
        $0.rows.upperBound == instance.rows.lowerBound && $0.columns.contains(instance.columns.lowerBound)
      })
    {
      return group(above)
    }
    return instance.definition.name + "\(instance.columns.lowerBound)"
  }

  // MARK: Places

  private func rect(_ instance: CellInstance, _ rows: [Length]) -> Rect {
    let start = columns[instance.columns.lowerBound].start
    let last = columns[instance.columns.upperBound - 1]
    return Rect(
      x: frame.body.x + start, y: top(instance.rows.lowerBound, rows), width: last.start + last.size - start,
      height: height(instance.rows, rows))
  }

  private func top(_ row: Int, _ rows: [Length]) -> Length {
    let y = rows.prefix(row).reduce(frame.body.y) { $0 + $1 + rowGap }
    return frame.body.y + GridSolver.snap(y - frame.body.y, frame.line)
  }

  private func height(_ range: Range<Int>, _ rows: [Length]) -> Length {
    top(range.upperBound, rows) - rowGap - top(range.lowerBound, rows)
  }

  private func width(_ instance: CellInstance) -> Length {
    let last = columns[instance.columns.upperBound - 1]
    return last.start + last.size - columns[instance.columns.lowerBound].start
  }

  private func headingWidth(_ instance: CellInstance) -> Length {
    guard let range = instance.headingColumns else { return width(instance) }
    let last = columns[range.upperBound - 1]
    return last.start + last.size - columns[range.lowerBound].start
  }

  /// The repeated track's columns on the page.
  private var columnRects: [Rect] {
    (repeated ?? 0..<0).map { index in
      Rect(
        x: frame.body.x + columns[index].start, y: frame.body.y, width: columns[index].size,
        height: frame.body.height)
    }
  }
}

extension GridSolver.RowNeed {
  var isShare: Bool {
    if case .share = extent { true } else { false }
  }
}

// MARK: - Cells

extension SheetComposer {
  fileprivate static func instances(
    _ canvas: CanvasDefinition, _ data: SheetData, _ plan: ColumnPlan, _ pictures: PictureShelf,
    _ switches: PrintSwitches
  ) -> [CellInstance] {
    canvas.cells.flatMap { definition -> [CellInstance] in
      let columns = plan.concrete(definition.columns)
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
      headingColumns: headingColumns, name: name)
  }

  /// What a cell without a heading is called: the label at the start of its row.
  private static func rowName(of definition: CellDefinition, _ canvas: CanvasDefinition, _ data: SheetData)
    -> String
  {
    let label = canvas.cells.first { $0.block == "label" && $0.rows == definition.rows }
    return data.words(label?.heading, element: nil).map(\.string).joined(separator: " ")
  }
}

/// A size in points as people write it.
enum PointFormat {
  static func text(_ length: Length, _ decimalMark: String) -> String {
    let tenths = Int((length.points * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10)\(decimalMark)\(tenths % 10)"
  }
}
