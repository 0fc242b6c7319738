import CanvasPressKit
import Diagnostics
import Foundation
import Languages
import LocatedYAML
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A workbook's report as a PDF, as Markdown and as HTML, read back by independent tools.
struct WrittenReport: Sendable {
  let errors: String
  let code: Int32
  /// The text of each page, in reading order.
  let pages: [String]
  let markdown: String
  let html: String
  /// What qpdf finds wrong with the PDF.
  let check: (output: String, code: Int32)
  /// What qpdf says of the PDF's outline, as JSON.
  let outline: Data

  init(_ workbook: String, _ options: [String] = []) throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/r.pdf"
    let result = try canvaspress(
      ["report", workbook, "-o", path, "--format", "md,html"] + options)
    (errors, code) = (result.errors, result.code)
    func text(_ ending: String) -> String {
      (try? String(contentsOfFile: folder.path + "/r." + ending, encoding: .utf8)) ?? ""
    }
    (markdown, html) = (text("md"), text("html"))
    guard result.code == 0 else {
      (pages, check, outline) = ([], ("", 0), Data())
      return
    }
    pages = try run("pdftotext", ["-raw", path, "-"]).output.split(separator: "\u{C}").map(String.init)
    let checked = try run("qpdf", ["--check", path])
    check = (checked.output + checked.errors, checked.code)
    outline = try PDFOutline.json(of: path)
  }

  /// What a reader of each form reads, with single spaces.
  var forms: [(name: String, text: String)] {
    [
      ("PDF", Self.unbroken(pages.joined())),
      ("Markdown", WorkbookTexts.plain(markdown).replacing(/\s+/, with: " ")),
      ("HTML", HTMLWords(html).words.replacing(/\s+/, with: " ")),
    ]
  }

  /// Text of a PDF whose words are not parted at the ends of lines.
  static func unbroken(_ text: String) -> String {
    text.replacing("\u{AD}\n", with: "").replacing("-\n", with: "-").replacing(/\s+/, with: " ")
  }

  // MARK: Made once for several tests

  private static let italian = Result { try WrittenReport(samples[0], ["--audience", "mentor"]) }
  private static let english = Result { try WrittenReport(samples[1], ["--audience", "mentor"]) }

  /// The report of one of the two large samples with everything in it.
  static func of(_ sample: String) throws -> WrittenReport {
    try (sample == samples[0] ? italian : english).get()
  }
}

/// The two samples that have everything.
let largeSamples = Array(samples.prefix(2))

extension ReportPress {
  /// A report of a workbook as its pages.
  init(_ workbook: String, audience: String = "company", flow: String? = nil, language: String? = nil) {
    var request = ReportRequest(workbook: workbook)
    let isKnown = request.choose(audience: audience)
    #expect(isKnown)
    request.flow = flow
    request.language = language
    self.init(library(), request)
  }
}

/// A language's phrases with those of reports.
func reportCatalogue(_ code: String) throws -> Catalogue {
  var catalogue = library().catalogue(code)
  let path = home + "/layouts/languages/\(code).report.yml"
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let faults = catalogue.add(.parse(SourceFile(name: path, text: text)))
  #expect(faults.isEmpty)
  return catalogue
}

/// All words of an HTML page, those of names for the blind too; it must be well-formed XML.
private final class HTMLWords: NSObject, XMLParserDelegate {
  private static let inline: Set<String> = ["a", "strong", "em", "code", "s", "sup", "span", "b"]

  private(set) var words = ""
  private var isStyle = false

  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    if !parser.parse() { Issue.record("the page is not XML, line \(parser.lineNumber)") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    isStyle = name == "style"
    for attribute in ["alt", "aria-label"] { words += attributes[attribute].map { " \($0) " } ?? "" }
    if !Self.inline.contains(name) { words += " " }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isStyle = false
    if !Self.inline.contains(name) { words += " " }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !isStyle { words += string }
  }
}
