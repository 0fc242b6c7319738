import Diagnostics
import LocatedYAML

/// Reads the picture of a grid: one line a row, one word a column, a name for each rectangle.
enum AreaMap {
  struct Area {
    var name: String
    var columns: Range<Int>
    var rows: Range<Int>
    /// The name's first word in the picture.
    var span: Span?
  }

  /// A word that names no area.
  private static let empty = "."

  static func read(_ lines: [Text], columns: Int, rows: Int, _ reading: inout Reading) -> [Area] {
    if lines.count != rows, !lines.isEmpty {
      reading.report(
        Diagnostic(
          fault: "layout/rows-uneven", at: lines[min(lines.count - 1, rows)].span,
          ["found": .count(lines.count), "expected": .count(rows)]))
      return []
    }
    let picture = lines.map(words)
    for (line, words) in zip(lines, picture) where words.count != columns {
      reading.report(
        Diagnostic(
          fault: "layout/columns-uneven", at: line.span,
          ["found": .count(words.count), "expected": .count(columns)]))
    }
    guard picture.allSatisfy({ $0.count == columns }) else { return [] }
    var areas: [Area] = []
    for (row, words) in picture.enumerated() {
      for (column, word) in words.enumerated() where word.string != empty {
        if areas.contains(where: {
          $0.name == word.string && $0.rows.contains(row) && $0.columns.contains(column)
        }) {
          continue
        }
        guard !areas.contains(where: { $0.name == word.string }) else {
          reading.report(
            Diagnostic(fault: "layout/area-not-rectangular", at: word.span, ["area": .text(word.string)]))
          continue
        }
        areas.append(rectangle(word, picture, row: row, column: column, &reading))
      }
    }
    return areas
  }

  /// The largest rectangle of a name from its first word, which must hold all its words.
  private static func rectangle(
    _ word: Text, _ picture: [[Text]], row: Int, column: Int, _ reading: inout Reading
  ) -> Area {
    let name = word.string
    var right = column
    while right < picture[row].count, picture[row][right].string == name { right += 1 }
    var bottom = row
    while bottom < picture.count, picture[bottom][column].string == name { bottom += 1 }
    for line in row..<bottom {
      if let odd = picture[line][column..<right].first(where: { $0.string != name }) {
        reading.report(Diagnostic(fault: "layout/area-not-rectangular", at: odd.span, ["area": .text(name)]))
        break
      }
    }
    return Area(name: name, columns: column..<right, rows: row..<bottom, span: word.span)
  }

  /// The words of a line, each with its own place.
  private static func words(_ line: Text) -> [Text] {
    var result: [Text] = []
    var offset = 0
    for piece in line.string.split(separator: " ", omittingEmptySubsequences: false) {
      if !piece.isEmpty {
        let span = line.span.map { span in
          let start = span.range.lowerBound + offset
          return Span(span.file, start..<min(start + piece.utf8.count, span.range.upperBound))
        }
        result.append(Text(String(piece), at: span))
      }
      offset += piece.utf8.count + 1
    }
    return result
  }
}
