import CanvasPressKit
import Foundation
import Testing

/// What readers show beside the pages of a print.
@Suite struct PrintOutlineTests {
  /// Prints to one file; its path.
  private func print(_ arguments: [String], into folder: TemporaryFolder) throws -> String {
    let result = try canvaspress(["print"] + arguments + ["-o", folder.path])
    #expect(result.code == 0, "\(result.errors)")
    let files = result.output.split(separator: "\n").map(String.init)
    #expect(files.count == 1)
    return try #require(files.first)
  }

  @Test(arguments: [
    [largeSamples[0]], [largeSamples[1]], [largeSamples[1], "--profile", "archive-1b"],
    ["--state", "blank", "--language", "it"], ["--state", "prompts", "--language", "en", "--paper", "A0"],
  ])
  func everyCanvasOfAJoinedPrintIsFoundBesideItsPages(arguments: [String]) throws {
    let folder = TemporaryFolder()
    let file = try print(arguments + ["--join"], into: folder)
    let entries = try PDFOutline.entries(PDFOutline.json(of: file))
    let canvases = library().canvasNames.count
    #expect(entries.count { $0.depth == 1 } == canvases)
    // Those of a journey and of the relationships each.
    #expect(entries.count { $0.depth == 2 } == (arguments[0].hasSuffix(".yml") ? 4 : 0))
    let pages = try run("pdftotext", ["-raw", file, "-"]).output.split(separator: "\u{C}").map(String.init)
    for entry in entries {
      let text = WrittenReport.unbroken(pages[entry.page - 1])
      #expect(text.contains(entry.title), "page \(entry.page) has no '\(entry.title)'")
    }
    #expect(entries.map(\.page) == entries.map(\.page).sorted() && entries[0].page == 1)
    #expect(Set(entries.filter { $0.depth == 1 }.map(\.page)).count == canvases)
    if !arguments.contains("--profile") {
      #expect(try PDFJudges.claim("2U+UA", boxes: nil, [file]) == "")
    }
  }

  private static let people = """
    canvaspress: 1
    project: { company: A }
    segments: [{ id: a, name: Bakers }, { id: b, name: Millers }]
    personas:
      - { id: p, template: A, segment: a, name: "Ada\\nBe" }
      - { id: q, template: A, segment: a, name: Cleo }
      - { id: r, template: A, segment: b, name: Cleo }
      - { id: s, template: A, segment: b, name: Cleo }
      - { id: t, template: A, name: "" }
      - { id: u, template: B, name: Dee }
    """

  @Test func aSheetIsNamedByAsMuchOfItsHeadAsTellsItFromTheOthers() throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", Self.people)
    let names = [
      "1 Persona A 1", "2 Ada Be 1", "2 Cleo · Bakers 2", "2 Cleo · Millers · Sheet 3 of 5 3",
      "2 Cleo · Millers · Sheet 4 of 5 4", "2 Sheet 5 of 5 5",
    ]
    #expect(try PDFOutline.lines(of: print([path, "persona-a"], into: folder)) == names)
  }

  @Test func aCanvasOfOnesOwnThatSaysNothingInItsHeadIsNamedByWhatItShows() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml", Self.people.replacing("name: Cleo", with: "name: Eve", maxReplacements: 1))
    let canvas = folder.write(
      "empathy-map.yml",
      PrintTests.empathyMap.replacing("about: [{ from: name, label: header.persona }]\n", with: ""))
    let lines = try PDFOutline.lines(of: print([path, canvas], into: folder))
    #expect(lines.prefix(3) == ["1 Persona A 1", "2 Ada Be 1", "2 Eve 2"])
  }

  /// Where a text is carried on to further sheets, these belong to the entry before them.
  @Test func sheetsThatCarryOnHaveNoEntriesOfTheirOwn() throws {
    let folder = TemporaryFolder()
    let path = folder.write("flood.yml", Flood.workbook.text)
    let file = try print([path, "business-model-canvas", "service-governance", "--join"], into: folder)
    let entries = try PDFOutline.entries(PDFOutline.json(of: file))
    #expect(entries.count == 2 && entries[0].page == 1 && entries[1].page > 2)
  }

  @Test func whereThereIsNothingToChooseFromThereIsNoOutline() throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", Self.people)
    #expect(try PDFOutline.lines(of: print([path, "persona-b"], into: folder)) == [])
    #expect(try PDFOutline.lines(of: print([path, "persona-b", "--join"], into: folder)) == [])
    // A print shop's file holds nothing but what is printed.
    let press = try print([path, "--join", "--profile", "press"], into: folder)
    #expect(try PDFOutline.lines(of: press) == [])
  }
}
