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
      text: text, face: Face(file: "ruler"), advance: Float(text.count) * 0.5, isRightToLeft: isRightToLeft)
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
      .text(
        TextLine(
          line: line, baseline: Point(.pt(10), .pt(20)), size: .pt(10), colour: ink,
          style: TextStyle(weight: weight, language: "en"), role: "body")), owner: .decoration)
  }

  private func path(_ path: Path, fill: Colour? = nil, stroke: Stroke? = nil) -> DisplayItem {
    DisplayItem(.path(path, fill: fill, stroke: stroke), owner: .decoration)
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

  @Test func aFileIsAsLargeAsItsPage() {
    let file = SVGPainting.svg(of: page([]), as: .file(title: "A < B", language: "it"))
    #expect(file.contains("viewBox=\"0 0 100 50\" width=\"100pt\" height=\"50pt\" xml:lang=\"it\">"))
    #expect(file.contains("<title>A &lt; B</title>") && isXML(file))
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

  @Test func aLineThatGoesOnIsMeasuredWithoutItsSpace() {
    #expect(elements([text(line([run("ab"), run(" ")]))]).first?.contains("textLength=\"10\"") == true)
  }

  @Test func wordsAreNeverMarkup() {
    let words = "<b>&amp;\"'\u{1}]]>"
    #expect(isXML(SVGPainting.svg(of: page([text(line([run(words)]))]), as: .figure(label: words))))
  }

  @Test func aPictureIsClippedToItsFrameOrLeftOut() {
    let frame = Rect(x: .pt(10), y: .pt(10), width: .pt(20), height: .pt(20))
    let item = DisplayItem(.picture(PictureID(index: 0), frame: frame, fit: .covers), owner: .decoration)
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
}
