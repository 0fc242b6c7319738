import CanvasPressKit
import Foundation
import PageModel
import Testing

@Suite struct ReportPrintTests {
  private static let workbook = """
    canvaspress: 1
    language: en
    project: { company: Ada }
    report:
      chapters:
        - title: First steps
          text: |
            ## Where we stand

            See [a **bold** word](https://example.org/one) and [another](https://example.org/two).
        - title: Second steps
          text: Nothing more.
    """

  @Test func whatLeadsToOnePlaceIsOneLinkALine() throws {
    let document = try layOut()
    let targets = document.pages.map { $0.links.map(\.target) }
    #expect(targets.contains([.web("https://example.org/one"), .web("https://example.org/two")]))
    let contents = try #require(document.pages.first { $0.label == "i" })
    #expect(contents.links.count >= 3)
    #expect(Set(contents.links.map(\.target)).count == contents.links.count)
  }

  @Test func aLinkOfTheContentsReachesFromThePageNumberToTheEndOfTheTitle() throws {
    let document = try layOut()
    let contents = try #require(document.pages.first { $0.label == "i" })
    let title = try #require(contents.textLines.first { $0.line.text.contains("Second steps") })
    let link = try #require(contents.links.first { $0.frame.intersects(title.box) })
    #expect(link.frame.x < .mm(60))
    #expect(abs((link.frame.maxX - title.box.maxX).points) < 0.1)
  }

  /// Pages are drawn on another thread while later ones are made; the outline comes last.
  @Test func everyPageIsDrawnInItsPlace() throws {
    let folder = TemporaryFolder()
    let path = folder.write("book.yml", Self.workbook)
    let file = folder.path + "/book.pdf"
    #expect(try canvaspress(["report", path, "-o", file]).code == 0)
    let document = try layOut()
    let text = try run("pdftotext", ["-raw", file, "-"]).output.split(separator: "\u{C}")
    let pages = text.filter { !$0.allSatisfy(\.isWhitespace) }
    #expect(pages.count == document.pages.count)
    for (words, page) in zip(pages, document.pages) {
      let line = try #require(page.textLines.first { !$0.line.text.allSatisfy(\.isWhitespace) })
      #expect(words.contains(line.line.text.trimmingCharacters(in: .whitespaces)))
    }
    let plain = try run("qpdf", ["--qdf", "--object-streams=disable", file, "-"]).output
    #expect(plain.contains("/Title (2 Second steps)"))
    #expect(try run("qpdf", ["--check", file]).code == 0)
  }

  private func layOut() throws -> Document {
    let folder = TemporaryFolder()
    let path = folder.write("book.yml", Self.workbook)
    return try #require(try ReportPress(library(), ReportRequest(workbook: path)).layOut().document)
  }
}
