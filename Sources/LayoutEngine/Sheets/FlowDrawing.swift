import LayoutModel
import PageModel
import WorkbookModel

/// Draws the first lines of a flow: text, marks and cards.
struct FlowDrawing {
  var flow: SetFlow
  var step: LadderStep

  /// Draws `count` lines from a point; the height they take.
  @discardableResult
  func draw(
    _ count: Int, at top: Point, on page: inout PageBuilder, _ structure: inout StructureTree,
    in place: ReadingPlace
  ) -> Length {
    var elements = FlowElements(in: place)
    return draw(count, at: top, on: &page, &structure, &elements)
  }

  /// The same with elements that items before them were part of.
  @discardableResult
  func draw(
    _ count: Int, at top: Point, on page: inout PageBuilder, _ structure: inout StructureTree,
    _ elements: inout FlowElements
  ) -> Length {
    let isList = flow.items.contains { $0.marker != .none || $0.isCard || $0.isList }
    var owner = StructureTree.Item(words: .pagination)
    var current: Int?
    var y = top.y
    var cardTop = y
    for (index, line) in flow.lines.prefix(count).enumerated() {
      if index > 0 { y += line.gap }
      if current != line.item {
        current = line.item
        let goesOn = line.marker == nil || flow.items[line.item].isContinued
        let label = line.marker.map { page.words.label($0) } ?? .none
        owner = elements.item(
          flow.items[line.item], label, isListed: isList, goesOn: goesOn,
          startsParagraph: line.startsParagraph, &structure)
        cardTop = y
      } else if line.startsParagraph {
        owner = elements.paragraph(of: owner, &structure)
      }
      let isCard = flow.items[line.item].isCard
      let isFirst = index == 0 || flow.lines[index - 1].item != line.item
      if isCard, isFirst { y += flow.cardPadding }
      let baseline = Point(top.x + line.indent, y + page.typesetter.baseline(line.role))
      if let marker = line.marker, marker != .none {
        draw(marker, line, baseline, top.x, owner.label ?? owner.words, &page)
      }
      let paragraph = flow.items[line.item].paragraphs[line.paragraph]
      page.text(
        line.line, line.role, at: line.line.start(baseline, line.role), owner: owner.words,
        origin: paragraph.origin
      )
      y += line.role.leading
      let isLast = index == count - 1 || flow.lines[index + 1].item != line.item
      if isCard, isLast {
        y += flow.cardPadding
        let card = Rect(x: top.x, y: cardTop, width: flow.width, height: y - cardTop)
        drawCard(card, page.style.colour(flow.items[line.item].tone), &page)
      }
    }
    return y - top.y
  }

  private func draw(
    _ marker: FlowItem.Marker, _ line: SetFlow.Line, _ baseline: Point, _ x: Length,
    _ owner: DisplayItem.TextOwner, _ page: inout PageBuilder
  ) {
    let slots = flow.slots
    let middle = baseline.y - page.typesetter.capHeight(line.role) / 2
    let start = x + line.indent - slots.width
    let marks = MarkDrawing(style: page.style, step: step)
    func square(_ slot: Length?, _ side: Length? = nil) -> Rect {
      let side = side ?? slots.square
      return Rect(x: start + (slot ?? .zero), y: middle - side / 2, width: side, height: side)
    }
    switch marker.sign {
    case .bullet:
      let side = slots.bullet
      page.fill(
        Rect(x: start + slots.bulletStart, y: middle - side / 2, width: side, height: side),
        page.style.colour(flow.items[line.item].tone))
    case .number(let number): marks.number(number, in: square(slots.sign, slots.signSide), owner, &page)
    case .letter(let letter): marks.disc(letter, in: square(slots.sign, slots.signSide), owner, &page)
    case .segment(let index): marks.segment(index, in: square(slots.sign), owner, &page)
    case .blocker: marks.utility(.blocker, in: square(slots.sign), owner.owner, &page)
    case .utility(let kind): marks.utility(kind, in: square(slots.sign, slots.signSide), owner.owner, &page)
    case nil: break
    }
    if let segment = marker.segment { marks.segment(segment, in: square(slots.segment), owner, &page) }
    if let evidence = marker.evidence { marks.evidence(evidence, in: square(slots.evidence), owner, &page) }
  }

  /// A ground with a bar at its start, under the text that is already there.
  private func drawCard(_ rect: Rect, _ colour: Colour, _ page: inout PageBuilder) {
    let mark = page.page.items.count
    if page.style.fillsGrounds { page.fill(rect, page.style.ground(of: colour)) }
    page.fill(Rect(x: rect.x, y: rect.y, width: page.style.unit * 0.5, height: rect.height), colour)
    page.moveToBack(since: mark)
  }
}
