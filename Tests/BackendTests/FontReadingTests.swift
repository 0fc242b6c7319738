import PageModel
import Testing

@testable import CairoBackend

/// What is read of font files for those who draw letters themselves.
@Suite struct FontReadingTests {
  private func face(_ name: String) -> Face { Face(file: "/usr/share/fonts/truetype/" + name) }

  private func shaped(_ text: String) throws -> GlyphRun {
    let file = face("lato/Lato-Regular.ttf").file
    let shelf = try FontShelf(files: FontFiles(text: [.regular: file], fallbacks: []))
    let style = TextStyle(weight: .regular, language: "en")
    let pieces = PangoShaper(shelf: shelf).shape(text, style).pieces
    guard case .word(let word)? = pieces.first else { throw BackendError.png("no word") }
    return try #require(word.runs.first)
  }

  @Test func aFileSaysItsFamilyWeightAndSlope() {
    #expect(
      FontNames.name(of: face("lato/Lato-Semibold.ttf"))
        == FontName(family: "Lato", weight: 600, isItalic: false))
    #expect(
      FontNames.name(of: face("lato/Lato-MediumItalic.ttf"))
        == FontName(family: "Lato", weight: 500, isItalic: true))
    #expect(
      FontNames.name(of: face("dejavu/DejaVuSans.ttf"))
        == FontName(family: "DejaVu Sans", weight: 400, isItalic: false))
    #expect(FontNames.name(of: Face(file: "/dev/null")) == nil)
  }

  /// Lato's H stands on its baseline, is 0.72 em high and made of straight lines.
  @Test func anOutlineIsInThousandthsOfAnEm() throws {
    let run = try shaped("HHo")
    let outliner = CairoOutliner()
    let path = outliner.outline(of: run.glyphs[0], in: run.face)
    let box = try #require(path.bounds)
    #expect(abs(box.maxY.points) < 0.6 && abs(box.height.points - 720) < 6)
    #expect(
      !path.elements.contains {
        if case .curve = $0 { true } else { false }
      })
    #expect(path == outliner.outline(of: run.glyphs[1], in: run.face))
    #expect(path != outliner.outline(of: run.glyphs[2], in: run.face))
  }

  @Test func aSpaceHasNoOutline() throws {
    let run = try shaped("a")
    let space = CairoOutliner().outline(of: 3, in: face("dejavu/DejaVuSans.ttf"))
    #expect(space.elements.isEmpty && !run.glyphs.isEmpty)
  }
}
