import LayoutModel
import LocatedYAML
import PageModel

/// The letter that stands for a row on other sheets: a solution's disc, as on the matrix.
struct LetterBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "letter") { shape in
    if case .identifier = shape { true } else { false }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    .drawing(RowLetter(letter: Letters[cell.position], isBlank: sheet.state != .filled))
  }
}

private struct RowLetter: Drawing {
  var letter: String
  var isBlank: Bool

  private func side(_ style: PageStyle) -> Length { style.role("mark").size * 1.7 }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length { side(style) }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let side = side(style)
    let middle = place.frame.y + style.role("body").leading / 2
    let frame = Rect(x: place.frame.x, y: middle - side / 2, width: side, height: side)
    let owner = structure.add(.paragraph, in: place.reading)
    let marks = MarkDrawing(style: style)
    if isBlank {
      marks.outlinedDisc(letter, in: frame, owner, &page)
    } else {
      marks.disc(letter, in: frame, owner, &page)
    }
    return []
  }
}
