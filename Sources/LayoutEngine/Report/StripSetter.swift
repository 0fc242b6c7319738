import Content
import Diagnostics
import LayoutModel
import PageModel

/// Sets passages as strips, from top to bottom.
struct StripSetter {
  let frame: ReportFrame
  let style: PageStyle
  let typesetter: Typesetter
  let pictures: PictureShelf
  let drawings: ReportDrawings
  /// What marks say.
  let words: MarkWords
  /// What is set becomes elements in its order, which is that in which it is read.
  var structure: StructureTree
  /// The headings of the document that the next one may stand below.
  private(set) var headings: HeadingLevels
  private(set) var strips: [Strip] = []
  private var isGlued = false
  private var portraits: [SideText.Portrait] = []

  /// Where text stands: lists and quotations stand further in.
  struct Column {
    var x: Length
    var width: Length

    func indented(_ indent: Length) -> Column { Column(x: x + indent, width: width - indent) }
  }

  init(
    frame: ReportFrame, style: PageStyle, typesetter: Typesetter, pictures: PictureShelf,
    drawings: ReportDrawings, words: MarkWords, structure: StructureTree, after headings: HeadingLevels
  ) {
    self.frame = frame
    self.style = style
    self.typesetter = typesetter
    self.pictures = pictures
    self.drawings = drawings
    self.words = words
    self.structure = structure
    self.headings = headings
  }

  var leading: Length { frame.leading }
  /// Nothing but the title has been set.
  var isAtStart: Bool { isGlued || strips.isEmpty }
  var mainColumn: Column { Column(x: frame.main.x, width: frame.main.width) }
  private var prose: ProseSetter { ProseSetter(style: style, typesetter: typesetter) }

  func lines(
    _ words: Prose, _ role: String, width: Length, as leaf: StructureTree.Leaf, colour: Colour? = nil
  ) -> (text: SetText, lines: [SetLine]) {
    prose.set(words, role, width: width, as: leaf, colour: colour)
  }

  mutating func add(_ strip: Strip) {
    var strip = strip
    if strip.side == nil, let portrait = portraits.popLast() {
      strip.side = SideText(lines: [], height: portrait.frame.height + leading / 2, portrait: portrait)
    }
    strips.append(strip)
  }

  /// Links to a place lead to the first strip added since `start`; `parent` says which pages speak of it.
  mutating func mark(_ place: Place?, from start: Int, in parent: StructureTree.Container? = nil) {
    guard let place, strips.indices.contains(start) else { return }
    strips[start].landings.append(landing(place, in: parent))
  }

  mutating func landing(_ place: Place, in parent: StructureTree.Container?) -> Landing {
    guard place.isItem, let parent else { return Landing(place: place) }
    let own = structure.add(.mentions, in: parent)
    let sign = structure.add(.sign, in: own, alternative: words.mentions)
    return Landing(
      place: place, mentions: Landing.Mentions(sign: sign, pages: structure.add(.pages, in: own)))
  }

  mutating func change(_ index: Int, _ change: (inout Strip) -> Void) {
    guard strips.indices.contains(index) else { return }
    change(&strips[index])
  }

  // MARK: Passages

  mutating func set(
    _ passages: [Passage], in column: Column, parent: StructureTree.Container, isFirst: Bool = false
  ) {
    for (index, passage) in passages.enumerated() {
      let before = index > 0 ? passages[index - 1] : nil
      let gap = isFirst && index == 0 ? .zero : gap(between: before, passage)
      set(passage, in: column, parent: parent, gap: gap)
      // A sentence that leads to a list or a table is not left behind on the page before.
      guard case .paragraph = passage, index + 1 < passages.count else { continue }
      switch passages[index + 1] {
      case .list, .table: glue()
      default: break
      }
    }
  }

  /// Text stands right below its heading.
  private func gap(between before: Passage?, _ passage: Passage) -> Length {
    guard case .heading(let heading)? = before else { return leading }
    switch passage {
    case .table, .figure: return leading / 2
    default: return heading.level == 2 ? leading / 2 : .zero
    }
  }

  /// What is said to a label: close together, since the label holds it together.
  private mutating func setClose(_ passages: [Passage], in column: Column, parent: StructureTree.Container) {
    for (index, passage) in passages.enumerated() {
      let isClose =
        switch passage {
        case .list: true
        case .paragraph(let paragraph): paragraph.role == .small
        default: false
        }
      let gap = isClose || index == 0 ? Length.zero : leading / 2
      set(passage, in: column, parent: parent, gap: gap)
      if case .paragraph = passage, index + 1 < passages.count, case .list = passages[index + 1] { glue() }
    }
  }

