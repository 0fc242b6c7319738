import CanvasPressKit
import Foundation
import Testing

/// Where a print goes when `-o` names a file.
@Suite struct PrintOutputTests {
  private static let workbook = """
    canvaspress: 1
    project: { company: A }
    segments: [{ id: a, name: One }]
    personas:
      - { id: p, template: A, segment: a, name: Ada, picture: face.svg }
      - { id: q, template: A, segment: a, name: Bea }
    businessModel: { costs: [One] }
    """
  private static let face =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle cx=\"4\" cy=\"4\" r=\"3\"/></svg>"

  private let folder = TemporaryFolder()
  private let book: String

  init() {
    book = folder.write("book.yml", Self.workbook)
    _ = folder.write("face.svg", Self.face)
  }

  /// Prints with `-o`, given from the test's folder; its files from there, new ones, and those that it told of.
  private func print(
    _ arguments: [String], to output: String
  ) throws -> (files: [String], told: [String], errors: String, code: Int32) {
    let before = Set(try FileManager.default.subpathsOfDirectory(atPath: folder.path))
    let result = try canvaspress(["print", book] + arguments + ["-o", folder.path + "/" + output])
    let after = Set(try FileManager.default.subpathsOfDirectory(atPath: folder.path))
    let told = result.output.split(separator: "\n").map { String($0.dropFirst(folder.path.count + 1)) }
    return (after.subtracting(before).sorted(), told, result.errors, result.code)
  }

  @Test(arguments: [
    (["business-model-canvas"], "bmc.pdf", ["bmc.pdf"], "%PDF"),
    (["business-model-canvas"], "BMC.PDF", ["BMC.PDF"], "%PDF"),
    (["business-model-canvas", "--dpi", "40"], "bmc.Png", ["bmc.Png"], "\u{89}PNG"),
    (["business-model-canvas"], "bmc.svg", ["bmc.svg"], "<svg"),
    (["--join"], "all.pdf", ["all.pdf"], "%PDF"), (["persona-a"], "people.pdf", ["people.pdf"], "%PDF"),
    (["persona-a"], "p.svg", ["p-1.svg", "p-2.svg"], "<svg"),
    (["persona-a", "--dpi", "40"], "p.PNG", ["p-1.PNG", "p-2.PNG"], "\u{89}PNG"),
    (["persona-a", "--format", "pdf,svg"], "p.PDF", ["p.PDF", "p-1.svg", "p-2.svg"], "%PDF"),
    (["business-model-canvas", "--format", "svg,pdf"], "b.svg", ["b.pdf", "b.svg"], "%PDF"),
    (["business-model-canvas", "--profile", "press"], "shop.v2.pdf", ["shop.v2.pdf"], "%PDF"),
    (["business-model-canvas"], "new/b.pdf", ["new/b.pdf"], "%PDF"),
  ])
  func theNameIsTheOneThatWasChosen(
    arguments: [String], output: String, files: [String], start: String
  ) throws {
    let printed = try print(arguments, to: output)
    #expect(printed.code == 0, "\(printed.errors)")
    #expect(printed.told == files)
    #expect(printed.files.filter { $0 != "new" } == files.sorted())
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + printed.told[0]))
    #expect(String(data: bytes.prefix(200), encoding: .isoLatin1)?.contains(start) == true)
  }

  @Test(arguments: ["out.pdf", "out.pdf/", "2026.11", "out.pdf.", ".pdf", "out"])
  func whatIsNoNameOfAFileIsAFolder(output: String) throws {
    if output == "out.pdf" {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/out.pdf", withIntermediateDirectories: true)
    }
    let printed = try print([], to: output)
    let name = output.split(separator: "/")[0]
    #expect(printed.code == 0, "\(printed.errors)")
    #expect(printed.told.count == 3)
    #expect(printed.told.contains("\(name)/book-business-model-canvas-A3.pdf"), "\(printed.told)")
  }

  @Test(arguments: [("en", "3 canvases"), ("it", "i canvas da stampare sono 3")])
  func severalPrintsDoNotGoIntoOneFile(language: String, words: String) throws {
    let printed = try print(["--language", language], to: "out.pdf")
    #expect(printed.code == 2 && printed.errors.contains("[canvas/one-file]"))
    #expect(printed.errors.contains(words) && printed.errors.contains("--join"), "\(printed.errors)")
    #expect(printed.files == [] && printed.told == [])
  }

  @Test func blankSheetsGoIntoOneFileAsWell() throws {
    let file = folder.path + "/blank.pdf"
    let joined = try canvaspress(["print", "--join", "-o", file])
    #expect(joined.code == 0 && joined.output == file + "\n")
    let several = try canvaspress(["print", "--state", "blank", "-o", folder.path + "/several.svg"])
    #expect(several.code == 2 && several.errors.contains("[canvas/one-file]"))
  }

  @Test(arguments: [
    (["--format", "png"], "out.pdf", "asks for pdf"), (["--format", "pdf,svg"], "out.PNG", "asks for png"),
    (["--dpi", "100"], "out.pdf", "--dpi is about PNG"), (["--small"], "out.svg", "--small is about PNG"),
    (["--profile", "press"], "out.png", "--profile is about PDF"),
    (["--outline-text"], "out.png", "--outline-text is about SVG"),
  ])
  func anEndingThatContradictsTheOptionsIsRefused(options: [String], output: String, reason: String) throws {
    let printed = try print(["business-model-canvas"] + options, to: output)
    #expect(printed.code == 64 && printed.errors.contains(reason), "\(printed.errors)")
    #expect(printed.files == [])
  }

  @Test(arguments: ["", "-"])
  func whatIsNeitherAFolderNorAFileIsRefused(output: String) throws {
    let result = try canvaspress(["print", book, "-o", output])
    #expect(result.code == 64 && result.errors.contains("-o is a folder, or a file"))
  }

  /// On whichever sheet it stands.
  @Test(arguments: [
    (["business-model-canvas"], "face.svg"), (["persona-a"], "./face.svg"),
    (["persona-a", "--format", "pdf,svg"], "face.pdf"),
  ])
  func nothingIsPrintedOverAPicture(canvases: [String], output: String) throws {
    let text = Self.workbook.replacing("  - { id: q, template: A, segment: a, name: Bea }\n", with: "")
    let own = folder.write("one.yml", text)
    let result = try canvaspress(["print", own] + canvases + ["-o", folder.path + "/" + output])
    #expect(result.code == 2 && result.errors.contains("[canvas/over-input]"), "\(result.errors)")
    #expect(try String(contentsOfFile: folder.path + "/face.svg", encoding: .utf8) == Self.face)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/face.pdf"))
  }

  @Test func nothingIsPrintedOverTheWorkbook() throws {
    let own = folder.write("book.pdf", Self.workbook)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.pdf", withDestinationPath: own)
    for output in ["book.pdf", "./book.pdf", "link.pdf"] {
      let result = try canvaspress(["print", own, "--join", "-o", folder.path + "/" + output])
      #expect(result.code == 2 && result.errors.contains("[canvas/over-input]"), "\(output)")
      #expect(try String(contentsOfFile: own, encoding: .utf8) == Self.workbook)
    }
  }
}
