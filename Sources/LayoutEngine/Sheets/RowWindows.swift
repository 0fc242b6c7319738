import LayoutModel
import PageModel

/// Shares the rows of a table out to sheets: a row stands whole on one of them, unless it alone is higher.
enum RowWindows {
  /// A blank table has as many rows, or its questions go elsewhere.
  static let fewestRows = 3
  /// No table is set smaller for the sake of one sheet.
  private static let leastScale = 0.88

  /// One window a sheet; `whole` is the table on an endless sheet.
  static func windows(of whole: SheetComposer) -> [SheetData.Window?] {
    guard let table = whole.repeatedRows, let path = whole.canvas.repetition?.path.steps else { return [nil] }
    // A table that tighter spacing or a little smaller type brings on to one sheet needs no second.
    if whole.data.state == .filled, table.count > 1 {
      let overflow = SheetComposer.ladder(whole.style).filter { $0.scale >= leastScale }
      if overflow.contains(where: { whole.overflow($0).over.isEmpty && whole.fits($0) }) { return [nil] }
    }
    let needs = whole.rowNeeds(whole.needs(.natural))
    func height(_ row: Int) -> Length {
      if case .fixed(let length) = needs[row].extent { return length.length(unit: whole.style.unit) }
      return GridSolver.snapUp(needs[row].content, whole.frame.line)
    }
    let others = needs.indices.filter { !table.contains($0) }
    let fixed = others.reduce(Length.zero) { $0 + height($1) + whole.rowGap }
    // With n rows there are n more gaps, one of which is counted with each of the others.
    let room = whole.frame.body.height - fixed
    if whole.data.state != .filled {
      guard let row = table.first else { return [nil] }
      let copies = Int(((room + whole.rowGap) / (height(row) + whole.rowGap)).rounded(.down))
      return [SheetData.Window(path: path, range: 0..<1, copies: max(1, copies))]
    }
    var windows: [SheetData.Window?] = []
    var start = 0
    var used = Length.zero
    for (index, row) in table.enumerated() {
      let needed = height(row) + (index == start ? .zero : whole.rowGap)
      if index > start, used + needed > room + .mm(0.01) {
        windows.append(SheetData.Window(path: path, range: start..<index))
        start = index
        used = height(row)
      } else {
        used += needed
      }
    }
    windows.append(SheetData.Window(path: path, range: start..<table.count))
    return windows
  }
}
