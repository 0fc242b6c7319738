import Diagnostics

/// Reads the blocks of one text in their order.
struct ProseWalk {
  private let preamble: Int
  private let around: ProseLine.Surroundings
  private let firstFootnote: Int
  private var numbers: FootnoteNumbers
  /// The levels of the report that the author's are, by these.
  private var levels: [Int: Int] = [:]
  private var headings = 0
  private var pictures: [Text] = []
  private var unknown: [String] = []
  /// Definitions of footnotes whose label another one has already.
  private var strays: [MarkupNode] = []

  // Quotes and lists within each other; what is deeper follows in plain paragraphs.
  private static let deepest = 32

  init(
    _ source: ProseSource, part: String, firstHeading: Int, firstFootnote: Int, origin: Span?,
    names: @escaping (String) -> (place: Place, title: String)?
  ) {
    preamble = source.preamble
    around = ProseLine.Surroundings(part: part, origin: origin, names: names) { source.id(at: $0) }
    self.firstFootnote = firstFootnote
    headings = firstHeading - 1
    numbers = FootnoteNumbers(from: firstFootnote, count: 0)
  }

  /// Everything of a tree; to be called once.
  mutating func read(_ root: MarkupNode) -> ReadProse {
    let blocks = root.children
    let notes = definitions(in: blocks)
    numbers = FootnoteNumbers(from: firstFootnote, count: notes.count)
    rankHeadings(of: root)

    var read = ReadProse()
    for block in blocks.dropFirst(preamble).dropLast(notes.count) {
      read.passages += passages(of: block, depth: 0)
    }
    readNotes(notes, into: &read)
    // What nobody refers to is no footnote, and yet the author's.
    for (index, note) in notes.enumerated() where !numbers.isKnown(rank: index + 1) {
      read.passages += passages(in: note, depth: 0)
      readNotes(notes, into: &read)
    }
    while !strays.isEmpty {
      read.passages += passages(in: strays.removeFirst(), depth: 0)
      readNotes(notes, into: &read)
    }
    read.pictures = pictures
    read.unknown = unknown
    read.lastHeading = headings
    return read
  }

  /// Footnotes may refer to further ones.
  private mutating func readNotes(_ notes: [MarkupNode], into read: inout ReadProse) {
    while read.footnotes.count < numbers.ranks.count {
      let rank = numbers.ranks[read.footnotes.count]
      read.footnotes.append(passages(in: notes[rank - 1], depth: 0))
    }
  }

  /// cmark puts definitions that are referred to at the end, in the order of their ranks, which are those of
  /// the paragraphs before the text.
  private func definitions(in blocks: [MarkupNode]) -> [MarkupNode] {
    var count = 0
    for block in blocks.prefix(preamble) {
      block.walk { node, isStart in
        if isStart, node.kind == .reference, let rank = Int(node.literal) { count = max(count, rank) }
      }
    }
    return Array(blocks.suffix(count))
  }

  /// Level 1 is the part's title.
  private mutating func rankHeadings(of root: MarkupNode) {
    var used: Set<Int> = []
    root.walk { node, isStart in
      if isStart, node.kind == .heading, !node.children.isEmpty { used.insert(node.level) }
    }
    for (rank, level) in used.sorted().enumerated() { levels[level] = min(6, rank + 2) }
  }

  private mutating func passages(in node: MarkupNode, depth: Int) -> [Passage] {
    guard depth < Self.deepest else { return flat(node) }
    return node.children.flatMap { passages(of: $0, depth: depth) }
  }

