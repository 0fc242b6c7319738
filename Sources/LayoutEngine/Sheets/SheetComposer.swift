import Diagnostics
import LayoutModel
import PageModel

/// Lays out one sheet: solves its grid, finds the rung of the ladder on which it fits, draws its cells.
struct SheetComposer {
  let canvas: CanvasDefinition
  let data: SheetData
  let style: PageStyle
  let typesetter: Typesetter
  let icons: IconSet
  private let pictures: PictureShelf
  private let switches: PrintSwitches
  let frame: SheetFrame
  let columns: [(start: Length, size: Length)]
  let instances: [CellInstance]
  let columnGap: Length
  let rowGap: Length
  /// Rows start on multiples of it: of half a line where a cell spans rows, so that lines beside each other stand
  /// on one grid; otherwise rows of equal shares are equal to the hair.
  let rowUnit: Length
  /// The columns of the repeated track, if there is one.
  let repeated: Range<Int>?
  /// The rows of the repeated track, if there is one: a table.
  let repeatedRows: Range<Int>?
  /// How high each row is to be.
  let extents: [Track.Extent]
  let memory = Memory()

  init(
    canvas: CanvasDefinition, data: SheetData, style: PageStyle, typesetter: Typesetter, icons: IconSet,
    pictures: PictureShelf, switches: PrintSwitches
  ) {
    self.canvas = canvas
    self.data = data
    self.style = style
    self.typesetter = typesetter
    self.icons = icons
    self.pictures = pictures
    self.switches = switches
    frame = SheetFrame(canvas: canvas, style: style)
    columnGap = canvas.columnGap.length(unit: style.unit)
    rowGap = max(frame.line, GridSolver.snap(canvas.rowGap.length(unit: style.unit), frame.line))
    rowUnit = canvas.cells.contains { $0.rows.count > 1 } ? frame.line : .mm(0.1)
    let plan = TrackPlan(canvas.columns, elements: data.elements)
    let rowPlan = TrackPlan(canvas.rows, elements: data.elements)
    repeated = plan.repeated(canvas.columns)
    repeatedRows = rowPlan.repeated(canvas.rows)
    extents = rowPlan.lines.map { canvas.rows[$0.track].extent }
    let instances = CellFactory(
      canvas: canvas, data: data, columns: plan, rows: rowPlan, pictures: pictures, switches: switches
    ).instances()
    self.instances = instances
    let icon = style.role("heading").size * 1.25 + style.unit
    let least = plan.lines.indices.map { column in
      // A heading's longest word is never divided for want of width.
      instances.filter { $0.columns == column..<column + 1 }.map {
        $0.heading.leastWidth(style, typesetter)
      }.max() ?? .zero
    }
    columns = GridSolver.columns(
      plan.lines.map { canvas.columns[$0.track].extent }, total: frame.body.width, gap: columnGap,
      unit: style.unit, least: least
    ) { column in
      let headings = instances.filter { $0.columns == column..<column + 1 && !$0.heading.isEmpty }
      return headings.map { typesetter.width($0.heading.name, style.role("heading")) + icon }.max() ?? .zero
    }
  }

  /// Draws the sheet; text that found no room on it, and what there is to say about the fit.
  func compose(
    at fit: Fit, atLeast least: Int, _ structure: inout StructureTree, section: StructureTree.Container
  ) -> (page: PageBuilder, leftovers: [Leftover], findings: [Diagnostic]) {
    let step = Self.ladder(style)[max(fit.rung, least)]
    let solved = overflow(step).rows
    var page = blankPage
    var leftovers: [Leftover] = []
    // The title is read before everything else.
    let head = instances.prefix { $0.definition.block == "title" }.count
    for instance in instances[..<head] {
      leftovers += draw(
        instance, in: rect(instance, solved), step: step, on: &page, &structure,
        CellReading(.elements(section)))
    }
    let reading = SheetReading(of: self, in: section, after: head, &structure)
    for (index, instance) in instances.enumerated().dropFirst(head) {
      leftovers += draw(
        instance, in: rect(instance, solved), step: step, on: &page, &structure, reading[index])
    }
    drawGrounds(solved, on: &page)
    drawRules(solved, on: &page)
    return (page, leftovers, fitFindings(step, fit.forced))
  }

  private var blankPage: PageBuilder {
    var page = PageBuilder(
      size: frame.size, style: style, typesetter: typesetter, icons: icons,
      words: MarkWords(data.workbook, data.catalogue))
    page.tool = canvas.tool
    page.setBleed(canvas.bleed?.length(unit: style.unit))
    return page
  }

