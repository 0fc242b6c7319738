import LayoutModel
import PageModel

/// The page of a sheet and the part of it that the grid fills, in whole units.
struct SheetFrame {
  let size: Size
  let body: Rect
  let unit: Length

  init(canvas: CanvasDefinition, style: PageStyle) {
    size = style.paper.size(canvas.orientation)
    unit = style.unit
    let margin = canvas.margin.length(unit: unit)
    // The long side is no whole number of units: what is over goes to both margins alike.
    let width = unit * ((size.width - margin * 2) / unit + 0.001).rounded(.down)
    let height = unit * ((size.height - margin * 2) / unit + 0.001).rounded(.down)
    body = Rect(x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
  }
}
