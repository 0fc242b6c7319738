import Content
import Diagnostics
import LayoutModel
import PageModel

/// What opens things: the cover, the title of a part, the table of contents.
extension StripSetter {
  /// The title of a part at the head of its first page, its number beside it.
  mutating func set(titleOf part: ReportPart, parent: StructureTree.Container) {
    guard let title = part.title else { return }
    let start = strips.count
    let own = structure.add(headingKind(1), in: parent)
    let (text, lines) = lines(title, "part", width: frame.main.width, as: own)
    let number = part.number.map {
      self.lines(Prose($0), "part", width: frame.side.width, as: own, colour: style.accent)
    }
    let height = text.role.leading * Double(lines.count)
    let rest = frame.lines(height) - height
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      let big = index == 0 ? number.flatMap { number in number.lines.first.map { (number.text, $0) } } : nil
      add(
        Strip(
          content: .opening(
            number: big.map { text, line in
              let width = text.role.size * Double(line.width)
              return Strip.Line(line: line, text: text, x: frame.side.x + frame.side.width - width)
            }, Strip.Line(line: line, text: text, x: frame.main.x)),
          height: text.role.leading + (isLast ? rest : .zero), mayBreak: index == 0))
    }
    mark(part.place, from: start)
    glue()
    add(Strip(content: .space(fills: false), height: leading, mayBreak: false))
    glue()
  }

  /// The first page: whose report it is at the head, its title and idea, the particulars at the foot.
  mutating func set(_ cover: Cover, parent: StructureTree.Container) {
    let column = mainColumn
    // The title is read before whose it is.
    let title = structure.add(headingKind(1), in: parent)
    setParagraph(cover.company, "coverName", in: column, parent: parent, gap: .zero)
    if !cover.product.isEmpty {
      setParagraph(
        cover.product, "text", in: column, parent: parent, gap: .zero, colour: style.colour("quiet"))
    }
    add(Strip(content: .space(fills: false), height: leading * 7))
    add(Strip(content: .bar, height: leading * 1, mayBreak: false))
    glue()
    setLines(cover.title, "coverTitle", in: column, as: title, gap: .zero)
    if !cover.keyIdea.isEmpty {
      setParagraph(
        cover.keyIdea, "coverLine", in: column, parent: parent, gap: leading, colour: style.accent)
    }
    add(Strip(content: .space(fills: true), height: leading * 2))
    set([.facts(cover.facts)], in: column, parent: parent)
    let logos = CoverLogos(cover.logos, pictures)
    if !logos.isEmpty {
      let width = frame.main.width
      let figure = SetFigure(
        content: .drawing(logos), frame: frame.main, height: logos.height(width),
        reading: .elements(structure.add(.section, in: parent)))
      add(Strip(content: .figure(figure), height: frame.lines(figure.height), gap: leading * 2))
    }
    if !cover.funding.isEmpty {
      setParagraph(cover.funding, "small", in: column, parent: parent, gap: leading)
    }
  }

  /// Titles and headings of the first two levels: pages, numbers and words each in a line below each other.
  mutating func setContents(_ entries: [Report.Entry], parent: StructureTree.Container) {
    let own = structure.add(.contents, in: parent)
    var inner: StructureTree.Container?
    let entries = entries.filter { $0.level <= 2 && !$0.isInAnnex }
    let isNumbered = entries.contains { $0.number != nil }
    let gap = contentsGap(entries)
    let indent = isNumbered ? leading * 2 : Length.zero
    for (index, entry) in entries.enumerated() {
      let start = strips.count
      let isPart = entry.level == 1
      // The headings of a part are contents of their own below its title.
      let isInner = !isPart && index > 0 && (inner != nil || entries[index - 1].level == 1)
      if !isInner { inner = nil } else if inner == nil { inner = structure.add(.contents, in: own) }
      let leaf = structure.add(.entry, in: inner ?? own)
      // A heading's own links and notes are for where it stands.
      let words = entry.words.withoutLinks.linked(to: .place(entry.place))
      setLines(
        isPart ? words.styled(.strong) : words, "text", in: mainColumn.indented(indent), as: leaf,
        gap: index == 0 ? (isAtStart ? .zero : leading) : Self.opensGroup(entry) ? gap : .zero)
      let number = entry.number.map {
        lines(isPart ? Prose($0).styled(.strong) : Prose($0), "text", width: indent, as: leaf)
      }
      let page = SetPageNumber(
        leaf: leaf, roleName: isPart ? "tableHead" : "table", right: frame.side.x + frame.side.width)
      let x = frame.main.x
      change(start) {
        guard case .line(var line) = $0.content else { return }
        if let number, let first = number.lines.first {
          line.marker = Strip.Marker(sign: .number(first, number.text), x: x, leaf: leaf)
        }
        $0.content = .entry(line, entry.place, page: page)
      }
      for further in strips.indices.dropFirst(start + 1) {
        change(further) {
          if case .line(let line) = $0.content { $0.content = .entry(line, entry.place, page: nil) }
        }
      }
      if isPart, index + 1 < entries.count, entries[index + 1].level == 2 { glue() }
    }
  }

  /// Parts of the text and annexes stand apart; what comes before the text stands together.
  private static func opensGroup(_ entry: Report.Entry) -> Bool { entry.level == 1 && entry.number != nil }

  /// Half a line between parts, unless the contents stay on one page without it.
  private func contentsGap(_ entries: [Report.Entry]) -> Length {
    let used = strips.reduce(Length.zero) { $0 + $1.gap + $1.height }
    let lines = used + leading * Double(entries.count)
    let gaps = leading / 2 * Double(entries.count(where: Self.opensGroup))
    return lines + gaps > frame.height && lines <= frame.height ? .zero : leading / 2
  }

  /// The notes at the end of a part, smaller, under a short rule.
  mutating func set(footnotes: [[Passage]], of part: String, parent: StructureTree.Container) {
    guard !footnotes.isEmpty else { return }
    let own = structure.add(.list, in: parent)
    add(Strip(content: .bar, height: leading, gap: leading * 2, mayBreak: mayBreakHere()))
    glue()
    let widest = typesetter.width(String(footnotes.count), style.role("report-small")) + style.unit
    for (index, passages) in footnotes.enumerated() {
      let start = strips.count
      let item = structure.add(.item, in: own)
      let label = structure.add(.label, in: item)
      let body = structure.add(.itemBody, in: item)
      let column = mainColumn.indented(max(leading, widest))
      let small = passages.map { passage -> Passage in
        guard case .paragraph(var paragraph) = passage else { return passage }
        paragraph.role = .small
        return .paragraph(paragraph)
      }
      set(small, in: column, parent: body, isFirst: true)
      mark(.footnote(part, index + 1), from: start)
      let (text, lines) = lines(Prose("\(index + 1)"), "small", width: widest, as: label)
      let x = frame.main.x
      change(start) {
        if case .line(var line) = $0.content, let number = lines.first {
          line.marker = Strip.Marker(sign: .number(number, text), x: x, leaf: label)
          $0.content = .line(line)
        }
      }
    }
  }
}

