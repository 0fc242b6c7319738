import Diagnostics
import LayoutModel
import PageModel
import WorkbookModel

/// Steps as cards in reading order, with a line back from those that correct the sheets of others.
struct StepMap: Drawing {
  struct Card {
    var id: String
    var number: Int
    var label: FlowParagraph?
    var facts: String
    var lines: [FlowParagraph]
    var place: WorkflowPlace?
    /// Steps whose sheets this one corrects.
    var updates: [String]
  }

  var cards: [Card]
  var total: String
  var loop: String

  /// About this wide is a card, in units.
  private static let cardWidth = 37.0

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let grid = grid(width, style)
    return cardHeight(grid.width, style, typesetter) * Double(grid.rows) + gap(style) * Double(grid.rows - 1)
      + style.role("caption").leading * 2 + style.unit * 1.5
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let caption = style.role("caption")
    let grid = grid(place.frame.width, style)
    let least = cardHeight(grid.width, style, page.typesetter)
    let foot = caption.leading * 2
    let room =
      (place.frame.height - style.unit * 1.5 - foot - gap(style) * Double(grid.rows - 1)) / Double(grid.rows)
    // Cards spread over a tall sheet, but stay together.
    let height = min(max(least, room), least * 1.7)
    let list = structure.add(.list, in: place.reading)
    var frames: [String: Rect] = [:]
    let top = place.frame.y + style.unit * 1.5
    let shown = min(
      cards.count, grid.columns * rowsFitting(place.frame.height - style.unit * 1.5 - foot, height, style))
    for (index, card) in cards.prefix(shown).enumerated() {
      let (row, column) = (index / grid.columns, index % grid.columns)
      let frame = Rect(
        x: place.frame.x + (grid.width + style.unit * 4) * Double(column),
        y: top + (height + gap(style)) * Double(row), width: grid.width, height: height)
      // An arrow back ends below the words of a step.
      var words = frame
      words.height = textHeight(card, grid.width, style, page.typesetter) + style.unit
      frames[card.id] = words
      draw(
        card, in: frame, structure.addItem(.painted, inParts: true, in: list), on: &page, &structure)
      if index + 1 < shown, column + 1 < grid.columns { drawArrow(after: frame, on: &page) }
    }
    var hasLoop = false
    for card in cards where !card.updates.isEmpty {
      guard let from = frames[card.id] else { continue }
      hasLoop =
        drawLoop(
          from: from, to: card.updates.compactMap { frames[$0] }, pitch: height + gap(style), on: &page)
        || hasLoop
    }
    let rows = (shown + grid.columns - 1) / grid.columns
    drawFoot(place, rows, height, hasLoop: hasLoop, &structure, on: &page)
    let rest = cards[shown...].map { card in
      FlowItem(
        paragraphs: [
          FlowParagraph(
            "\(card.number)  \(card.label?.text ?? "")", role: "label", origin: card.label?.origin),
          FlowParagraph(card.facts, role: "caption"),
        ] + card.lines)
    }
    guard !rest.isEmpty else { return [] }
    let marker = Leftover.Marker(
      right: Point(
        place.frame.maxX, place.frame.maxY - caption.leading + page.typesetter.baseline(caption)),
      width: place.frame.width / 3)
    return [Leftover(name: place.name, items: rest, marker: marker)]
  }

  /// Whole rows of cards that stand one below the other; what is left goes on elsewhere.
  private func rowsFitting(_ room: Length, _ height: Length, _ style: PageStyle) -> Int {
    max(0, Int(((room + gap(style)) / (height + gap(style)) + 0.001).rounded(.down)))
  }

  private func grid(_ width: Length, _ style: PageStyle) -> (columns: Int, rows: Int, width: Length) {
    let gap = style.unit * 4
    let most = max(1, Int((width + gap) / (style.unit * Self.cardWidth + gap) + 0.2))
    let rows = max(1, (cards.count + most - 1) / most)
    // Rows of equal length rather than full ones and a rest.
    let columns = max(1, (cards.count + rows - 1) / rows)
    return (columns, rows, (width - gap * Double(columns - 1)) / Double(columns))
  }

  private func gap(_ style: PageStyle) -> Length { style.unit * 6 }

  private func textWidth(_ width: Length, _ style: PageStyle) -> Length { width - style.unit * 1.5 }

  private func cardHeight(_ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    cards.map { textHeight($0, width, style, typesetter) }.max() ?? .zero
  }

  /// Before a step's name, and after it for the icon.
  private func numberWidth(_ style: PageStyle, _ typesetter: Typesetter) -> Length {
    max(style.unit * 4, typesetter.width("00", style.role("heading")) + style.unit)
  }

  private func textHeight(
    _ card: Card, _ width: Length, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let text = textWidth(width, style)
    func lines(_ text: String, _ role: String, _ width: Length) -> Length {
      style.role(role).leading
        * Double(typesetter.lines(text, style.role(role), width: width).count)
    }
    let label =
      card.label.map { lines($0.text, "heading", text - numberWidth(style, typesetter) * 2) } ?? .zero
    return style.unit * 3.5 + label + lines(card.facts, "caption", text)
      + card.lines.reduce(.zero) { $0 + lines($1.text, "body", text) }
  }

  private func draw(
    _ card: Card, in frame: Rect, _ item: StructureTree.Item, on page: inout PageBuilder,
    _ structure: inout StructureTree
  ) {
    var item = item
    let style = page.style
    let heading = style.role("heading")
    // The bar says where: whole in the workshop, dashed at home, double with customers.
    let bar = style.unit * 0.6
    switch card.place {
    case .homework:
      page.path(
        .line(from: Point(frame.x, frame.y), to: Point(frame.maxX, frame.y)),
        stroke: Stroke(width: bar, colour: style.accent, dashes: [style.unit * 2, style.unit]))
    case .field:
      for offset in [Length.zero, bar * 1.6] {
        page.rule(
          from: Point(frame.x, frame.y + offset), to: Point(frame.maxX, frame.y + offset), style.accent,
          width: bar * 0.7)
      }
    case .workshop, nil:
      page.rule(from: Point(frame.x, frame.y), to: Point(frame.maxX, frame.y), style.accent, width: bar)
    }
    let width = textWidth(frame.width, style)
    var y = frame.y + style.unit * 1.75
    let numberWidth = numberWidth(style, page.typesetter)
    page.paragraph(
      String(card.number), heading, at: Point(frame.x, y), width: numberWidth, colour: style.accent,
      owner: item.label ?? item.words)
    if let icon = card.place?.rawValue {
      let side = heading.size * 1.25
      page.icon(
        icon,
        in: Rect(
          x: frame.maxX - side, y: y + heading.leading / 2 - side / 2, width: side, height: side),
        style.accent)
    }
    if let label = card.label {
      y += page.paragraph(
        label.text, heading, at: Point(frame.x + numberWidth, y), width: width - numberWidth * 2,
        owner: item.words, origin: label.origin)
      structure.startPart(of: &item)
    }
    y += style.unit * 0.5
    y += page.paragraph(
      card.facts, style.role("caption"), at: Point(frame.x, y), width: width, owner: item.words)
    y += style.unit * 0.5
    for line in card.lines {
      structure.startPart(of: &item)
      y += page.paragraph(
        line.text, style.role("body"), at: Point(frame.x, y), width: width, owner: item.words,
        origin: line.origin)
    }
  }

  private func drawArrow(after frame: Rect, on page: inout PageBuilder) {
    let style = page.style
    let tip = Point(frame.maxX + style.unit * 2.9, frame.y)
    arrow(to: tip, dx: style.unit * 1.3, dy: style.unit, on: &page)
  }

  /// A chevron whose tip points to the right, or down or up when `dx` is nothing.
  private func arrow(to tip: Point, dx: Length, dy: Length, on page: inout PageBuilder) {
    var path = Path()
    path.elements = [
      .move(Point(tip.x - dx, tip.y - dy)), .line(tip), .line(Point(tip.x - dx, tip.y + dy)),
    ]
    page.path(path, stroke: Stroke(width: page.style.unit * 0.35, colour: page.style.accent, cap: .round))
  }

  /// Through the gap above the step's row: up from it, and down or up into the steps whose sheets it corrects.
  private func drawLoop(from: Rect, to targets: [Rect], pitch: Length, on page: inout PageBuilder) -> Bool {
    let style = page.style
    let middle = from.y - gap(style) * 0.62
    let reached = targets.filter { $0.y == from.y || abs(($0.y + pitch - from.y).millimetres) < 0.1 }
    guard !reached.isEmpty else { return false }
    let stroke = Stroke(
      width: style.hairline * 2, colour: style.accent, dashes: [style.unit * 0.9, style.unit * 0.6])
    let start = Point(from.midX, from.y - style.unit * 0.6)
    page.path(.line(from: start, to: Point(start.x, middle)), stroke: stroke)
    for target in reached {
      let isAbove = target.y < from.y
      let x =
        isAbove && abs((target.midX - from.midX).millimetres) < 1 ? target.midX + style.unit * 4 : target.midX
      let end = Point(x, isAbove ? target.maxY + style.unit * 0.2 : target.y - style.unit * 0.8)
      page.path(.line(from: Point(start.x, middle), to: Point(x, middle)), stroke: stroke)
      page.path(.line(from: Point(x, middle), to: end), stroke: stroke)
      var head = Path()
      let back = isAbove ? style.unit : -style.unit
      head.elements = [
        .move(Point(end.x - style.unit * 0.8, end.y + back)), .line(end),
        .line(Point(end.x + style.unit * 0.8, end.y + back)),
      ]
      page.path(head, stroke: Stroke(width: style.hairline * 2, colour: style.accent, cap: .round))
    }
    return true
  }

  private func drawFoot(
    _ place: DrawingPlace, _ rows: Int, _ height: Length, hasLoop: Bool, _ structure: inout StructureTree,
    on page: inout PageBuilder
  ) {
    let style = page.style
    let caption = style.role("caption")
    let bottom = place.frame.y + style.unit * 1.5 + (height + gap(style)) * Double(rows) - gap(style)
    var y = min(bottom + caption.leading, place.frame.maxY - caption.leading * 2)
    var x = place.frame.x
    if hasLoop {
      let stroke = Stroke(
        width: style.hairline * 2, colour: style.accent, dashes: [style.unit * 0.9, style.unit * 0.6])
      let middle = y + caption.leading / 2
      page.path(.line(from: Point(x, middle), to: Point(x + style.unit * 6, middle)), stroke: stroke)
      x += style.unit * 7.5
      page.paragraph(
        loop, caption, at: Point(x, y), width: page.typesetter.width(loop, caption) + .mm(1),
        owner: structure.add(.paragraph, in: place.reading))
      x += page.typesetter.width(loop, caption) + style.unit * 5
    }
    if x + page.typesetter.width(total, caption) > place.frame.maxX {
      x = place.frame.x
      y += caption.leading
    }
    page.paragraph(
      total, caption, at: Point(x, y), width: place.frame.maxX - x,
      owner: structure.add(.paragraph, in: place.reading))
  }
}
