import Diagnostics
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// A score from 1 to 5: dots filled to the value, or five boxes to tick.
struct ScoreBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "score") { shape in
    if case .integer(let bounds) = shape { bounds == Score.bounds } else { false }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    var score = ScoreDots(isBlank: sheet.state != .filled, also: NoteItem.also(cell, sheet))
    switch cell.value {
    case .number(let value, let text): (score.value, score.text) = (Int(value), text)
    case .text(let text): score.text = text
    default: break
    }
    if let stated = cell.definition.evidence {
      score.evidence = NoteItem.evidence(sheet.value(stated, element: cell.element))
    }
    return .drawing(score)
  }
}

private struct ScoreDots: Drawing {
  var value: Int?
  /// What the workbook says: an out of range score is shown as it stands.
  var text: Text?
  var isBlank: Bool
  var also: [FlowParagraph]
  var evidence: Evidence?

  private static let most = Score.bounds.upperBound

  private func side(_ style: PageStyle) -> Length {
    isBlank ? (style.paper.isPoster ? style.unit * 1.7 : max(style.unit * 2.2, .mm(3.6))) : style.unit * 1.7
  }
  private func step(_ style: PageStyle, _ width: Length) -> Length {
    min(side(style) + style.unit * (isBlank ? 0.6 : 0.7), width / Double(Self.most))
  }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let caption = style.role("caption")
    let lines = also.reduce(0) { $0 + typesetter.lines($1.text, caption, width: width).count }
    return max(style.role("body").leading, side(style) + style.unit) + caption.leading * Double(lines)
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let owner = DisplayItem.Owner.element(structure.add(.paragraph, in: place.parent))
    let line = max(style.role("body").leading, side(style) + style.unit)
    let middle = place.frame.y + (isBlank ? line : style.role("body").leading) / 2
    let advance = step(style, place.frame.width)
    let diameter = min(side(style), advance * 0.84)
    let caption = style.role("caption")
    for number in 1...Self.most {
      let centre = Point(place.frame.x + advance * (Double(number) - 1) + diameter / 2, middle)
      if isBlank {
        page.path(
          .rectangle(
            Rect(x: centre.x - diameter / 2, y: middle - diameter / 2, width: diameter, height: diameter)),
          stroke: Stroke(width: style.hairline, colour: style.colour("prompt")))
        if caption.size < diameter * 0.95 {
          page.textCentred(
            String(number), caption, at: Point(centre.x, middle + page.typesetter.capHeight(caption) / 2),
            owner: owner, colour: style.colour("prompt"))
        }
      } else if let value, number <= value {
        page.path(.circle(centre, radius: diameter / 2), fill: style.accent)
      } else {
        page.path(
          .circle(centre, radius: diameter / 2 - style.hairline / 2),
          stroke: Stroke(
            width: style.hairline * 1.25, colour: style.colour("prompt"),
            dashes: value == nil ? [diameter * 0.2, diameter * 0.16] : []))
      }
    }
    let end = place.frame.x + advance * Double(Self.most)
    if !isBlank {
      // The figure beside the dots, for those who cannot count them from where they stand.
      let words = value.map(String.init) ?? text?.string ?? "–"
      let role = style.role("label")
      let width = page.typesetter.width(words, role)
      let right = min(place.frame.maxX, end + width + style.unit)
      if right - width >= end - advance + diameter + style.unit * 0.25 {
        page.textEnding(
          words, role, at: Point(right, middle + page.typesetter.capHeight(role) / 2), owner: owner,
          colour: style.colour("quiet"))
      }
      if let evidence, right + style.unit + diameter <= place.frame.maxX {
        MarkDrawing(style: style).evidence(
          evidence,
          in: Rect(
            x: right + style.unit * 0.5, y: middle - diameter / 2, width: diameter, height: diameter), owner,
          &page)
      }
    }
    var y = place.frame.y + line
    for paragraph in also {
      y += page.paragraph(
        paragraph.text, caption, at: Point(place.frame.x, y), width: place.frame.width, owner: owner,
        origin: paragraph.origin)
    }
    return []
  }
}
