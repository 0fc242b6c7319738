import CanvasPressKit
import Foundation
import Testing

@Suite struct PrintTests {
  @Test func onePDFACanvasOfTheRightSizeWithItsFontsInside() throws {
    let folder = TemporaryFolder()
    let result = try canvaspress(["print", samples[0], "--paper", "A3", "-o", folder.path])
    #expect(result.code == 0)
    let files = result.output.split(separator: "\n").map(String.init)
    #expect(files.count == library().canvasNames.count)
    for file in files {
      let info = try run("pdfinfo", ["-f", "1", "-l", "9", file]).output
      let sizes = info.matches(of: /size:\s+([0-9.]+) x ([0-9.]+) pts/)
      #expect(!sizes.isEmpty)
      for size in sizes {
        let (width, height) = (Double(size.1)! * 25.4 / 72, Double(size.2)! * 25.4 / 72)
        #expect(abs(width - 420) < 0.1 && abs(height - 297) < 0.1)
      }
      let fonts = try run("pdffonts", [file]).output.split(separator: "\n").dropFirst(2)
      #expect(!fonts.isEmpty)
      for font in fonts { #expect(font.contains(/\+Lato-.* yes yes yes/)) }
      #expect(try run("qpdf", ["--check", file]).code == 0)
    }
  }

  /// Pages are drawn while others are laid out, and drawn again when text that is carried on makes them more.
  @Test(arguments: [samples[1], nil])
  func everySheetSaysHowManyThereAre(sample: String?) throws {
    let folder = TemporaryFolder()
    let path = sample ?? folder.write("flood.yml", Flood.workbook.text)
    let result = try canvaspress([
      "print", path, "persona-a", "business-model-canvas", "--join", "-o", folder.path,
    ])
    #expect(result.code == 0)
    #expect(result.errors.contains("fit/continued") == (sample == nil))
    let file = try #require(result.output.split(separator: "\n").first.map(String.init))
    let pages = try run("pdfinfo", [file]).output.split(separator: "\n").first { $0.hasPrefix("Pages:") }
    let count = try #require(pages.flatMap { Int($0.split(separator: " ").last ?? "") })
    let text = try run("pdftotext", ["-raw", file, "-"]).output
    for number in 1...count {
      let words = sample == nil ? "Foglio \(number) di \(count)" : "Sheet \(number) of \(count)"
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func thePicturesOfPersonasAreInTheirSheets() throws {
    let folder = TemporaryFolder()
    let result = try canvaspress(["print", samples[0], "persona-a", "-o", folder.path])
    #expect(result.code == 0)
    let file = result.output.trimmingCharacters(in: .newlines)
    let images = try run("pdfimages", ["-list", file]).output
    #expect(images.contains("800  1000"))
  }

  @Test func theSameInputGivesTheSameBytesAnywhereAndAnyTime() throws {
    var files: [Data] = []
    for (zone, locale) in [("UTC", "C"), ("Asia/Tokyo", "it_IT.UTF-8")] {
      let folder = TemporaryFolder()
      let result = try canvaspress(
        ["print", samples[0], "--join", "-o", folder.path],
        environment: ["TZ": zone, "LC_ALL": locale, "LANG": locale])
      #expect(result.code == 0)
      let file = try #require(result.output.split(separator: "\n").first.map(String.init))
      files.append(try Data(contentsOf: URL(fileURLWithPath: file)))
    }
    #expect(files[0] == files[1])
  }

  @Test func aPNGHasThePixelsAndTheResolutionAskedFor() throws {
    let folder = TemporaryFolder()
    let result = try canvaspress(
      [
        "print", samples[2], "business-model-canvas", "--paper", "A4", "--format", "png", "--dpi", "100",
        "-o", folder.path,
      ])
    #expect(result.code == 0)
    let bytes = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: result.output.trimmingCharacters(in: .newlines))))
    func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(16) == 1169 && number(20) == 827)
    let phys = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("pHYs".utf8)) })
    #expect(number(phys + 4) == 3937)
    #expect(bytes.indices.contains { bytes[$0...].starts(with: Array("sRGB".utf8)) })
  }

  @Test func blankSheetsNeedNoWorkbook() throws {
    for language in ["it", "en"] {
      for state in ["blank", "prompts"] {
        let folder = TemporaryFolder()
        let result = try canvaspress(
          ["print", "--state", state, "--language", language, "--paper", "A3", "-o", folder.path])
        #expect(result.code == 0)
        #expect(result.output.split(separator: "\n").count == library().canvasNames.count)
      }
    }
  }

  @Test func aCanvasIsAddedByOneYAMLFileAlone() throws {
    let folder = TemporaryFolder()
    let canvas = folder.write("empathy-map.yml", Self.empathyMap)
    #expect(try canvaspress(["layouts", "check", canvas]).code == 0)
    let result = try canvaspress(["print", samples[0], canvas, "-o", folder.path])
    #expect(result.code == 0 && result.errors.isEmpty)
    let file = result.output.trimmingCharacters(in: .newlines)
    #expect(file.hasSuffix("rivalunga-it-empathy-map-A3.pdf"))
    let printed = try words(ofPDF: file)
    #expect(printed.contains("Nessun turno saltato in tutta l'estate"))
    #expect(printed.contains("Obiettivi"))
  }

  @Test func aCanvasOfOnesOwnIsPrintedBlankWithoutAWorkbook() throws {
    let folder = TemporaryFolder()
    let canvas = folder.write("empathy-map.yml", Self.empathyMap)
    let result = try canvaspress(["print", canvas, "--language", "it", "-o", folder.path])
    #expect(result.code == 0 && result.output.contains("empathy-map-A3-it-prompts.pdf"))
    #expect(try canvaspress(["print", samples[0], samples[1], "-o", folder.path]).code == 64)
  }

  @Test func textFromRightToLeftIsPrinted() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml",
      "canvaspress: 1\nproject: { company: \"می\u{200C}خواهم\" }\nbusinessModel: { costs: [\"\u{1EDF} o\u{31B}\u{309}\"] }\n"
    )
    #expect(try canvaspress(["print", path, "-o", folder.path]).code == 0)
  }

  /// No Swift knows of it.
  static let empathyMap = """
    canvas: empathy-map
    title: personaA.title
    family: customer
    sheets: per personas
    when: template is A
    about: [{ from: name, label: header.persona }]
    page: { paper: A3 landscape }
    grid:
      columns: [1fr, 1fr, 1fr]
      rows: [auto, 1fr, 1fr, auto]
      areas:
        - title  title title
        - says   says  thinks
        - feels  does  does
        - credit credit credit
    cells:
      says:   { block: text, from: quote, role: lead, heading: personaA.fields.quote.label, icon: quote }
      thinks: { block: notes, from: goals, heading: personaA.fields.goals.label, prompts: personaA.fields.goals.prompt }
      feels:  { block: notes, from: fears, heading: personaA.fields.fears.label, style: cards, tone: negative }
      does:   { block: notes, from: work, heading: personaA.fields.work.label, columns: 2, ground: tint }
    """

  @Test func aMissingPictureIsAWarningAndAPlaceholder() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml",
      "canvaspress: 1\nproject: { company: A }\npersonas:\n  - { id: p, name: Ada, picture: nobody.png }\n")
    let result = try canvaspress(["print", path, "-o", folder.path])
    #expect(result.code == 0)
    #expect(result.errors.contains("4:34: warning: There is no picture 'nobody.png' [picture/missing]"))
    #expect(try words(ofPDF: folder.path + "/w-persona-a-A4.pdf").contains("nobody.png"))
  }

  @Test func aPictureOutsideTheWorkbooksFolderNeedsLeave() throws {
    let folder = TemporaryFolder()
    let inner = folder.path + "/inner"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: home + "/samples/img/dev.png", toPath: folder.path + "/dev.png")
    let path = folder.write(
      "inner/w.yml",
      "canvaspress: 1\nproject: { company: A }\npersonas:\n  - { id: p, name: Ada, picture: ../dev.png }\n")
    #expect(try canvaspress(["print", path, "-o", inner]).errors.contains("picture/outside"))
    #expect(try canvaspress(["print", path, "--allow-outside", "-o", inner]).errors.isEmpty)
  }

  @Test func anOutputThatCannotBeWrittenLeavesTheOldFile() throws {
    let folder = TemporaryFolder()
    let result = try canvaspress(["print", samples[2], "-o", folder.write("file", "x") + "/below"])
    #expect(result.code == 74)
    #expect(result.errors.contains("cannot be written"))
    let good = try canvaspress(["print", samples[2], "-o", folder.path])
    #expect(good.code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.contains(".pdf.") }, "no temporary file stays")
  }

  @Test func strictPrintsNothingWhenTextIsCarriedOn() throws {
    let folder = TemporaryFolder()
    let path = folder.write("flood.yml", Flood.workbook.text)
    let result = try canvaspress(["print", path, "--strict", "-o", folder.path])
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["flood.yml"])
  }
}
