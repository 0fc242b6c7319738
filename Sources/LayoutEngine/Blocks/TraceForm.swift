import LayoutModel
import PageModel

/// An empty trace to fill in by hand: rows of cards joined by arrows, which meet in one concept and its business model.
struct TraceForm: Drawing {
  /// What it shows, for those who cannot see it.
  var alternative: String
  /// The names of the blocks of the business model.
  var blocks: [String]

  /// About this high is a card, in units; there are at least three rows and at most seven.
  private static let cardHeight = 16.0

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let names = columns.last.map { blockHeight($0.width, style, typesetter) } ?? .zero
    return max(style.unit * 40, names * Double(blocks.count))
  }

  /// A block's name and half a line to write beside or below it.
  private func blockHeight(_ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    let role = style.role("label")
    let lines = blocks.map { typesetter.lines($0, role, width: width - style.unit * 3).count }.max() ?? 1
    return role.leading * Double(lines) + style.unit
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    guard place.columns.count > 2, let model = place.columns.last else { return [] }
    let frame = place.frame
    let rows = min(7, max(3, Int((frame.height / (style.unit * (Self.cardHeight + 3))).rounded())))
    let gap = style.unit * 3
    let height = (frame.height - gap * Double(rows - 1)) / Double(rows)
    let outline = Stroke(width: style.hairline, colour: style.colour("prompt"))
    let owner = structure.addFigure(alternative, in: place.reading).owner
    let chain = place.columns.dropLast(2)
    for row in 0..<rows {
      let y = frame.y + (height + gap) * Double(row)
      for (index, column) in chain.enumerated() {
        let card = Rect(x: column.x, y: y, width: column.width, height: height)
        page.path(.rectangle(card), stroke: outline, owner: owner)
        if index + 1 < chain.count {
          drawArrow(from: card.maxX, to: place.columns[index + 1].x, y: card.midY, owner, on: &page)
        }
      }
    }
    let concept = place.columns[place.columns.count - 2]
    drawConcept(concept, after: chain.last?.maxX ?? frame.x, rows: rows, height, gap, frame, owner, on: &page)
    drawArrow(from: concept.maxX, to: model.x, y: frame.midY, owner, on: &page)
    drawModel(
      model, in: frame, place.reading(ofColumn: place.columns.count - 1), owner, on: &page, &structure)
    return []
  }

  /// One card in the middle, to which a bracket leads from all rows.
  private func drawConcept(
    _ column: Rect, after start: Length, rows: Int, _ height: Length, _ gap: Length, _ frame: Rect,
    _ owner: DisplayItem.Owner, on page: inout PageBuilder
  ) {
    let style = page.style
    let line = Stroke(width: style.hairline * 1.5, colour: style.accent)
    let middle = (start + column.x) / 2
    let first = frame.y + height / 2
    let last = frame.maxY - height / 2
    for row in 0..<rows {
      let y = first + (height + gap) * Double(row)
      page.path(.line(from: Point(start + style.unit, y), to: Point(middle, y)), stroke: line, owner: owner)
    }
    page.path(.line(from: Point(middle, first), to: Point(middle, last)), stroke: line, owner: owner)
    drawArrow(from: middle - style.unit, to: column.x, y: frame.midY, owner, on: &page)
    let high = min(frame.height, height * 2)
    let card = Rect(x: column.x, y: frame.midY - high / 2, width: column.width, height: high)
    page.path(
      .rectangle(card), stroke: Stroke(width: style.hairline * 2.5, colour: style.accent), owner: owner)
  }

  /// The nine blocks with room to write beside each name.
  private func drawModel(
    _ column: Rect, in frame: Rect, _ place: ReadingPlace, _ owner: DisplayItem.Owner,
    on page: inout PageBuilder, _ structure: inout StructureTree
  ) {
    let style = page.style
    let role = style.role("label")
    let each = frame.height / Double(max(1, blocks.count))
    let list = structure.add(.list, in: place)
    page.path(
      .rectangle(Rect(x: column.x, y: frame.y, width: column.width, height: frame.height)),
      stroke: Stroke(width: style.hairline, colour: style.colour("prompt")), owner: owner)
    for (index, name) in blocks.enumerated() {
      let y = frame.y + each * Double(index)
      if index > 0 {
        page.rule(from: Point(column.x, y), to: Point(column.maxX, y), style.colour("writing"))
      }
      page.paragraph(
        name, role, at: Point(column.x + style.unit * 1.5, y + style.unit * 0.5),
        width: column.width - style.unit * 3, colour: style.colour("prompt"),
        owner: structure.addItem(in: list).words)
    }
  }

  private func drawArrow(
    from start: Length, to end: Length, y: Length, _ owner: DisplayItem.Owner, on page: inout PageBuilder
  ) {
    let style = page.style
    let stroke = Stroke(width: style.hairline * 1.5, colour: style.accent, cap: .round)
    let tip = end - style.unit
    page.path(.line(from: Point(start + style.unit, y), to: Point(tip, y)), stroke: stroke, owner: owner)
    var head = Path()
    head.elements = [
      .move(Point(tip - style.unit * 0.9, y - style.unit * 0.7)), .line(Point(tip, y)),
      .line(Point(tip - style.unit * 0.9, y + style.unit * 0.7)),
    ]
    page.path(head, stroke: stroke, owner: owner)
  }
}
