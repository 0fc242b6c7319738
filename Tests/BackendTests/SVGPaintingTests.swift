import Foundation
import PageModel
import Testing

@testable import SVGBackend

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGPaintingTests {
  private let ink = Colour(red: 29, green: 34, blue: 40)

  private func run(_ text: String, isRightToLeft: Bool = false) -> GlyphRun {
    GlyphRun(
      text: text, face: Face(file: "ruler"), advance: Float(text.count) * 0.5,
      level: isRightToLeft ? 1 : 0)
  }

  /// Runs one after the other, each as wide as its letters.
  private func line(_ runs: [GlyphRun], gap: Float = 0) -> SetLine {
    var placed: [SetLine.Placed] = []
    var x: Float = 0
    for run in runs {
      placed.append(SetLine.Placed(run: run, x: x))
      x += run.advance + gap
    }
    return SetLine(runs: placed, width: x, source: 0..<0)
  }

  private func text(_ line: SetLine, weight: TextStyle.Weight = .regular) -> DisplayItem {
    DisplayItem(
      TextLine(
        line: line, baseline: Point(.pt(10), .pt(20)), size: .pt(10), colour: ink,
        style: TextStyle(weight: weight, language: "en"), role: "body"), owner: .pagination)
  }

  private func path(_ path: Path, fill: Colour? = nil, stroke: Stroke? = nil) -> DisplayItem {
    DisplayItem(path, fill: fill, stroke: stroke, owner: .decoration)
  }

  private func page(_ items: [DisplayItem]) -> Page {
    var page = Page(size: Size(.pt(100), .pt(50)))
    page.items = items
    return page
  }

  /// The lines of a drawing without its own element.
  private func elements(_ items: [DisplayItem]) -> [String] {
    SVGPainting.svg(of: page(items), as: .decoration).split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("<path") || $0.hasPrefix("<text") || $0.hasPrefix("<svg x=") }
  }

  private func isXML(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

  @Test func aPageIsDrawnWithItsTextsOnTop() {
    let items = [
      text(line([run("Wash"), run(" "), run("by")]), weight: .semibold),
      path(
        .rectangle(Rect(x: .pt(1), y: .pt(2), width: .pt(3), height: .pt(4))), fill: .white,
        stroke: Stroke(width: .pt(0.5), colour: ink, dashes: [.pt(2), .pt(1)])),
    ]
    #expect(
      SVGPainting.svg(of: page(items), as: .figure(label: "A & \"B\"")) == """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" role="img" \
        aria-label="A &amp; &quot;B&quot;">
        <g stroke-miterlimit="10">
        <path d="M1 2L4 2L4 6L1 6Z" fill="#FFFFFF" \
        stroke="#1D2228" stroke-width="0.5" stroke-dasharray="2 1"/>
        </g>
        <g font-family="Lato, 'Helvetica Neue', Arial, sans-serif">
        <text x="10" y="20" font-size="10" font-weight="600" fill="#1D2228" textLength="35" \
        lengthAdjust="spacingAndGlyphs">Wash by</text>
        </g>
        </svg>
        """)
  }

  @Test func aFileIsAsLargeAsItsPageAndStandsAlone() {
    let file = SVGPainting.svg(
      of: page([]), as: .file(title: "A < B", description: "C & D", language: "it"))
    #expect(
      file == """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" \
        xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="35.278mm" height="17.639mm" \
        xml:lang="it">
        <title>A &lt; B</title>
        <desc>C &amp; D</desc>
        <rect width="100" height="50" fill="#FFFFFF"/>
        <g stroke-miterlimit="10">
        </g>
        <g font-family="Lato, 'Helvetica Neue', Arial, sans-serif">
        </g>
        </svg>

        """)
    #expect(isXML(file))
  }

  @Test func textsNameTheFontsThatTheyWereSetIn() {
    let other = GlyphRun(text: "☃", face: Face(file: "snow"), advance: 1)
    let svg = SVGPainting.svg(
      of: page([text(line([run("a"), run(" "), other]), weight: .medium)]), as: .decoration,
      letters: .text(fonts: { face in
        face.file == "ruler"
          ? FontName(family: "Ruler", weight: 600, isItalic: true)
          : FontName(family: "Snow & 'Ice'", weight: 400, isItalic: false)
      }))
    let elements = svg.split(separator: "\n").map(String.init)
    #expect(
      elements.contains("<g font-family=\"Ruler, sans-serif\" style=\"font-variant-ligatures: none\">"))
    #expect(elements.contains { $0.contains("font-weight=\"600\" font-style=\"italic\"") })
    #expect(elements.contains { $0.contains("font-family=\"'Snow &amp; \\'Ice\\'', sans-serif\" fill") })
    #expect(isXML(svg))
  }

  /// A square for each glyph but glyph 3, which is a space.
  private final class Squares: GlyphOutliner {
    var asked: [UInt32] = []

    func outline(of glyph: UInt32, in face: Face) -> Path {
      asked.append(glyph)
      guard glyph != 3 else { return Path() }
      return .rectangle(Rect(x: .pt(10.04), y: .pt(-100), width: .pt(Double(glyph)), height: .pt(100)))
    }
  }

  @Test func eachLetterIsDrawnOnceAndUsedWhereItStands() {
    let run = GlyphRun(
      text: "ab <a", face: Face(file: "ruler"), glyphs: [1, 2, 3, 1], x: [0, 0.5, 1, 1.25],
      y: [0, 0, 0, -0.1],
      advance: 2)
    let squares = Squares()
    let svg = SVGPainting.svg(
      of: page([text(line([run, run]))]), as: .file(title: "", description: "", language: "en"),
      letters: .outlines(squares))
    #expect(squares.asked == [1, 2, 3])
    #expect(
      svg.contains(
        """
        <defs>
        <path id="g1" d="M10 -100L11 -100L11 0L10 0Z"/>
        <path id="g2" d="M10 -100L12 -100L12 0L10 0Z"/>
        </defs>
        """))
    #expect(
      svg.contains(
        """
        <g transform="translate(10 20) scale(0.01)" fill="#1D2228"><title>ab &lt;aab &lt;a</title>\
        <use xlink:href="#g1" x="0"/><use xlink:href="#g2" x="500"/><use xlink:href="#g1" x="1250" y="-100"/>
        """))
    #expect(!svg.contains("<text") && isXML(svg))
  }

  @Test func aDotIsALineThatGoesNowhere() {
    let dot = path(
      .line(from: Point(.pt(5), .pt(5)), to: Point(.pt(5), .pt(5))),
      stroke: Stroke(width: .pt(2), colour: ink, cap: .round))
    #expect(
      elements([dot]) == [
        "<path d=\"M5 5L5 5\" fill=\"none\" stroke=\"#1D2228\" stroke-width=\"2\" stroke-linecap=\"round\" "
          + "stroke-linejoin=\"round\"/>"
      ])
  }

  @Test func whatIsNeitherFilledNorStrokedIsLeftOut() {
    #expect(elements([path(.circle(Point(.pt(5), .pt(5)), radius: .pt(1)))]).isEmpty)
  }

  @Test func aHyphenAtALinesEndIsSeen() {
    let words = elements([text(line([run("servi\u{AD}tiza"), run("\u{AD}")]))])
    #expect(words.first?.contains(">servitiza-</text>") == true)
  }

  @Test func stretchesEndAtGapsAndAtWordsFromRightToLeft() {
    #expect(elements([text(line([run("a"), run("b")], gap: 1))]).count == 2)
    let mixed = [
      run("a"), run(" "), run("אב", isRightToLeft: true), run(" "), run("גד", isRightToLeft: true),
    ]
    let texts = elements([text(line(mixed))])
    #expect(texts.count == 3 && texts.allSatisfy { !$0.contains("> ") && !$0.contains(" <") })
  }

  private func sign(_ text: String, _ drawing: GlyphRun.Drawing) -> GlyphRun {
    GlyphRun(text: text, face: Face(file: "ruler"), glyphs: [3], advance: 1, drawing: drawing)
  }

  @Test func aCharacterThatNoFontHasIsASignAndAnEmojiIsTheReadersOwn() {
    let drawn = elements([
      text(line([run("ab"), sign("\u{12000}", .box), sign("🌱", .picture(run("🌱"))), run("c")]))
    ])
    #expect(drawn.count == 4)
    #expect(drawn.filter { $0.hasPrefix("<path") && $0.contains("fill=\"none\"") }.count == 1)
    #expect(drawn.filter { $0.contains("Emoji") }.allSatisfy { $0.hasSuffix(">🌱</text>") })
    #expect(!drawn.joined().contains("\u{12000}"))
  }

  @Test func wordsFromRightToLeftKeepTheirPlaces() {
    var mixed = line([run("אב", isRightToLeft: true), run(" "), run("גד", isRightToLeft: true)])
    (mixed.runs[0].x, mixed.runs[1].x, mixed.runs[2].x) = (1.5, 1, 0)
    let drawn = elements([text(mixed)])
    #expect(drawn.count == 2 && drawn[0].contains(" x=\"10\"") && drawn[0].contains(">גד<"))
    #expect(drawn[1].contains(" x=\"25\""))
    // Or a browser would turn their brackets round and put their full stop in front.
    let isTurned = drawn.map { $0.contains("direction=\"rtl\" unicode-bidi=\"embed\" text-anchor=\"end\"") }
    #expect(isTurned == [true, true])
  }

  @Test func aLineThatGoesOnIsMeasuredWithoutItsSpace() {
    #expect(elements([text(line([run("ab"), run(" ")]))]).first?.contains("textLength=\"10\"") == true)
  }

  @Test func wordsAreNeverMarkup() {
    let words = "<b>&amp;\"'\u{1}]]>"
    #expect(isXML(SVGPainting.svg(of: page([text(line([run(words)]))]), as: .figure(label: words))))
  }

  @Test func aPictureIsClippedToItsFrameOrLeftOut() {
    let frame = Rect(x: .pt(10), y: .pt(10), width: .pt(20), height: .pt(20))
    let item = DisplayItem(
      picture: PictureID(index: 0), frame: frame, fit: .covers, owner: .decoration)
    #expect(elements([item]).isEmpty)
    let svg = SVGPainting.svg(of: page([item]), as: .decoration) { _ in
      SVGPicture(address: "data:,a&b", shape: 2)
    }
    #expect(
      svg.contains(
        "<svg x=\"10\" y=\"10\" width=\"20\" height=\"20\"><image x=\"-10\" y=\"0\" "
          + "width=\"40\" height=\"20\" "
          + "preserveAspectRatio=\"none\" href=\"data:,a&amp;b\"/></svg>"))
  }

  /// The corner of the stored pixels goes to where the camera's upright corner is seen.
  @Test func aPictureIsTurnedAsTheCameraWasHeld() {
    let frame = Rect(x: .pt(0), y: .pt(0), width: .pt(20), height: .pt(40))
    let item = DisplayItem(picture: PictureID(index: 0), frame: frame, fit: .fits, owner: .decoration)
    let svg = SVGPainting.svg(of: page([item]), as: .decoration) { _ in
      SVGPicture(address: "data:,", shape: 0.5, orientation: .clockwise)
    }
    #expect(svg.contains("<image width=\"40\" height=\"20\" transform=\"matrix(0 1 -1 0 20 0)\""))
  }
}
