import LayoutModel
import LocatedYAML
import PageModel

/// A stage's name on a band that points to the next one.
struct StageBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "stage") { shape in
    if case .text = shape { true } else { false }
  }

  var showsOnBlank: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    .drawing(StageBand(texts: sheet.texts(cell.value).map { FlowParagraph($0, role: "heading") }))
  }
}

private struct StageBand: Drawing {
  var texts: [FlowParagraph]

  /// A long name runs on to another sheet rather than fill this one.
  private static let mostLines = 3

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let role = style.role("heading", scale: step.scale)
    let lines = set(style, typesetter, step).lines(width: width - style.unit * 3)
    return role.leading * Double(min(max(1, lines), Self.mostLines)) + style.unit * 2
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    let notch = style.unit * 1.25
    // The bands meet in the middle of the gaps, but for a hair's breadth; the first and last end with the sheet's grid.
    let index = place.columns.firstIndex { $0.x == frame.x } ?? 0
    let gap = index + 1 < place.columns.count ? place.columns[index + 1].x - frame.maxX : .zero
    let before = index > 0 ? frame.x - place.columns[index - 1].maxX : .zero
    let start = frame.x - before / 2 + (index > 0 ? style.unit * 0.25 : .zero)
    let end = frame.maxX + gap / 2 - style.unit * 0.25
    let isFirst = index == 0
    let isLast = index + 1 == place.columns.count
    let tip = isLast ? frame.maxX : end + notch
    let shoulder = isLast ? frame.maxX - notch : end
    let band = Path.polygon([
      Point(start, frame.y), Point(shoulder, frame.y), Point(tip, frame.midY), Point(shoulder, frame.maxY),
      Point(start, frame.maxY), Point(isFirst ? start : start + notch, frame.midY),
    ])
    page.ground(band)
    let role = style.role("heading", scale: place.step.scale)
    let flow = set(style, page.typesetter, place.step).flow(width: frame.width - style.unit * 3)
    let isWhole = flow.lines.count <= Self.mostLines
    let room = isWhole ? flow.lines.count : Self.mostLines - 1
    let height = role.leading * Double(min(flow.lines.count, Self.mostLines))
    FlowDrawing(flow: flow, step: place.step).draw(
      room, at: Point(frame.x + style.unit * 0.75, frame.midY - height / 2), on: &page,
      &structure, in: ReadingPlace(structure.add(.heading2, in: place.reading)))
    let rest = flow.rest(after: room)
    guard !rest.isEmpty else { return [] }
    let marker = Leftover.Marker(
      right: Point(frame.maxX, frame.midY + height / 2 - role.leading + page.typesetter.baseline(role)),
      width: frame.width - style.unit)
    return [Leftover(name: place.name, items: rest, marker: marker)]
  }

  private func set(_ style: PageStyle, _ typesetter: Typesetter, _ step: LadderStep) -> Setting {
    Setting(texts: texts, setter: FlowSetter(typesetter: typesetter, style: style), step: step)
  }

  private struct Setting {
    var texts: [FlowParagraph]
    var setter: FlowSetter
    var step: LadderStep

    func flow(width: Length) -> SetFlow {
      setter.set(texts.map { FlowItem(paragraphs: [$0]) }, width: width, step: step)
    }

    func lines(width: Length) -> Int { flow(width: width).lines.count }
  }
}
