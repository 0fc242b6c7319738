import CanvasPressKit
import Foundation
import Languages
import Testing

/// A way of finishing a PDF: the options for it, and what the file then claims to be.
struct Finish: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let options: [String]
  /// As the judge of claims takes it.
  let claim: String
  var boxes: String?

  static let screen = Finish(testDescription: "screen", options: [], claim: "2U+UA")
  static let attached = Finish(
    testDescription: "screen with its workbook", options: ["--attach-workbook"], claim: "3U+UA")
  static let press = Finish(
    testDescription: "press", options: ["--profile", "press"], claim: "2B", boxes: "slug=10,bleed=3")
  static let archive = Finish(
    testDescription: "archive-1b", options: ["--profile", "archive-1b"], claim: "1B")
  static let all = [screen, attached, press, archive]

  /// Prints, and gives the files; `words` are the workbook and canvases.
  func print(_ words: [String], into folder: TemporaryFolder) throws -> [String] {
    let result = try canvaspress(["print"] + words + options + ["-o", folder.path])
    try #require(result.code == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map(String.init)
  }

  func report(_ workbook: String, into folder: TemporaryFolder) throws -> String {
    let stem = URL(fileURLWithPath: workbook).deletingPathExtension().lastPathComponent
    let file = folder.path + "/\(stem)-as-a-report.pdf"
    let result = try canvaspress(["report", workbook, "-o", file] + options)
    try #require(result.code == 0, "\(result.errors)")
    return file
  }
}

