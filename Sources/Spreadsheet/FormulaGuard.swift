/// Keeps texts from being run as formulas: an apostrophe goes before one that a spreadsheet would calculate, and comes
/// off again. A text that has such apostrophes of its own gets one more, so that every text comes back as it was.
package enum FormulaGuard {
  package static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  package static func unguarded(_ cell: String) -> String {
    cell.hasPrefix("'") && isFormula(cell) ? String(cell.dropFirst()) : cell
  }

  /// Apostrophes or none, and then what begins a formula.
  private static func isFormula(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != "'" }.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
  }
}
