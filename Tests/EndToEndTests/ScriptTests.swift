import CanvasPressKit
import Diagnostics
import Foundation
import PageModel
import Testing

@Suite struct ScriptTests {
  private static let texts = [
    "المزارعون يديرون 12 مضخة في الموسم، ويتصلون بفريق ACME Service كل أسبوع",
    "להשקות את השדה לפני הזריחה, גם כאשר המשאבה מסוג D-500 מקולקלת (בלי לחכות ימים)",
    "農場の組合から紹介される。雨の日でも、電話一本で来てくれる「水の先生」がいると聞いた。",
    "农民合作社介绍的客户，他们希望在二十四小时之内完成维修。", "물 펌프가 고장 나면 하루 안에 고쳐 주는 서비스",
    "ซื้อปั๊มน้ำใหม่ทุกสิบปี เมื่อของเก่าพังและซ่อมไม่ได้แล้ว", "हर दस साल में एक नया पंप, क्षेत्रीय बैंक से",
    "Κάθε μέρα από τις πέντε το πρωί", "Каждый день с пяти утра", "Mỗi ngày từ năm giờ sáng, Ễ Ộ Ự",
    "👩🏽‍🌾 waters 🌱 and calls ☎️",
  ]

  private func workbook(_ texts: [String]) -> String {
    let notes = texts.map { "  - \"\($0)\"\n" }.joined()
    return """
      canvaspress: 1
      project: { company: "שירותי המים" }
      businessModel:
        propositions:
      \(notes.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
      """ + "\n"
  }

  @Test func nothingIsLostOfAnyScriptAndNoLineTouchesAnother() throws {
    let folder = TemporaryFolder()
    let path = folder.write("scripts.yml", workbook(Self.texts))
    expectCleanPages(try Press(library()).layOut(path, paper: "A4"))
    let result = try canvaspress(["print", path, "--paper", "A4", "--join", "-o", folder.path])
    #expect(result.code == 0 && !result.errors.contains("no-glyph"), "\(result.errors)")
    let file = try #require(result.output.split(separator: "\n").first.map(String.init))
    // What pdftotext adds says in which direction to show a line.
    let marks: Set<Unicode.Scalar> = ["\u{202A}", "\u{202B}", "\u{202C}"]
    let text = String(
      String.UnicodeScalarView(
        try run("pdftotext", [file, "-"]).output.unicodeScalars.filter { !marks.contains($0) }))
    let letters = text.filter { !$0.isWhitespace }
    // Beside words from right to left it guesses where punctuation belongs.
    let words = Self.texts.flatMap { $0.split { " ،,()".contains($0) } }
    for word in words {
      #expect(letters.contains(word), "\(word)")
    }
    let fonts = try run("pdffonts", [file]).output.split(separator: "\n").dropFirst(2)
    #expect(fonts.count >= 8 && fonts.allSatisfy { $0.contains(" yes yes yes ") })
  }

