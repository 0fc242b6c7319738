import CairoBackend
import CanvasPressKit
import Diagnostics
import Foundation
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Testing

@Suite struct LanguageTests {
  private func places(_ phrase: Catalogue.Phrase) -> [Set<String>] {
    switch phrase {
    case .text(let text): [Template.places(in: text.string)]
    case .list(let list): list.map { Template.places(in: $0.string) }
    case .plural(let forms): forms.keys.sorted().map { Template.places(in: forms[$0]?.string ?? "") }
    }
  }

  @Test func allCataloguesHaveTheSameKeysAndThePlacesForTheSameWords() throws {
    let library = library()
    let english = library.catalogue("en").phrases
    let englishMessages = library.messages("en").phrases
    for code in library.languageCodes {
      for (ours, theirs) in [
        (english, library.catalogue(code).phrases), (library.help("en").phrases, library.help(code).phrases),
        (englishMessages, library.messages(code).phrases),
        (try reportCatalogue("en").phrases, try reportCatalogue(code).phrases),
      ] {
        #expect(Set(ours.keys) == Set(theirs.keys), "\(code)")
        for (key, phrase) in ours {
          if let other = theirs[key] { #expect(places(phrase) == places(other), "\(code): \(key)") }
        }
      }
    }
    #expect(library.diagnostics.isEmpty)
    #expect(library.languageCodes == ["en", "it"])
  }

  /// Codes are written as string literals: every one in the sources is worded, and every wording is used.
  @Test func everyMessageIsWordedAndEveryWordingIsUsed() throws {
    let sources = try swiftSources().joined(separator: "\n")
    let codes = Set(
      sources.matches(
        of:
          /"((?:code|file|yaml|key|value|id|stage|score|ranking|concept|chain|limits|evidence|utility|business|customer-value|step|workflow|funding|language|picture|canvas|workbook|persona|report|theme|icons|fonts|layout|flow|fit|pdf|extract|text|csv|scores)\/[a-z0-9-]+)"/
      ).map { String($0.1) })
    let worded = Set(
      library().messages("en").phrases.keys.filter { $0.hasPrefix("messages.") }.map {
        String($0.dropFirst(9))
      })
    #expect(codes.subtracting(worded).sorted() == [])
    #expect(worded.subtracting(codes).sorted() == [])
    let hints = Set(
      sources.matches(of: /hint: (?:[^"\n]*\? )?(?:[^"\n]*: )?"([a-z0-9-]+)"/).map { String($0.1) })
    let wordedHints = library().messages("en").phrases.keys.filter { $0.hasPrefix("hints.") }.map {
      String($0.dropFirst(6))
    }
    #expect(hints.subtracting(wordedHints).sorted() == [])
  }

  /// Every phrase for pages stands on one: its key is in a layout or in the sources, whole or by its beginning.
  @Test func noPhraseIsForNothing() throws {
    let layouts = try (library().canvasNames + ["report"]).map {
      try String(contentsOfFile: home + "/layouts/\($0).yml", encoding: .utf8)
    }.joined(separator: "\n")
    let named = Set((layouts.matches(of: /[a-zA-Z][\w-]*(?:\.[\w-]+)+/)).map { String($0.output) })
    let sources = try swiftSources().joined(separator: "\n")
    let literals = Set(sources.matches(of: /"([a-zA-Z][\w.\- ]*)(?:"|\\\()/).map { String($0.1) })
    let used = named.union(literals)
    let unused = try reportCatalogue("en").phrases.keys.filter { key in
      if used.contains(key) { return false }
      let steps = key.split(separator: ".").map(String.init)
      return !(1..<steps.count).contains { count in
        let beginning = steps.prefix(count).joined(separator: ".")
        return used.contains(beginning) || literals.contains(beginning + ".")
      }
    }
    #expect(unused.sorted() == [])
  }

  @Test(arguments: [
    (1, "one"), (2, "few"), (5, "many"), (12, "many"), (21, "many"), (22, "few"), (112, "many"), (104, "few"),
  ])
  func aLanguageWithThreePluralsCountsByItsOwnRules(count: Int, form: String) throws {
    let text = """
      code: pl
      name: Polski
      decimalMark: ","
      groupMark: " "
      plural: { one: "n = 1", few: "n % 10 = 2..4 and n % 100 != 12..14", many: "n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14" }
      months: [a]
      date: "{day}"
      phrases: { x: { one: one, few: few, many: many, other: other } }
      """
    let (catalogue, faults) = Catalogue.read(
      YAMLDocument.parse(SourceFile(name: "pl.yml", text: text)))
    #expect(faults.isEmpty)
    #expect(catalogue.phrase("x", ["count": String(count)]) == form)
    #expect(catalogue.number("1234567.5") == "1 234 567,5")
  }

  @Test func aPluralRuleThatMeansNothingIsAFaultAtItsPlace() {
    let text = "code: x\nplural: { one: \"n is one\" }\n"
    let faults = Catalogue.read(YAMLDocument.parse(SourceFile(name: "x.yml", text: text))).diagnostics
    #expect(faults.contains { $0.code == "language/plural" && $0.span?.start.line == 2 })
  }

  @Test func aLanguageIsAddedByOneFileAlone() throws {
    let folder = TemporaryFolder()
    for name in ["layouts", "fonts"] {
      try FileManager.default.copyItem(atPath: home + "/" + name, toPath: folder.path + "/" + name)
    }
    let english = try String(contentsOfFile: home + "/layouts/languages/en.yml", encoding: .utf8)
    _ = folder.write(
      "layouts/languages/xx.yml",
      english.replacing("code: en", with: "code: xx").replacing("\"Key partners\"", with: "\"Xpartners\""))
    let result = try canvaspress(
      ["print", "--state", "blank", "--language", "xx", "business-model-canvas", "-o", folder.path],
      environment: ["CANVASPRESS_HOME": folder.path])
    #expect(result.code == 0 && result.errors == "")
    let file = try #require(result.output.split(separator: "\n").first.map(String.init))
    #expect(try words(ofPDF: file).contains("Xpartners"))
  }

  private func swiftSources() throws -> [String] {
    let files = FileManager.default.enumerator(atPath: home + "/Sources")?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOfFile: home + "/Sources/" + $0, encoding: .utf8)
    }
  }
}

