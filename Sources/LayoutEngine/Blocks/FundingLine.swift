import Diagnostics
import LayoutModel
import PageModel

/// Who pays for the workshop, at the foot of every sheet: a logo and a statement beside it.
struct FundingLine {
  var statement: FlowParagraph?
  var logo: Picture?
  var logoID: PictureID?
  var origin: Span?
  /// The logo may not be printed narrower.
  var minimum: Length
  var alternative: String

  /// Longer statements run on to another sheet.
  private static let mostLines = 2
  /// Of the foot's width, what a logo takes.
  private static let mostOfWidth = 0.45
  /// How high a logo is of itself, and at most, in units.
  private static let logoHeight = (usual: 6.0, most: 10.0)

  func height(width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    let size = logoSize(style, within: width)
    let lines = min(
      Self.mostLines, flow(width: textWidth(width, size, style), style, typesetter)?.lines.count ?? 0)
    let text = style.role("caption").leading * Double(lines)
    return max(text, size?.height ?? .zero) + style.unit
  }

  /// At its usual height, or as wide as it must be if that is not too high for a foot.
  func logoSize(_ style: PageStyle, within width: Length) -> Size? {
    guard let logo, logo.width > 0, logo.height > 0 else { return nil }
    let height = max(
      style.unit * Self.logoHeight.usual, min(minimum / logo.shape, style.unit * Self.logoHeight.most))
    // However wide its shape, it leaves half of the foot to the statement.
    let most = width * Self.mostOfWidth
    return height * logo.shape <= most
      ? Size(height * logo.shape, height) : Size(most, most / max(logo.shape, 0.01))
  }

  func draw(
    in area: Rect, _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let size = logoSize(style, within: area.width)
    let top = area.y + style.unit
    if let size, let logoID {
      page.picture(
        logoID, in: Rect(x: area.x, y: top, width: size.width, height: size.height), fit: .fits,
        owner: structure.addFigure(alternative, in: place.reading).owner, origin: origin)
    }
    guard let flow = flow(width: textWidth(area.width, size, style), style, page.typesetter) else {
      return []
    }
    let role = style.role("caption")
    let x = area.x + (size.map { $0.width + style.unit * 2 } ?? .zero)
    let shown = flow.lines.count <= Self.mostLines ? flow.lines.count : Self.mostLines - 1
    let height = role.leading * Double(min(flow.lines.count, Self.mostLines))
    var y = top + max(.zero, ((size?.height ?? height) - height) / 2)
    let owner = structure.add(.paragraph, in: place.reading)
    for line in flow.lines.prefix(shown) {
      page.text(
        line.line, role, at: line.line.start(Point(x, y + page.typesetter.baseline(role)), role),
        owner: owner,
        origin: flow.items[line.item].origin)
      y += role.leading
    }
    let rest = flow.rest(after: shown)
    guard !rest.isEmpty else { return [] }
    let right = Point(x + flow.width, y + page.typesetter.baseline(role))
    return [
      Leftover(
        name: alternative, items: rest, marker: Leftover.Marker(right: right, width: flow.width))
    ]
  }

  private func textWidth(_ width: Length, _ size: Size?, _ style: PageStyle) -> Length {
    // A line of a foot that runs over a whole poster is not read.
    min(width - (size.map { $0.width + style.unit * 2 } ?? .zero), style.unit * 150)
  }

  private func flow(width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> SetFlow? {
    statement.map {
      FlowSetter(typesetter: typesetter, style: style).set(
        [FlowItem(paragraphs: [$0])], width: width, step: .natural)
    }
  }
}