  /// The same sheet on other paper.
  func on(_ paper: Paper, theme: Theme) -> SheetComposer {
    SheetComposer(
      canvas: canvas, data: data,
      style: PageStyle(theme: theme, paper: paper, family: canvas.family, language: style.language),
      typesetter: typesetter, icons: icons, pictures: pictures, switches: switches)
  }

  /// A sheet with head and foot, which have been read already, and nothing between them; the room between.
  func frameOnly(_ structure: inout StructureTree) -> (page: PageBuilder, area: Rect) {
    let rows = overflow(.natural).rows
    var page = blankPage
    var top = frame.body.y
    var bottom = frame.body.maxY
    for instance in instances where ["title", "credit"].contains(instance.definition.block) {
      let area = rect(instance, rows)
      _ = draw(instance, in: area, step: .natural, on: &page, &structure, CellReading(.nowhere))
      if instance.definition.block == "title" { top = area.maxY + rowGap } else { bottom = area.y - rowGap }
    }
    return (page, Rect(x: frame.body.x, y: top, width: frame.body.width, height: bottom - top))
  }

  // MARK: Drawing

  private func draw(
    _ instance: CellInstance, in area: Rect, step: LadderStep, on page: inout PageBuilder,
    _ structure: inout StructureTree, _ reading: CellReading
  ) -> [Leftover] {
    let headingWidth = headingWidth(instance)
    let heading = instance.heading.height(width: headingWidth, step: step, style, typesetter)
    if case .drawing(let drawing) = instance.content {
      if !drawing.coversHeading {
        instance.heading.draw(
          at: Point(area.x, area.y), width: headingWidth, step: step, on: &page, &structure, reading)
      }
      return drawDrawing(drawing, instance, in: area, step: step, on: &page, &structure, reading)
    }
    instance.heading.draw(
      at: Point(area.x, area.y), width: headingWidth, step: step, on: &page, &structure, reading)
    // Boxes to tick are read after what stands above them, and drawn before.
    let place = instance.ticks == nil ? reading.place : structure.add(.section, in: reading.place)
    let whole = area.height
    var area = area
    var leftovers: [Leftover] = []
    if !instance.questionsElsewhere.isEmpty {
      let items = instance.questionsElsewhere.map {
        FlowItem(paragraphs: [FlowParagraph($0, role: "body")])
      }
      leftovers.append(Leftover(name: instance.name, items: items, kind: .questions))
    }
    if let ticks = instance.ticks {
      let height = ticks.height(width: area.width, style, typesetter)
      let fits = height <= (area.height - heading) * Self.tickShare || !isFlexible(instance)
      if fits || data.state == .filled {
        // At the foot of a cell; in a table's row right below what is written by hand.
        let written = heading + lineStep * Double(instance.definition.writingLines) + style.unit
        let top =
          isFlexible(instance) || data.state == .filled
          ? area.maxY - height : area.y + written - style.unit * 0.5
        ticks.draw(at: Point(area.x, top), width: area.width, on: &page, &structure, in: reading.place)
        area.height = area.height - height - style.unit
      } else {
        leftovers.append(Leftover(name: instance.name, items: ticks.items, kind: .questions))
      }
    }
    if case .flow(let items) = instance.content {
      return leftovers
        + drawFlow(
          items, instance, in: area, heading: heading, step: step, on: &page, &structure, in: place)
    }
    if let words = instance.missing {
      drawMissing(
        words, in: area, below: contentTop(heading, step, isLabel: false), on: &page, &structure, place)
      return leftovers
    }
    return leftovers
      + drawBlank(instance, in: area, of: whole, heading: heading, on: &page, &structure, in: place)
  }

  /// Of a cell's height below its heading, what boxes to tick may take.
  private static let tickShare = 0.62
  /// Of the height of a cell with boxes to tick, what stays free for a pen.
  private static let writingShare = 0.3

  /// Its height is a share of the sheet, not what its content asks for.
  private func isFlexible(_ instance: CellInstance) -> Bool {
    instance.rows.contains { GridSolver.RowNeed(extent: extents[$0], content: .zero).isShare }
  }