@Suite struct ThemeTests {
  @Test(arguments: [("standard", 4.5), ("high-contrast", 7.0), ("ink-saver", 4.5)])
  func everyTextStandsOutFromItsGround(name: String, least: Double) throws {
    let theme = try #require(library().theme(name))
    for family in [CanvasFamily.customer, .choice, .concept, .business] {
      for paper in Paper.allCases {
        let style = PageStyle(theme: theme, paper: paper, family: family, language: "en")
        for role in Theme.roleNames where role != "mark" {
          let colour = style.role(role).colour
          #expect(colour.contrast(with: .white) >= least, "\(role) on white in \(name)")
          #expect(colour.contrast(with: style.ground) >= least, "\(role) on its ground in \(name)")
        }
        for colour in [
          style.accent, style.colour("quiet"), style.colour("negative"), style.colour("positive"),
        ] {
          #expect(colour.contrast(with: .white) >= least)
        }
        for index in 0..<8 {
          // A letter stands on its colour, or in it where marks are outlines.
          let letter = style.fillsGrounds ? style.role("mark").colour : style.colour("paper")
          #expect(letter.contrast(with: style.segment(index)) >= least)
        }
      }
    }
  }

  @Test func noThemeIsLeftOut() {
    #expect(library().themeNames.sorted() == ["high-contrast", "ink-saver", "standard"])
  }

  @Test func theInkSaverHasNoColourAndFillsNothingLargerThanAMark() throws {
    var request = PrintRequest()
    request.workbook = samples[1]
    request.theme = "ink-saver"
    for page in try Press(library()).layOut(request).prints.flatMap(\.document.pages) {
      for item in page.items {
        guard case .path(let path, let fill, let stroke) = item.paint else { continue }
        for colour in [fill, stroke?.colour].compactMap({ $0 }) {
          #expect(colour.red == colour.green && colour.green == colour.blue)
        }
        guard let fill, let bounds = path.bounds, fill != .white else { continue }
        #expect(min(bounds.width, bounds.height).millimetres < 6)
      }
    }
  }

  @Test func everyLayoutAndThemeLoadsWithoutFaults() {
    let library = library()
    #expect(library.canvases().count == library.canvasNames.count)
    for name in library.themeNames { #expect(library.theme(name) != nil) }
    #expect(library.icons.names.count > 30)
    #expect(library.fonts().text.count == 3)
    library.checkIcons()
    #expect(library.diagnostics.isEmpty)
  }
}
