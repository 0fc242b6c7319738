import Content
import Languages
import LayoutModel
import PageModel
import Rules

/// Draws the pages of a report: strips at their places, links, references beside them, heads and feet.
struct ReportPainter {
  let job: ReportComposer.Job
  let frame: ReportFrame
  let style: PageStyle
  let typesetter: Typesetter
  let index: PageIndex
  /// For each item, the pages on which something leads to it.
  let mentions: [Place: [Int]]

  /// Under a link, of the size of its letters below their foot.
  private static let underline = 0.14
  /// So many references stand beside an item; the rest is a sign that there are more.
  private static let mostReferences = 5

  /// What a page says of itself.
  func folio(_ page: Int) -> String {
    job.catalogue.phrase("report.page", ["page": index.labels[page], "pages": index.lasts[page]])
  }

  func page(
    _ placed: [ReportPaginator.PlacedStrip], of part: ReportPart, number: Int,
    _ structure: inout StructureTree
  ) -> Page {
    var builder = PageBuilder(
      size: frame.size, style: style, typesetter: typesetter, icons: job.icons,
      words: MarkWords(job.facts.workbook, job.catalogue))
    var links: [PageLink] = []
    for strip in placed { draw(strip, on: &builder, &links, &structure) }
    drawReferences(placed, on: &builder, &links)
    if part.matter != .cover { drawFurniture(part, number, placed, on: &builder) }
    var page = builder.page
    page.label = index.labels[number]
    page.anchors = index.anchors(on: number)
    page.links = links
    return page
  }

  // MARK: Strips

  private func draw(
    _ placed: ReportPaginator.PlacedStrip, on page: inout PageBuilder, _ links: inout [PageLink],
    _ structure: inout StructureTree
  ) {
    let (strip, y) = (placed.strip, placed.y)
    // The number of a heading is read before its words.
    let side = strip.side?.lines ?? []
    let isNumber = side.first.map { $0.text.leaf } == strip.lines.first.map { $0.text.leaf }
    if isNumber { for line in side { draw(line, at: y, on: &page, &links) } }
    switch strip.content {
    case .space: break
    case .bar:
      page.fill(Rect(x: frame.main.x, y: y, width: .mm(16), height: .mm(0.9)), style.accent)
    case .line(let line): draw(line, at: y, on: &page, &links)
    case .cells(let lines, let rule):
      for line in lines { draw(line, at: y, on: &page, &links, isRepeated: placed.isRepeated) }
      if let rule { drawRule(rule, below: strip, lines, at: y, on: &page) }
    case .figure(let figure): draw(figure, at: y, on: &page, &structure)
    case .opening(let number, let line):
      if let number { draw(number, at: y, on: &page, &links) }
      draw(line, at: y, on: &page, &links)
    case .entry(let line, let place, let number):
      draw(line, to: place, number, at: y, on: &page, &links)
    }
    if !isNumber { for line in side { draw(line, at: y, on: &page, &links) } }
    if let portrait = strip.side?.portrait {
      var frame = portrait.frame
      frame.y += y
      page.picture(portrait.id, in: frame, owner: .leaf(portrait.leaf), origin: nil)
    }
  }

  /// A line, look by look, with its mark before it; `entry` is the link that all of it is part of.
  private func draw(
    _ line: Strip.Line, at y: Length, on page: inout PageBuilder, _ links: inout [PageLink],
    isEntry: Bool = false, entry: Int? = nil, isRepeated: Bool = false
  ) {
    let role = line.text.role
    let owner = isRepeated ? DisplayItem.TextOwner.pagination : .leaf(line.text.leaf)
    let top = y + line.offset
    let baseline = top + typesetter.baseline(role)
    if let marker = line.marker { draw(marker, role, baseline, link: entry, isRepeated, on: &page) }
    var start = 0
    let runs = line.line.runs
    // Where some of it runs from right to left, what comes first need not stand first.
    let isTurned = runs.contains { $0.run.level > 0 }
    while start < runs.count {
      let part = runs[start].part
      var end = start + 1
      while end < runs.count, runs[end].part == part || runs[end].part < 0 { end += 1 }
      let look = line.text.looks[max(0, Int(part))]
      var last = end - 1
      while last > start, runs[last].part < 0 || runs[last].run.text == " " { last -= 1 }
      let extent = isTurned ? line.line.extent(of: start..<last + 1) : nil
      let from = extent?.start ?? runs[start].x
      let to = extent?.end ?? (end < runs.count ? runs[end].x : line.line.width)
      let piece = SetLine(
        runs: start == 0 && end == runs.count && from == 0
          ? runs : runs[start..<end].map { SetLine.Placed(run: $0.run, x: $0.x - from, part: $0.part) },
        width: to - from, source: line.line.source)
      let x = line.line.start(Point(line.x, baseline), role).x + role.size * Double(from)
      let text = TextLine(
        line: piece, baseline: Point(x, baseline), size: role.size, colour: look.colour, style: look.style,
        role: role.name)
      let width = role.size * Double((extent?.end ?? runs[last].x + runs[last].run.advance) - from)
      var link: Int?
      // What has been read already leads nowhere: a link is part of what is read.
      if !isRepeated, let target = look.link.flatMap(target) {
        let frame = Rect(x: x, y: top, width: width, height: role.leading)
        link = add(target, frame, piece.text, isEntry: isEntry, role, to: &links)
      }
      page.add(DisplayItem(text, owner: owner, origin: look.origin, link: link))
      if link != nil, !isEntry {
        drawLine(under: x, width, baseline + role.size * Self.underline, on: &page)
      }
      if look.isStruck {
        page.rule(
          from: Point(x, baseline - role.size * 0.25), to: Point(x + width, baseline - role.size * 0.25),
          look.colour, width: style.hairline * 2)
      }
      start = end
    }
  }