  @Test func aTextFromRightToLeftIsSetFlushRight() throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", workbook([Self.texts[1], "Latin"]))
    let page = try #require(try Press(library()).layOut(path, paper: "A4").first)
    let lines = page.textLines.filter {
      $0.line.runs.contains { $0.run.level > 0 } && !$0.line.text.contains("שירותי")
    }
    let ends = lines.map { ($0.baseline.x + $0.width).millimetres }
    let first = try #require(ends.first)
    #expect(ends.count > 1 && ends.allSatisfy { abs($0 - first) < 0.01 })
    let words = lines.flatMap { line in line.line.runs.filter { $0.run.text.first == "ל" }.map { (line, $0) }
    }
    let (line, word) = try #require(words.first)
    #expect(
      abs(Double(word.x + word.run.advance - line.line.width)) < 0.01, "the first word stands at the right")
  }

  @Test func everyPlaceOfACharacterThatNoFontHasIsNamed() throws {
    let folder = TemporaryFolder()
    let text = workbook(["a \u{12000}\u{12001} b \u{12000}", "\\U00012002 c", "plain"])
    let path = folder.write("w.yml", text)
    var request = PrintRequest()
    request.workbook = path
    let (outcome, prints) = try Press(library()).layOut(request)
    let found = outcome.diagnostics.filter { $0.code == "text/no-glyph" }
    #expect(
      found.map { $0.arguments["codes"] } == [.text("U+12000, U+12001"), .text("U+12000"), .text("U+12002")])
    #expect(found.allSatisfy { $0.severity == .warning && $0.span != nil })
    #expect(
      found.prefix(2).compactMap { $0.span.map { $0.file.text(in: $0.range) } } == [
        "\u{12000}\u{12001}", "\u{12000}",
      ])
    #expect(prints.flatMap(\.document.pages).flatMap(\.missingSigns).count == 4)
  }

  @Test func emojiAreFoundOnTheirPages() throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", workbook(["😀 one", "two 👩🏽‍🌾"]))
    let signs = try Press(library()).layOut(path, paper: "A4").flatMap(\.pictureSigns)
    #expect(signs.map(\.run.text) == ["😀", "👩🏽‍🌾"] && signs.allSatisfy { $0.origin != nil })
  }

  @Test func anEmojiIsStoredOnceInAPDF() throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", workbook(Array(repeating: "😀 smile", count: 9)))
    let result = try canvaspress(["print", path, "--paper", "A4", "-o", folder.path])
    let file = try #require(result.output.split(separator: "\n").first.map(String.init))
    let images = try run("pdfimages", ["-list", file]).output.split(separator: "\n").dropFirst(2)
    let objects = Set(images.filter { $0.contains(" image ") }.map { $0.split(separator: " ")[10] })
    #expect(images.count >= 9 && objects.count == 1, "\(images)")
  }

  /// An installation whose folder of fonts is a test's own.
  private func installation(_ families: String, _ files: [String: Data], _ folder: TemporaryFolder)
    -> Library
  {
    var installation = Installation.at(home)
    installation.fonts = folder.path
    _ = folder.write("families.yml", families)
    for (name, data) in files { _ = folder.write(name, data) }
    return Library(installation)
  }

  @Test func aFileThatIsNoFontIsAFaultWhereItIsNamed() throws {
    let folder = TemporaryFolder()
    let library = installation(
      "text: { regular: Brand.ttf }\nfolders: [/usr/share/fonts/truetype/lato]\n",
      ["Brand.ttf": Data("<html>".utf8)], folder)
    var request = PrintRequest()
    request.workbook = samples[2]
    let outcome = try Press(library).print(request)
    let fault = try #require(outcome.diagnostics.first { $0.code == "fonts/not-a-font" })
    #expect(fault.kind == .fault && fault.span?.start.line == 1 && outcome.files.isEmpty)
  }

  @Test func aFallbackThatIsNoFontIsAFaultOnlyWhenItIsNeeded() throws {
    let folder = TemporaryFolder()
    let library = installation(
      """
      text: { regular: Lato-Regular.ttf }
      folders: [/usr/share/fonts/truetype/lato]
      """,
      [
        "Thai.ttf": Data("<html>".utf8),
        "fallbacks.yml": Data("fallbacks: [{ file: Thai.ttf, scripts: Thai }]\n".utf8),
      ], folder)
    for (note, count) in [("ไทย", 1), ("Thai", 0)] {
      var request = PrintRequest()
      request.workbook = folder.write("w.yml", workbook([note]))
      let (outcome, _) = try Press(library).layOut(request)
      #expect(
        outcome.diagnostics.count {
          $0.code == "fonts/not-a-font" && $0.span?.file.name.hasSuffix("fallbacks.yml") == true
        }
          == count)
    }
  }

  @Test func aFallbackThatIsNotThereIsNoFaultAndItsPackageIsNamed() throws {
    let folder = TemporaryFolder()
    let library = installation(
      """
      text: { regular: Lato-Regular.ttf }
      folders: [/usr/share/fonts/truetype/lato]
      """,
      [
        "fallbacks.yml": Data(
          "fallbacks: [{ file: nowhere.ttf, scripts: Thai, package: fonts-noto-core }]\n".utf8)
      ], folder)
    var request = PrintRequest()
    request.workbook = folder.write("w.yml", workbook(["ไทย"]))
    let (outcome, prints) = try Press(library).layOut(request)
    #expect(!prints.isEmpty && !outcome.diagnostics.haveFaults)
    let findings = outcome.diagnostics.filter { $0.arguments["package"] == .text("fonts-noto-core") }
    #expect(findings.map(\.code) == ["text/no-glyph"] && findings[0].hint == "install-font")
  }

  @Test func everyFamilyIsHereForTheTests() {
    let doctor = Doctor(library())
    #expect(doctor.fallbacks().filter { $0.path == nil }.map(\.file) == [])
    #expect(doctor.fallbacks().allSatisfy { $0.package != nil })
  }
}
