import LayoutModel

/// Columns of a filled table in which no row has anything: the others take their room.
enum EmptyColumns {
  /// The canvas without them; `whole` is the table on an endless sheet.
  static func removed(from whole: SheetComposer) -> CanvasDefinition {
    guard let table = whole.repeatedRows, !table.isEmpty, whole.data.state == .filled else {
      return whole.canvas
    }
    let rows = whole.instances.filter { table.contains($0.rows.lowerBound) }
    let empty = whole.canvas.columns.indices.filter { column in
      let cells = rows.filter { $0.columns == column..<column + 1 }
      return !cells.isEmpty && cells.allSatisfy(\.isEmpty)
    }
    guard !empty.isEmpty, empty.count < whole.canvas.columns.count else { return whole.canvas }
    return whole.canvas.removing(columns: Set(empty))
  }
}

extension CellInstance {
  /// Nothing of the workbook stands in it.
  fileprivate var isEmpty: Bool {
    if case .nothing = content { ticks == nil && missing == nil } else { false }
  }
}
