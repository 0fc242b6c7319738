/// What stands between the cells of a row: a semicolon where the comma marks decimals.
package enum CSVSeparator: String, Sendable, CaseIterable {
  case comma, semicolon

  /// What spreadsheets of a language expect.
  package static func usual(decimalMark: String) -> CSVSeparator { decimalMark == "," ? .semicolon : .comma }

  package var character: Character {
    switch self {
    case .comma: ","
    case .semicolon: ";"
    }
  }

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    }
  }
}
