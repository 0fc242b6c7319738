import Diagnostics
import Languages
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
    var score = ScoreDots(
      alternative: sheet.state == .filled
        ? nil
        : sheet.catalogue.phrase(
          "alternative.scaleEmpty",
          ["low": String(Score.bounds.lowerBound), "high": String(Score.bounds.upperBound)]),
      also: NoteItem.also(cell, sheet))
    switch cell.value {
    case .number(let value, let text):
      (score.value, score.text) = (value, Text(sheet.catalogue.number(text.string), at: text.span))
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
  /// A half where raters gave it.
  var value: Double?
  /// What the workbook says: an out of range score is shown as it stands.
  var text: Text?
  /// What the boxes of a blank sheet are, for those who cannot see them.
  var alternative: String?
  var also: [FlowParagraph]
  var evidence: Evidence?

  private var isBlank: Bool { alternative != nil }

  var makesElements: Bool { isBlank || evidence != nil || !also.isEmpty }

  private static let most = Score.bounds.upperBound

  private func side(_ style: PageStyle) -> Length {
    isBlank ? (style.paper.isPoster ? style.unit * 1.7 : max(style.unit * 2.2, .mm(3.6))) : style.unit * 1.7
  }
  private func step(_ style: PageStyle, _ width: Length) -> Length {
    min(side(style) + style.unit * (isBlank ? 0.6 : 0.7), width / Double(Self.most))
  }

  /// What stands beside the dots, or below them where the column is too narrow.
  private var figure: String { text?.string ?? "–" }

  private func line(_ style: PageStyle) -> Length {
    max(style.role("body").leading, side(style) + style.unit)
  }

  /// The width that figure and mark take after the dots.
  private func besideWidth(_ style: PageStyle, _ typesetter: Typesetter) -> Length {
    typesetter.width(figure, style.role("label")) + style.unit
      + (evidence == nil ? .zero : side(style) + style.unit * 0.5)
  }

  private func fitsBeside(_ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Bool {
    let dots = step(style, width) * Double(Self.most)
    return dots + besideWidth(style, typesetter) <= width + style.unit * 0.5
  }

  /// What goes on lines below: figures that found no room, a score that is none, earlier ones.
  private func below(_ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> [FlowParagraph] {
    guard !isBlank else { return [] }
    let own =
      fitsBeside(width, style, typesetter) ? [] : [FlowParagraph(figure, role: "label", origin: text?.span)]
    return own + also
  }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    below(width, style, typesetter).reduce(line(style)) { sum, paragraph in
      let role = style.role(paragraph.role)
      return sum + role.leading
        * Double(typesetter.lines(paragraph.text, role, width: textWidth(width, style)).count)
    }
  }

  /// The mark of evidence stands before a figure below the dots.
  private func textWidth(_ width: Length, _ style: PageStyle) -> Length {
    evidence == nil ? width : width - side(style) - style.unit * 0.5
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    let owner =
      alternative.map { structure.addFigure($0, in: place.reading) }
      ?? structure.add(.paragraph, in: place.reading)
    let middle = frame.y + (isBlank ? line(style) : style.role("body").leading) / 2
    let advance = step(style, frame.width)
    let diameter = min(side(style), advance * 0.84)
    drawDots(frame, middle, advance, diameter, owner, on: &page)
    guard !isBlank else { return [] }
    var y = frame.y + line(style)
    var x = frame.x
    if fitsBeside(frame.width, style, page.typesetter) {
      // The figure beside the dots, for those who cannot count them from where they stand.
      let role = style.role("label")
      let right =
        frame.x + advance * Double(Self.most) + page.typesetter.width(figure, role) + style.unit * 0.5
      page.textEnding(
        figure, role, at: Point(right, middle + page.typesetter.capHeight(role) / 2), owner: owner,
        colour: style.colour("quiet"))
      if let evidence {
        let mark = Rect(
          x: right + style.unit * 0.5, y: middle - diameter / 2, width: diameter, height: diameter)
        MarkDrawing(style: style).evidence(
          evidence, in: mark, structure.addFigure(page.words.evidence(evidence), in: place.reading), &page)
      }
    } else if let evidence {
      let height = style.role("label").leading
      let mark = Rect(x: x, y: y + (height - diameter) / 2, width: diameter, height: diameter)
      MarkDrawing(style: style).evidence(
        evidence, in: mark, structure.addFigure(page.words.evidence(evidence), in: place.reading), &page)
      x += side(style) + style.unit * 0.5
    }
    let isBeside = fitsBeside(frame.width, style, page.typesetter)
    for (number, paragraph) in below(frame.width, style, page.typesetter).enumerated() {
      let isScore = number == 0 && !isBeside
      y += page.paragraph(
        paragraph.text, style.role(paragraph.role), at: Point(x, y), width: textWidth(frame.width, style),
        owner: isScore ? owner : structure.add(.paragraph, in: place.reading), origin: paragraph.origin)
    }
    return []
  }

  private func drawDots(
    _ frame: Rect, _ middle: Length, _ advance: Length, _ diameter: Length, _ owner: DisplayItem.TextOwner,
    on page: inout PageBuilder
  ) {
    let style = page.style
    let caption = style.role("caption")
    // Where boxes have numbers, these are what is told.
    let hasNumbers = caption.size < diameter * 0.95
    for number in 1...Self.most {
      let centre = Point(frame.x + advance * (Double(number) - 1) + diameter / 2, middle)
      if isBlank {
        page.path(
          .rectangle(
            Rect(x: centre.x - diameter / 2, y: middle - diameter / 2, width: diameter, height: diameter)),
          stroke: Stroke(width: style.hairline, colour: style.colour("prompt")),
          owner: hasNumbers ? .decoration : owner.owner)
        if hasNumbers {
          page.textCentred(
            String(number), caption, at: Point(centre.x, middle + page.typesetter.capHeight(caption) / 2),
            owner: owner, colour: style.colour("prompt"))
        }
      } else if let value, Double(number) <= value {
        page.dot(centre, radius: diameter / 2, style.accent)
      } else if value != nil {
        page.ring(
          centre, radius: diameter / 2 - style.hairline * 0.6, width: style.hairline * 1.25,
          style.colour("prompt"))
        // A half: a dot of half the width in its ring.
        if let value, Double(number) - value < 1 { page.dot(centre, radius: diameter / 4, style.accent) }
      } else {
        page.path(
          .circle(centre, radius: diameter / 2 - style.hairline / 2),
          stroke: Stroke(
            width: style.hairline * 1.25, colour: style.colour("prompt"),
            dashes: [diameter * 0.2, diameter * 0.16]))
      }
    }
  }
}
