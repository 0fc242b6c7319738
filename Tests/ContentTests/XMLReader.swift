import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML reader finds in a page: an independent judge of its form.
final class XMLReader: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The elements that it stands in, the outermost first.
    var path: [String]
  }

  private(set) var elements: [Element] = []
  /// All words, those of names for the blind too, with spaces between elements that are blocks.
  private(set) var words = ""
  private(set) var error: String?
  private var path: [String] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() {
      error = parser.parserError.map { "\($0), line \(parser.lineNumber)" } ?? "not XML"
    }
  }

  subscript(name: String) -> [Element] { elements.filter { $0.name == name } }

  private static let inline: Set<String> = ["a", "strong", "em", "code", "s", "sup", "span", "b"]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.append(Element(name: name, attributes: attributes, path: path))
    path.append(name)
    for attribute in ["alt", "aria-label", "content"] {
      words += attributes[attribute].map { " \($0) " } ?? ""
    }
    if !Self.inline.contains(name) { words += " " }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
    if !Self.inline.contains(name) { words += " " }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if path.last != "style" { words += string }
  }
}
