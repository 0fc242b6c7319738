import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel

/// A sum of scores, set large; a box to write it in when blank, a dash when a score is missing.
struct SumBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "sum") { shape in
    if case .integer = shape { true } else { false }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    var sum = SumFigure(isBlank: sheet.state != .filled, also: NoteItem.also(cell, sheet))
    if case .number(_, let text) = cell.value { sum.text = sheet.catalogue.number(text.string) }
    return .drawing(sum)
  }
}

/// A figure in the size of a name, and what stands small below it.
struct SumFigure: Drawing {
  var text: String?
  var isBlank: Bool
  var also: [FlowParagraph]

  var makesElements: Bool { !isBlank && !also.isEmpty }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let caption = style.role("caption")
    let lines = also.reduce(0) { $0 + typesetter.lines($1.text, caption, width: width).count }
    return style.role("name").leading + caption.leading * Double(lines)
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    let role = style.role("name")
    let owner = structure.add(.paragraph, in: place.reading)
    if isBlank {
      let box = Rect(
        x: frame.x, y: frame.y, width: min(frame.width, role.leading * 1.5), height: role.leading)
      page.path(.rectangle(box), stroke: Stroke(width: style.hairline, colour: style.colour("prompt")))
      return []
    }
    // Its digits end the first line of the row's texts.
    let body = style.role("body")
    let baseline =
      frame.y + body.leading / 2 + page.typesetter.capHeight(role) / 2
    page.paragraph(
      text ?? "–", role,
      at: Point(frame.x, baseline - page.typesetter.baseline(role)), width: frame.width,
      colour: text == nil ? style.colour("quiet") : style.accent, owner: owner)
    let caption = style.role("caption")
    var y = frame.y + role.leading
    for paragraph in also {
      y += page.paragraph(
        paragraph.text, caption, at: Point(frame.x, y), width: frame.width,
        owner: structure.add(.paragraph, in: place.reading), origin: paragraph.origin)
    }
    return []
  }
}
