import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// The foot of a sheet: its licence line, who led the workshop, the sheet's number.
struct CreditBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "credit", accepts: nil)

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    var texts: [FlowParagraph] = []
    if let licence = cell.canvas.licence {
      texts.append(FlowParagraph(sheet.catalogue.phrase(licence), role: "caption"))
    }
    if let facilitator = sheet.workbook.project.facilitator {
      let label = sheet.catalogue.phrase("header.facilitator")
      texts.append(
        FlowParagraph(Text("\(label): \(facilitator.string)", at: facilitator.span), role: "caption"))
    }
    return .drawing(SheetFoot(texts: texts, facilitator: sheet.catalogue.phrase("header.facilitator")))
  }
}

private struct SheetFoot: Drawing {
  var texts: [FlowParagraph]
  /// What the longest of them is called where it is carried on.
  var facilitator: String

  /// Longer texts run on to another sheet.
  private static let mostLines = 2
  /// Of the foot's width, kept for the sheet's number.
  private static let folioShare = 0.14

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let flows = set(width: width, style, typesetter)
    let lines = max(1, flows.map { min($0.lines.count, Self.mostLines) }.max() ?? 1)
    return style.role("caption").leading * Double(lines) + style.unit
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    let role = style.role("caption")
    page.rule(from: Point(frame.x, frame.y), to: Point(frame.maxX, frame.y), style.colour("rule"))
    let top = frame.y + style.unit
    page.folio = Point(frame.maxX, top + page.typesetter.baseline(role))
    var leftovers: [Leftover] = []
    var x = frame.x
    for flow in set(width: frame.width, style, page.typesetter) {
      let count = flow.lines.count <= Self.mostLines ? flow.lines.count : Self.mostLines - 1
      var y = top
      for line in flow.lines.prefix(count) {
        page.text(
          line.line, role, at: Point(x, y + page.typesetter.baseline(role)), owner: .pagination,
          origin: flow.items[line.item].origin)
        y += role.leading
      }
      let rest = flow.rest(after: count)
      if !rest.isEmpty {
        let right = Point(x + flow.width, y + page.typesetter.baseline(role))
        let name = place.name.isEmpty ? facilitator : place.name
        leftovers.append(
          Leftover(name: name, items: rest, marker: Leftover.Marker(right: right, width: flow.width)))
      }
      x += flow.width + style.unit * 4
    }
    return leftovers
  }

  private func set(width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> [SetFlow] {
    let setter = FlowSetter(typesetter: typesetter, style: style)
    let count = Double(max(1, texts.count))
    let share = (width * (1 - Self.folioShare) - style.unit * 4 * (count - 1)) / count
    let natural = texts.map { typesetter.width($0.text, style.role("caption")) + .mm(0.5) }
    // One text may be long while another is short: each takes what it needs if all fit on a line.
    let fits = natural.reduce(.zero, +) + style.unit * 4 * (count - 1) <= width * (1 - Self.folioShare)
    return zip(texts, natural).map { text, wide in
      setter.set([FlowItem(paragraphs: [text])], width: fits ? wide : share, step: .natural)
    }
  }
}
