import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// The head of a sheet: its title and subject at the start, the project's particulars at the end, a rule below.
struct TitleBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "title", accepts: nil)

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let project = sheet.workbook.project
    let catalogue = sheet.catalogue
    func field(_ key: String, _ value: Text?) -> SheetHead.Field {
      SheetHead.Field(label: catalogue.phrase("header." + key), value: value)
    }
    let date = project.date.map { Text(catalogue.date($0)) }
    let subject = cell.canvas.about.flatMap { sheet.texts(sheet.value($0.path)) }
    let blanks =
      sheet.state == .filled ? [] : cell.canvas.about.compactMap { $0.label.map { catalogue.phrase($0) } }
    return .drawing(
      SheetHead(
        title: catalogue.phrase(cell.canvas.title), subject: subject, blanks: blanks,
        purpose: sheet.state == .prompts ? cell.canvas.purpose.map { catalogue.phrase($0) } : nil,
        hasPurpose: sheet.state != .filled, isFilled: sheet.state == .filled,
        fields: [
          [field("company", project.company), field("product", project.product)],
          [field("designedFor", project.designedFor), field("designedBy", project.designedBy)],
          [field("date", date), field("version", project.version)],
        ]))
  }
}

private struct SheetHead: Drawing {
  struct Field {
    var label: String
    var value: Text?
  }

  var title: String
  var subject: [Text]
  /// What to write after the title on blank sheets.
  var blanks: [String]
  /// What the sheet is for, in the tone of questions.
  var purpose: String?
  /// Sheets of its state say what they are for.
  var hasPurpose: Bool
  var isFilled: Bool
  /// Columns from start to end, each with two fields below each other.
  var fields: [[Field]]

