/// Pieces of HTML that an XML reader accepts too.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\0"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// An element with those attributes that have a value.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?>, _ inner: String
  ) -> String {
    "<\(name)\(text(attributes))>\(inner)</\(name)>"
  }

  static func element(_ name: String, _ inner: String) -> String { element(name, [:], inner) }

  /// An element that holds nothing.
  static func void(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) -> String {
    "<\(name)\(text(attributes))/>"
  }

  /// Elements between an element's own lines; nothing around nothing.
  static func block(
    _ name: String, _ attributes: KeyValuePairs<String, String?>, _ inner: [String]
  ) -> String {
    let inner = inner.filter { !$0.isEmpty }
    return inner.isEmpty ? "" : element(name, attributes, "\n\(inner.joined(separator: "\n"))\n")
  }

  static func block(_ name: String, _ inner: [String]) -> String { block(name, [:], inner) }

  private static func text(_ attributes: KeyValuePairs<String, String?>) -> String {
    attributes.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }.joined()
  }

  /// `rtl` for languages written from right to left.
  static func direction(_ language: String) -> String {
    let rightToLeft = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]
    return rightToLeft.contains(String(language.prefix { $0 != "-" && $0 != "_" })) ? "rtl" : "ltr"
  }
}
