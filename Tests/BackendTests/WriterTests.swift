import PageModel
import Testing

@testable import CairoBackend

@Suite struct WriterTests {
  private func page(_ size: Size) -> Page {
    var page = Page(size: size)
    let black = Colour(red: 0, green: 0, blue: 0)
    page.items.append(
      DisplayItem(
        .path(
          .rectangle(Rect(x: .mm(10), y: .mm(20), width: .mm(30), height: .mm(40))), fill: black, stroke: nil),
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
    let first = try PDFWriter.write(document(pages), creator: "test")
    #expect(first == (try PDFWriter.write(document(pages), creator: "test")))
    #expect(first.starts(with: Array("%PDF-1.".utf8)))
    #expect(String(decoding: first, as: UTF8.self).contains("20261121"))
  }

  @Test func aPNGDrawnInBandsHasNoSeams() throws {
    // Wide enough for several bands: 2 m x 1 m at 254 dpi is 20,000 x 10,000 pixels.
    let bytes = try PNGWriter.write(page(Size(.mm(2000), .mm(1000))), pictures: [], dotsPerInch: 127)
    let back = try PictureReader.read(path: "p.png", bytes: bytes)
    #expect(back.width == 10000 && back.height == 5000)
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
    #expect(JPEGFile.orientation([0xFF, 0xD8, 0xFF, 0xDA, 0, 2]) == .upright)
    #expect(
      JPEGFile.orientation([0xFF, 0xD8, 0xFF, 0xE2, 0, 0, 0, 0, 0]) == .upright, "a length that cannot be")
  }
}
