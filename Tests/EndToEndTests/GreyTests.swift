import CanvasPressKit
import Foundation
import LayoutEngine
import LayoutModel
import PageModel
import Testing

/// What paper without colours keeps.
@Suite struct GreyTests {
  private static let blanks = ["blank", "prompts"].flatMap { state in
    ["en", "it"].map { (state, $0) }
  }

  private func request() -> PrintRequest {
    var request = PrintRequest()
    request.theme = "ink-saver"
    return request
  }

  private func expectGrey(_ pages: [Page]) {
    #expect(!pages.isEmpty)
    for page in pages {
      #expect(page.items.flatMap(\.paint.colours).filter { !$0.isGrey }.map(\.hex) == [])
    }
  }

  @Test(arguments: samples)
  func theInkSaverPaintsNoColourOnFilledCanvases(sample: String) throws {
    var request = request()
    request.workbook = sample
    expectGrey(try Press(library()).layOut(request).prints.flatMap(\.document.pages))
  }

  @Test(arguments: blanks)
  func theInkSaverPaintsNoColourOnBlankCanvases(state: String, language: String) throws {
    var request = request()
    request.language = language
    _ = request.choose(state: state)
    let prints = try Press(library()).layOut(request).prints
    #expect(prints.count == library().canvasNames.count)
    expectGrey(prints.flatMap(\.document.pages))
  }

  @Test(arguments: [samples[0], nil])
  func everyPixelOfTheInkSaversPicturesIsGrey(sample: String?) throws {
    let folder = TemporaryFolder()
    var request = request()
    request.workbook = sample
    if sample == nil { _ = request.choose(state: "prompts") }
    request.formats = [.png]
    request.dotsPerInch = 50
    request.outputFolder = folder.path
    let press = Press(library())
    let pages = try press.layOut(request).prints.flatMap(\.document.pages)
    let files = try PNGFile.read(try press.print(request).files)
    #expect(files.count == pages.count)
    var greys = 0
    for (page, file) in zip(pages, files) where page.items.allSatisfy({ !$0.paint.isPicture }) {
      #expect(file.coloured == 0)
      greys += 1
    }
    #expect(greys > 10)
  }

  /// A copier makes grey of everything: what is read stays readable, on its ground.
  @Test(arguments: ["standard", "high-contrast", "ink-saver"])
  func aThemesTextsStandOutInGreyToo(name: String) throws {
    let theme = try #require(library().theme(name))
    for family in [CanvasFamily.customer, .choice, .concept, .business] {
      let style = PageStyle(theme: theme, paper: .a4, family: family, language: "en")
      let grounds = [Colour.white, style.ground]
      for role in Theme.roleNames where role != "mark" {
        for ground in grounds {
          let contrast = style.role(role).colour.copied.contrast(with: ground.copied)
          #expect(contrast >= 4.5, "\(role) on \(ground.hex): \(contrast)")
        }
      }
      for text in [style.accent] + ["quiet", "prompt", "positive", "negative"].map(style.colour) {
        for ground in grounds {
          let contrast = text.copied.contrast(with: ground.copied)
          #expect(contrast >= 4.5, "\(text.hex) on \(ground.hex): \(contrast)")
        }
      }
      for index in 0..<8 {
        let letter = style.fillsGrounds ? style.role("mark").colour : style.colour("paper")
        let contrast = letter.copied.contrast(with: style.segment(index).copied)
        #expect(contrast >= 4.5, "segment \(index): \(contrast)")
      }
    }
  }
}

extension Colour {
  fileprivate var isGrey: Bool { red == green && green == blue }

  /// As most copiers and drivers make grey of it (the luma of ITU-R BT.601).
  fileprivate var copied: Colour {
    let luma = 0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)
    let grey = UInt8(luma.rounded())
    return Colour(red: grey, green: grey, blue: grey)
  }
}

extension DisplayItem.Paint {
  fileprivate var colours: [Colour] {
    switch self {
    case .text(let line): [line.colour]
    case .path(_, let fill, let stroke): [fill, stroke?.colour].compactMap { $0 }
    case .picture: []
    }
  }

  fileprivate var isPicture: Bool {
    if case .picture = self { true } else { false }
  }
}
