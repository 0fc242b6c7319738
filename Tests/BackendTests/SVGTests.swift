import Foundation
import PageModel
import Testing

@testable import CPangoCairo
@testable import CairoBackend

@Suite struct SVGTests {
  /// 40 x 20 mm on a page of 40 x 40 mm; the frame is the page.
  private func svg(_ inner: String, _ size: String = #"viewBox="0 0 40 20""#) -> [UInt8] {
    Array(#"<svg xmlns="http://www.w3.org/2000/svg" \#(size)>\#(inner)</svg>"#.utf8)
  }

  private func page(_ fit: PictureFit) -> Page {
    var page = Page(size: Size(.mm(40), .mm(40)))
    let frame = Rect(x: .zero, y: .zero, width: .mm(40), height: .mm(40))
    page.items.append(
      DisplayItem(picture: PictureID(index: 0), frame: frame, fit: fit, owner: .decoration))
    return page
  }

  private func pdf(_ bytes: [UInt8], pages: Int = 1) throws -> [UInt8] {
    let document = Document(
      title: "Logo", subject: "", author: "", language: "en", date: "2026-11-21",
      pages: Array(repeating: page(.fits), count: pages), structure: StructureTree(),
      pictures: [try PictureReader.read(path: "logo", bytes: bytes)])
    return try PDFWriter.draw(document).bytes
  }

  private func png(_ bytes: [UInt8], _ fit: PictureFit = .fits) throws -> [UInt8] {
    let picture = try PictureReader.read(path: "logo", bytes: bytes)
    return try PNGWriter.write(page(fit), pictures: [picture], dotsPerInch: 127)
  }

  /// The colour of the page at a place in millimetres.
  private func colour(_ png: [UInt8], _ x: Double, _ y: Double) throws -> Colour {
    let picture = try PictureReader.read(path: "p", bytes: png)
    let surfaces = PictureSurfaces([picture], keepsJPEG: false, dotsPerPoint: 1)
    let frame = Rect(x: .zero, y: .zero, width: .mm(1), height: .mm(1))
    let surface = try surfaces.surface(PictureID(index: 0), in: frame, .covers).surface
    let row =
      cairo_image_surface_get_data(surface) + Int(y * 5) * Int(cairo_image_surface_get_stride(surface))
    return Colour(red: row[Int(x * 5) * 4 + 2], green: row[Int(x * 5) * 4 + 1], blue: row[Int(x * 5) * 4])
  }

  private let white = Colour(red: 255, green: 255, blue: 255)
  private let red = Colour(red: 255, green: 0, blue: 0)
  private let blue = Colour(red: 0, green: 0, blue: 255)
  private let logo = ##"<path fill="#f00" d="M0 0H20V20H0Z"/><path fill="#00f" d="M20 0H40V20H20Z"/>"##

  private func holds(_ bytes: [UInt8], _ text: String) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(text)
  }

