import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import WorkbookModel

/// Which letter of the matrix stands for which solution; those that could not be placed come last.
struct PlotKeyBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "plotKey") { shape in
    if case .list(.record(let record), _) = shape { record.name == Solution.table.name } else { false }
  }

  var setsItsPrompts: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    guard sheet.state == .filled else {
      return .drawing(
        LetteredLines(
          prompts: sheet.state == .prompts
            ? sheet.words(cell.definition.prompts, element: nil).map(\.string) : []))
    }
    let plotted = PlottedSolutions(cell.value, sheet.facts)
    func item(_ entry: PlottedSolutions.Entry, _ details: String) -> FlowItem? {
      guard let name = entry.solution.name else { return nil }
      var item = FlowItem(paragraphs: [
        FlowParagraph(name, role: "body"), FlowParagraph(details, role: "caption"),
      ])
      item.marker = FlowItem.Marker(sign: .letter(entry.letter))
      return item
    }
    let items = plotted.byRank.compactMap { entry -> FlowItem? in
      guard let place = entry.place else {
        return item(entry, sheet.catalogue.phrase(entry.isLinked ? "matrix.unranked" : "matrix.unlinked"))
      }
      let words = RankWords(place: place, catalogue: sheet.catalogue)
      return item(
        entry,
        [words.rank, words.sums, words.quadrant, words.front].compactMap { $0 }.joined(separator: " · "))
    }
    return items.isEmpty ? .nothing : .flow(items)
  }
}

/// Lines to write solutions on, each after its letter.
private struct LetteredLines: Drawing {
  var prompts: [String]

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length { style.role("body").leading * 4 }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    var y = place.frame.y
    for prompt in prompts {
      y += page.paragraph(
        prompt, style.role("prompt"), at: Point(place.frame.x, y), width: place.frame.width,
        owner: structure.add(.paragraph, in: place.reading))
    }
    let letters = structure.add(.paragraph, in: place.reading)
    let step = style.role("body").leading * 1.9
    let side = style.role("mark").size * 1.7
    var number = 0
    while y + step <= place.frame.maxY, number < 16 {
      y += step
      let disc = Rect(x: place.frame.x, y: y - side * 1.1, width: side, height: side)
      MarkDrawing(style: style).outlinedDisc(Letters[number], in: disc, letters, &page)
      page.rule(
        from: Point(disc.maxX + style.unit, y), to: Point(place.frame.maxX, y), style.colour("writing"))
      number += 1
    }
    return []
  }
}
