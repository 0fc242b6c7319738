/// Cells between bars, lined up where that leaves lines short enough to read.
enum MarkdownTable {
  private static let longestLine = 100

  static func lines(_ head: [String], _ alignments: [ReportTable.Alignment], _ rows: [[String]]) -> [String] {
    var widths = head.indices.map { column in
      ([head] + rows).reduce(3) { max($0, $1[safe: column]?.count ?? 0) }
    }
    if widths.reduce(1, { $0 + $1 + 3 }) > longestLine { widths = widths.map { _ in 0 } }
    let rules = zip(alignments, widths).map { rule($0, width: max(3, $1)) }
    return ([head, rules] + rows).map { row in
      let cells = widths.indices.map { column in
        let text = row[safe: column] ?? ""
        let gap = String(repeating: " ", count: max(0, widths[column] - text.count))
        return column < alignments.count && alignments[column] == .end ? gap + text : text + gap
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
  }

  private static func rule(_ alignment: ReportTable.Alignment, width: Int) -> String {
    switch alignment {
    case .start: String(repeating: "-", count: width)
    case .middle: ":" + String(repeating: "-", count: width - 2) + ":"
    case .end: String(repeating: "-", count: width - 1) + ":"
    }
  }
}
