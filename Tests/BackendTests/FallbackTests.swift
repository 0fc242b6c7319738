import Foundation
import PageModel
import Seeded
import Testing

@testable import CairoBackend

private let lato = "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"
private let noto = "/usr/share/fonts/truetype/noto"

/// A few of the families that `fonts/families.yml` names.
private func files(without missing: String? = nil) -> FontFiles {
  let all = [
    FallbackFamily(
      regular: "DejaVuSans.ttf", bold: "DejaVuSans-Bold.ttf", scripts: [], package: "fonts-dejavu-core"),
    FallbackFamily(
      regular: "NotoSansArabic-Regular.ttf", bold: "NotoSansArabic-Bold.ttf", scripts: ["Arab"], zoom: 0.9,
      package: "fonts-noto-core"),
    FallbackFamily(regular: "NotoSansHebrew-Regular.ttf", scripts: ["Hebr"], package: "fonts-noto-core"),
    FallbackFamily(regular: "NotoSansThai-Regular.ttf", scripts: ["Thai"], package: "fonts-noto-core"),
    FallbackFamily(regular: "NotoSansDevanagari-Regular.ttf", scripts: ["Deva"], package: "fonts-noto-core"),
    FallbackFamily(
      regular: "NotoSansCJK-Regular.ttc", scripts: ["Hani", "Hira", "Kana", "Hang"],
      faces: ["ja": 0, "ko": 1, "zh": 2, "zh-TW": 3], package: "fonts-noto-cjk"),
    FallbackFamily(
      regular: "NotoColorEmoji.ttf", scripts: ["Zsye"], isPictures: true, package: "fonts-noto-color-emoji"),
  ]
  return FontFiles(
    text: [.regular: lato], fallbacks: all.filter { $0.regular != missing },
    folders: ["/usr/share/fonts/truetype/dejavu", noto, "/usr/share/fonts/opentype/noto"])
}

@Suite struct FallbackTests {
  private let style = TextStyle(weight: .regular, language: "en")

  private func runs(_ text: String, _ style: TextStyle? = nil, _ shelf: FontShelf? = nil) throws -> [GlyphRun]
  {
    let shaper = PangoShaper(shelf: try shelf ?? FontShelf(files: files()))
    return shaper.shape(text, style ?? self.style).pieces.flatMap { piece -> [GlyphRun] in
      switch piece {
      case .word(let word): word.runs
      case .space(let run, _): [run]
      default: []
      }
    }
  }

  private func file(_ run: GlyphRun) -> Substring {
    let face = if case .picture(let glyphs) = run.drawing { glyphs.face } else { run.face }
    return face.file.split(separator: "/").last ?? ""
  }

  @Test func onlyWhatIsNeededIsOpened() throws {
    let shelf = try FontShelf(files: files())
    _ = try runs("Perché così – 12 % “quoted” café", nil, shelf)
    #expect(shelf.openedFiles == [lato])
    _ = try runs("خدمات", nil, shelf)
    #expect(shelf.openedFiles == [lato, noto + "/NotoSansArabic-Regular.ttf"])
  }

  @Test(arguments: [
    ("خدمات", "NotoSansArabic-Regular.ttf"), ("מים", "NotoSansHebrew-Regular.ttf"),
    ("เกษตรกร", "NotoSansThai-Regular.ttf"), ("किसान", "NotoSansDevanagari-Regular.ttf"),
    ("農家", "NotoSansCJK-Regular.ttc"), ("γεωργοί", "Lato-Regular.ttf"), ("фермер", "Lato-Regular.ttf"),
    ("Ễặữ", "Lato-Regular.ttf"), ("☂", "DejaVuSans.ttf"),
  ])
  func aWordIsSetWholeInTheFamilyOfItsScript(word: String, file: String) throws {
    let runs = try runs(word)
    #expect(runs.allSatisfy { self.file($0) == file } && runs.map(\.text).joined() == word)
    #expect(Set(runs.map { ByteText($0.face.file) }).count == 1)
  }

