import Hyphenation
import PageModel
import Testing

@testable import CairoBackend

private let files = FontFiles(
  text: [
    .regular: "/usr/share/fonts/truetype/lato/Lato-Regular.ttf",
    .semibold: "/usr/share/fonts/truetype/lato/Lato-Semibold.ttf",
  ], fallbacks: [FallbackFamily(regular: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")])
private let style = TextStyle(weight: .regular, language: "it")

@Suite struct ShaperTests {
  private func shaper() throws -> PangoShaper { PangoShaper(shelf: try FontShelf(files: files)) }

  private func words(_ paragraph: ShapedParagraph) -> [ShapedWord] {
    paragraph.pieces.compactMap { if case .word(let word) = $0 { word } else { nil } }
  }

  @Test func aWordKeepsItsTextAndItsPlace() throws {
    let shaped = words(try shaper().shape("Perché  così è", style))
    #expect(shaped.map { String($0.text) } == ["Perché", "così", "è"])
    #expect(shaped.map(\.source) == [0..<7, 9..<14, 15..<17])
    #expect(shaped.allSatisfy { $0.advance > 0.3 })
  }

  @Test func clustersCoverEveryByteAndEveryGlyph() throws {
    let shaper = try shaper()
    for text in ["officina", "L'organizzazione", "àèìòù", "e\u{301}", "日本", "שלום", "1.250€", "a\u{12000}b"] {
      for word in words(shaper.shape(text, style)) {
        for run in word.runs {
          #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.utf8.count, "\(text)")
          #expect(run.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count, "\(text)")
        }
      }
      #expect(words(shaper.shape(text, style)).flatMap(\.runs).map(\.text).joined() == text)
    }
  }

  @Test func rightToLeftRunsKeepTheirClustersInTheOrderOfTheText() throws {
    for text in ["می\u{200C}خواهم", "שָׁלוֹם"] {
      for run in words(try shaper().shape(text, style)).flatMap(\.runs) where run.isRightToLeft {
        var offset = 0
        for cluster in run.clusters {
          offset += Int(cluster.bytes)
          let index = run.text.utf8.index(run.text.startIndex, offsetBy: offset)
          #expect(index.samePosition(in: run.text.unicodeScalars) != nil, "a cluster ends inside a character")
        }
      }
    }
  }

  @Test func equalTextsOfOtherBytesAreNotMixedUp() throws {
    let shaper = try shaper()
    for text in ["\u{1EDF}ng", "o\u{31B}\u{309}ng"] {
      let word = try #require(words(shaper.shape(text, style)).first)
      #expect(word.runs.reduce(0) { $0 + $1.text.utf8.count } == text.utf8.count)
    }
  }

  @Test func aVeryLongWordTakesNoLongerThanItsLength() throws {
    let shaped = words(try shaper().shape(String(repeating: "abcdefghij", count: 2000), style))
    #expect(shaped.count == 50)
    #expect(shaped.map { String($0.text) }.joined().count == 20_000)
  }

  @Test func aSoftHyphenIsABreakAndNeverShaped() throws {
    let shaper = try shaper()
    let word = try #require(words(shaper.shape("mano\u{AD}dopera", style)).first)
    #expect(word.text == "manodopera")
    #expect(word.softBreaks == [4])
    let halves = shaper.halves(of: word, at: 4, hyphen: true, style)
    #expect(halves.before.runs.map(\.text).joined() == "mano\u{AD}")
    #expect(halves.after.source == 6..<12, "the soft hyphen's two bytes lie between")
  }

  @Test func whatTheTextsFontLacksComesFromAFallback() throws {
    let word = try #require(words(try shaper().shape("☂", style)).first)
    #expect(word.runs.first?.face.file.hasSuffix("DejaVuSans.ttf") == true)
  }

  @Test func whatNoFontHasIsReported() throws {
    let paragraph = try shaper().shape("a \u{12000} b", style)
    #expect(paragraph.missing.map(\.source) == [2..<6])
  }

  @Test func linesMayEndAfterDashesBetweenLettersOnly() throws {
    func breaks(_ text: String) throws -> Int {
      try shaper().shape(text, style).pieces.count { if case .breakAllowed = $0 { true } else { false } }
    }
    #expect(try breaks("co-progettazione") == 1)
    #expect(try breaks("2023-2026") == 0)
    #expect(try breaks("-2") == 0)
    #expect(try breaks("日本語") == 2, "between ideographs")
  }
}

@Suite struct HyphenationTests {
  private let hyphenator = LibHyphenator(dictionaries: [
    "it": ["/usr/share/hyphen/hyph_it_IT.dic"], "en": ["/nowhere.dic", "/usr/share/hyphen/hyph_en_GB.dic"],
  ])

  private func hyphenated(_ word: String, _ language: String) -> String {
    var result = Array(word.utf8)
    for point in hyphenator.breaks(in: word[...], language: language).sorted(by: >) {
      result.insert(UInt8(ascii: "-"), at: point)
    }
    return String(decoding: result, as: UTF8.self)
  }

  @Test func italianAndEnglishWordsBreakWhereTheyShould() {
    #expect(hyphenated("manutenzione", "it") == "manuten-zione")
    #expect(hyphenated("L'organizzazione,", "it") == "L'orga-niz-za-zione,")
    #expect(hyphenated("maintenance", "en").contains("-"))
  }

  @Test func shortWordsAndUnknownLanguagesStayWhole() {
    #expect(hyphenated("casa", "it") == "casa")
    #expect(hyphenated("manutenzione", "xx") == "manutenzione")
  }
}
