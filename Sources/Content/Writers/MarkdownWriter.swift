import Diagnostics

/// Writes a report as one file of GitHub's Markdown that also reads well as plain text.
package struct MarkdownWriter {
  private let places: ReportPlaces
  private let outline: [Report.Outline]
  /// Places that something in the file leads to and that have not been written.
  private var wanted: Set<Place>

  private let address: (String) -> String?
  /// Of the last heading: the next one is one deeper at most.
  private var level = 1

  /// The whole file, with a line end after its last line. `address` gives a picture's path as seen from the file; nothing
  /// for one that is not there, which is told in words.
  package static func write(_ report: Report, address: @escaping (String) -> String? = { $0 }) -> String {
    var writer = MarkdownWriter(report, address)
    return writer.blocks(report).joined(separator: "\n\n") + "\n"
  }

  private init(_ report: Report, _ address: @escaping (String) -> String?) {
    self.address = address
    places = ReportPlaces(report)
    outline = report.outline
    wanted = places.linked
    let hasContents = report.parts.contains { $0.passages.contains(where: \.isContents) }
    for title in hasContents ? outline : [] {
      wanted.formUnion([title.entry.place] + title.entries.map(\.place))
    }
  }

  private mutating func blocks(_ report: Report) -> [String] {
    var blocks = [line(report.coverTitle, .heading, after: "# ")]
    for part in report.parts {
      if let title = part.title {
        blocks += heading(level: 1, number: part.number, words: title, place: part.place)
      } else if let anchor = anchor(part.place) {
        blocks.append(anchor)
      }
      blocks += self.blocks(part.passages)
      for (index, note) in part.footnotes.enumerated() {
        blocks += footnote(note, at: .footnote(part.name, index + 1))
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  /// A note that nothing leads to is written where it stands: readers of Markdown would leave it out.
  private mutating func footnote(_ passages: [Passage], at place: Place) -> [String] {
    let inner = blocks(passages)
    guard let number = places.notes[place], places.linked.contains(place) else { return inner }
    return [indented(inner, first: "[^\(number)]: ", others: "    ")]
  }

  private mutating func blocks(_ passages: [Passage]) -> [String] {
    var blocks: [String] = []
    // Two lists would become one, were their signs the same.
    var lists = 0
    for passage in passages {
      if case .list(let list) = passage {
        blocks.append(self.list(list, isOther: lists % 2 == 1))
        lists += 1
      } else {
        blocks += self.blocks(passage)
        lists = 0
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  private mutating func blocks(_ passage: Passage) -> [String] {
    switch passage {
    case .heading(let heading):
      return self.heading(
        level: heading.level, number: heading.number, words: heading.words, place: heading.place)
    case .paragraph(let paragraph): return [self.paragraph(paragraph)]
    case .list(let list): return [self.list(list, isOther: false)]
    case .table(let table): return self.table(table)
    case .figure(let figure): return self.figure(figure)
    case .facts(let facts): return facts.flatMap { fact($0) }
    case .quote(let passages): return [indented(blocks(passages), first: "> ", others: "> ")]
    case .code(let text): return [code(text)]
    // Hyphens or stars could run together with the sign of a list before them.
    case .pause: return ["___"]
    case .cover(let cover): return self.cover(cover)
    case .contents: return [contents]
    case .canvases(let canvases):
      return canvases.flatMap { heading(level: 2, number: nil, words: $0.words, place: $0.place) }
    }
  }

  // MARK: Lines

  /// A name that links lead to, the first time it is asked for.
  private mutating func anchor(_ place: Place?) -> String? {
    guard let place, wanted.remove(place) != nil else { return nil }
    return places.names[place].map { "<a id=\"\($0)\"></a>" }
  }

  private mutating func line(
    _ words: Prose, _ setting: MarkdownEscape.Setting = .block, after markup: String = "",
    at place: Place? = nil,
    mark: NoteMark? = nil
  ) -> String {
    var line = MarkdownLine(setting, places)
    if let anchor = anchor(place) { line.add(markup: anchor) }
    line.add(words)
    if let names = mark?.names, !names.isEmpty { line.add(Prose(" (\(names.joined(separator: ", ")))")) }
    return markup + line.text
  }

  private mutating func heading(level: Int, number: String?, words: Prose, place: Place) -> [String] {
    self.level = level == 1 ? 1 : min(level, self.level + 1)
    let hashes = String(repeating: "#", count: min(6, self.level + 1)) + " "
    let title = line(Prose(number.map { $0 + " " } ?? "") + words, .heading, after: hashes)
    return [anchor(place), title].compactMap { $0 }
  }

  private mutating func paragraph(_ paragraph: Paragraph) -> String {
    let isStatement = paragraph.role == .statement
    let words = isStatement ? paragraph.words.styled(.strong) : paragraph.words
    let text = line(words, at: paragraph.place, mark: paragraph.mark)
    return paragraph.role == .quotation && !text.isEmpty ? indented([text], first: "> ", others: "> ") : text
  }

  private func indented(_ blocks: [String], first: String, others: String) -> String {
    let text = blocks.joined(separator: "\n\n")
    guard !text.isEmpty else { return first.trimmingEnd }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { index, line in
        let sign = index == 0 ? first : others
        return line.isEmpty ? sign.trimmingEnd : sign + line
      }.joined(separator: "\n")
  }

  // MARK: Blocks

  private mutating func list(_ list: ReportList, isOther: Bool) -> String {
    var number = max(0, list.start ?? 0)
    var items: [String] = []
    for item in list.items {
      let sign = list.start == nil ? (isOther ? "*" : "-") : "\(number)\(isOther ? ")" : ".")"
      number += 1
      let task = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
      var passages = item.passages
      var opening: [String] = []
      // The words of an item stand beside its sign, whatever comes after them.
      if case .paragraph(let first)? = passages.first, first.role != .quotation {
        passages.removeFirst()
        var line = MarkdownLine(.block, places)
        for place in [item.place, first.place] { if let anchor = anchor(place) { line.add(markup: anchor) } }
        line.add(first.role == .statement ? first.words.styled(.strong) : first.words)
        let names = [first.mark, item.mark].compactMap { $0?.names }.filter { !$0.isEmpty }
        for names in names { line.add(Prose(" (\(names.joined(separator: ", ")))")) }
        opening = [line.text]
      } else {
        opening = [line(Prose(), at: item.place, mark: item.mark)]
      }
      // A box is one only before words of its own.
      if !task.isEmpty, opening == [""] { opening = ["<!-- -->"] }
      var blocks = (opening + self.blocks(passages)).filter { !$0.isEmpty }
      // The signs of empty items within each other would make a rule.
      if blocks.isEmpty { blocks = ["<!-- -->"] }
      let gap = list.isTight && opening != ["<!-- -->"] && passages.allSatisfy(\.isPlainList) ? "\n" : "\n\n"
      let inset = String(repeating: " ", count: sign.count + 1)
      items.append(indented([task + blocks.joined(separator: gap)], first: sign + " ", others: inset))
    }
    return items.joined(separator: list.isTight ? "\n" : "\n\n")
  }

  private mutating func fact(_ fact: Fact) -> [String] {
    var passages = fact.passages
    var line = MarkdownLine(.block, places)
    if let anchor = anchor(fact.place) { line.add(markup: anchor) }
    line.add(fact.label.closed.styled(.strong))
    if case .paragraph(let first)? = passages.first {
      passages.removeFirst()
      if let anchor = anchor(first.place) { line.add(markup: " " + anchor) }
      line.add(Prose(" ") + first.words)
      let names = first.mark?.names ?? []
      if !names.isEmpty { line.add(Prose(" (\(names.joined(separator: ", ")))")) }
    }
    return [line.text] + blocks(passages)
  }

  private mutating func caption(_ label: String?, _ caption: Prose, at place: Place?) -> [String] {
    let name = label.map { Prose($0).closed.styled(.strong) + Prose(" ") } ?? Prose()
    return [line(name + caption, at: place)]
  }

  private mutating func table(_ table: ReportTable) -> [String] {
    guard !table.columns.isEmpty else { return [] }
    let caption = self.caption(table.label, table.caption, at: table.place)
    let head = table.columns.map { line($0.title, .cell) }
    let rows = table.rows.map { row in
      row.cells.enumerated().map { index, cell in
        var line = MarkdownLine(.cell, places)
        if index == 0, let anchor = anchor(row.place) { line.add(markup: anchor) }
        let words = cell.paragraphs.joined("\n")
        line.add(row.isStrong ? words.styled(.strong) : words)
        let names = cell.mark?.names ?? []
        if !names.isEmpty { line.add(Prose(" (\(names.joined(separator: ", ")))")) }
        return line.text
      }
    }
    let lines = MarkdownTable.lines(head, table.columns.map(\.alignment), rows)
    return caption + [lines.joined(separator: "\n")]
  }

  private mutating func figure(_ figure: Figure) -> [String] {
    let caption = self.caption(figure.label, figure.caption, at: figure.place)
    if let path = figure.picturePath { return [picture(path, figure.alternative)] + caption }
    return caption + [line(Prose(figure.alternative).styled(.emphasis))]
  }

  private mutating func picture(_ path: String, _ alternative: String) -> String {
    guard let path = address(path) else { return line(Prose(alternative).styled(.emphasis)) }
    let address = WebAddress.encoded(path).replacing("(", with: "%28").replacing(")", with: "%29")
    return "![\(line(Prose(alternative), .heading))](\(address))"
  }

  private func code(_ text: Text) -> String {
    var words = MarkdownLine.lines(text.string)
    while words.hasSuffix("\n") { words.removeLast() }
    let fence = MarkdownLine.fence(words, atLeast: 3)
    return [fence, words, fence].joined(separator: "\n")
  }

  private mutating func cover(_ cover: Cover) -> [String] {
    let logos = cover.logos.map { picture($0.path.string, $0.alternative) }
    let who = [cover.company, cover.product].filter { !$0.isEmpty }.joined(" · ")
    return [logos.joined(separator: " "), line(who), line(cover.keyIdea.styled(.strong))]
      + cover.facts.flatMap { fact($0) } + [line(cover.funding)]
  }

  private var contents: String {
    func link(_ entry: Report.Entry) -> String {
      var line = MarkdownLine(.block, places)
      line.add(entry.title(notes: places.notes).linked(to: .place(entry.place)))
      return "- " + line.text.replacing("\\\n", with: " ")
    }
    return outline.flatMap { [link($0.entry)] + $0.entries.map { "  " + link($0) } }.joined(separator: "\n")
  }
}

extension Prose {
  /// With a full stop, if it ends with a word.
  var closed: Prose {
    guard let last = text.unicodeScalars.last, !".:;?!…".unicodeScalars.contains(last) else { return self }
    return self + Prose(".")
  }
}

extension Passage {
  /// It can follow a line of text without a gap.
  fileprivate var isPlainList: Bool { if case .list(let list) = self { list.start ?? 1 == 1 } else { false } }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
