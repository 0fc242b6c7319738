import Languages
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// What the marks of the utility map mean, side by side.
struct LegendBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "legend", accepts: nil)

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    .drawing(
      MarkLegend(entries: UtilityMarkKind.allCases.map { ($0, sheet.catalogue.phrase($0.phrase)) }))
  }
}

private struct MarkLegend: Drawing {
  var entries: [(kind: UtilityMarkKind, words: String)]

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length { style.role("label").leading }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let role = style.role("label")
    let list = structure.add(.list, in: place.reading)
    let side = role.size * 1.4
    var x = place.frame.x
    let middle = place.frame.y + role.leading / 2
    for (kind, words) in entries {
      MarkDrawing(style: style).utility(
        kind, in: Rect(x: x, y: middle - side / 2, width: side, height: side), .decoration, &page)
      x += side + style.unit * 0.75
      page.paragraph(
        words, role, at: Point(x, place.frame.y), width: page.typesetter.width(words, role) + .mm(1),
        owner: structure.addItem(in: list).words)
      x += page.typesetter.width(words, role) + style.unit * 4
    }
    return []
  }
}
