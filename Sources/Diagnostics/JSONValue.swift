/// A JSON text to be written, members in the order given.
package indirect enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  case string(String)
  case integer(Int)
  /// Digits as they stand, such as `0.5375`.
  case decimal(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Indented by two spaces, without a line end after the last brace.
  package var text: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  private func write(to out: inout String, indent: Int) {
    switch self {
    case .null: out += "null"
    case .boolean(let boolean): out += boolean ? "true" : "false"
    case .string(let string): Self.quote(string, to: &out)
    case .integer(let number): out += String(number)
    case .decimal(let digits): out += digits
    case .array(let values):
      Self.list(values, "[", "]", to: &out, indent) { value, out in value.write(to: &out, indent: indent + 2)
      }
    case .object(let members):
      Self.list(members, "{", "}", to: &out, indent) { member, out in
        Self.quote(member.0, to: &out)
        out += ": "
        member.1.write(to: &out, indent: indent + 2)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, to out: inout String, _ indent: Int,
    write: (Element, inout String) -> Void
  ) {
    out += open
    for (index, element) in elements.enumerated() {
      out += (index == 0 ? "\n" : ",\n") + String(repeating: " ", count: indent + 2)
      write(element, &out)
    }
    if !elements.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
    out += close
  }

  private static func quote(_ string: String, to out: inout String) {
    out += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 32:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
