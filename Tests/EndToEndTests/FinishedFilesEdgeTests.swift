import Foundation
import Testing

/// Finished files at their edges: what must not be lost, leaked or replaced, and odd texts in descriptions.
@Suite struct FinishedFilesEdgeTests {
  private static let workbook = """
    canvaspress: 1
    project: { company: "A\\r\\nB \\uFFFE(c) & <d>" }
    segments: [{ id: a, name: One, who: [Who they are] }]
    personas: [{ id: p, template: A, segment: a, name: Anna, picture: text.svg }]
    solutions: [{ id: s, name: S, investment: 1, effort: 2 }]
    report:
      chapters: [{ title: "See [there](https://example.org/) now[^1]", text: "Words.\\n\\n[^1]: Note." }]
    """

  @Test func noSheetIsPrintedOverWhatItIsMadeOf() throws {
    let folder = TemporaryFolder()
    let path = folder.write("book.pdf", Self.workbook)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let result = try canvaspress(["print", path, "--join", "-o", folder.path])
    #expect(result.code == 2 && result.errors.contains("canvas/over-input"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func aReportForThePublicDoesNotTakeTheScoresAlong() throws {
    let folder = TemporaryFolder()
    let path = folder.write("book.yml", Self.workbook)
    let file = folder.path + "/r.pdf"
    let result = try canvaspress(["report", path, "--audience", "public", "--attach-workbook", "-o", file])
    #expect(result.code == 2 && result.errors.contains("pdf/attach-scores"))
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func oddTextsInDescriptionsAndHeadingsGiveFilesThatAreWhatTheyClaim() throws {
    let folder = TemporaryFolder()
    let path = folder.write("book.yml", Self.workbook)
    let file = folder.path + "/r.pdf"
    #expect(try canvaspress(["report", path, "-o", file]).code == 0)
    #expect(try PDFJudges.claim("2U+UA", boxes: nil, [file]) == "")
    let untitled = folder.write(
      "none.yml", "canvaspress: 1\nproject: { company: \"\" }\nsegments: [{ id: a, name: O }]\n")
    #expect(try canvaspress(["print", untitled, "segment-list", "-o", folder.path]).code == 0)
    #expect(try PDFJudges.claim("2U+UA", boxes: nil, [folder.path + "/none-segment-list-A3.pdf"]) == "")
  }

  @Test func aDamagedAttachmentIsNeverWritten() throws {
    let folder = TemporaryFolder()
    let path = folder.write("book.yml", Self.workbook)
    let file = folder.path + "/r.pdf"
    #expect(try canvaspress(["report", path, "--attach-workbook", "-o", file]).code == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let place = try #require(bytes.range(of: Data("/EmbeddedFile".utf8)))
    let stream = try #require(bytes[place.upperBound...].range(of: Data("stream\n".utf8)))
    bytes[stream.upperBound + 40] ^= 0x5A
    try bytes.write(to: URL(fileURLWithPath: file))
    let out = folder.path + "/out.yml"
    let result = try canvaspress(["extract", file, "-o", out])
    #expect(result.code == 2 && result.errors.contains("extract/damaged"))
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  /// A small file that holds 300 MB of zeros.
  @Test func anAttachmentThatWouldFillTheMemoryIsRefusedWithoutTakingIt() throws {
    let folder = TemporaryFolder()
    let plain = folder.path + "/plain.pdf"
    #expect(try canvaspress(["report", folder.write("book.yml", Self.workbook), "-o", plain]).code == 0)
    let zeros = folder.path + "/zeros.yml"
    #expect(try run("truncate", ["-s", "300M", zeros]).code == 0)
    let bomb = folder.path + "/bomb.pdf"
    #expect(try run("qpdf", ["--add-attachment", zeros, "--key=k", "--", plain, bomb]).code == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: bomb)).count < 1 << 20)
    for (language, words) in [("en", "larger than 8 MB"), ("it", "supera 8 MB")] {
      let result = try canvaspressWeighed(
        ["extract", bomb, "-o", folder.path + "/out.yml"], environment: ["LC_ALL": language])
      #expect(result.code == 2 && result.errors.contains("extract/too-large"), "\(result.errors)")
      #expect(result.errors.contains(words), "\(result.errors)")
      #expect(result.megabytes < 100)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.yml"))
  }

  @Test func onlyAWorkbookIsTakenOutAndItsNameLeadsNowhere() throws {
    let folder = TemporaryFolder()
    let plain = folder.path + "/plain.pdf"
    let path = folder.write("book.yml", Self.workbook)
    #expect(try canvaspress(["report", path, "-o", plain]).code == 0)
    func attached(_ name: String) throws -> (code: Int32, files: [String]) {
      let inner = TemporaryFolder()
      let file = inner.path + "/a.pdf"
      let options = ["--add-attachment", path, "--filename=\(name)", "--key=k", "--", plain, file]
      #expect(try run("qpdf", options).code == 0)
      let code = try canvaspress(["extract", file]).code
      return (code, try FileManager.default.contentsOfDirectory(atPath: inner.path).sorted())
    }
    #expect(try attached("invoice.png").code == 2)
    for name in ["../../x.yml", ".hidden.yml", "-o.yml", "a\u{202E}b.yml"] {
      let (code, files) = try attached(name)
      #expect(code == 0 && files == ["a.pdf", name.hasSuffix("x.yml") ? "x.yml" : "a.yml"], "\(name)")
    }
  }

  /// Only these files need ciphers.
  @Test func aWorkbookComesOutOfALockedFileThatOpensWithoutAPassword() throws {
    let folder = TemporaryFolder()
    let path = folder.write("book.yml", Self.workbook)
    let plain = try Finish.attached.report(path, into: folder)
    let locked = folder.path + "/locked.pdf"
    for lock in [["256"], ["128", "--use-aes=y"], ["128", "--use-aes=n"]] {
      for password in ["", "secret"] {
        let options = ["--allow-weak-crypto", "--encrypt", password, "owner"] + lock + ["--", plain, locked]
        #expect(try run("qpdf", options).code == 0)
        let result = try canvaspress(["extract", locked, "-o", "-"])
        if password.isEmpty {
          #expect(result.code == 0 && result.output == Self.workbook, "\(lock): \(result.errors)")
        } else {
          #expect(result.code == 2 && result.errors.contains("extract/encrypted"), "\(lock)")
        }
      }
    }
  }

  /// The order of sets and dictionaries is another one in each process.
  @Test func manyProcessesGiveTheSameBytes() throws {
    let folder = TemporaryFolder()
    let sheets = ["high-value-opportunities", "prioritised-opportunities", "customer-journey"]
    let files = try (0..<5).map { number -> Data in
      let out = folder.path + "/\(number)"
      #expect(try canvaspress(["print", largeSamples[1]] + sheets + ["--join", "-o", out]).code == 0)
      let name = try #require(try FileManager.default.contentsOfDirectory(atPath: out).first)
      return try Data(contentsOf: URL(fileURLWithPath: out + "/" + name))
    }
    #expect(Set(files).count == 1)
  }

  /// librsvg gives up the whole program when it measures a text for which there is no font: one run in ten did.
  @Test func drawingsWithTextsOfSeveralScriptsAreMeasuredWithFonts() throws {
    let folder = TemporaryFolder()
    _ = folder.write(
      "text.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\" width=\"100\" height=\"100\">"
        + "<text x=\"5\" y=\"30\" font-family=\"Comic Sans MS, serif\" font-size=\"12\">abc مرحبا 中文</text>"
        + "<text x=\"5\" y=\"60\" font-size=\"12\">&#x1F600; &#x12000;</text></svg>")
    let path = folder.write("book.yml", Self.workbook)
    for _ in 0..<12 { #expect(try canvaspress(["report", path, "--outline"]).code == 0) }
  }

  /// Coloured paper is printed to where it is cut off, as far as the canvas says.
  @Test func thePapersColourReachesToTheBleed() throws {
    let folder = TemporaryFolder()
    let installed = folder.path + "/home"
    try FileManager.default.createDirectory(atPath: installed, withIntermediateDirectories: true)
    for name in ["layouts", "fonts", "samples"] {
      try FileManager.default.copyItem(atPath: home + "/" + name, toPath: installed + "/" + name)
    }
    func edit(_ file: String, _ old: String, _ new: String) throws {
      let text = try String(contentsOfFile: installed + file, encoding: .utf8)
      try #require(text.contains(old))
      try text.replacing(old, with: new).write(toFile: installed + file, atomically: true, encoding: .utf8)
    }
    try edit("/layouts/themes/standard.yml", "paper: \"#FFFFFF\"", "paper: \"#FF0000\"")
    try edit("/layouts/service-governance.yml", "page: { ", "page: { bleed: 5mm, ")
    let result = try canvaspress(
      ["print", "--state", "blank", "--profile", "press", "service-governance", "-o", folder.path],
      environment: ["CANVASPRESS_HOME": installed])
    let file = try #require(result.output.split(separator: "\n").first.map(String.init), "\(result.errors)")
    let box = try #require(try PageBoxes.pages(of: file).first)
    #expect(abs(box.trim[0] - box.bleed[0] - 5) < 0.05 && abs(box.trim[0] - 12) < 0.05)
    // A pixel a millimetre: white in the margin, red from the bleed on.
    #expect(try run("pdftoppm", ["-r", "25.4", "-singlefile", file, folder.path + "/p"]).code == 0)
    let pixels = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/p.ppm"))
    let width = Int((box.media[2] - box.media[0]).rounded(.up))
    func pixel(_ x: Int, _ y: Int) -> [UInt8] {
      Array(pixels.suffix(pixels.count - 15)[(15 + (y * width + x) * 3)...].prefix(3))
    }
    #expect(pixel(3, 60) == [255, 255, 255] && pixel(9, 60) == [255, 0, 0] && pixel(13, 60) == [255, 0, 0])
  }

  @Test func whatStandsAtTheFootOfASheetIsRead() throws {
    let folder = TemporaryFolder()
    #expect(
      try canvaspress(["print", largeSamples[1], "business-model-canvas", "-o", folder.path]).code == 0)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    let told = try run("pdfinfo", ["-struct-text", folder.path + "/" + name]).output
    #expect(told.contains("Strategyzer"))
  }
}
