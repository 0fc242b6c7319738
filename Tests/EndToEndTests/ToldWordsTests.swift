import Foundation
import Testing

/// What a program that reads aloud gets of a finished file, against what is printed on its pages.
@Suite struct ToldWordsTests {
  private func counts(_ text: String) -> [String: Int] {
    text.split { !$0.isLetter }.reduce(into: [:]) { if $1.count > 2 { $0[String($1), default: 0] += 1 } }
  }

  /// Poppler's two ways through a file: in the order of painting, and element by element. The words that are printed more
  /// often than they are told.
  private func untold(_ file: String) throws -> [String: Int] {
    let printed = try run("pdftotext", ["-raw", file, "-"]).output.replacing("\u{AD}\n", with: "")
    let elements = try run("pdfinfo", ["-struct-text", file]).output
    let lines = elements.split(separator: "\n").map { $0.drop { $0 == " " } }
    let told = lines.filter { $0.hasPrefix("\"") }.map { $0.dropFirst().dropLast() }.joined(separator: " ")
      .replacing("\u{AD} ", with: "")
    let counted = counts(told)
    #expect(counted.count > 200)
    return counts(printed).filter { $0.value > counted[$0.key] ?? 0 }
  }

  @Test(arguments: zip(largeSamples, ["Foglio", "Sheet"]))
  func everyWordOfASheetIsToldButItsFoot(sample: String, foot: String) throws {
    let folder = TemporaryFolder()
    let file = folder.path + "/sheets.pdf"
    let canvases = ["segment-list", "customer-journey", "servitization-concept"]
    let result = try canvaspress(["print", sample] + canvases + ["--paper", "A4", "--join", "-o", file])
    #expect(result.code == 0)
    #expect(try untold(file).keys.sorted() == [foot])
  }

  /// Programs read past the end of what is said beside the letters, and lose the rest of an element.
  @Test(arguments: largeSamples)
  func nothingIsSaidBesideTheLettersOfAReport(sample: String) throws {
    let folder = TemporaryFolder()
    let file = folder.path + "/report.pdf"
    #expect(try canvaspress(["report", sample, "-o", file]).code == 0)
    #expect(try run("pdftotext", ["-raw", file, "-"]).output.contains("\u{AD}"))
    let content = try run("qpdf", ["--qdf", "--stream-data=uncompress", file, folder.path + "/plain.pdf"])
    #expect(content.code == 0)
    let plain = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/plain.pdf"))
    #expect(plain.range(of: Data(" BDC".utf8)) != nil)
    #expect(plain.range(of: Data("/Span << /ActualText".utf8)) == nil)
  }
}
