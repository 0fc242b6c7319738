/// An address as an author writes it in a link or a picture.
struct ProseAddress {
  /// As it was typed.
  let text: String

  init(_ text: String) { self.text = text }

  /// Of the web, of mail or of a telephone, in characters that any address may have; nothing for others.
  var web: String? {
    let schemes = ["http:", "https:", "mailto:", "tel:"]
    guard let scheme = schemes.first(where: text.lowercased().hasPrefix), text.utf8.count > scheme.utf8.count
    else { return nil }
    return Self.encoded(text)
  }

  /// A picture that would have to be fetched.
  var isRemote: Bool {
    let text = text.lowercased()
    return text.hasPrefix("http:") || text.hasPrefix("https:")
  }

  /// What follows the `#` of an address within the report.
  var id: String? { text.hasPrefix("#") && text.count > 1 ? Self.decoded(String(text.dropFirst())) : nil }

  /// The name of a file, whose spaces may have been typed as `%20`.
  var path: String { Self.decoded(text) }

  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      if isPlain(byte) {
        encoded.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += byte < 16 ? "%0" + digits : "%" + digits
      }
    }
    return encoded
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?#@!$&'*+,;=%".utf8.contains(byte)
    }
  }

  /// The text itself where it holds no whole codes, or codes of no text.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%") {
        guard index + 2 < bytes.count, let high = hexDigit(bytes[index + 1]),
          let low = hexDigit(bytes[index + 2])
        else { return text }
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    guard decoded.allSatisfy({ $0 >= 0x20 }), let whole = String(validating: decoded, as: UTF8.self) else {
      return text
    }
    return whole
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    UnicodeScalar(byte).properties.isASCIIHexDigit
      ? Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) } : nil
  }
}