  @Test func aLogoIsVectorsInAPDFAndOnceForAllPages() throws {
    let bytes = try pdf(svg(logo))
    #expect(!holds(bytes, "/Subtype /Image"))
    #expect(holds(try pdf(png(svg(logo))), "/Subtype /Image"), "pixels would be found")
    #expect(bytes == (try pdf(svg(logo))))
    let dots = (0..<2000).map { "M\($0 % 40) \($0 % 17)h.3v.\($0 % 9)z" }.joined()
    let many = svg(#"<path d="\#(dots)"/>"#)
    #expect(try pdf(many, pages: 10).count < pdf(many).count * 2)
  }

  @Test func aLogoIsWholeOrCoversItsFrame() throws {
    let whole = try png(svg(logo))
    #expect(try colour(whole, 5, 20) == red && colour(whole, 35, 20) == blue)
    #expect(try colour(whole, 5, 5) == white && colour(whole, 5, 35) == white)
    let covering = try png(svg(logo), .covers)
    #expect(try colour(covering, 5, 2) == red && colour(covering, 35, 38) == blue)
    #expect(whole == (try png(svg(logo))))
  }

  @Test func nothingOutsideTheFileIsRead() throws {
    let dot = try PNGWriter.write(
      Page(size: Size(.mm(40), .mm(40))), pictures: [], dotsPerInch: 25.4)
    let path = FileManager.default.temporaryDirectory.path + "/canvaspress-\(UUID().uuidString).png"
    #expect(FileManager.default.createFile(atPath: path, contents: Data(dot)))
    defer { try? FileManager.default.removeItem(atPath: path) }
    // White on red: what is read hides the ground.
    func shown(_ address: String) throws -> Colour {
      try colour(
        png(
          svg(#"<path fill="red" d="M0 0H40V20H0Z"/><image href="\#(address)" width="40" height="20"/>"#)),
        20, 20)
    }
    #expect(try shown("data:image/png;base64," + Data(dot).base64EncodedString()) == white)
    for address in [path, "file://" + path, "../../../../../../../../../../.." + path] {
      #expect(try shown(address) == red, "\(address)")
    }
  }

  @Test func textOfADrawingIsSetFromTheDocumentsFonts() throws {
    let regular = "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"
    let shelf = try FontShelf(files: FontFiles(text: [.regular: regular], fallbacks: []))
    shelf.serveThisThread()
    try withExtendedLifetime(shelf) {
      // A full stop so large that it is a disc; without a font there would be an outline of a box.
      let bytes = try png(svg(#"<text y="20" font-family="Helvetica" font-size="150">.</text>"#))
      #expect(try colour(bytes, 18, 21) == Colour(red: 0, green: 0, blue: 0))
    }
  }

  @Test func linksOfADrawingAreNotThoseOfThePage() throws {
    let bytes = try pdf(svg(#"<a href="https://example.com/">\#(logo)</a>"#))
    #expect(!holds(bytes, "/URI") && !holds(bytes, "/Link"))
  }

  @Test(arguments: [
    ("", "viewBox='0 0 30.5 20'", 31, 20, 1.525), ("", "width='2in' height='1in'", 192, 96, 2),
    ("", "width='.2' height='.1'", 1, 1, 2), ("", "width='100%' height='9' viewBox='5 5 8 4'", 8, 4, 2),
    ("<path d='M10 10H50V30Z'/>", "", 50, 30, 5.0 / 3),
  ])
  func aDrawingHasASizeHoweverItSaysIt(
    inner: String, size: String, width: Int, height: Int, shape: Double
  ) throws {
    let picture = try PictureReader.read(path: "a.png", bytes: svg(inner, size))
    #expect(picture.format == .svg && picture.width == width && picture.height == height)
    #expect(abs(picture.shape - shape) < 1e-9)
  }

  @Test func aDrawingIsKnownByItsFirstElement() throws {
    let prologue = "\u{FEFF}<?xml version='1.0'?>\r\n<!-- <html> -->"
    for type in ["", "<!DOCTYPE svg [<!ENTITY a 'x > y'>]>\n"] {
      let bytes = Array((prologue + type).utf8) + svg(logo)
      #expect(try PictureReader.read(path: "a", bytes: bytes).format == .svg)
    }
    #expect(SVGFile.isSVG(Array("<s:svg xmlns:s='http://www.w3.org/2000/svg'/>".utf8)))
    for other in ["", "<", "svg", "<html><svg>", "<!DOCTYPE html><svg>", "<!-- <svg>", "<?xml", "<svgs>"] {
      #expect(!SVGFile.isSVG(Array(other.utf8)), "\(other)")
    }
  }

  @Test(arguments: [
    "<svg", "<svg>", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='9'/>",
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 99999'/>",
  ])
  func aDamagedDrawingIsRefused(text: String) {
    #expect {
      try PictureReader.read(path: "a", bytes: Array(text.utf8))
    } throws: {
      if case .damaged? = $0 as? PictureReader.Refusal { true } else { false }
    }
  }

  @Test func aDrawingTooLongToParseIsRefused() {
    let bytes = svg("<!--" + String(repeating: " ", count: SVGFile.mostBytes) + "-->")
    #expect {
      try PictureReader.read(path: "a", bytes: bytes)
    } throws: {
      if case .tooLong? = $0 as? PictureReader.Refusal { true } else { false }
    }
  }
}
