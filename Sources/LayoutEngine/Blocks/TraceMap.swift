import Diagnostics
import Languages
import LayoutModel
import PageModel
import WorkbookModel

/// Cards in columns, joined by lines: strong ones for what the concept rests on, fine ones for the rest.
struct TraceMap: Drawing {
  var chart: TraceChart
  /// What a strong line, a fine line and a dashed frame mean.
  var key: [String]
  let catalogue: Catalogue

  var climbsLadder: Bool { true }

  var counted: [Evidence] { chart.cards.flatMap { $0.items.compactMap(\.countsAs) } }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    TracePlaces(chart, columns: columns, step: step, style, typesetter).heights.reduce(.zero, max)
      + keyHeight(width, style, typesetter)
  }

  /// As many whole strands as a sheet takes, on the first rung on which each of them fits on one.
  func shares(
    height: Length, columns: [Rect], ladder: [LadderStep], _ style: PageStyle, _ typesetter: Typesetter
  ) -> [Range<Int>] {
    let width = columns.last.map { $0.maxX - columns[0].x } ?? .zero
    let room = height - keyHeight(width, style, typesetter)
    func heights(_ strands: Range<Int>, _ step: LadderStep) -> [Length] {
      TracePlaces(chart.showing(strands), columns: columns, step: step, style, typesetter).heights
    }
    // What the first strand of a sheet lets flow over keeps no other away from the columns beside it.
    func fits(_ strands: Range<Int>, _ step: LadderStep) -> Bool {
      let first = strands.count > 1 ? heights(strands.prefix(1), step) : columns.map { _ in .zero }
      return zip(heights(strands, step), first).allSatisfy { $0 <= max(room, $1) }
    }
    let strands = chart.strands.indices
    let step = ladder.first { step in strands.allSatisfy { fits($0..<$0 + 1, step) } } ?? .natural
    var shares: [Range<Int>] = []
    var start = 0
    for strand in strands where strand > start && !fits(start..<strand + 1, step) {
      shares.append(start..<strand)
      start = strand
    }
    return shares + [start..<strands.upperBound]
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let places = TracePlaces(chart, columns: place.columns, step: place.step, style, page.typesetter)
    var frame = place.frame
    frame.height = frame.height - keyHeight(frame.width, style, page.typesetter)
    let placed = places.placed(in: frame)
    let figure = structure.addFigure(TraceWords(chart, catalogue).text, in: place.reading)
    for link in chart.links.sorted(by: { !$0.isStrong && $1.isStrong }) {
      draw(link, placed.frames, figure.owner, on: &page)
    }
    for number in places.columns.indices {
      let reading = place.reading(ofColumn: number)
      var elements = FlowElements(in: reading, list: structure.add(.list, in: reading))
      for card in placed.cards where chart.cards[card.index].column == number {
        guard let frame = placed.frames[card.index] else { continue }
        drawFrame(frame, isStrong: chart.cards[card.index].isStrong, on: &page)
        FlowDrawing(flow: card.flow, step: place.step).draw(
          card.flow.lines.count, at: Point(frame.x + places.inset, frame.y + places.padding), on: &page,
          &structure, &elements)
      }
      for (group, column, frame) in placed.groups.reversed() where column.x == places.columns[number].x {
        draw(group, in: frame, places, placed.frames, place, reading, on: &page, &structure)
      }
    }
    drawKey(in: place.frame, place.reading, &structure, on: &page)
    return leftovers(placed, places, frame, on: page)
  }

  // MARK: Lines

  private func draw(
    _ link: TraceChart.Link, _ frames: [Int: Rect], _ owner: DisplayItem.Owner, on page: inout PageBuilder
  ) {
    guard let from = frames[link.from], let to = frames[link.to] else { return }
    let style = page.style
    let isPanel = chart.cards[link.to].items.count > 1
    let start = Point(from.maxX, from.midY)
    let end = Point(to.x, isPanel ? min(max(start.y, to.y), to.maxY) : to.midY)
    let isLoose = chart.cards[link.to].reason != nil
    page.path(
      Self.curve(from: start, to: end),
      stroke: Stroke(
        width: style.hairline * (link.isStrong ? 4 : 1.25),
        colour: link.isStrong ? style.accent : style.colour("rule"), cap: .round,
        dashes: isLoose ? [style.unit * 0.8, style.unit * 0.8] : []), owner: owner)
  }

  /// Leaves and arrives level.
  static func curve(from start: Point, to end: Point) -> Path {
    if abs((start.y - end.y).millimetres) < 0.05 { return .line(from: start, to: end) }
    let middle = (start.x + end.x) / 2
    var path = Path()
    path.elements = [.move(start), .curve(Point(middle, start.y), Point(middle, end.y), end)]
    return path
  }

  // MARK: Cards

  private func drawFrame(_ frame: Rect, isStrong: Bool, on page: inout PageBuilder) {
    let style = page.style
    guard isStrong else {
      page.path(.rectangle(frame), stroke: Stroke(width: style.hairline, colour: style.colour("rule")))
      return
    }
    page.ground(.rectangle(frame))
    page.fill(
      Rect(x: frame.x, y: frame.y, width: style.unit * 0.5, height: frame.height), style.accent)
  }

  private func draw(
    _ group: TracePlaces.Group, in frame: Rect, _ places: TracePlaces, _ frames: [Int: Rect],
    _ place: DrawingPlace, _ reading: ReadingPlace, on page: inout PageBuilder,
    _ structure: inout StructureTree
  ) {
    let style = page.style
    page.path(
      .rectangle(frame),
      stroke: Stroke(
        width: style.hairline * 1.5, colour: style.colour("prompt"),
        dashes: [style.unit, style.unit * 0.75]))
    page.paragraph(
      group.title, style.role("caption", scale: place.step.scale),
      at: Point(frame.x + places.inset, frame.y + places.padding),
      width: frame.width - places.inset - places.end,
      owner: structure.add(.paragraph, in: reading))
    var elements = FlowElements(in: reading, list: structure.add(.list, in: reading))
    for card in group.cards {
      guard let text = frames[card.index] else { continue }
      FlowDrawing(flow: card.flow, step: place.step).draw(
        card.flow.lines.count, at: Point(text.x + places.inset, text.y), on: &page, &structure,
        &elements)
    }
  }

  private func leftovers(
    _ placed: TracePlaces.Placed, _ places: TracePlaces, _ frame: Rect, on page: PageBuilder
  ) -> [Leftover] {
    let caption = page.style.role("caption")
    return zip(placed.omitted.indices, placed.omitted).compactMap { number, cards in
      guard !cards.isEmpty else { return nil }
      let column = places.columns[number]
      let items = cards.flatMap { omission in
        chart.cards[omission.card].items[omission.items].map { item in
          var item = item
          if let reason = chart.cards[omission.card].reason {
            item.paragraphs.append(FlowParagraph(reason, role: "caption"))
          }
          return item
        }
      }
      let marker = Leftover.Marker(
        right: Point(
          column.x + column.width, frame.maxY - caption.leading + page.typesetter.baseline(caption)),
        width: column.width)
      return Leftover(name: chart.names[number], items: items, marker: marker)
    }
  }

  // MARK: Key

  private static let sample = 6.0

  /// Where each word of the key starts, on as many lines as it takes.
  private func keyPlaces(
    _ width: Length, _ style: PageStyle, _ typesetter: Typesetter
  ) -> [(x: Length, line: Int)] {
    let role = style.role("caption")
    var places: [(x: Length, line: Int)] = []
    var (x, line) = (Length.zero, 0)
    for words in key {
      let needed = style.unit * (Self.sample + 1) + typesetter.width(words, role)
      if x > .zero, x + needed > width { (x, line) = (.zero, line + 1) }
      places.append((x, line))
      x += needed + style.unit * 4
    }
    return places
  }

  private func keyHeight(_ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    let lines = (keyPlaces(width, style, typesetter).last?.line ?? 0) + 1
    return style.role("caption").leading * Double(lines) + style.unit * 1.5
  }

  private func drawKey(
    in frame: Rect, _ place: ReadingPlace, _ structure: inout StructureTree, on page: inout PageBuilder
  ) {
    let style = page.style
    let role = style.role("caption")
    let list = structure.add(.list, in: place)
    let top = frame.maxY - keyHeight(frame.width, style, page.typesetter) + style.unit * 1.5
    let looks: [(width: Double, colour: Colour, dashes: [Length])] = [
      (4, style.accent, []), (1.25, style.colour("rule"), []),
      (1.5, style.colour("prompt"), [style.unit, style.unit * 0.75]),
    ]
    for ((words, spot), look) in zip(
      zip(key, keyPlaces(frame.width, style, page.typesetter)), looks)
    {
      let y = top + role.leading * Double(spot.line)
      let start = Point(frame.x + spot.x, y + role.leading / 2)
      page.path(
        .line(from: start, to: Point(start.x + style.unit * Self.sample, start.y)),
        stroke: Stroke(width: style.hairline * look.width, colour: look.colour, dashes: look.dashes))
      let x = start.x + style.unit * (Self.sample + 1)
      page.paragraph(
        words, role, at: Point(x, y), width: page.typesetter.width(words, role) + .mm(1),
        owner: structure.addItem(in: list).words)
    }
  }
}