/// The logos of a cover beside each other, as high as each other, none narrower than it may be.
struct CoverLogos: Drawing {
  private static let height = Length.mm(19)
  private static let gap = Length.mm(12)

  private var logos: [(id: PictureID, width: Length, height: Length, alternative: String)]

  var isEmpty: Bool { logos.isEmpty }

  init(_ logos: [Cover.Logo], _ pictures: PictureShelf) {
    self.logos = logos.compactMap { logo in
      guard let id = pictures.id(of: logo.path.string) else { return nil }
      let shape = pictures[id].shape
      let width = max(Self.height * shape, .mm(logo.minimum ?? 0))
      return (id, min(width, .mm(70)), min(width, .mm(70)) / shape, logo.alternative)
    }
  }

  func height(_ width: Length) -> Length { rows(width).reduce(.zero) { $0 + $1.height } }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length { height(width) }

  /// As many in a row as there is room for.
  private func rows(_ width: Length) -> [(logos: [Int], height: Length)] {
    var rows: [(logos: [Int], height: Length)] = []
    var x = Length.zero
    for (index, logo) in logos.enumerated() {
      if rows.isEmpty || x + logo.width > width {
        rows.append(([], .zero))
        x = .zero
      }
      rows[rows.count - 1].logos.append(index)
      rows[rows.count - 1].height = max(rows[rows.count - 1].height, logo.height)
      x += logo.width + Self.gap
    }
    return rows
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    var y = place.frame.y
    for row in rows(place.frame.width) {
      var x = place.frame.x
      for index in row.logos {
        let logo = logos[index]
        let owner =
          logo.alternative.isEmpty
          ? .decoration : structure.addFigure(logo.alternative, in: place.reading).owner
        page.picture(
          logo.id, in: Rect(x: x, y: y + row.height - logo.height, width: logo.width, height: logo.height),
          fit: .fits, owner: owner, origin: nil)
        x += logo.width + Self.gap
      }
      y += row.height
    }
    return []
  }
}
