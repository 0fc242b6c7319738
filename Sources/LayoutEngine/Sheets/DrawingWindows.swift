import LayoutModel
import PageModel

/// Shares out a drawing that one sheet does not hold: each of several sheets shows a part that makes sense by itself.
enum DrawingWindows {
  static func canTakeSeveralSheets(_ canvas: CanvasDefinition) -> Bool {
    canvas.cells.contains { BlockRegister.block(named: $0.block)?.takesSeveralSheets == true }
  }

  /// One window a sheet; nothing when a rung of the ladder brings all of it on to one.
  static func windows(of whole: SheetComposer) -> [SheetData.Window?] {
    for instance in whole.instances {
      guard case .drawing(let drawing) = instance.content, drawing.climbsLadder else { continue }
      let rows = whole.overflow(.natural).rows
      let isWhole = SheetComposer.ladder(whole.style).contains { whole.overflow($0).over.isEmpty }
      guard !isWhole else { return [nil] }
      let shares = drawing.shares(
        height: whole.height(instance.rows, rows), columns: whole.columnRects,
        ladder: SheetComposer.ladder(whole.style), whole.style, whole.typesetter)
      guard shares.count > 1 else { return [nil] }
      return shares.map { SheetData.Window(path: [], range: $0) }
    }
    return [nil]
  }
}
