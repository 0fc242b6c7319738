import LayoutModel
import PageModel

/// The page of a sheet and the part of it that the grid fills: whole units across, whole half-lines down.
struct SheetFrame {
  let size: Size
  let body: Rect
  /// Cells start and end on multiples of it from left to right.
  let unit: Length
  /// Half of the body's leading; cells start and end on multiples of it from top to bottom, so that the lines of
  /// neighbouring cells stand on one grid.
  let line: Length

  init(canvas: CanvasDefinition, style: PageStyle) {
    size = style.paper.size(canvas.orientation)
    unit = style.unit
    line = style.role("body").leading / 2
    let margin = canvas.margin?.length(unit: unit) ?? unit * (style.paper.isPoster ? 8 : 6)
    // The long side is no whole number of units: what is over goes to both margins alike. Heads start at the same height.
    let width = unit * ((size.width - margin * 2) / unit + 0.001).rounded(.down)
    let height = line * ((size.height - margin * 2) / line + 0.001).rounded(.down)
    body = Rect(x: (size.width - width) / 2, y: margin, width: width, height: height)
  }
}
