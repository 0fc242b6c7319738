import CanvasPressKit
import Foundation
import Languages
import PageModel
import Testing

/// Where the contents, the links and the outline of a report lead.
@Suite struct ReportLinksTests {
  @Test(arguments: largeSamples)
  func thePageNumbersOfTheContentsAreRight(sample: String) throws {
    let folder = TemporaryFolder()
    let file = folder.path + "/r.pdf"
    #expect(try canvaspress(["report", sample, "-o", file]).code == 0)
    let document = try document(of: sample)
    let labels = document.pages.compactMap(\.label)
    #expect(Set(labels).count == document.pages.count)
    let pages = try run("pdftotext", ["-layout", file, "-"]).output.split(separator: "\u{C}").map(String.init)
    #expect(pages.count == labels.count)
    let contents = try contentsPage(of: document)
    // A page number, perhaps a number, and a title or its first line.
    let entry =
      /^\s*(?<label>[ivxlc]+|\d+|A-\d+)\s{2,}(?:(?<number>\d+(?:\.\d+)*|[A-Z](?:\.\d+)*)\s{2,})?(?<title>\S.*)$/
    let entries = pages[contents].split(separator: "\n").compactMap { $0.wholeMatch(of: entry) }
    #expect(entries.count == listed(in: document).count)
    for entry in entries {
      let page = try #require(labels.firstIndex { $0 == entry.label }, "there is no page \(entry.label)")
      let text = Self.body(of: pages[page])
      #expect(text.contains(entry.title), "page \(entry.label) has no '\(entry.title)'")
      #expect(entry.number.map { text.contains(" \($0) ") } != false, "'\(entry.title)' is counted otherwise")
    }
  }

  /// The text of a page with single spaces, without what stands at the head and foot of each.
  private static func body(of page: String) -> String {
    let lines = page.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }
    return " " + lines.dropFirst().dropLast().joined(separator: " ").replacing(/\s+/, with: " ") + " "
  }

  @Test(arguments: largeSamples)
  func everyLinkLeadsToAPlaceOfThePages(sample: String) throws {
    let document = try document(of: sample)
    let anchors = document.pages.flatMap { $0.anchors.map(\.number) }
    #expect(Set(anchors).count == anchors.count)
    let targets = document.pages.flatMap(\.links).compactMap { link in
      if case .anchor(let number) = link.target { number } else { nil }
    }
    #expect(targets.count > 100)
    #expect(Set(targets).subtracting(anchors).isEmpty)
    #expect(Set(document.outline.map(\.anchor)).subtracting(anchors).isEmpty)
  }

  @Test(arguments: largeSamples)
  func theLinesOfTheContentsLeadWhereTheySay(sample: String) throws {
    let document = try document(of: sample)
    let page = document.pages[try contentsPage(of: document)]
    func withoutSpaces(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    for (entry, label) in listed(in: document) {
      // Its title, then the number of the page.
      let words = page.links.filter { $0.target == .anchor(entry.anchor) }.map { page.text(in: $0.frame) }
      #expect(words.map(withoutSpaces) == [withoutSpaces(entry.title + label)])
    }
  }

  /// What stands in the contents, with the page that it is on: parts, and headings within those of the text.
  private func listed(in document: Document) -> [(entry: OutlineEntry, label: String)] {
    document.outline.compactMap { entry in
      let page = document.pages.first { page in page.anchors.contains { $0.number == entry.anchor } }
      guard let label = page?.label, entry.level == 1 || entry.level == 2 && !label.hasPrefix("A-") else {
        return nil
      }
      return (entry, label)
    }
  }

  @Test(arguments: largeSamples)
  func theOutlineHasEveryHeading(sample: String) throws {
    let written = try WrittenReport.of(sample)
    #expect(written.check.code == 0, "\(written.check.output)")
    let entries = try PDFOutline.entries(written.outline)
    let document = try document(of: sample, "mentor")
    var above: [Int] = []
    let expected = document.outline.map { entry in
      above.removeAll { $0 >= entry.level }
      above.append(entry.level)
      return "\(above.count) \(entry.title)"
    }
    #expect(entries.map { "\($0.depth) \($0.title)" } == expected)
    // Canvases are told in words without pages, under headings of their own.
    let headings = written.markdown.matches(of: /(?m)^##+ (.*)$/).map { WorkbookTexts.plain(String($0.1)) }
    let titles = entries.map(\.title).filter { title in headings.contains { $0 == title } }
    let last = try #require(titles.firstIndex { $0.hasPrefix("A ") })
    #expect(last > 20)
    #expect(Array(titles.prefix(last)) == Array(headings.prefix { !$0.hasPrefix("A ") }))
    for entry in entries {
      let text = WrittenReport.unbroken(written.pages[entry.page - 1])
      let title = entry.title.replacing(#/^(\d+(\.\d+)*|[A-Z](\.\d+)*) /#, with: "")
      #expect(text.contains(title), "page \(entry.page) has no '\(title)'")
    }
  }

  @Test func addressesOfTheWebAreLinksOfASoundFile() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml",
      """
      canvaspress: 1
      project: { company: A }
      report:
        chapters:
          - title: Links
            text: "See [the law](https://example.org/a?b=1&c=(2)), <https://example.org/é>, www.example.org and a@b.it"
      """)
    let written = try WrittenReport(path)
    #expect(written.code == 0 && written.errors.isEmpty)
    #expect(written.check.code == 0, "\(written.check.output)")
    let document = try document(of: path)
    let addresses = document.pages.flatMap(\.links).compactMap { link in
      if case .web(let address) = link.target { address } else { nil }
    }
    #expect(
      addresses == [
        "https://example.org/a?b=1&c=%282%29", "https://example.org/%C3%A9", "http://www.example.org",
        "mailto:a@b.it",
      ])
  }

  /// The samples for the company, laid out once for several tests.
  private static let laidOut = Dictionary(
    uniqueKeysWithValues: largeSamples.map { sample in
      (sample, Result { try ReportPress(sample).layOut().document })
    })

  private func document(of workbook: String, _ audience: String = "company") throws -> Document {
    if audience == "company", let known = Self.laidOut[workbook] { return try #require(try known.get()) }
    return try #require(try ReportPress(workbook, audience: audience).layOut().document)
  }

  private func contentsPage(of document: Document) throws -> Int {
    let title = try reportCatalogue(document.language).phrase("report.contents.title")
    return try #require(document.pages.firstIndex { $0.textLines.contains { $0.line.text == title } })
  }
}

extension Page {
  /// The words that stand in a frame.
  fileprivate func text(in frame: Rect) -> String {
    textLines.filter { frame.contains(Point($0.box.midX, $0.box.midY)) }.map(\.line.text).joined()
      .trimmingCharacters(in: .whitespaces)
  }
}

extension Rect {
  fileprivate func contains(_ point: Point) -> Bool {
    x <= point.x && point.x <= maxX && y <= point.y && point.y <= maxY
  }
}
