import Languages
import LayoutModel
import LocatedYAML
import PageModel

/// What scores of 1, 3 and 5 mean, criterion by criterion side by side; only beside guiding questions.
struct ScalesBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "scales", accepts: nil)

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    guard sheet.state == .prompts else { return .nothing }
    let scales = cell.definition.criteria.map { key in
      Scales.Scale(
        name: sheet.catalogue.phrase(key + ".label"),
        steps: ["1", "3", "5"].map { ($0, sheet.catalogue.phrase("\(key).anchors.\($0)")) })
    }
    return scales.isEmpty ? .nothing : .drawing(Scales(scales: scales))
  }
}

private struct Scales: Drawing {
  struct Scale {
    var name: String
    var steps: [(score: String, words: String)]
  }

  var scales: [Scale]

  private func gap(_ style: PageStyle) -> Length { style.unit * 4 }
  private func measure(_ width: Length, _ style: PageStyle) -> Length {
    (width - gap(style) * Double(scales.count - 1)) / Double(scales.count)
  }
  private func indent(_ style: PageStyle) -> Length { style.unit * 2.5 }

  private func height(of scale: Scale, _ width: Length, _ style: PageStyle, _ typesetter: Typesetter)
    -> Length
  {
    let role = style.role("caption")
    return scale.steps.reduce(role.leading) { sum, step in
      sum + role.leading
        * Double(typesetter.lines(step.words, role, width: width - indent(style)).count)
    }
  }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let measure = measure(width, style)
    return scales.map { height(of: $0, measure, style, typesetter) }.max() ?? .zero
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let role = style.role("caption")
    let measure = measure(place.frame.width, style)
    for (index, scale) in scales.enumerated() {
      let x = place.frame.x + (measure + gap(style)) * Double(index)
      let name = structure.add(.paragraph, in: place.reading)
      let list = structure.add(.list, in: place.reading)
      var y = place.frame.y
      page.paragraph(
        scale.name, role, at: Point(x, y), width: measure, colour: style.accent, owner: name)
      y += role.leading
      for step in scale.steps {
        let item = structure.addItem(.painted, in: list)
        page.paragraph(
          step.score, role, at: Point(x, y), width: indent(style), colour: style.accent,
          owner: item.label ?? item.words)
        y += page.paragraph(
          step.words, role, at: Point(x + indent(style), y), width: measure - indent(style),
          owner: item.words)
      }
    }
    return []
  }
}
