import CanvasPressKit
import Foundation
import PageModel
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML reader finds in an SVG file.
private final class SVGFile: NSObject, XMLParserDelegate {
  private(set) var attributes: [(element: String, name: String, value: String)] = []
  /// The words of titles and texts, by the element that holds them.
  private(set) var texts: [String: [String]] = [:]
  private(set) var error: String?
  private var path: [String] = []
  private var text = ""

  init(_ file: String) throws {
    super.init()
    let parser = XMLParser(data: try Data(contentsOf: URL(fileURLWithPath: file)))
    parser.delegate = self
    if !parser.parse() { error = "\(file), line \(parser.lineNumber)" }
  }

  func values(_ name: String) -> [String] { attributes.filter { $0.name == name }.map(\.value) }

  func words(in element: String) -> Set<String> {
    Set((texts[element] ?? []).flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) })
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    self.attributes += attributes.map { (name, $0.key, $0.value) }
    path.append(name)
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if !text.isEmpty { texts[name, default: []].append(text) }
    text = ""
    path.removeLast()
  }
}

extension TextLine {
  /// As they are seen: a soft hyphen only where the line ends with it.
  fileprivate var wordsAsSeen: [String] {
    let text = line.text
    let ends = text.unicodeScalars.last == "\u{AD}"
    return (text.replacing("\u{AD}", with: "") + (ends ? "-" : "")).split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }
}

@Suite struct SVGPrintTests {
  private func request(_ sample: Int?, outlinesText: Bool, _ folder: TemporaryFolder) -> PrintRequest {
    var request = PrintRequest()
    request.workbook = sample.map { samples[$0] }
    if sample == nil { _ = request.choose(state: "prompts") }
    request.formats = [.svg]
    request.outlinesText = outlinesText
    request.outputFolder = folder.path
    return request
  }

  @Test(arguments: [0, 1, 2, nil], [false, true])
  func everyWordOfEveryCanvasIsInItsFile(sample: Int?, outlinesText: Bool) throws {
    let folder = TemporaryFolder()
    let press = Press(library())
    let request = request(sample, outlinesText: outlinesText, folder)
    let pages = try press.layOut(request).prints.flatMap(\.document.pages)
    let files = try press.print(request).files
    #expect(files.count == pages.count && !files.isEmpty)
    for (page, path) in zip(pages, files) {
      let file = try SVGFile(path)
      #expect(file.error == nil)
      let words = file.words(in: outlinesText ? "title" : "text")
      // A line may be told in several texts, where it has gaps.
      let missing = page.textLines.flatMap(\.wordsAsSeen).filter { word in
        !words.contains(word) && !words.contains { word.hasPrefix($0) }
      }
      #expect(missing == [], "\(path)")
      #expect((file.texts["text"] == nil) == outlinesText)
      let mm = file.values("width")
      #expect(mm.contains("\(Int(page.size.width.millimetres.rounded()))mm"), "\(mm.prefix(3))")
      for address in file.values("xlink:href") {
        #expect(address.hasPrefix("data:image/") || address.hasPrefix("#g"), "\(address.prefix(40))")
      }
      #expect(Set(file.values("id")).count == file.values("id").count)
    }
  }

  @Test func fontsAreNamedAsTheirFilesNameThem() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml", "canvaspress: 1\nproject: { company: A }\nsegments: [{ id: s, name: \"a ☂ b\" }]\n")
    let result = try canvaspress(["print", path, "segment-list", "--format", "svg", "-o", folder.path])
    #expect(result.code == 0)
    let file = try SVGFile(result.output.trimmingCharacters(in: .newlines))
    #expect(Set(file.values("font-family")) == ["Lato, sans-serif", "'DejaVu Sans', sans-serif"])
    #expect(file.values("font-weight").contains("600"))
    #expect(file.texts["text"]?.contains("☂") == true)
  }

  @Test func theSameWorkbookGivesTheSameBytes() throws {
    for outline in [[], ["--outline-text"]] {
      let folders = (TemporaryFolder(), TemporaryFolder())
      let contents = try [folders.0, folders.1].map { folder in
        let result = try canvaspress(
          ["print", samples[0], "persona-a", "customer-journey", "--format", "svg", "-o", folder.path]
            + outline)
        let files = result.output.split(separator: "\n").map(String.init)
        #expect(files.map { Disk.stem(of: $0) }.contains("rivalunga-it-customer-journey-A3-2"))
        return try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      }
      #expect(contents[0] == contents[1] && contents[0].count == 3)
    }
  }

  @Test func aFileSaysWhatItIsAndInWhichLanguage() throws {
    let folder = TemporaryFolder()
    let request = request(0, outlinesText: true, folder)
    let path = try #require(try Press(library()).print(request).files.first { $0.contains("persona-a") })
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
    #expect(text.contains("xml:lang=\"it\"") && text.contains("<title>Persona A</title>"))
    #expect(text.contains("data:image/png;base64,"))
  }
}
