package import Diagnostics

/// The rows of a CSV file (RFC 4180), each cell with its place. The first row names the columns.
package struct CSVTable: Sendable {
  package private(set) var head: [Text] = []
  /// As many cells in each as the head has; rows without a word are left out.
  package private(set) var rows: [[Text]] = []

  /// Reads commas or semicolons, whichever comes first in the head, lines ended by LF or CRLF, with a byte-order mark
  /// or without. Broken quoting ends it: what follows may be inside a cell or not.
  package static func read(_ file: SourceFile) -> (table: CSVTable, diagnostics: [Diagnostic]) {
    var scanner = CSVScanner(file)
    var table = CSVTable()
    var diagnostics: [Diagnostic] = []
    while let row = scanner.row() {
      guard row.contains(where: { !$0.string.isEmpty }) else { continue }
      if table.head.isEmpty {
        table.head = row
      } else if row.count == table.head.count {
        table.rows.append(row)
      } else {
        diagnostics.append(
          Diagnostic(
            fault: "csv/row-length", at: row[0].span,
            ["found": .count(row.count), "expected": .count(table.head.count)]))
      }
    }
    if let fault = scanner.fault { diagnostics.append(fault) }
    if table.head.isEmpty, diagnostics.isEmpty {
      diagnostics.append(Diagnostic(fault: "file/empty", at: Span(file, 0..<0)))
    }
    return (table, diagnostics)
  }
}