  /// Adds words to the link before them if they are part of it, else as a link of their own; which one it is.
  private func add(
    _ target: PageLink.Target, _ frame: Rect, _ words: String, isEntry: Bool, _ role: PageStyle.Role,
    to links: inout [PageLink]
  ) -> Int {
    if let last = links.last, last.target == target, isEntry || Self.isBeside(last.frame, frame, role) {
      links[links.count - 1].frame = last.frame.union(frame)
      links[links.count - 1].words += words
    } else {
      links.append(PageLink(frame: frame, target: target, words: words))
    }
    return links.count - 1
  }

  /// With no more than a space between: words of two looks that lead to one place are one link.
  private static func isBeside(_ frame: Rect, _ next: Rect, _ role: PageStyle.Role) -> Bool {
    frame.y == next.y && next.x >= frame.x && next.x - frame.maxX < role.size * 0.5
  }

  private func drawLine(under x: Length, _ width: Length, _ y: Length, on page: inout PageBuilder) {
    page.rule(from: Point(x, y), to: Point(x + width, y), style.colour("rule"), width: style.hairline * 1.5)
  }

  private func target(of link: Link) -> PageLink.Target? {
    switch link {
    case .web(let address): .web(address)
    case .place(let place): index.anchor(of: place).map { .anchor($0) }
    }
  }

  private func draw(
    _ marker: Strip.Marker, _ role: PageStyle.Role, _ baseline: Length, link: Int?, _ isRepeated: Bool,
    on page: inout PageBuilder
  ) {
    let owner =
      isRepeated ? DisplayItem.TextOwner.pagination : marker.leaf.map { .leaf($0) } ?? .pagination
    let middle = baseline - typesetter.capHeight(role) / 2
    let side = style.role("report-text").size * 1.04
    func square(_ x: Length, _ side: Length) -> Rect {
      Rect(x: x, y: middle - side / 2, width: side, height: side)
    }
    switch marker.sign {
    case .bullet:
      page.fill(
        square(marker.x + marker.bulletOffset, role.size * Strip.Marker.bulletShare), style.accent)
    case .number(let line, let text):
      page.text(
        line, text.role, at: Point(marker.x, baseline), colour: style.accent, owner: owner, link: link)
    case .box(let isDone):
      let box = square(marker.x, side * 0.75)
      page.path(
        .rectangle(box), stroke: Stroke(width: style.hairline * 2, colour: style.colour("quiet")),
        owner: owner.owner)
      if isDone {
        var tick = Path()
        tick.elements = [
          .move(Point(box.x + box.width * 0.2, box.midY)),
          .line(Point(box.x + box.width * 0.43, box.maxY - box.height * 0.25)),
          .line(Point(box.maxX, box.y)),
        ]
        page.path(
          tick, stroke: Stroke(width: style.hairline * 3, colour: style.accent, cap: .round),
          owner: owner.owner)
      }
    case nil: break
    }
    let marks = MarkDrawing(style: style)
    if let segment = marker.segment {
      marks.segment(segment, in: square(marker.x + marker.segmentOffset, side), owner, &page)
    }
    if let evidence = marker.evidence {
      marks.evidence(evidence, in: square(marker.x + marker.evidenceOffset, side), owner, &page)
    }
  }

  private func drawRule(
    _ rule: Strip.Rule, below strip: Strip, _ lines: [Strip.Line], at y: Length, on page: inout PageBuilder
  ) {
    let isWide = strip.isWide
    let (x, width) = isWide ? frame.wide : (frame.main.x, frame.main.width)
    let bottom = y + strip.rowHeight
    page.rule(
      from: Point(x, bottom), to: Point(x + width, bottom),
      style.colour(rule == .head ? "ink" : "rule"), width: style.hairline * (rule == .head ? 2 : 1))
  }

  private func draw(
    _ figure: SetFigure, at y: Length, on page: inout PageBuilder, _ structure: inout StructureTree
  ) {
    let rect = Rect(x: figure.frame.x, y: y, width: figure.frame.width, height: figure.height)
    switch figure.content {
    case .picture(let id):
      page.picture(id, in: rect, fit: .fits, owner: figure.leaf.map { .leaf($0) } ?? .decoration, origin: nil)
    case .drawing(let drawing):
      let place = DrawingPlace(
        frame: rect, columns: figure.columns, side: nil, step: .natural, reading: figure.reading,
        figure: figure.leaf.map { .leaf($0) }, naming: nil)
      _ = drawing.draw(place, on: &page, &structure)
    }
  }