  /// Guiding questions as far as they have room, and lines or notes to write on.
  private func drawBlank(
    _ instance: CellInstance, in area: Rect, of whole: Length, heading: Length, on page: inout PageBuilder,
    _ structure: inout StructureTree, in place: ReadingPlace
  ) -> [Leftover] {
    let isFlexible = isFlexible(instance)
    let isLabel = instance.definition.block == "label"
    let share =
      isFlexible && !isLabel
      ? min(
        whole * CellHeading.promptShare,
        area.height - heading - (instance.ticks == nil ? .zero : whole * Self.writingShare))
      : area.height - heading
    let width = headingWidth(instance)
    var questions = instance.heading
    let prompts = questions.prompts
    let caption = style.role("caption")
    // The weightiest stands in its cell even where boxes to tick leave little room, if need be without its neighbour.
    func first() -> Length { questions.firstPromptHeight(width: width, style, typesetter) + caption.leading }
    let most = min(area.height - heading, whole * CellHeading.promptShare)
    if first() > max(share, most) { questions.promptColumns = 1 }
    let limit = first() <= most ? max(share, first()) : share
    let needed = questions.promptHeight(width: width, style, typesetter)
    // Where not all fit, a line is kept for saying on which sheet the others are.
    let room = needed <= limit + .mm(0.01) ? limit : limit - caption.leading
    let shown = questions.drawPrompts(
      at: Point(area.x, area.y + heading), width: width, height: room, on: &page, &structure, in: place)
    var leftovers: [Leftover] = []
    if shown.count < prompts.count {
      let items = prompts[shown.count...].map { FlowItem(paragraphs: [FlowParagraph($0, role: "body")]) }
      let below = area.y + heading + shown.height
      let marker = Leftover.Marker(
        right: Point(area.x + width, below + typesetter.baseline(caption)), width: width)
      leftovers.append(
        Leftover(
          name: instance.name, items: items, kind: .questions,
          marker: below + caption.leading <= area.maxY + .mm(0.01) ? marker : nil))
    }
    drawWritingLines(instance, in: area, below: heading + shown.height, on: &page)
    drawCapacity(instance, in: area, below: heading + shown.height, on: &page, &structure, place)
    return leftovers
  }

  /// A dashed frame in which something is still to be written.
  private func drawMissing(
    _ words: Text, in area: Rect, below top: Length, on page: inout PageBuilder,
    _ structure: inout StructureTree, _ place: ReadingPlace
  ) {
    let role = style.role("prompt")
    let frame = Rect(
      x: area.x, y: area.y + top, width: area.width,
      height: max(missingHeight(words.string, area.width), area.height - top - style.unit))
    guard frame.maxY <= area.maxY + .mm(0.01) else { return }
    page.path(
      .rectangle(frame),
      stroke: Stroke(
        width: style.hairline * 1.5, colour: style.colour("prompt"), dashes: [style.unit, style.unit * 0.75]))
    page.paragraph(
      words.string, role, at: Point(frame.x + style.unit * 1.5, frame.y + style.unit),
      width: frame.width - style.unit * 3, owner: structure.add(.paragraph, in: place),
      origin: words.span)
  }

  private func drawDrawing(
    _ drawing: any Drawing, _ instance: CellInstance, in area: Rect, step: LadderStep,
    on page: inout PageBuilder, _ structure: inout StructureTree, _ reading: CellReading
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
      frame: content, columns: columnRects, side: side, step: step, reading: reading.place,
      columnReadings: reading.columns, naming: instance.naming)
    var leftovers = drawing.draw(place, on: &page, &structure)
    if data.state == .prompts, !drawing.coversHeading, let side {
      let heading = instance.heading.height(width: side.width, step: step, style, typesetter)
      _ = instance.heading.drawPrompts(
        at: Point(side.x, side.y + heading), width: side.width - style.unit * 9,
        height: area.height - heading, on: &page, &structure, in: reading.heading)
    }
    for index in leftovers.indices {
      leftovers[index].name = leftovers[index].name.isEmpty ? instance.name : leftovers[index].name
    }
    return leftovers
  }

  private func drawFlow(
    _ items: [FlowItem], _ instance: CellInstance, in area: Rect, heading: Length, step: LadderStep,
    on page: inout PageBuilder, _ structure: inout StructureTree, in place: ReadingPlace
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
        right: Point(area.maxX, area.maxY - caption.leading + typesetter.baseline(caption)), width: area.width
      )
    }
    var x = area.x
    var elements = FlowElements(in: place)
    for slice in slices {
      FlowDrawing(flow: slice, step: step).draw(
        slice.lines.count, at: Point(x, top), on: &page, &structure, &elements)
      x += slice.width + columns.gap
    }
    let rest = columns.flow.rest(after: placed)
    return rest.isEmpty ? [] : [Leftover(name: instance.name, items: rest, marker: marker)]
  }

  /// From one line to write on to the next.
  private var lineStep: Length { style.role("body").leading * 1.75 }

  private func drawWritingLines(
    _ instance: CellInstance, in area: Rect, below top: Length, on page: inout PageBuilder
  ) {
    guard data.state != .filled else { return }
    let step = lineStep
    for number in 0..<instance.definition.writingLines {
      let y = area.y + top + step * Double(number + 1)
      guard y <= area.maxY + .mm(0.01) else { return }
      page.rule(from: Point(area.x, y), to: Point(area.maxX, y), style.colour("writing"))
    }
  }
}
