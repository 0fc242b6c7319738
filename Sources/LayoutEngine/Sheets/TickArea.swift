import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel

/// Lists of words to tick at the foot of a cell, in lines: all of them on blank sheets, the ticked ones on filled.
struct TickArea {
  struct Group {
    var label: String?
    var words: [(text: String, isTicked: Bool)]
  }

  var groups: [Group]
  var isBlank: Bool

  /// Nothing when there is nothing to tick or ticked.
  init?(_ definition: CellDefinition, _ data: SheetData, element: DataView?) {
    isBlank = data.state != .filled
    var groups: [Group] = []
    for list in definition.ticks where definition.block != "choices" && (isBlank || !list.isForPens) {
      let chosen = Self.chosen(data.value(list.path, element: element))
      let words = list.words.map { list.group + "." + $0 }.map {
        (text: data.catalogue.phrase($0), isTicked: chosen.contains($0))
      }
      let shown = isBlank ? words : words.filter(\.isTicked)
      if !shown.isEmpty {
        groups.append(Group(label: list.label.map { data.catalogue.phrase($0) }, words: shown))
      }
    }
    guard !groups.isEmpty else { return nil }
    self.groups = groups
  }

  /// The phrase keys of the words that a value names.
  static func chosen(_ value: DataView) -> Set<String> {
    Set(value.list.compactMap { if case .phrase(let key) = $0 { key } else { nil } })
  }

  static func drawBox(
    _ box: Rect, isTicked: Bool, owner: DisplayItem.Owner = .decoration, on page: inout PageBuilder
  ) {
    let style = page.style
    page.path(
      .rectangle(box),
      stroke: Stroke(width: style.hairline * 1.25, colour: style.colour(isTicked ? "ink" : "prompt")),
      owner: owner)
    if isTicked { MarkDrawing(style: style).tick(in: box, style.accent, owner, &page) }
  }

  /// All words as lines of text, for a sheet that has no room for the boxes.
  var items: [FlowItem] {
    groups.map { group in
      let words = group.words.map(\.text).joined(separator: " · ")
      return FlowItem(paragraphs: [
        FlowParagraph([group.label, words].compactMap { $0 }.joined(separator: ": "), role: "body")
      ])
    }
  }

  func height(width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    place(width: width, style, typesetter).height
  }

  func draw(
    at top: Point, width: Length, on page: inout PageBuilder, _ structure: inout StructureTree,
    in reading: ReadingPlace
  ) {
    let style = page.style
    let placed = place(width: width, style, page.typesetter)
    // Labels are drawn first, and each is read before its words.
    var owners: [DisplayItem.TextOwner] = []
    var labels = placed.labels[...]
    for group in groups {
      if group.label != nil, let label = labels.popFirst() {
        page.paragraph(
          label.text, style.role("caption"), at: Point(top.x, top.y + label.y), width: width,
          owner: structure.add(.paragraph, in: reading))
      }
      let list = structure.add(.list, in: reading)
      owners += group.words.map { _ in structure.addItem(in: list).words }
    }
    let side = boxSide(style)
    for (word, owner) in zip(placed.words, owners) {
      let role = role(style)
      let y = top.y + word.y
      let box = Rect(
        x: top.x + word.x, y: y + (word.firstLine - side) / 2, width: side, height: side)
      Self.drawBox(box, isTicked: word.isTicked, on: &page)
      page.paragraph(
        word.text, role, at: Point(box.maxX + style.unit * 0.75, y + (word.firstLine - role.leading) / 2),
        width: word.width, owner: owner)
    }
  }

  private struct Placed {
    struct Word {
      var text: String
      var isTicked: Bool
      var x: Length
      var y: Length
      var width: Length
      /// The height of its first line, box included.
      var firstLine: Length
    }

    var labels: [(text: String, y: Length)] = []
    var words: [Word] = []
    var height = Length.zero
  }

  /// Large enough for a felt-tip on blank sheets; one is as thick on a wall as on a table, so posters need no larger.
  private func boxSide(_ style: PageStyle) -> Length {
    let caption = style.role("caption").size * 0.95
    return isBlank ? (style.paper.isPoster ? caption : max(style.unit * 2, caption)) : caption
  }

  private func role(_ style: PageStyle) -> PageStyle.Role {
    style.role(isBlank && !style.paper.isPoster ? "prompt" : "caption")
  }

  private func place(width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Placed {
    var placed = Placed()
    let role = role(style)
    let caption = style.role("caption")
    let side = boxSide(style)
    let before = side + style.unit * 0.75
    let row = isBlank ? max(role.leading, side * 1.3) : role.leading
    var y = Length.zero
    for (index, group) in groups.enumerated() {
      if index > 0 { y += style.unit * 0.75 }
      var start = Length.zero
      if let label = group.label {
        // The label stands before the words where there is room, else above them.
        let labelWidth = typesetter.width(label, caption)
        let first = group.words.first.map { typesetter.width($0.text, role) } ?? .zero
        let all = group.words.reduce(Length.zero) {
          $0 + before + typesetter.width($1.text, role) + style.unit * 2
        }
        let room = width - labelWidth - style.unit * 2
        if first + before <= room, all <= room || room >= style.unit * 45 {
          placed.labels.append((label, y + (row - caption.leading) / 2))
          start = labelWidth + style.unit * 2
        } else {
          placed.labels.append((label, y))
          y += caption.leading * Double(typesetter.lines(label, caption, width: width).count)
        }
      }
      var x = start
      for word in group.words {
        let natural = typesetter.width(word.text, role) + .mm(0.2)
        if x > start, x + before + natural > width {
          x = start
          y += row
        }
        let measure = min(natural, width - start - before)
        let lines = typesetter.lines(word.text, role, width: measure).count
        placed.words.append(
          Placed.Word(text: word.text, isTicked: word.isTicked, x: x, y: y, width: measure, firstLine: row))
        y += role.leading * Double(lines - 1)
        x += before + natural + style.unit * 2
      }
      y += row
    }
    placed.height = y
    return placed
  }
}
