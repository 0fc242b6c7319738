/// Finds the lines between neighbouring cells of a grid, joined where they continue each other.
struct GridRules {
  enum Segment: Hashable {
    /// At the start of a column, over rows.
    case vertical(Int, Range<Int>)
    /// At the top of a row, over columns.
    case horizontal(Int, Range<Int>)
  }

  let segments: [Segment]

  /// A table has lines only between its rows.
  init(
    cells: [(columns: Range<Int>, rows: Range<Int>, group: String)], columns: Int, rows: Int,
    isTable: Bool = false
  ) {
    var owner = [[String?]](repeating: [String?](repeating: nil, count: columns), count: rows)
    for cell in cells {
      for row in cell.rows { for column in cell.columns { owner[row][column] = cell.group } }
    }
    var segments: [Segment] = []
    for column in 1..<max(1, columns) where !isTable {
      Self.runs(rows) { row in
        guard let left = owner[row][column - 1], let right = owner[row][column] else { return false }
        return left != right
      }.forEach { segments.append(.vertical(column, $0)) }
    }
    for row in 1..<max(1, rows) {
      var runs = Self.runs(columns) { column in
        guard let above = owner[row - 1][column], let below = owner[row][column] else { return false }
        return above != below
      }
      // The empty corner of a table: the line under its head begins with the rows below it.
      if let only = runs.first, runs.count == 1, only.upperBound == columns,
        (0..<only.lowerBound).allSatisfy({ owner[row - 1][$0] == nil && owner[row][$0] != nil })
      {
        runs = [0..<columns]
      }
      runs.forEach { segments.append(.horizontal(row, $0)) }
    }
    self.segments = segments
  }

  /// Stretches of positions for which something holds.
  private static func runs(_ count: Int, _ holds: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for position in 0..<count where holds(position) {
      if let last = runs.last, last.upperBound == position {
        runs[runs.count - 1] = last.lowerBound..<position + 1
      } else {
        runs.append(position..<position + 1)
      }
    }
    return runs
  }
}