/// Files as they leave the house, judged by tools of others and by the standards' own words.
@Suite struct FinishedFilesTests {
  @Test(arguments: Finish.all)
  func everyFileIsWhatItClaimsToBe(finish: Finish) throws {
    let folder = TemporaryFolder()
    var files: [String] = []
    for sample in largeSamples {
      files += try finish.print([sample, "--join"], into: folder)
      files.append(try finish.report(sample, into: folder))
    }
    if finish.claim != Finish.attached.claim {
      files += try finish.print(["--state", "prompts", "--language", "it", "--join"], into: folder)
    }
    #expect(Set(files).count == files.count && files.count >= 4)
    #expect(try PDFJudges.syntax(files) == "")
    #expect(try PDFJudges.claim(finish.claim, boxes: finish.boxes, files) == "")
    if finish.claim == Finish.archive.claim { #expect(try PDFJudges.archive1b(files) == "") }
  }

  @Test(arguments: Finish.all)
  func theJudgeNamesEveryDamage(finish: Finish) throws {
    let folder = TemporaryFolder()
    let files =
      try finish.print([samples[2], "--join"], into: folder) + [finish.report(samples[2], into: folder)]
    #expect(try PDFJudges.unnoticedDamages(finish.claim, boxes: finish.boxes, files) == "")
  }

  @Test func theJudgeOfArchivesRefusesAScreenFile() throws {
    let folder = TemporaryFolder()
    let files = try Finish.screen.print([samples[2], "business-model-canvas"], into: folder)
    #expect(try PDFJudges.archive1b(files).contains("7.11.2 Error on MetaData, part must be 1"))
  }

  @Test func theNamesOfFilesSayWhatTheyAreFor() throws {
    let folder = TemporaryFolder()
    func name(_ finish: Finish) throws -> String {
      try #require(try finish.print([samples[2], "business-model-canvas"], into: folder).first)
    }
    let screen = try name(.screen).dropLast(".pdf".count)
    #expect(try name(.attached) == screen + ".pdf")
    #expect(try name(.press) == screen + "-press.pdf")
    #expect(try name(.archive) == screen + "-archive-1b.pdf")
  }

  // MARK: For a printer

  @Test(arguments: [("A4", [297.0, 210]), ("A3", [420, 297]), ("A0", [1189, 841]), (nil, nil)])
  func aPressSheetIsCutWhereTheScreenSheetEnds(paper: String?, size: [Double]?) throws {
    let folder = TemporaryFolder()
    // The canvases' own papers are of different sizes.
    let words = paper.map { [samples[0], "business-model-canvas", "--paper", $0] } ?? [samples[0], "--join"]
    let screen = try PageBoxes.pages(of: try #require(Finish.screen.print(words, into: folder).first))
    let press = try PageBoxes.pages(of: try #require(Finish.press.print(words, into: folder).first))
    #expect(press.count == screen.count && !press.isEmpty)
    if paper == nil { #expect(Set(screen.map { $0.media.map { $0.rounded() } }).count > 1) }
    let wrong = zip(press, screen).filter { cut, whole in
      let sheet = PageBoxes.size(whole.media)
      return !PageBoxes.agree(sheet, size ?? sheet)
        || !PageBoxes.agree(cut.trim, [10, 10, 10 + sheet[0], 10 + sheet[1]])
        || !PageBoxes.agree(cut.bleed, [7, 7, 13 + sheet[0], 13 + sheet[1]])
        || !PageBoxes.agree(cut.media, [0, 0, 20 + sheet[0], 20 + sheet[1]])
        || !PageBoxes.agree(cut.crop, cut.media)
    }
    #expect(wrong.isEmpty, "\(wrong.count) pages, and first \(wrong.map(\.0).prefix(1))")
  }

  @Test func marksStandOutsideTheBleedAndCanBeLeftOut() throws {
    for (options, marked) in [([], true), (["--no-marks"], false)] {
      let folder = TemporaryFolder()
      let words = [samples[2], "business-model-canvas"] + options
      let file = try #require(try Finish.press.print(words, into: folder).first)
      let corner = try darkest(of: file, x: 0, y: 0, width: 6.9, height: 15)
      #expect((corner < 128) == marked, "\(options)")
      #expect(try darkest(of: file, x: 0, y: 30, width: 6.9, height: 30) == 255, "the rest stays white")
    }
  }

  /// The darkest grey of a part of the first page, 0 to 255; the part in millimetres from the top left.
  private func darkest(of file: String, x: Double, y: Double, width: Double, height: Double) throws -> UInt8 {
    func pixels(_ length: Double) -> String { String(Int(length / 25.4 * 288)) }
    let picture = file + ".crop"
    let part = ["-x", pixels(x), "-y", pixels(y), "-W", pixels(width), "-H", pixels(height)]
    _ = try run("pdftoppm", ["-r", "288", "-gray", "-singlefile"] + part + [file, picture])
    let data = try Data(contentsOf: URL(fileURLWithPath: picture + ".pgm"))
    let count = (Int(pixels(width)) ?? 0) * (Int(pixels(height)) ?? 0)
    return try #require(data.suffix(count).min())
  }

  // MARK: What is inside

  @Test(arguments: Finish.all)
  func aSheetWithoutPicturesHoldsNone(finish: Finish) throws {
    let folder = TemporaryFolder()
    let words = [samples[0], "business-model-canvas", "buyer-utility-map", "high-value-opportunities"]
    for file in try finish.print(words, into: folder) {
      let rows = try run("pdfimages", ["-list", file]).output.split(separator: "\n").dropFirst(2)
      #expect(rows.isEmpty, "\(file)")
    }
  }

  @Test func theSameInputGivesTheSameBytesHoweverItIsFinished() throws {
    let png = Finish(testDescription: "PNG", options: ["--format", "png", "--dpi", "60"], claim: "")
    for finish in Finish.all + [png] {
      var made: [[Data]] = []
      for (zone, locale) in [("Asia/Tokyo", "C"), ("America/New_York", "it_IT.UTF-8")] {
        let folder = TemporaryFolder()
        let place = ["TZ": zone, "LC_ALL": locale, "LANG": locale]
        let print = ["print", samples[0], "persona-a", "business-model-canvas", "-o", folder.path]
        #expect(try canvaspress(print + finish.options, environment: place).code == 0)
        if finish.claim != "" {
          let report = ["report", samples[2], "-o", folder.path + "/r.pdf"]
          #expect(try canvaspress(report + finish.options, environment: place).code == 0)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        made.append(try names.map { try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + $0)) })
      }
      #expect(made[0].count >= 2)
      #expect(made[0] == made[1], "\(finish.testDescription)")
    }
  }

  @Test func aBusinessModelCanvasIsReadBlockByBlock() throws {
    let blocks = [
      "segments", "propositions", "channels", "relationships", "revenue", "resources", "activities",
      "partners",
      "costs",
    ]
    func words(_ block: String) -> String {
      "In \(block) vogliamo responsabilità straordinariamente condivise, perché così si può"
    }
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml",
      "canvaspress: 1\nlanguage: it\nproject: { company: A }\nbusinessModel:\n"
        + blocks.map { "  \($0): [\"\(words($0))\"]\n" }.joined())
    let file = try #require(try Finish.screen.print([path, "business-model-canvas"], into: folder).first)
    let names = blocks.map { library().catalogue("it").phrase("bmc.blocks.\($0).label") }

    let reading = try PDFJudges.reading(file)
    let headings = reading.indices.filter { reading[$0].kind.wholeMatch(of: /H[1-6]/) != nil }
    let starts = headings.filter { start in names.contains { reading[start].words.contains($0) } }
    #expect(starts.map { start in names.first { reading[start].words.contains($0) } } == names)
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : reading.endIndex
      let read = reading[start..<end].map(\.words).joined(separator: " ")
      #expect(read.contains(words(blocks[number])), "\(read)")
    }

    // Poppler ends a heading at its first hyphen or ligature.
    let told = try run("pdfinfo", ["-struct-text", file]).output
    let heard = told.matches(of: /\ H[1-6] \(block\):?\s*\n(?:\s+\/.*\n)*\s+"([^"]*)/).map(\.1)
    #expect(heard.count == headings.count)
    for (start, words) in zip(headings, heard) {
      let first = words.trimmingCharacters(in: .whitespaces)
      #expect(!first.isEmpty && reading[start].words.hasPrefix(first), "\(reading[start].words)")
    }
  }

  // MARK: The workbook inside

  @Test func aWorkbookComesBackByteForByte() throws {
    let folder = TemporaryFolder()
    let text =
      "\u{FEFF}canvaspress: 1\r\nproject: { company: \"Č & C.\" }\r\nbusinessModel: { costs: [due] }\r\n# Ok"
    let (name, bytes) = ("perché – łódź.yml", Data(text.utf8))
    let path = folder.write(name, bytes)
    let files = try Finish.attached.print([path], into: folder) + [Finish.attached.report(path, into: folder)]
    for file in files {
      let copy = folder.path + "/copy.yml"
      let result = try canvaspress(["extract", file, "-o", copy])
      #expect(result.code == 0, "\(result.errors)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == bytes)
      try FileManager.default.removeItem(atPath: copy)
      #expect(try run("qpdf", ["--list-attachments", file]).output.contains(name))
      #expect(try Data(run("qpdf", ["--show-attachment=\(name)", file]).output.utf8) == bytes)
    }
  }

  @Test func aFileWithoutAWorkbookGivesNone() throws {
    let folder = TemporaryFolder()
    let file = try #require(try Finish.screen.print([samples[2]], into: folder).first)
    for path in [file, samples[2], folder.path + "/nothing.pdf"] {
      let copy = folder.path + "/copy.yml"
      let result = try canvaspress(["extract", path, "-o", copy])
      #expect(result.code != 0 && result.code != 64 && !result.errors.isEmpty, "\(path)")
      #expect(!FileManager.default.fileExists(atPath: copy))
    }
  }

  // MARK: What cannot be asked for

  @Test(arguments: [
    (["print", samples[2], "--profile", "press", "--attach-workbook"], ["--attach-workbook", "press"]),
    (
      ["print", samples[2], "--profile", "archive-1b", "--attach-workbook"],
      ["--attach-workbook", "archive-1b"]
    ),
    (["report", samples[2], "--profile", "press", "--attach-workbook"], ["--attach-workbook", "press"]),
    (["print", "--attach-workbook"], ["--attach-workbook", "workbook"]),
    (["print", samples[2], "--no-marks"], ["--no-marks", "press"]),
    (["print", samples[2], "--profile", "archive-1b", "--no-marks"], ["--no-marks", "press"]),
    (["print", samples[2], "--profile", "press", "--format", "png"], ["--profile", "pdf"]),
    (["report", samples[2], "--profile", "press", "--format", "md"], ["--profile", "pdf"]),
    (["print", samples[2], "--profile", "glossy"], ["glossy", "archive-1b"]),
  ])
  func whatDoesNotGoTogetherIsRefusedWithItsReason(arguments: [String], reason: [String]) throws {
    let folder = TemporaryFolder()
    let result = try canvaspress(arguments + ["-o", folder.path])
    #expect(result.code == 64)
    for word in reason { #expect(result.errors.lowercased().contains(word), "\(result.errors)") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
