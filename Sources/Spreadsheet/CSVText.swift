/// Rows of cells as the text of a CSV file.
package enum CSVText {
  /// Begins with a byte-order mark, by which spreadsheets know UTF-8, and ends lines as RFC 4180 asks.
  package static func written(_ rows: [[String]], separator: CSVSeparator) -> String {
    "\u{FEFF}"
      + rows.map { row in row.map(cell).joined(separator: String(separator.character)) + "\r\n" }.joined()
  }

  /// Between quotes where a separator, a quote or a line end would be taken for the table's own. Either separator
  /// counts: a spreadsheet may split at the wrong one.
  private static func cell(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { !",;\"\r\n".unicodeScalars.contains($0) }
    return isPlain
      ? text : "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
