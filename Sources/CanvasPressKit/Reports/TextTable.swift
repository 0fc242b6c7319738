import Diagnostics

/// Columns of words for a terminal. One column gives way: what is too long for it goes on in the next line.
struct TextTable {
  let heads: [String]
  let rows: [[String]]
  /// The column that gives way.
  let flexible: Int
  let width: Int

  private static let gap = 2
  private static let leastFlexible = 18

  /// The flexible column has room for a few words.
  var fits: Bool {
    let widest = naturalWidths
    return fixed(widest) + min(widest[flexible], Self.leastFlexible) <= width
  }

  private var naturalWidths: [Int] {
    heads.indices.map { column in
      ([heads[column]] + rows.map { $0[column] }).map(TextColumns.width).max() ?? 0
    }
  }

  /// What the other columns and the gaps take.
  private func fixed(_ widths: [Int]) -> Int {
    widths.enumerated().reduce(0) { $0 + ($1.offset == flexible ? 0 : $1.element + Self.gap) }
  }

  var lines: [String] {
    var widths = naturalWidths
    widths[flexible] = min(widths[flexible], max(Self.leastFlexible, width - fixed(widths)))
    return ([heads] + rows).flatMap { lines(of: $0, widths) }
  }

  private func lines(of row: [String], _ widths: [Int]) -> [String] {
    let parts = Self.wrapped(row[flexible], to: widths[flexible])
    return parts.indices.map { line in
      let cells = row.indices.map { column -> String in
        let text = column == flexible ? parts[line] : line == 0 ? row[column] : ""
        return text + String(repeating: " ", count: max(0, widths[column] - TextColumns.width(of: text)))
      }
      var text = cells.joined(separator: String(repeating: " ", count: Self.gap))
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// Broken between words; a word longer than a line is kept whole.
  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = String(word)
      } else if TextColumns.width(of: lines[lines.count - 1]) + 1 + TextColumns.width(of: word) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