  @Test func bracketsThatTheFamilyOfAScriptLacksDoNotSendAWordToAnother() throws {
    #expect(
      try runs("(خدمات)").map(file) == ["Lato-Regular.ttf", "NotoSansArabic-Regular.ttf", "Lato-Regular.ttf"])
    #expect(try runs("(שלוש").map(file).contains("NotoSansHebrew-Regular.ttf"))
  }

  @Test func aSignOfNoScriptIsFoundInAFamilyOfAnother() throws {
    #expect(try runs("「").map(file) == ["NotoSansCJK-Regular.ttc"])
  }

  @Test func semiboldTextHasABoldFallback() throws {
    let bold = try runs("خدمات", TextStyle(weight: .semibold, language: "en"))
    #expect(bold.map(file) == ["NotoSansArabic-Bold.ttf"])
  }

  @Test func ideographsHaveTheShapesOfTheirLanguage() throws {
    func index(_ text: String, _ language: String) throws -> Int? {
      try runs(text, TextStyle(weight: .regular, language: language)).first?.face.index
    }
    #expect(try index("骨", "ja") == 0 && index("骨", "ko") == 1 && index("骨", "zh") == 2)
    #expect(try index("骨", "zh-TW") == 3)
    #expect(try index("骨", "en") == 2, "Chinese, as far as can be seen")
    #expect(try index("骨のかたち", "en") == 0)
    #expect(try index("骨 물", "it") == 1)
  }

  @Test func aTallerScriptIsSetSmaller() throws {
    let run = try #require(try runs("خدمات").first)
    #expect(run.zoom == 0.9)
    let whole = FontFiles(
      text: [.regular: lato],
      fallbacks: [FallbackFamily(regular: noto + "/NotoSansArabic-Regular.ttf", scripts: ["Arab"])])
    let full = try #require(try runs("خدمات", nil, FontShelf(files: whole)).first)
    #expect(abs(run.advance - full.advance * 0.9) < 0.0001)
  }

  @Test func whatNoFontHasIsABoxThatCarriesItsText() throws {
    let runs = try runs("a\u{12000}b")
    #expect(runs.map(\.text) == ["a", "\u{12000}", "b"])
    let space = try #require(try self.runs("a b").first { $0.text == " " })
    #expect(runs[1].advance == MissingSign.advance && Set(runs[1].glyphs) == Set(space.glyphs))
    if case .box = runs[1].drawing {} else { Issue.record("no box") }
  }

  @Test func thePackageThatWouldBringACharacterIsNamed() throws {
    func package(_ text: String, without file: String) throws -> String? {
      let shaper = PangoShaper(shelf: try FontShelf(files: elsewhere(file)))
      return shaper.shape(text, style).missing.first?.package
    }
    /// The family is named, but its file is not there.
    func elsewhere(_ file: String) -> FontFiles {
      var files = files()
      let here = files.fallbacks()
      files.fallbacks = {
        here.map { family in
          var family = family
          if family.regular == file { family.regular = "nowhere.ttf" }
          return family
        }
      }
      return files
    }
    #expect(try package("한국", without: "NotoSansCJK-Regular.ttc") == "fonts-noto-cjk")
    #expect(try package("ไทย", without: "NotoSansThai-Regular.ttf") == "fonts-noto-core")
    #expect(try package("🫠", without: "NotoColorEmoji.ttf") == "fonts-noto-color-emoji")
    #expect(try package("\u{12000}", without: "NotoSansThai-Regular.ttf") == nil, "no family is for it")
  }

  @Test(arguments: [
    "👩🏽‍🌾", "🇮🇹", "1️⃣", "👨‍👩‍👧‍👦", "☎️", "🫠", "👍🏿", "❤️",
  ])
  func anEmojiIsOnePicture(emoji: String) throws {
    let runs = try runs(emoji)
    #expect(runs.map(\.text) == [emoji] && runs[0].clusters.count == 1)
    guard case .picture(let glyphs) = runs[0].drawing else {
      Issue.record("no picture")
      return
    }
    #expect(glyphs.glyphs.count == 1 && glyphs.face.file.hasSuffix("NotoColorEmoji.ttf"))
  }

  @Test(arguments: ["✓", "★", "☎", "©", "☎\u{FE0E}", "7"])
  func aSymbolOfTextIsALetter(symbol: String) throws {
    for run in try runs(symbol) {
      if case .letters = run.drawing {} else { Issue.record("\(symbol) is no letter") }
    }
  }

  // MARK: Nothing is lost, whatever it is

  /// Swift has no way to write these.
  private static let noncharacters = [0xFDD0, 0x1FFFE].compactMap {
    Unicode.Scalar($0 as UInt32).map(String.init)
  }

  private static let odd: [String] = [
    "\u{378}", "\u{E123}", "\u{F0000}", "\u{301}", "\u{20DD}", "\u{FE0F}", "\u{E0100}", "\u{200D}",
    "\u{200C}",
    "\u{FFFD}", Self.noncharacters[0], Self.noncharacters[1], "\u{FFFC}", "\u{85}", "\u{1}", "\u{7F}",
    "\u{2028}", "\u{202E}",
    "\u{2067}", "\u{2069}", "\u{200F}", "\u{E0041}", "\u{1F3FD}", "\u{1F1E6}", "\u{20E3}", "\u{FEFF}", "a",
    "é",
    "1", "(", "ع", "ש", "ลิ", "क्ष", "語", "한", "😀", "☎", "\u{12000}", "\u{AD}", " ", "-", "«",
  ]

  private func oddTexts() -> [String] {
    var random = Seeded(7)
    return Self.odd
      + (0..<400).map { _ in
        (0..<Int.random(in: 1...7, using: &random)).map { _ in
          Self.odd.randomElement(using: &random) ?? ""
        }.joined()
      }
  }

  @Test func noGlyphIsEverTheOneForMissingOnes() throws {
    let shaper = PangoShaper(shelf: try FontShelf(files: files()))
    for text in oddTexts() {
      for case .word(let word) in shaper.shape(text, style).pieces {
        for run in word.runs {
          #expect(!run.glyphs.contains(0), "\(text.unicodeScalars.map(\.value))")
          #expect(!run.text.isEmpty == !run.glyphs.isEmpty, "\(text.unicodeScalars.map(\.value))")
          #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.utf8.count)
          #expect(run.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
          #expect(run.clusters.allSatisfy { $0.bytes > 0 && $0.glyphs > 0 })
        }
        #expect(word.runs.reduce(0) { $0 + $1.text.utf8.count } == word.text.utf8.count)
      }
    }
  }

  @Test func halvesOfAnyWordHoldItWhole() throws {
    let shaper = PangoShaper(shelf: try FontShelf(files: files()))
    for text in oddTexts() {
      for case .word(let word) in shaper.shape(text, style).pieces where word.text.count > 1 {
        let index = word.text.index(after: word.text.startIndex)
        let offset = word.text.utf8.distance(from: word.text.startIndex, to: index)
        let (before, after) = shaper.halves(of: word, at: offset, hyphen: false, style)
        #expect(String(before.text) + String(after.text) == String(word.text))
        #expect(before.runs.first?.level == word.runs.first?.level)
        #expect(after.runs.last?.level == word.runs.last?.level)
      }
    }
  }

  @Test func everyTextComesOutOfThePDFAgain() throws {
    let shaper = PangoShaper(shelf: try FontShelf(files: files()))
    let texts = [
      "\u{378}", "\u{E123}", "x\u{12000}y", "\u{F0000}", "e\u{301}x", "a\u{200D}b", "語", "👩🏽‍🌾", "☎️", "🇮🇹",
      Self.noncharacters[0],
    ]
    var page = Page(size: Size(.mm(200), .mm(200)))
    for (number, text) in texts.enumerated() {
      var placed: [SetLine.Placed] = []
      var x: Float = 0
      for case .word(let word) in shaper.shape(text, style).pieces {
        for run in word.runs {
          placed.append(SetLine.Placed(run: run, x: x))
          x += run.advance
        }
      }
      let line = TextLine(
        line: SetLine(runs: placed, width: x, source: 0..<0),
        baseline: Point(.mm(10), .mm(10 + 10 * Double(number))), size: .pt(12),
        colour: Colour(red: 0, green: 0, blue: 0), style: style, role: "body")
      page.items.append(DisplayItem(line, owner: .pagination))
    }
    #expect(page.missingSigns.count == 5 && page.pictureSigns.count == 3)
    let document = Document(
      title: "", subject: "", author: "", language: "en", date: "2026-11-21", pages: [page],
      structure: StructureTree(), pictures: [])
    let lines = try text(of: PDFWriter.draw(document).bytes).split(separator: "\n").map(
      String.init)
    #expect(lines == texts.dropLast() + ["\u{FFFD}"])
  }

  private func text(of pdf: [UInt8]) throws -> String {
    let path = NSTemporaryDirectory() + "/canvaspress-" + UUID().uuidString + ".pdf"
    try Data(pdf).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-raw", path, "-"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).replacing("\u{C}", with: "")
  }

  // MARK: Files that are no fonts to use

  /// Lato with one more table in its directory.
  private func latoWith(table tag: String, _ content: [UInt8]) throws -> [UInt8] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: lato)))
    func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    func four(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }
    let count = Int(bytes[4]) << 8 | Int(bytes[5])
    var records = (0..<count).map { index -> (tag: [UInt8], rest: [UInt8]) in
      let at = 12 + 16 * index
      return (
        Array(bytes[at..<at + 4]),
        Array(bytes[at + 4..<at + 8]) + four(number(at + 8) + 16)
          + Array(bytes[at + 12..<at + 16])
      )
    }
    records.append((Array(tag.utf8), four(0) + four(bytes.count + 16) + four(content.count)))
    records.sort { $0.tag.lexicographicallyPrecedes($1.tag) }
    let head =
      Array(bytes[0..<4]) + [UInt8((count + 1) >> 8), UInt8((count + 1) & 255)] + Array(bytes[6..<12])
    return head + records.flatMap { $0.tag + $0.rest } + Array(bytes[(12 + 16 * count)...]) + content
  }

  private func refusal(of bytes: [UInt8]) throws -> FontFault? {
    let path = NSTemporaryDirectory() + "/canvaspress-" + UUID().uuidString + ".ttf"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let shelf = try FontShelf(
      files: FontFiles(
        text: [.regular: lato], fallbacks: [FallbackFamily(regular: path, scripts: ["Thai"])]))
    _ = try runs("ไทย", nil, shelf)
    do {
      _ = try FontShelf(files: FontFiles(text: [.regular: path]))
    } catch {
      guard case .fontUnusable(path, let fault) = error else { return nil }
      #expect(shelf.fallbacks.refused.map(\.path) == (fault == .collection ? [] : [path]))
      return fault
    }
    #expect(shelf.fallbacks.refused.isEmpty)
    return nil
  }

  @Test func aVariableFontIsRefused() throws {
    // One axis: weight, from 400 to 700.
    let axis: [UInt8] =
      Array("wght".utf8) + [1, 0x90, 0, 0] + [1, 0x90, 0, 0] + [2, 0xBC, 0, 0] + [0, 0, 1, 0]
    let fvar: [UInt8] = [0, 1, 0, 0, 0, 16, 0, 2, 0, 1, 0, 20, 0, 0, 0, 8] + axis
    #expect(try refusal(of: latoWith(table: "fvar", fvar)) == .variable)
    #expect(try refusal(of: latoWith(table: "zzzz", fvar)) == nil, "another table does no harm")
  }

  @Test func whatIsNoFontIsRefused() throws {
    #expect(try refusal(of: Array("wOFF and nothing else".utf8)) == .notAFont)
    #expect(try refusal(of: []) == .notAFont)
    let collection = try Data(
      contentsOf: URL(fileURLWithPath: "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"))
    #expect(try refusal(of: [UInt8](collection)) == .collection)
  }
}
