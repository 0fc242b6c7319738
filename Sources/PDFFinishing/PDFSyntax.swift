/// Words of the PDF language.
enum PDFSyntax {
  /// A text string: as it is where every reader agrees on its bytes, else as UTF-16.
  static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return bytes(text) }
    var hex = "<FEFF"
    for unit in text.utf16 { hex += digits(unit) }
    return hex + ">"
  }

  /// A string whose bytes are the point, such as an address: ASCII without control characters.
  static func bytes(_ text: String) -> String {
    var escaped = "("
    for scalar in text.unicodeScalars {
      if scalar == "(" || scalar == ")" || scalar == "\\" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped + ")"
  }

  /// To a hundredth: a four thousandth of a millimetre.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return sign + "\(whole)" }
    return sign + "\(whole)." + (part < 10 ? "0" : "") + "\(part)"
  }

  /// A rectangle by its corners.
  static func box(_ left: Double, _ bottom: Double, _ right: Double, _ top: Double) -> String {
    "[\(number(left)) \(number(bottom)) \(number(right)) \(number(top))]"
  }

  /// `2026-11-21` as a PDF's date: midnight, because the day is all that is known.
  static func date(_ day: String) -> String {
    "(D:" + day.filter { $0 != "-" } + "000000Z)"
  }

  private static func digits(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
