/// How a text is written as a scalar on one line of YAML.
enum ScalarText {
  /// In the style given where that can say the text, else between double quotes, which can say any.
  static func written(_ text: String, like style: LocatedNode.Style, inFlow: Bool) -> String {
    switch style {
    case .plain where canStandPlain(text, inFlow: inFlow): text
    case .singleQuoted where text.unicodeScalars.allSatisfy(isVisible):
      "'" + text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
    default: "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }
  }

  /// Without a mark that means something to YAML, now or next to what may follow.
  private static func canStandPlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, scalars.allSatisfy(isVisible) else {
      return false
    }
    guard first != " ", last != " ", last != ":", !"-?:,[]{}#&*!|>'\"%@`.~".unicodeScalars.contains(first),
      !["null", "<<"].contains(text)
    else { return false }
    for (scalar, next) in zip(scalars, scalars.dropFirst()) {
      if scalar == ":", inFlow || next == " " { return false }
      if scalar == " ", next == "#" { return false }
    }
    return !inFlow || !scalars.contains { ",[]{}".unicodeScalars.contains($0) }
  }

  /// Shown as it is by every editor, and no line end to YAML.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where isVisible(scalar): String(scalar)
    default: "\\u" + hexadecimal(scalar.value)
    }
  }

  /// Four digits: what cannot be shown lies below U+10000.
  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
