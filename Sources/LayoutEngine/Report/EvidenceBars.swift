import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import WorkbookModel

/// How many statements of each tool are assumed, observed and confirmed.
struct EvidenceBars: Drawing {
  private let rows: [(name: String, count: EvidenceCounts.Count)]
  private let names: [(evidence: Evidence, name: String)]

  init(_ facts: WorkbookFacts, _ catalogue: Catalogue) {
    rows = EvidenceCounts(facts.workbook).counts.map { (catalogue.phrase($0.tool.phrase), $0.count) }
    names = Self.order.map { ($0, catalogue.phrase($0.phrase)) }
  }

  /// The surest at the start.
  private static let order: [Evidence] = [.confirmed, .observed, .assumption]

  private func step(_ style: PageStyle) -> Length { style.role("report-table").leading + style.unit }
  private func keyHeight(_ style: PageStyle) -> Length { step(style) + style.unit }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length { keyHeight(style) + self.step(style) * Double(rows.count) }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let role = style.role("report-table")
    let caption = style.role("caption")
    let words = rows.map { "\($0.name): \($0.count.total)" }
    let owner = place.figure(words.joined(separator: "; "), &structure)
    let frame = place.frame
    let label = min(
      rows.map { page.typesetter.width($0.name, role) }.max() ?? .zero, frame.width * 0.4)
    let start = frame.x + label + style.unit * 3
    let figures = style.unit * 8
    let most = rows.map(\.count.total).max() ?? 1
    let unit = (frame.maxX - figures - start) / Double(max(most, 1))
    var x = start
    for (evidence, name) in names {
      let side = style.unit * 1.75
      let baseline = frame.y + page.typesetter.baseline(caption)
      let middle = baseline - page.typesetter.capHeight(caption) / 2
      draw(Rect(x: x, y: middle - side / 2, width: side, height: side), evidence, owner.owner, on: &page)
      x += side + style.unit
      page.paragraph(name, caption, at: Point(x, frame.y), width: frame.width, owner: owner)
      x += page.typesetter.width(name, caption) + style.unit * 3
    }
    var y = frame.y + keyHeight(style)
    for (name, count) in rows {
      let baseline = y + page.typesetter.baseline(role)
      page.paragraph(name, role, at: Point(frame.x, y), width: label * 1.02, owner: owner)
      let bar = style.unit * 2.25
      let middle = baseline - page.typesetter.capHeight(role) / 2
      var x = start
      for (evidence, number) in zip(Self.order, [count.confirmed, count.observed, count.assumption])
      where number > 0 {
        let width = unit * Double(number)
        draw(Rect(x: x, y: middle - bar / 2, width: width, height: bar), evidence, owner.owner, on: &page)
        x += width
      }
      page.paragraph(
        String(count.total), role, at: Point(x + style.unit, y), width: figures,
        colour: style.colour("quiet"),
        owner: owner)
      y += step(style)
    }
    return []
  }

  private func draw(
    _ rect: Rect, _ evidence: Evidence, _ owner: DisplayItem.Owner, on page: inout PageBuilder
  ) {
    let style = page.style
    let line = Stroke(width: style.hairline * 1.5, colour: style.accent)
    switch evidence {
    case .confirmed: page.path(.rectangle(rect), fill: style.accent, stroke: line, owner: owner)
    case .observed: page.path(.rectangle(rect), fill: style.accent.tint(0.3), stroke: line, owner: owner)
    case .assumption:
      page.path(
        .rectangle(rect), fill: style.colour("paper"),
        stroke: Stroke(
          width: style.hairline * 1.5, colour: style.colour("quiet"),
          dashes: [style.unit * 0.6, style.unit * 0.45]), owner: owner)
    }
  }
}