  /// A line of a table of contents: number, words and page are one link.
  private func draw(
    _ line: Strip.Line, to place: Place, _ number: SetPageNumber?, at y: Length, on page: inout PageBuilder,
    _ links: inout [PageLink]
  ) {
    guard let number, let target = index.page(of: place), let anchor = index.anchor(of: place) else {
      return draw(line, at: y, on: &page, &links, isEntry: true)
    }
    let role = style.role("report-" + number.roleName)
    let label = index.labels[target]
    let width = typesetter.width(label, role)
    let link = links.count
    var words = ""
    if case .number(let own, _)? = line.marker?.sign { words = own.text + " " }
    links.append(
      PageLink(
        frame: Rect(x: number.right - width, y: y, width: width, height: role.leading),
        target: .anchor(anchor), words: words))
    draw(line, at: y, on: &page, &links, isEntry: true, entry: link)
    page.textEnding(
      label, role, at: Point(number.right, y + line.offset + typesetter.baseline(line.text.role)),
      owner: .leaf(number.leaf), colour: style.accent, link: link)
    links[link].words += " " + label
  }

  // MARK: Beside the text

  /// Beside each item, the pages that speak of it, where the narrow column has room.
  private func drawReferences(
    _ placed: [ReportPaginator.PlacedStrip], on page: inout PageBuilder, _ links: inout [PageLink]
  ) {
    let role = style.role("report-running")
    // A caption keeps half a line to what follows; a label stands on the lines of the text.
    var taken = placed.compactMap { strip in
      strip.strip.side.map { side in
        let isCaption = side.lines.first?.text.role.name == "report-small"
        return (strip.y, strip.y + side.height + (isCaption ? frame.leading / 2 : .zero))
      }
    }
    for strip in placed where !strip.strip.isWide {
      for landing in strip.strip.landings {
        guard let own = landing.mentions, let pages = mentions[landing.place], !pages.isEmpty else {
          continue
        }
        var y = strip.y
        while let other = taken.first(where: { $0.0 < y + role.leading - .mm(0.1) && y + .mm(0.1) < $0.1 }) {
          y = other.1
        }
        guard y <= strip.y + frame.leading * 3, y + role.leading <= frame.bottom else { continue }
        taken.append((y, y + role.leading))
        draw(pages, at: y, role, own, on: &page, &links)
      }
    }
  }

  private func draw(
    _ pages: [Int], at y: Length, _ role: PageStyle.Role, _ own: Landing.Mentions,
    on page: inout PageBuilder, _ links: inout [PageLink]
  ) {
    let baseline = y + typesetter.baseline(style.role("report-text"))
    let shown = pages.prefix(Self.mostReferences)
    let words = ["→"] + shown.map { index.labels[$0] } + (pages.count > shown.count ? ["…"] : [])
    let gap = typesetter.width(" ", role) + style.unit * 0.6
    let widths = words.map { typesetter.width($0, role) }
    var x = frame.side.x + frame.side.width - widths.reduce(gap * Double(words.count - 1), +)
    for (position, word) in words.enumerated() {
      var link: Int?
      if position > 0, position <= shown.count {
        link = links.count
        links.append(
          PageLink(
            frame: Rect(x: x, y: y, width: widths[position], height: frame.leading),
            target: .anchor(index.anchor(ofPage: shown[position - 1])), words: word))
      }
      page.paragraph(
        word, role, at: Point(x, baseline - typesetter.baseline(role)), width: widths[position] + .mm(1),
        owner: .leaf(position == 0 ? own.sign : own.pages), link: link)
      x += widths[position] + gap
    }
  }

  // MARK: Head and foot

  private func drawFurniture(
    _ part: ReportPart, _ number: Int, _ placed: [ReportPaginator.PlacedStrip], on page: inout PageBuilder
  ) {
    let role = style.role("report-running")
    let right = frame.main.x + frame.main.width
    func line(_ start: String, _ end: String, at baseline: Length) {
      let room = right - frame.side.x - typesetter.width(end, role) - style.unit * 4
      let words = typesetter.lines(start, role, width: room)
      if let first = words.first {
        page.text(first, role, at: Point(frame.side.x, baseline), owner: .pagination)
      }
      if !end.isEmpty { page.textEnding(end, role, at: Point(right, baseline), owner: .pagination) }
    }
    // The opening page of a part has its title large enough.
    let opens = placed.contains { if case .opening = $0.strip.content { true } else { false } }
    let title = opens ? "" : [part.number, part.title?.text].compactMap { $0 }.joined(separator: "  ")
    line(job.report.runningHead, title.count > 70 ? part.number ?? "" : title, at: frame.headBaseline)
    line(job.report.runningFoot, folio(number), at: frame.footBaseline)
  }
}
