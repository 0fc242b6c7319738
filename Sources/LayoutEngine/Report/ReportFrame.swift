import LayoutModel
import PageModel

/// The page of a report: a narrow column at the start for labels, captions and references, a wide one for prose.
struct ReportFrame {
  let size: Size
  /// What all lines stand on: the leading of the text.
  let leading: Length
  /// Where labels and captions stand.
  let side: (x: Length, width: Length)
  /// Where prose stands.
  let main: (x: Length, width: Length)
  let top: Length
  /// How many lines a page has.
  let lines: Int

  private static let margin = Length.mm(20)
  private static let sideWidth = Length.mm(40)
  private static let gap = Length.mm(7)
  private static let below = Length.mm(27)

  init(paper: Paper, style: PageStyle) {
    size = paper.size(.portrait)
    leading = style.role("report-text").leading
    side = (Self.margin, Self.sideWidth)
    let x = Self.margin + Self.sideWidth + Self.gap
    main = (x, size.width - x - Self.margin)
    top = .mm(33)
    lines = Int(((size.height - top - Self.below) / leading).rounded(.down))
  }

  var height: Length { leading * Double(lines) }
  var bottom: Length { top + height }
  /// Both columns.
  var wide: (x: Length, width: Length) { (side.x, main.x + main.width - side.x) }
  /// Where the running head and foot stand.
  var headBaseline: Length { .mm(18) }
  var footBaseline: Length { size.height - .mm(13) }

  /// As many whole lines as a height takes.
  func lines(_ height: Length) -> Length { leading * ((height / leading) - 0.001).rounded(.up) }
}
