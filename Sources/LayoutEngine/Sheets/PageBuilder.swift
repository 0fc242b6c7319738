import Diagnostics
import LayoutModel
import PageModel

/// A page being drawn: text, rules, grounds and icons in a page's style.
struct PageBuilder {
  private(set) var page: Page
  let style: PageStyle
  let typesetter: Typesetter
  private let iconSet: IconSet
  /// What marks say.
  let words: MarkWords
  /// Where the sheet's number ends once all sheets are counted.
  var folio: Point?
  /// The method's number for the sheet, which stands before its own.
  var tool: String?

  init(size: Size, style: PageStyle, typesetter: Typesetter, icons: IconSet, words: MarkWords) {
    page = Page(size: size)
    let paper = style.colour("paper")
    if paper != .white { page.ground = paper }
    self.style = style
    self.typesetter = typesetter
    iconSet = icons
    self.words = words
  }

  mutating func setBleed(_ bleed: Length?) { page.bleed = bleed }

  mutating func add(_ item: DisplayItem) { page.items.append(item) }

  mutating func text(
    _ line: SetLine, _ role: PageStyle.Role, at baseline: Point, colour: Colour? = nil,
    owner: DisplayItem.TextOwner, origin: Span? = nil, link: Int? = nil
  ) {
    let text = TextLine(
      line: line, baseline: baseline, size: role.size, colour: colour ?? role.colour, style: role.style,
      role: role.name)
    page.items.append(DisplayItem(text, owner: owner, origin: origin, link: link))
  }

  /// Sets a text below a point; the height it takes.
  @discardableResult
  mutating func paragraph(
    _ text: String, _ role: PageStyle.Role, at top: Point, width: Length, colour: Colour? = nil,
    owner: DisplayItem.TextOwner, origin: Span? = nil, link: Int? = nil
  ) -> Length {
    var y = top.y
    for line in typesetter.lines(text, role, width: width) {
      let start = line.start(Point(top.x, y + typesetter.baseline(role)), role)
      self.text(line, role, at: start, colour: colour, owner: owner, origin: origin, link: link)
      y += role.leading
    }
    return y - top.y
  }

  mutating func path(
    _ path: Path, fill: Colour? = nil, stroke: Stroke? = nil, owner: DisplayItem.Owner = .decoration
  ) {
    page.items.append(DisplayItem(path, fill: fill, stroke: stroke, owner: owner))
  }

  mutating func fill(_ rect: Rect, _ colour: Colour, owner: DisplayItem.Owner = .decoration) {
    path(.rectangle(rect), fill: colour, owner: owner)
  }

  /// A quiet ground, or its outline where ink is saved.
  mutating func ground(_ path: Path) {
    if style.fillsGrounds {
      self.path(path, fill: style.ground)
    } else {
      self.path(path, stroke: Stroke(width: style.hairline, colour: style.colour("rule")))
    }
  }

  /// A disc as the end of a stroke: a tenth of what four curves take in a file.
  mutating func dot(_ centre: Point, radius: Length, _ colour: Colour, owner: DisplayItem.Owner = .decoration)
  {
    path(
      .line(from: centre, to: centre), stroke: Stroke(width: radius * 2, colour: colour, cap: .round),
      owner: owner)
  }

  /// A ring as a disc on a larger one, on white paper.
  mutating func ring(
    _ centre: Point, radius: Length, width: Length, _ colour: Colour, owner: DisplayItem.Owner = .decoration
  ) {
    dot(centre, radius: radius + width / 2, colour, owner: owner)
    dot(centre, radius: radius - width / 2, style.colour("paper"), owner: owner)
  }

  mutating func rule(
    from start: Point, to end: Point, _ colour: Colour, width: Length? = nil,
    owner: DisplayItem.Owner = .decoration
  ) {
    path(
      .line(from: start, to: end), stroke: Stroke(width: width ?? style.hairline, colour: colour),
      owner: owner)
  }

  mutating func icon(
    _ name: String, in frame: Rect, _ colour: Colour, owner: DisplayItem.Owner = .decoration
  ) {
    let width = frame.width * (IconSet.strokeWidth / IconSet.grid)
    for path in iconSet.paths(name, in: frame) {
      self.path(path, stroke: Stroke(width: width, colour: colour, cap: .round), owner: owner)
    }
  }

  mutating func picture(
    _ id: PictureID, in frame: Rect, fit: PictureFit = .covers, owner: DisplayItem.Owner, origin: Span?
  ) {
    page.items.append(DisplayItem(picture: id, frame: frame, fit: fit, owner: owner, origin: origin))
  }

  /// Puts what was drawn since a mark beneath everything else: grounds are known last and lie first.
  mutating func moveToBack(since mark: Int) {
    let late = Array(page.items[mark...])
    page.items.removeSubrange(mark...)
    page.items.insert(contentsOf: late, at: 0)
  }

  /// The text's right end at a point.
  mutating func textEnding(
    _ text: String, _ role: PageStyle.Role, at baseline: Point, owner: DisplayItem.TextOwner,
    colour: Colour? = nil, link: Int? = nil
  ) {
    let width = typesetter.width(text, role)
    for line in typesetter.lines(text, role, width: width * 1.01 + .mm(1)) {
      self.text(
        line, role, at: Point(baseline.x - width, baseline.y), colour: colour, owner: owner,
        link: link)
    }
  }

  /// The text's middle at a point.
  mutating func textCentred(
    _ text: String, _ role: PageStyle.Role, at baseline: Point, owner: DisplayItem.TextOwner,
    colour: Colour? = nil, link: Int? = nil
  ) {
    let width = typesetter.width(text, role)
    textEnding(text, role, at: Point(baseline.x + width / 2, baseline.y), owner: owner, colour: colour)
  }
}
