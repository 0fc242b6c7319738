import LayoutModel
import PageModel

/// Shares the elements of a repeated track out to as many sheets as keep its columns readable.
enum TrackWindows {
  /// No column of a repeated track is narrower, in units.
  private static let narrowest = 15.0

  /// One window a sheet, of nearly equal length; nothing when all elements fit on one.
  static func windows(
    of canvas: CanvasDefinition, _ data: SheetData, _ style: PageStyle
  ) -> [SheetData.Window?] {
    guard let track = canvas.columns.first(where: { $0.per != nil }), let path = track.per else {
      return [nil]
    }
    let count = data.elements(path).count
    let gap = canvas.columnGap.length(unit: style.unit)
    let fixed = canvas.columns.reduce(Length.zero) { sum, column in
      if case .fixed(let length) = column.extent { sum + length.length(unit: style.unit) + gap } else { sum }
    }
    let room = SheetFrame(canvas: canvas, style: style).body.width - fixed + gap
    let most = max(1, Int(room / (style.unit * narrowest + gap)))
    guard count > most else { return [nil] }
    let sheets = (count + most - 1) / most
    return (0..<sheets).map { sheet in
      SheetData.Window(path: path.steps, range: count * sheet / sheets..<count * (sheet + 1) / sheets)
    }
  }
}
