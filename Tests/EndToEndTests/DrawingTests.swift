import Foundation
import Testing

/// Drawings that a workbook brings along, on paper.
@Suite struct DrawingTests {
  /// A full stop so large that it is a red disc, wherever drawings stand; without a font there would be the outline of a box.
  @Test(arguments: [["print", "business-model-canvas"], ["report"]])
  func wordsOfADrawingArePrintedInTheDocumentsFonts(command: [String]) throws {
    let folder = TemporaryFolder()
    let logo = ##"<text y="20" fill="#f00" font-family="Helvetica" font-size="150">.</text>"##
    _ = folder.write(
      "logo.svg", #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">\#(logo)</svg>"#)
    let workbook = folder.write(
      "w.yml",
      "canvaspress: 1\nproject: { company: A, funding: { text: Paid by the region, logo: logo.svg } }\n"
        + "businessModel: { segments: [X] }\n")
    let output = folder.path + (command == ["report"] ? "/r.pdf" : "")
    let result = try canvaspress(command.prefix(1) + [workbook] + command.dropFirst() + ["-o", output])
    let file = try #require(result.output.split(separator: "\n").first.map(String.init), "\(result.errors)")
    let picture = folder.path + "/page"
    #expect(try run("pdftoppm", ["-r", "72", "-singlefile", file, picture]).code == 0)
    let pixels = try Data(contentsOf: URL(fileURLWithPath: picture + ".ppm"))
    let red = stride(from: pixels.count % 3, to: pixels.count, by: 3).count {
      pixels[$0] > 200 && pixels[$0 + 1] < 60 && pixels[$0 + 2] < 60
    }
    #expect(red > 400, "\(red) red dots")
  }
}
