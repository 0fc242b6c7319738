import Diagnostics

/// Writes the passages of parts as HTML, each place once and with what mentions it.
struct HTMLPassages {
  let places: ReportPlaces
  let pictures: [String: String]
  let drawings: [Place: String]
  let words: HTMLWords
  let outline: [Report.Outline]
  var prose: HTMLProse
  /// The level of the heading before, so that none is left out.
  var level = 1
  private var written: Set<Place> = []

  init(
    _ report: Report, _ places: ReportPlaces, pictures: [String: String], drawings: [Place: String],
    words: HTMLWords, segments: Int
  ) {
    self.places = places
    self.pictures = pictures
    self.drawings = drawings
    self.words = words
    outline = report.outline
    prose = HTMLProse(places, words)
    prose.segments = segments
  }

  mutating func html(_ passages: [Passage]) -> [String] {
    passages.flatMap { html($0) }.filter { !$0.isEmpty }
  }

  private mutating func html(_ passage: Passage) -> [String] {
    switch passage {
    case .heading(let heading):
      return self.heading(heading.number, heading.words, heading.place, level: heading.level + 1)
    case .paragraph(let paragraph): return [self.paragraph(paragraph)] + [mentions(paragraph.place)]
    case .list(let list): return [self.list(list)]
    case .table(let table): return self.table(table)
    case .figure(let figure): return [self.figure(figure)]
    case .facts(let facts): return [self.facts(facts)]
    case .quote(let passages): return [HTMLText.block("blockquote", html(passages))]
    case .code(let text):
      let code = HTMLText.element("code", HTMLText.escaped(text.string))
      return [HTMLText.element("pre", ["tabindex": "0"], code)]
    case .pause: return [HTMLText.void("hr")]
    case .cover(let cover): return self.cover(cover)
    case .contents:
      return [HTMLText.block("nav", ["class": "contents", "aria-label": words.contents], [contents])]
    case .canvases(let canvases):
      return canvases.flatMap { heading(nil, $0.words, $0.place, level: 3) }
    }
  }

  // MARK: Names

  /// The name of a place, where it is written for the first time.
  mutating func name(_ place: Place?) -> String? {
    guard let place, written.insert(place).inserted else { return nil }
    return places.names[place]
  }

  /// The sections that link to a place, as links to them.
  func mentions(_ place: Place?) -> String {
    guard let place, let sections = places.mentions[place] else { return "" }
    let links = sections.map { prose.title($0) }.joined(separator: " · ")
    return HTMLText.element("p", ["class": "mentions"], HTMLText.escaped(words.mentionedIn) + " " + links)
  }

  mutating func heading(_ number: String?, _ words: Prose, _ place: Place, level wish: Int) -> [String] {
    level = min(wish, level + 1, 6)
    let title = prose.number(number) + prose.html(words)
    return [HTMLText.element("h\(level)", ["id": name(place)], title), mentions(place)]
  }

  var contents: String {
    let items = outline.map { title in
      let below = title.entries.map { HTMLText.element("li", prose.title($0)) }
      return HTMLText.element("li", prose.title(title.entry) + HTMLText.block("ol", below))
    }
    return HTMLText.block("ol", items)
  }

  // MARK: Texts

  private mutating func paragraph(_ paragraph: Paragraph) -> String {
    let name = name(paragraph.place)
    let inner = prose.html(paragraph.words) + prose.marks(paragraph.mark)
    guard !inner.isEmpty else { return "" }
    switch paragraph.role {
    case .body: return HTMLText.element("p", ["id": name], inner)
    case .lead: return HTMLText.element("p", ["id": name, "class": "lead"], inner)
    case .small: return HTMLText.element("p", ["id": name, "class": "small"], inner)
    case .statement: return HTMLText.element("p", ["id": name, "class": "statement"], inner)
    case .quotation:
      return HTMLText.element("blockquote", ["id": name, "class": "said"], HTMLText.element("p", inner))
    }
  }

