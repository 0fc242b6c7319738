import LayoutModel
import PageModel

/// Where cells and lines lie on the page.
extension SheetComposer {
  func rect(_ instance: CellInstance, _ rows: [Length]) -> Rect {
    let start = columns[instance.columns.lowerBound].start
    let last = columns[instance.columns.upperBound - 1]
    return Rect(
      x: frame.body.x + start, y: top(instance.rows.lowerBound, rows), width: last.start + last.size - start,
      height: height(instance.rows, rows))
  }

  func top(_ row: Int, _ rows: [Length]) -> Length {
    let y = rows.prefix(row).reduce(frame.body.y) { $0 + $1 + rowGap }
    return frame.body.y + GridSolver.snap(y - frame.body.y, rowUnit)
  }

  func height(_ range: Range<Int>, _ rows: [Length]) -> Length {
    top(range.upperBound, rows) - rowGap - top(range.lowerBound, rows)
  }

  func width(_ instance: CellInstance) -> Length {
    let last = columns[instance.columns.upperBound - 1]
    return last.start + last.size - columns[instance.columns.lowerBound].start
  }

  func headingWidth(_ instance: CellInstance) -> Length {
    guard let range = instance.headingColumns else { return width(instance) }
    let last = columns[range.upperBound - 1]
    return last.start + last.size - columns[range.lowerBound].start
  }

  /// The repeated track's columns on the page, or all where none repeats.
  var columnRects: [Rect] {
    (repeated ?? columns.indices).map { index in
      Rect(
        x: frame.body.x + columns[index].start, y: frame.body.y, width: columns[index].size,
        height: frame.body.height)
    }
  }
}