  mutating func set(_ passage: Passage, in column: Column, parent: StructureTree.Container, gap: Length) {
    switch passage {
    case .heading(let heading): set(heading, parent: parent)
    case .paragraph(let paragraph): set(paragraph, in: column, parent: parent, gap: gap)
    case .list(let list): set(list, in: column, parent: parent, gap: gap)
    case .table(let table): set(table, parent: parent, gap: gap)
    case .figure(let figure): set(figure, parent: parent, gap: gap)
    case .facts(let facts): set(facts, in: column, parent: parent, gap: gap)
    case .quote(let passages): set(quote: passages, in: column, parent: parent, gap: gap)
    case .code(let text):
      let lines = text.string.split(separator: "\n", omittingEmptySubsequences: false)
      let prose = Prose(lines.map { Inline(Self.visible($0) + "\n", style: .code, origin: text.span) })
      setLines(
        prose, "code", in: column.indented(leading), as: structure.add(.code, in: parent), gap: gap)
    case .pause:
      add(Strip(content: .space(fills: false), height: leading, gap: gap))
    case .cover, .contents, .canvases: break
    }
  }

  /// Spaces at a line's start, and empty lines, stay where they were typed.
  private static func visible(_ line: Substring) -> String {
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    let spaces = indent.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    return String(repeating: "\u{A0}", count: max(spaces, line.count == indent.count ? 1 : 0))
      + line.dropFirst(indent.count)
  }

  private mutating func set(_ heading: Heading, parent: StructureTree.Container) {
    let start = strips.count
    let role = heading.level == 2 ? "heading2" : heading.level == 3 ? "heading3" : "heading4"
    let own = structure.add(headingKind(heading.level), in: parent)
    let (text, lines) = lines(heading.words, role, width: frame.main.width, as: own)
    // The heading stands at the foot of whole lines, so that the text below it is on the grid.
    let height = text.role.leading * Double(lines.count)
    let rest = frame.lines(height) - height
    let mayBreak = mayBreakHere()
    for (index, line) in lines.enumerated() {
      let lead = index == 0 ? rest : .zero
      add(
        Strip(
          content: .line(Strip.Line(line: line, text: text, x: frame.main.x, offset: lead)),
          height: text.role.leading + lead,
          gap: index == 0 ? leading * (heading.level == 2 ? 2 : 1.5) : .zero,
          mayBreak: index == 0 && mayBreak))
    }
    if let number = heading.number, heading.level == 2 {
      let (text, lines) = self.lines(
        Prose(number), role, width: frame.side.width, as: own, colour: style.accent)
      if let line = lines.first {
        let width = text.role.size * Double(line.width)
        let x = frame.side.x + frame.side.width - width
        change(start) {
          $0.side = SideText(
            lines: [Strip.Line(line: line, text: text, x: x, offset: rest)], height: $0.height)
        }
      }
    }
    mark(heading.place, from: start, in: parent)
    glue()
  }

  /// What a heading of a level is.
  mutating func headingKind(_ level: Int) -> StructureTree.LeafKind { headings.kind(of: level) }

  /// What comes next stays on the page of what was set last.
  mutating func glue() { isGlued = true }

  /// For the first strip of something: whether a page may end before it.
  mutating func mayBreakHere() -> Bool {
    defer { isGlued = false }
    return !isGlued
  }

  private mutating func set(
    _ paragraph: Paragraph, in column: Column, parent: StructureTree.Container, gap: Length
  ) {
    let start = strips.count
    let role =
      switch paragraph.role {
      case .body: "text"
      case .lead: "lead"
      case .quotation: "quotation"
      case .small: "small"
      case .statement: "statement"
      }
    if let mark = paragraph.mark, !mark.isEmpty {
      let places = marker(for: [mark], sign: nil, in: column)
      // What the words say themselves is not read twice.
      let told = words.mark(mark)
      let figure = paragraph.words.text.hasPrefix(told) ? nil : structure.addFigure(told, in: parent)
      setLines(
        paragraph.words, role, in: column.indented(places.width), as: structure.add(.paragraph, in: parent),
        gap: gap, marker: places.marker(mark, as: figure))
    } else if paragraph.role == .quotation {
      let quotation = structure.add(.quotation, in: parent)
      setLines(
        paragraph.words, role, in: column, as: structure.add(.paragraph, in: quotation), gap: gap,
        colour: style.accent)
    } else {
      setParagraph(paragraph.words, role, in: column, parent: parent, gap: gap)
    }
    mark(paragraph.place, from: start, in: parent)
  }