  /// Without a paragraph around the words where there is but one.
  mutating func plain(_ passages: [Passage], isTight: Bool = true, mark: NoteMark? = nil) -> String {
    guard case .paragraph(let first)? = passages.first else {
      return ([prose.marks(mark)] + html(passages)).filter { !$0.isEmpty }.joined(separator: "\n")
    }
    var opening = first
    opening.mark = first.mark ?? mark
    let isPlain = isTight && first.role == .body && first.place == nil
    let words = isPlain ? prose.html(first.words) + prose.marks(opening.mark) : paragraph(opening)
    return ([words, isPlain ? "" : mentions(first.place)] + html(Array(passages.dropFirst())))
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private mutating func list(_ list: ReportList) -> String {
    let items = list.items.map { item in
      let name = name(item.place)
      var box = ""
      if let isDone = item.isDone {
        let label = isDone ? words.done : words.open
        box = HTMLText.element(
          "span", ["class": "box", "role": "img", "aria-label": label], isDone ? "☑" : "☐")
      }
      let inner = plain(item.passages, isTight: list.isTight, mark: item.mark)
      return HTMLText.element(
        "li", ["id": name, "class": box.isEmpty ? nil : "task"], box + inner + mentions(item.place))
    }
    guard let start = list.start else { return HTMLText.block("ul", items) }
    return HTMLText.block("ol", ["start": start == 1 ? nil : "\(start)"], items)
  }

  private mutating func facts(_ facts: [Fact]) -> String {
    let facts = facts.map { fact in
      let label = HTMLText.element("dt", prose.html(fact.label))
      let name = name(fact.place)
      let said = HTMLText.element("dd", plain(fact.passages) + mentions(fact.place))
      return HTMLText.element("div", ["id": name], label + said)
    }
    return HTMLText.block("dl", ["class": "facts"], facts)
  }

  // MARK: Tables

  private mutating func table(_ table: ReportTable) -> [String] {
    guard !table.columns.isEmpty else { return [] }
    let name = name(table.place)
    let said = [table.label, table.caption.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(
      separator: " ")
    let caption = captionWords(table.label, table.caption)
    let head = table.columns.map { column in
      HTMLText.element("th", ["scope": "col", "class": Self.style(column)], prose.html(column.title))
    }
    let rows = table.rows.map { row($0, table.columns) }
    let lines = [
      caption.isEmpty ? "" : HTMLText.element("caption", HTMLText.element("span", caption)),
      HTMLText.element("thead", HTMLText.element("tr", head.joined())), HTMLText.block("tbody", rows),
    ]
    let region = HTMLText.block(
      "div",
      [
        "id": name, "class": "table", "role": "region", "tabindex": "0",
        "aria-label": said.isEmpty ? words.table : said,
      ], [HTMLText.block("table", lines)])
    return [region, mentions(table.place)]
  }

  private mutating func row(_ row: ReportTable.Row, _ columns: [ReportTable.Column]) -> String {
    let name = name(row.place)
    // Mentions stand where there is room for them.
    let widest = columns.lastIndex { $0.share != nil && $0.alignment == .start } ?? 0
    let cells = zip(row.cells, columns).enumerated().map { index, pair in
      let (cell, column) = pair
      let isHead = index == 0 && row.place != nil
      let texts = cell.paragraphs.filter { !$0.isEmpty }.map { prose.html($0) }
      var inner = texts.count > 1 ? texts.map { HTMLText.element("p", $0) }.joined() : texts.joined()
      inner += prose.marks(cell.mark)
      if index == min(widest, row.cells.count - 1) { inner += mentions(row.place) }
      return HTMLText.element(
        isHead ? "th" : "td", ["scope": isHead ? "row" : nil, "class": Self.style(column)], inner)
    }
    return HTMLText.element("tr", ["id": name, "class": row.isStrong ? "strong" : nil], cells.joined())
  }

  private static func style(_ column: ReportTable.Column) -> String? {
    let names = [column.share == nil ? "narrow" : nil, column.alignment.styleName].compactMap { $0 }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  private mutating func captionWords(_ label: String?, _ caption: Prose) -> String {
    let label = label.map { HTMLText.element("b", HTMLText.escaped(Prose($0).closed.text)) } ?? ""
    return [label, prose.html(caption)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Figures

  private mutating func figure(_ figure: Figure) -> String {
    let name = name(figure.place)
    let caption = captionWords(figure.label, figure.caption)
    return HTMLText.block(
      "figure", ["id": name],
      [
        drawing(figure), caption.isEmpty ? "" : HTMLText.element("figcaption", caption),
        mentions(figure.place),
      ])
  }

  /// What it shows in words, where there is no picture of it.
  private func drawing(_ figure: Figure) -> String {
    if let path = figure.picturePath { return picture(path, figure.alternative) }
    if let place = figure.place, let drawing = drawings[place] {
      return HTMLText.element("div", ["class": "drawing"], drawing)
    }
    return HTMLText.element("p", ["class": "small"], HTMLText.escaped(figure.alternative))
  }

  private func picture(_ path: String, _ alternative: String) -> String {
    guard let address = pictures[path] else {
      return alternative.isEmpty
        ? "" : HTMLText.element("p", ["class": "small"], HTMLText.escaped(alternative))
    }
    return HTMLText.void("img", ["src": address, "alt": alternative])
  }

  // MARK: The cover

  /// The report's title, which the page has once.
  var title: Prose?

  private mutating func cover(_ cover: Cover) -> [String] {
    let logos = cover.logos.map { picture($0.path.string, $0.alternative) }
    let who = [cover.company, cover.product].filter { !$0.isEmpty }.joined(" · ")
    func line(_ style: String, _ words: String) -> String {
      words.isEmpty ? "" : HTMLText.element("p", ["class": style], words)
    }
    return [
      HTMLText.block("div", ["class": "logos"], logos), line("who", prose.html(who)), heading(),
      line("idea", prose.html(cover.keyIdea)), facts(cover.facts),
      line("small", prose.html(cover.funding)),
    ]
  }

  /// The page's first heading, the first time it is asked for.
  mutating func heading() -> String {
    guard let words = title else { return "" }
    title = nil
    return HTMLText.element("h1", prose.html(words))
  }
}

extension ReportTable.Alignment {
  fileprivate var styleName: String? {
    switch self {
    case .start: nil
    case .middle: "middle"
    case .end: "end"
    }
  }
}
