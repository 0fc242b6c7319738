import PageModel
import Testing

@testable import CairoBackend

@Suite struct WriterTests {
  private func page(_ size: Size) -> Page {
    var page = Page(size: size)
    let black = Colour(red: 0, green: 0, blue: 0)
    page.items.append(
      DisplayItem(
        .rectangle(Rect(x: .mm(10), y: .mm(20), width: .mm(30), height: .mm(40))), fill: black, stroke: nil,
        owner: .decoration))
    return page
  }

  private func document(_ pages: [Page]) -> Document {
    Document(
      title: "Prova", subject: "", author: "", language: "it", date: "2026-11-21", pages: pages,
      structure: StructureTree(), pictures: [])
  }

  @Test func aDocumentGivesTheSameBytesTwice() throws {
    let pages = [page(Size(.mm(210), .mm(297))), page(Size(.mm(420), .mm(297)))]
    let first = try PDFWriter.draw(document(pages)).bytes
    #expect(first == (try PDFWriter.draw(document(pages)).bytes))
    #expect(first.starts(with: Array("%PDF-1.".utf8)))
  }

  @Test func aRehearsalLeavesNoTrace() throws {
    let pages = [page(Size(.mm(210), .mm(297)))]
    let before = try PDFWriter.draw(document(pages)).bytes
    for fonts in [[], ["/usr/share/fonts/truetype/lato/Lato-Regular.ttf"], ["/nowhere.ttf"]] {
      PDFPainting.rehearse(fonts: fonts)
      #expect(try PDFWriter.draw(document(pages)).bytes == before, "\(fonts)")
    }
  }

  @Test func aPNGDrawnInBandsHasNoSeams() throws {
    // Wide enough for several bands: 2 m x 1 m at 254 dpi is 20,000 x 10,000 pixels.
    let bytes = try PNGWriter.write(page(Size(.mm(2000), .mm(1000))), pictures: [], dotsPerInch: 127)
    let back = try PictureReader.read(path: "p.png", bytes: bytes)
    #expect(back.width == 10000 && back.height == 5000)
  }

  @Test func bandsHoldTheSamePixelsAsThePageAtOnce() throws {
    // Rings, mitres and letters that lie across many seams.
    var page = Page(size: Size(.mm(100), .mm(100)))
    let ink = Colour(red: 10, green: 60, blue: 90)
    for number in 0..<20 {
      let y = Length.mm(Double(number) * 5)
      let ring = Path.circle(Point(.mm(50), y), radius: .mm(4.3))
      let spike = Path.polygon([Point(.mm(20), y), Point(.mm(21), y + .mm(9)), Point(.mm(22), y)])
      for path in [ring, spike] {
        page.items.append(
          DisplayItem(
            path, fill: nil, stroke: Stroke(width: .mm(0.7), colour: ink), owner: .decoration))
      }
    }
    let run = GlyphRun(
      text: "abc", face: Face(file: "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"),
      glyphs: [68, 69, 120],
      x: [0, 0.6, 1.2], y: [0, 0, 0],
      clusters: (0..<3).map { _ in GlyphRun.Cluster(bytes: 1, glyphs: 1) }, advance: 1.8)
    for number in 1..<6 {
      page.items.append(
        DisplayItem(
          TextLine(
            line: SetLine(runs: [SetLine.Placed(run: run, x: 0)], width: 1.8, source: 0..<3),
            baseline: Point(.mm(60), .mm(Double(number) * 17)), size: .pt(47), colour: ink,
            style: TextStyle(weight: .regular, language: "en"), role: "body"), owner: .pagination))
    }
    let whole = try PNGWriter.write(page, pictures: [], dotsPerInch: 254, bandBytes: 1 << 30)
    // A thousand dots across: bands of 25 rows, of 7 and of one.
    for rows in [25, 7, 1] {
      #expect(
        whole == (try PNGWriter.write(page, pictures: [], dotsPerInch: 254, bandBytes: rows * 4000)),
        "\(rows) rows")
    }
  }

  /// Upright bars over rows that are longer than what deflate looks back on.
  @Test func rowsTooLongForDeflateAreFilteredByTheRowAbove() throws {
    var wide = Page(size: Size(.mm(2000), .mm(20)))
    for number in 0..<400 {
      let x = Length.mm(Double(number * number % 2000))
      wide.items.append(
        DisplayItem(
          .rectangle(Rect(x: x, y: .zero, width: .mm(0.37), height: .mm(20))),
          fill: Colour(red: UInt8(number % 256), green: 0, blue: 99), stroke: nil, owner: .decoration))
    }
    let large = try PNGWriter.write(wide, pictures: [], dotsPerInch: 254)
    let small = try PNGWriter.write(wide, pictures: [], dotsPerInch: 254, isSmall: true)
    #expect(small.count * 10 < large.count)
  }

  @Test func aPNGThatCannotBeTakenIsAnError() {
    #expect(throws: BackendError.self) {
      try PNGWriter.write(page(Size(.mm(100), .mm(100))), pictures: [], dotsPerInch: 72) { _ in false }
    }
  }

  @Test func aPNGTooLargeToDrawIsRefused() {
    #expect(throws: BackendError.self) {
      try PNGWriter.write(page(Size(.mm(2000), .mm(1000))), pictures: [], dotsPerInch: 1200)
    }
  }

  @Test func picturesAreKnownByTheirBytes() throws {
    let png = try PNGWriter.write(page(Size(.mm(50), .mm(100))), pictures: [], dotsPerInch: 72)
    let picture = try PictureReader.read(path: "a.jpg", bytes: png)
    #expect(picture.format == .png && picture.width == 142 && picture.height == 283)
    #expect(throws: PictureReader.Refusal.self) {
      try PictureReader.read(path: "a", bytes: Array("GIF89a".utf8))
    }
    #expect(throws: PictureReader.Refusal.self) {
      try PictureReader.read(path: "a", bytes: Array(png.prefix(png.count / 2)))
    }
    #expect(throws: PictureReader.Refusal.self) {
      try PictureReader.read(path: "a", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 4])
    }
  }

  @Test func theCamerasOrientationIsReadFromEXIF() {
    // II, directory at 8, one entry: 0x0112, short, 1, value 6.
    let tiff: [UInt8] = [
      0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0,
    ]
    let payload = Array("Exif\0\0".utf8) + tiff
    let length = payload.count + 2
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + payload
    #expect(JPEGFile.orientation(jpeg) == .clockwise)
    let upright = JPEGFile.saidUpright(jpeg)
    #expect(JPEGFile.orientation(upright) == .upright && zip(jpeg, upright).filter { $0 != $1 }.count == 1)
    #expect(JPEGFile.saidUpright(Array(jpeg.prefix(20))) == Array(jpeg.prefix(20)))
    #expect(JPEGFile.orientation([0xFF, 0xD8, 0xFF, 0xDA, 0, 2]) == .upright)
    #expect(
      JPEGFile.orientation([0xFF, 0xD8, 0xFF, 0xE2, 0, 0, 0, 0, 0]) == .upright, "a length that cannot be")
  }
}
