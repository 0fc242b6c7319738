/// A value to be put into a file: libqpdf reads PDF syntax without references, and these are set into it.
indirect enum PDFValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// PDF syntax, in which nothing refers to another object. Reading it takes longer than making a value.
  case syntax(String)
  case integer(Int)
  /// With its slash.
  case name(String)
  case reference(Int)
  case array([PDFValue])
  /// A dictionary as syntax, if some of it is told so, and further entries.
  case dictionary(String?, [(key: String, value: PDFValue)])

  init(stringLiteral syntax: String) { self = .syntax(syntax) }

  /// Several references.
  static func references(_ numbers: [Int]) -> PDFValue { .array(numbers.map { .reference($0) }) }
}