  /// Of the size: with this leading a title is clear of what stands below. Large titles have less.
  private static let easyLeading = 1.22
  /// Longer particulars run on to another sheet.
  private static let mostLines = 2
  /// Of the head's width: the title, then a share for each column of fields.
  private static let titleShare = 0.36
  private static let columnShares = [0.25, 0.25, 0.14]

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let (label, value) = (style.role("caption"), style.role("label"))
    let tallest = zip(fields, Self.columnShares).map { column, share in
      column.reduce(Length.zero) { sum, field in
        let lines = lines(of: field, value, width: columnWidth(share, width, style), typesetter).count
        return sum + label.leading + value.leading * max(Self.handwriting, Double(min(lines, Self.mostLines)))
      } + Self.fieldGap(style)
    }.max()
    let title = style.role("title")
    let titleLines = typesetter.lines(self.title, title, width: titleWidth(width, style)).count
    // All blank sheets keep room for the same, so that the heads of a set are of one height.
    let below =
      isFilled
      ? style.role("body").leading * 1.5
      : style.role("caption").leading + style.role("label").leading * Self.handwriting + style.unit
    let purpose = max(
      hasPurpose ? style.role("prompt").leading * 2 : .zero,
      purposeHeight(titleWidth(width, style), style, typesetter))
    let titleHeight = title.leading * Double(titleLines) + below + purpose
    return max(tallest ?? .zero, titleHeight) + style.unit * 1.25
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    var leftovers = drawTitle(place, on: &page, &structure)
    var x = frame.x + frame.width * Self.titleShare
    for (column, share) in zip(fields, Self.columnShares) {
      let width = columnWidth(share, frame.width, style)
      var y = frame.y
      for field in column {
        leftovers += draw(field, at: Point(x, y), width: width, place, on: &page, &structure, height: &y)
        y += Self.fieldGap(style)
      }
      x += frame.width * share
    }
    page.rule(
      from: Point(frame.x, frame.maxY), to: Point(frame.maxX, frame.maxY), style.accent,
      width: style.hairline * 3.5)
    return leftovers
  }

  /// Lines that a field leaves for a pen.
  private static let handwriting = 1.45

  /// Between two fields below each other.
  private static func fieldGap(_ style: PageStyle) -> Length { style.unit * 1.5 }

  private func purposeHeight(_ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    let role = style.role("prompt")
    return purpose.map { role.leading * Double(typesetter.lines($0, role, width: width).count) } ?? .zero
  }

  /// Keeps a text off the title's descenders: what the title's leading lacks, and as much again, within what
  /// the head has free at its foot.
  private func airBelow(_ title: PageStyle.Role, _ style: PageStyle) -> Length {
    min(style.unit * 1.25, max(.zero, (title.size * Self.easyLeading - title.leading) * 2))
  }

  private func titleWidth(_ width: Length, _ style: PageStyle) -> Length {
    width * Self.titleShare - style.unit * 4
  }

  private func columnWidth(_ share: Double, _ width: Length, _ style: PageStyle) -> Length {
    width * share - (share == Self.columnShares.last ? .zero : style.unit * 3)
  }

  private func lines(of field: Field, _ role: PageStyle.Role, width: Length, _ typesetter: Typesetter)
    -> [SetLine]
  {
    field.value.map { typesetter.lines($0.string, role, width: width) } ?? []
  }

  private func drawTitle(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    let width = titleWidth(frame.width, style)
    let title = style.role("title")
    let heading = structure.add(.heading1, in: place.reading)
    // Capitals start at the frame's top, so that the title hangs from the same line as the fields.
    let top =
      frame.y - (page.typesetter.baseline(title) - page.typesetter.capHeight(title)) + style.unit * 0.25
    var height = page.paragraph(
      self.title, title, at: Point(frame.x, top), width: width, owner: heading)
    if let purpose {
      let owner = structure.add(.paragraph, in: place.reading)
      height += airBelow(title, style)
      height += page.paragraph(
        purpose, style.role("prompt"), at: Point(frame.x, top + height), width: width, owner: owner)
    }
    guard !subject.isEmpty else {
      drawBlanks(
        in: Rect(x: frame.x, y: frame.y, width: width, height: frame.height), below: top + height, place,
        on: &page, &structure)
      return []
    }
    let role = style.role("body")
    let text = Text(subject.map(\.string).joined(separator: " · "), at: subject.first?.span)
    let lines = page.typesetter.lines(text.string, role, width: width)
    let owner = structure.add(.paragraph, in: place.reading)
    var y = top + height + style.unit * 0.5
    let shown = lines.count <= Self.mostLines ? lines.count : Self.mostLines - 1
    for line in lines.prefix(shown) {
      page.text(
        line, role, at: Point(frame.x, y + page.typesetter.baseline(role)), owner: owner, origin: text.span)
      y += role.leading
    }
    let marker = Leftover.Marker(
      right: Point(frame.x + width, y + page.typesetter.baseline(role)), width: width)
    return rest(of: text, lines, after: shown, name: self.title, marker)
  }

  /// A label and a line for each thing to write after the title, side by side on the level of the lower fields.
  private func drawBlanks(
    in area: Rect, below title: Length, _ place: DrawingPlace, on page: inout PageBuilder,
    _ structure: inout StructureTree
  ) {
    guard !blanks.isEmpty else { return }
    let style = page.style
    let label = style.role("caption")
    let capitals = page.typesetter.baseline(label) - page.typesetter.capHeight(label)
    let field = label.leading - capitals + style.role("label").leading * Self.handwriting
    // Apart from what the sheet is for, as far as the head has room: labels are no lines of it.
    let least = title + style.unit * 0.5 + capitals
    let apart = purpose == nil ? least : min(least + style.unit * 1.25, area.maxY - field - style.unit * 1.5)
    let top = max(area.y + field + Self.fieldGap(style), least, apart)
    let each = (area.width - style.unit * 3) / 2
    for (index, words) in blanks.enumerated() {
      let x = area.x + (each + style.unit * 3) * Double(index)
      let owner = structure.add(.paragraph, in: place.reading)
      page.paragraph(words, label, at: Point(x, top - capitals), width: each, owner: owner)
      page.rule(
        from: Point(x, top + field), to: Point(x + each, top + field), style.colour("writing"))
    }
  }

  private func draw(
    _ field: Field, at top: Point, width: Length, _ place: DrawingPlace, on page: inout PageBuilder,
    _ structure: inout StructureTree, height bottom: inout Length
  ) -> [Leftover] {
    let style = page.style
    let (label, value) = (style.role("caption"), style.role("label"))
    let owner = structure.add(.paragraph, in: place.reading)
    let capitals = page.typesetter.baseline(label) - page.typesetter.capHeight(label)
    page.paragraph(field.label, label, at: Point(top.x, top.y - capitals), width: width * 2, owner: owner)
    var y = top.y + label.leading - capitals
    guard let text = field.value else {
      y += value.leading * Self.handwriting
      page.rule(from: Point(top.x, y), to: Point(top.x + width, y), style.colour("writing"))
      bottom = y
      return []
    }
    let lines = lines(of: field, value, width: width, page.typesetter)
    let shown = lines.count <= Self.mostLines ? lines.count : Self.mostLines - 1
    for line in lines.prefix(shown) {
      page.text(
        line, value, at: Point(top.x, y + page.typesetter.baseline(value)), owner: owner, origin: text.span)
      y += value.leading
    }
    bottom = max(y, top.y + label.leading - capitals + value.leading * Self.handwriting)
    let marker = Leftover.Marker(
      right: Point(top.x + width, y + page.typesetter.baseline(value)), width: width)
    return rest(of: text, lines, after: shown, name: field.label, marker)
  }

  /// What did not fit into the lines of a field.
  private func rest(
    of text: Text, _ lines: [SetLine], after shown: Int, name: String, _ marker: Leftover.Marker
  ) -> [Leftover] {
    guard lines.count > shown else { return [] }
    let string = String(decoding: Array(text.string.utf8)[lines[shown].source.lowerBound...], as: UTF8.self)
    let item = FlowItem(paragraphs: [FlowParagraph(string, role: "body", origin: text.span)])
    return [Leftover(name: name, items: [item], marker: marker)]
  }
}
