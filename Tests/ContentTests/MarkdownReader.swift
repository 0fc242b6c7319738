import Content
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads Markdown as GitHub does, with the reference reader: what its words are, and how they look.
final class MarkdownReader: NSObject, XMLParserDelegate {
  /// A character that can be seen.
  struct Sign: Equatable {
    var scalar: Unicode.Scalar
    var style: Inline.Style
  }

  private(set) var signs: [Sign] = []
  /// The kinds of its blocks and of what is in its lines, each once.
  private(set) var kinds: Set<String> = []
  /// All words, with a space where a block begins or ends.
  private(set) var words = ""
  /// Addresses of links, and the names that places have.
  private(set) var links: [String] = []
  private(set) var names: [String] = []

  private var open: [String] = []
  private var tags: [Inline.Style] = []
  private var text = ""

  /// All texts at once, because each call starts a process.
  static func read(_ texts: [String]) throws -> [MarkdownReader] {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("canvaspress-\(UUID().uuidString).json")
    try JSONEncoder().encode(texts).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "cmark.py")
    process.arguments = ["python3", script.path, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode([String].self, from: data).map { MarkdownReader(tree: $0) }
  }

  private init(tree: String) {
    super.init()
    let parser = XMLParser(data: Data(tree.utf8))
    parser.delegate = self
    if !parser.parse() { kinds.insert("not XML") }
  }

  private static let inline: Set<String> = [
    "text", "code", "strong", "emph", "strikethrough", "link", "image", "footnote_reference", "html_inline",
  ]
  private static let styles: [String: Inline.Style] = [
    "strong": .strong, "emph": .emphasis, "strikethrough": .struck, "code": .code, "code_block": .code,
  ]
  private static let tagStyles: [String: Inline.Style] = [
    "strong": .strong, "em": .emphasis, "del": .struck, "sup": .raised, "code": .code,
  ]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    kinds.insert(name)
    open.append(name)
    text = ""
    if name == "link" { links.append(attributes["destination"] ?? "") }
    if !Self.inline.contains(name) { words += " " }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "text", "code", "code_block":
      words += text
      let style = open.compactMap { Self.styles[$0] }.reduce(Inline.Style(tags)) { $0.union($1) }
      for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
        signs.append(Sign(scalar: scalar, style: style))
      }
    case "html_inline": read(tag: text)
    case "html_block": kinds.insert("tag " + text)
    default: break
    }
    text = ""
    open.removeLast()
    if !Self.inline.contains(name) { words += " " }
  }

  private func read(tag: String) {
    let name = tag.filter { !"</>".contains($0) }
    if let style = Self.tagStyles[name] {
      if tag.hasPrefix("</") { tags.removeLast() } else { tags.append(style) }
    } else if tag == "<br>" {
      words += " "
    } else if tag.hasPrefix("<a id=\"") {
      names.append(String(tag.dropFirst(7).dropLast(2)))
    } else if tag != "</a>", tag != "<!-- -->" {
      kinds.insert("tag " + tag)
    }
  }
}

extension Prose {
  /// The characters that can be seen, as the reader should find them.
  var signs: [MarkdownReader.Sign] {
    spans.flatMap { span in
      span.text.unicodeScalars.filter { !$0.properties.isWhitespace }
        .map { MarkdownReader.Sign(scalar: $0, style: span.style.subtracting(.quiet)) }
    }
  }
}

extension String {
  /// One space for each gap.
  var spaced: String {
    unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(separator: " ")
  }
}
