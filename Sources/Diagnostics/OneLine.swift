/// A text as part of a line: spaces for line ends and tabs, and a sign for characters that a terminal would obey.
package enum OneLine {
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isControl(scalar) {
        line.append(scalar)
      } else if "\n\r\t\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) {
        if line.last != " " { line.append(" ") }
      } else {
        line.append("\u{FFFD}")
      }
    }
    var words = String(line)
    while words.last == " " { words.removeLast() }
    return words
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }
}