  /// Lines that are a paragraph of something.
  mutating func setParagraph(
    _ words: Prose, _ role: String, in column: Column, parent: StructureTree.Container, gap: Length,
    colour: Colour? = nil
  ) {
    setLines(words, role, in: column, as: structure.add(.paragraph, in: parent), gap: gap, colour: colour)
  }

  /// Lines of running text: the first two stay together, and so do the last two. The whole is as high as whole lines.
  mutating func setLines(
    _ words: Prose, _ role: String, in column: Column, as leaf: StructureTree.Leaf, gap: Length,
    marker: Strip.Marker? = nil, colour: Colour? = nil
  ) {
    let (text, lines) = lines(words, role, width: column.width, as: leaf, colour: colour)
    let height = text.role.leading * Double(lines.count)
    let rest = frame.lines(height) - height
    let mayBreak = mayBreakHere()
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      add(
        Strip(
          content: .line(
            Strip.Line(line: line, text: text, x: column.x, marker: index == 0 ? marker : nil)),
          height: text.role.leading + (isLast ? rest : .zero), gap: index == 0 ? gap : .zero,
          mayBreak: index == 0 ? mayBreak : index > 1 && !isLast))
    }
  }

  private mutating func set(
    quote passages: [Passage], in column: Column, parent: StructureTree.Container, gap: Length
  ) {
    let inner = column.indented(leading)
    let own = structure.add(.quotation, in: parent)
    var gap = gap
    for passage in passages {
      set(passage, in: inner, parent: own, gap: gap)
      gap = leading / 2
    }
  }

  // MARK: Labels beside

  private mutating func set(_ facts: [Fact], in column: Column, parent: StructureTree.Container, gap: Length)
  {
    for (index, fact) in facts.enumerated() {
      let start = strips.count
      let own = structure.add(.section, in: parent)
      let leaf = structure.add(.paragraph, in: own)
      let space = index == 0 ? gap : leading / 2
      let label = lines(
        fact.label, "label", width: frame.side.width, as: leaf)
      if isTooHighBeside(label) || fact.passages.first?.takesNarrowColumn == true {
        setLines(fact.label, "label", in: column, as: leaf, gap: space)
        glue()
        setClose(fact.passages, in: column, parent: own)
        mark(fact.place, from: start, in: own)
        continue
      }
      setClose(fact.passages, in: column, parent: own)
      if strips.count == start {
        add(Strip(content: .space(fills: false), height: leading, mayBreak: mayBreakHere()))
      }
      let side = side(label.text, label.lines)
      change(start) {
        $0.gap = space
        $0.side = side
      }
      keepEnds(from: start, whole: Self.wholeFact)
      mark(fact.place, from: start, in: own)
    }
  }

  /// So many lines are not worth parting.
  private static let wholeFact = 5
  static let wholeList = 6

  /// What was set since a strip stays whole when it is short; else its first two strips and its last two stay together.
  mutating func keepEnds(from start: Int, whole: Int) {
    let count = strips.count - start
    for index in strips.indices.dropFirst(start + 1)
    where count <= whole || index == start + 1 || index == strips.count - 1 {
      change(index) { $0.mayBreak = false }
    }
  }

  /// A portrait that stands beside the next text.
  mutating func place(_ portrait: SideText.Portrait) { portraits.append(portrait) }

  /// What does not go on to the next page in the narrow column stands in the wide one.
  func isTooHighBeside(_ set: (text: SetText, lines: [SetLine])) -> Bool {
    set.text.role.leading * Double(set.lines.count) > frame.height / 3
  }

  /// Lines for the narrow column, each on a line of the text.
  func side(_ text: SetText, _ lines: [SetLine]) -> SideText {
    SideText(
      lines: lines.enumerated().map { index, line in
        Strip.Line(line: line, text: text, x: frame.side.x, offset: text.role.leading * Double(index))
      }, height: text.role.leading * Double(lines.count))
  }
}

extension Passage {
  /// Something of it may stand in the narrow column, or be as wide as both.
  fileprivate var takesNarrowColumn: Bool {
    switch self {
    case .heading, .table, .figure, .facts: true
    case .quote(let passages): passages.first?.takesNarrowColumn == true
    case .paragraph, .list, .code, .pause, .cover, .contents, .canvases: false
    }
  }
}