  private mutating func passages(of node: MarkupNode, depth: Int) -> [Passage] {
    switch node.kind {
    case .paragraph: return lines(of: node) { .paragraph(Paragraph($0)) }
    case .heading:
      headings += 1
      let place = Place("prose/\(around.part)/\(headings)")
      let level = levels[node.level] ?? 2
      let passages = lines(of: node) { .heading(Heading(level: level, words: $0, place: place)) }
      if passages.isEmpty { headings -= 1 }
      return passages
    case .quote:
      let said = passages(in: node, depth: depth + 1)
      return said.isEmpty ? [] : [.quote(said)]
    case .list:
      let items = node.children.map { item in
        ReportList.Item(
          passages(in: item, depth: depth + 1), isDone: item.kind == .task ? item.isDone : nil)
      }
      return [.list(ReportList(start: node.start, isTight: node.isTight, items: items))]
    case .table: return table(node)
    case .code: return code(node)
    case .html: return html(node)
    case .pause: return [.pause]
    case .footnote:
      strays.append(node)
      return []
    default:
      let inner = passages(in: node, depth: depth + 1)
      if !inner.isEmpty || node.literal.isEmpty { return inner }
      return [.paragraph(Paragraph(Prose(node.literal.withoutControls, at: around.origin)))]
    }
  }

  /// Blocks below a node in plain paragraphs, however deep they stand.
  private mutating func flat(_ node: MarkupNode) -> [Passage] {
    var blocks: [MarkupNode] = []
    node.walk { inner, isStart in
      switch inner.kind {
      case .paragraph, .heading, .cell, .code, .html: if isStart { blocks.append(inner) }
      default: break
      }
    }
    return blocks.flatMap { block in
      switch block.kind {
      case .code: code(block)
      case .html: html(block)
      default: lines(of: block) { .paragraph(Paragraph($0)) }
      }
    }
  }

  /// The words of a block, then the pictures that stand among them.
  private mutating func lines(of node: MarkupNode, as passage: (Prose) -> Passage) -> [Passage] {
    let line = ProseLine(node, around, numbers: &numbers)
    let words = line.prose
    return (words.isEmpty ? [] : [passage(words)]) + figures(of: line)
  }

  private mutating func figures(of line: ProseLine) -> [Passage] {
    unknown += line.unknown
    return line.figures.map { figure in
      if case .picture(let path) = figure.drawing { pictures.append(Text(path, at: around.origin)) }
      return .figure(figure)
    }
  }

  private mutating func table(_ node: MarkupNode) -> [Passage] {
    var rows: [[Prose]] = []
    var below: [Passage] = []
    for row in node.children {
      var cells: [Prose] = []
      for cell in row.children {
        let line = ProseLine(cell, around, numbers: &numbers)
        cells.append(line.prose)
        below += figures(of: line)
      }
      rows.append(cells)
    }
    let alignments = node.alignments
    let titles = rows.first ?? []
    let columns = alignments.enumerated().map { index, alignment in
      ReportTable.Column(titles.indices.contains(index) ? titles[index] : Prose(), alignment, share: 1)
    }
    let body = rows.dropFirst().map { cells in
      ReportTable.Row(
        columns.indices.map { ReportTable.Cell(cells.indices.contains($0) ? cells[$0] : Prose()) })
    }
    return [.table(ReportTable(columns: columns, rows: body))] + below
  }

  private func code(_ node: MarkupNode) -> [Passage] {
    var lines = node.literal
    if lines.hasSuffix("\n") { lines.removeLast() }
    // One plain word after the fence names a language; anything else a reader would miss.
    let isLanguage = node.info.allSatisfy { $0.isLetter || $0.isNumber || "+-#._".contains($0) }
    if !isLanguage { lines = node.info + "\n" + lines }
    return lines.isEmpty ? [] : [.code(Text(lines.withoutControls, at: around.origin))]
  }

  private func html(_ node: MarkupNode) -> [Passage] {
    let lines = HTMLComments.removed(from: node.literal).drop(while: \.isWhitespace)
    let kept = String(lines.withoutSpaceAtEnd).withoutControls
    let words = Prose(kept, at: around.origin)
    return words.isEmpty ? [] : [.paragraph(Paragraph(words))]
  }
}
