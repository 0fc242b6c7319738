import CanvasPressKit
import Diagnostics
import Foundation
import LayoutEngine
import Testing

/// What a command line begins with before its options are understood must not show in what comes out.
@Suite struct BeginningTests {
  private func bytes(_ result: (output: String, errors: String, code: Int32)) throws -> Data {
    #expect(result.code == 0, "\(result.errors)")
    let path = try #require(result.output.split(separator: "\n").first.map(String.init))
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private func bytes(_ request: PrintRequest) throws -> Data {
    let path = try #require(try Press(library()).print(request).files.first)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test(arguments: [nil, "en", "it"])
  func aLanguageAskedForIsThatOfThePage(language: String?) throws {
    let (begun, asked) = (TemporaryFolder(), TemporaryFolder())
    let workbook = home + "/samples/rivalunga-it.yml"
    let result = try canvaspress(
      ["print", workbook, "persona-a", "-o", begun.path] + (language.map { ["--language", $0] } ?? []))
    var request = PrintRequest()
    request.workbook = workbook
    request.canvases = ["persona-a"]
    request.language = language
    request.outputFolder = asked.path
    #expect(try bytes(result) == bytes(request))
  }

  @Test func aCanvasOfOnesOwnIsNoWorkbook() throws {
    let (begun, asked) = (TemporaryFolder(), TemporaryFolder())
    let canvas = home + "/layouts/persona-a.yml"
    let result = try canvaspress(
      ["print", "--state", "prompts", "--language", "it", canvas, "-o", begun.path])
    var request = PrintRequest()
    request.canvases = [canvas]
    request.state = .prompts
    request.language = "it"
    request.outputFolder = asked.path
    #expect(try bytes(result) == bytes(request))
  }

  @Test func aFlowBeforeTheWorkbookIsNotTakenForIt() throws {
    let (first, last) = (TemporaryFolder(), TemporaryFolder())
    let (flow, workbook) = (home + "/layouts/report.yml", home + "/samples/thornbeck-en.yml")
    let before = try canvaspress(["report", "--flow", flow, workbook, "-o", first.path + "/r.pdf"])
    let after = try canvaspress(["report", workbook, "--flow", flow, "-o", last.path + "/r.pdf"])
    #expect(try bytes(before) == bytes(after))
  }

  @Test func aBrokenIconStopsOnlyTheSheetsThatShowIt() throws {
    let folder = TemporaryFolder()
    var installation = Installation.at(home)
    installation.layouts = folder.path + "/layouts"
    try FileManager.default.copyItem(atPath: home + "/layouts", toPath: installation.layouts)
    _ = folder.write("layouts/icons/channels.yml", "path: [M 1 2 L 3 4]\n")
    for (canvas, count) in [("business-model-canvas", 0), ("persona-a", 1)] {
      var request = PrintRequest()
      request.canvases = [canvas]
      request.state = .blank
      request.outputFolder = folder.path
      let outcome = try Press(Library(installation)).print(request)
      #expect(outcome.files.count == count, "\(canvas)")
      #expect(outcome.diagnostics.contains { $0.code == "key/unknown" } == (count == 0), "\(canvas)")
    }
  }

  @Test func aCommandThatIsReadByItselfAnswersLikeAnyOther() throws {
    for words in [["print", "--help"], ["help", "print"]] {
      let help = try canvaspress(words)
      #expect(help.code == 0 && help.output.contains("USAGE: canvaspress print "))
      #expect(help.output.contains("--version"))
    }
    let version = try canvaspress(["print", "--version"])
    #expect(version.code == 0 && version.output == Release.version + "\n")
    let wrong = try canvaspress(["print", "--papper", "A4"])
    #expect(wrong.code == 64 && wrong.errors.contains("--papper"))
    #expect(wrong.errors.contains("canvaspress print --help"))
    let missing = try canvaspress(["report"])
    #expect(missing.code == 64 && missing.errors.contains("Usage: canvaspress report"))
  }
}
