import CairoBackend
import CanvasPressKit
import Diagnostics
import Foundation
import Languages
import LayoutModel
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

  @Test func allCataloguesHaveTheSameKeysAndThePlacesForTheSameWords() {
    let library = library()
    let english = library.catalogue("en").phrases
    let englishMessages = library.messages("en").phrases
    for code in library.languageCodes {
      for (ours, theirs) in [
        (english, library.catalogue(code).phrases), (englishMessages, library.messages(code).phrases),
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
          /"((?:file|yaml|key|value|id|stage|score|step|workflow|funding|language|picture|canvas|workbook|persona|theme|icons|fonts|layout|fit|text)\/[a-z0-9-]+)"/
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

  private func swiftSources() throws -> [String] {
    let files = FileManager.default.enumerator(atPath: home + "/Sources")?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOfFile: home + "/Sources/" + $0, encoding: .utf8)
    }
  }
}

@Suite struct ThemeTests {
  @Test(arguments: [("standard", 4.5), ("high-contrast", 7.0)])
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
          #expect(style.role("mark").colour.contrast(with: style.segment(index)) >= least)
        }
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
