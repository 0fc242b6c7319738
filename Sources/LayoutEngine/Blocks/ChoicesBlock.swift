import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel

/// All words of a field as boxes to tick, each with a line that explains it.
struct ChoicesBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "choices") { shape in
    if case .list(.word, _) = shape { true } else { false }
  }

  var setsItsPrompts: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    guard let list = cell.definition.ticks.first else { return .nothing }
    let chosen = TickArea.chosen(cell.value)
    let entries = list.words.map { word in
      return Choices.Entry(
        words: sheet.catalogue.phrase(list.group + "." + word),
        explanation: list.explanations.map { sheet.catalogue.phrase($0 + "." + word) },
        isChosen: chosen.contains(list.group + "." + word))
    }
    return .drawing(
      Choices(
        entries: entries, columns: cell.definition.textColumns,
        explains: sheet.state != .blank, isBlank: sheet.state != .filled))
  }
}

private struct Choices: Drawing {
  struct Entry {
    var words: String
    var explanation: String?
    var isChosen: Bool
  }

  var entries: [Entry]
  var columns: Int
  var explains: Bool
  var isBlank: Bool

  private func box(_ style: PageStyle) -> Length { style.unit * 2 }
  private func measure(_ width: Length, _ style: PageStyle) -> Length {
    (width - style.unit * 4 * Double(columns - 1)) / Double(columns)
  }

  private func height(of entry: Entry, _ width: Length, _ style: PageStyle, _ typesetter: Typesetter)
    -> Length
  {
    let text = width - box(style) - style.unit
    let label = style.role("label")
    let prompt = style.role("prompt")
    let words = label.leading * Double(typesetter.lines(entry.words, label, width: text).count)
    let lines = entry.explanation.map { typesetter.lines($0, prompt, width: text).count } ?? 0
    return max(box(style), words + (explains ? prompt.leading * Double(lines) : .zero))
  }

  private var rows: [[Entry]] {
    stride(from: 0, to: entries.count, by: columns).map {
      Array(entries[$0..<min($0 + columns, entries.count)])
    }
  }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let measure = measure(width, style)
    return rows.reduce(.zero) { sum, row in
      sum + (row.map { height(of: $0, measure, style, typesetter) }.max() ?? .zero) + style.unit * 1.5
    }
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let measure = measure(place.frame.width, style)
    let label = style.role("label")
    let list = structure.add(.list, in: place.reading)
    var y = place.frame.y
    for row in rows {
      var x = place.frame.x
      for entry in row {
        // Of a sheet for pens no box is ticked.
        var item = structure.addItem(
          isBlank ? .none : .told(page.words.box(isTicked: entry.isChosen)),
          inParts: explains && entry.explanation != nil, in: list)
        let side = box(style)
        TickArea.drawBox(
          Rect(x: x, y: y + label.leading / 2 - side / 2, width: side, height: side),
          isTicked: entry.isChosen, owner: item.markOwner, on: &page)
        let left = x + side + style.unit
        let width = measure - side - style.unit
        // Among ticked ones the others step back.
        let colour = isBlank || entry.isChosen ? style.colour("ink") : style.colour("quiet")
        var bottom = y
        bottom += page.paragraph(
          entry.words, label, at: Point(left, y), width: width, colour: colour, owner: item.words)
        if explains, let explanation = entry.explanation {
          structure.startPart(of: &item)
          page.paragraph(
            explanation, style.role("prompt"), at: Point(left, bottom), width: width, owner: item.words)
        }
        x += measure + style.unit * 4
      }
      y += (row.map { height(of: $0, measure, style, page.typesetter) }.max() ?? .zero) + style.unit * 1.5
    }
    return []
  }
}
