import CPangoCairo
package import PageModel

/// Looks at a picture's bytes before anything is laid out.
package enum PictureReader {
  package enum Refusal: Error, Sendable {
    case unknownFormat, damaged, cmyk
    case tooLarge(megapixels: Int)
    /// An SVG.
    case tooLong(megabytes: Int)
    /// An SVG without librsvg on this machine.
    case unavailable
  }

  /// No picture on paper needs more.
  package static let mostPixels = 80_000_000

  package static func read(path: String, bytes: [UInt8]) throws(Refusal) -> Picture {
    var picture = Picture(path: path, bytes: bytes, format: .png, width: 0, height: 0, orientation: .upright)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      guard bytes.count > 24 else { throw .damaged }
      func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
      (picture.width, picture.height) = (number(16), number(20))
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      guard let header = JPEGFile.header(bytes) else { throw .damaged }
      guard !header.isCMYK else { throw .cmyk }
      picture.format = .jpeg
      (picture.width, picture.height) = (header.width, header.height)
      picture.orientation = JPEGFile.orientation(bytes)
    } else if SVGFile.isSVG(bytes) {
      return try drawing(picture)
    } else {
      throw .unknownFormat
    }
    guard picture.width > 0, picture.height > 0, picture.width < 32768, picture.height < 32768 else {
      throw .damaged
    }
    guard picture.width * picture.height <= mostPixels else {
      throw .tooLarge(megapixels: mostPixels / 1_000_000)
    }
    guard isWhole(picture) else { throw .damaged }
    return picture
  }

  /// A picture's bytes for those who turn it themselves: nothing in them says that it is to be turned.
  package static func bytesUnturned(_ picture: Picture) -> [UInt8] {
    picture.format == .jpeg ? JPEGFile.saidUpright(picture.bytes) : picture.bytes
  }

  /// Draws it small once: what librsvg gives up on is found before anything is laid out.
  private static func drawing(_ picture: Picture) throws(Refusal) -> Picture {
    let file = try SVGFile(picture.bytes)
    let zoom = 100 / max(file.width, file.height)
    guard let surface = file.record(width: file.width * zoom, height: file.height * zoom) else {
      throw .damaged
    }
    cairo_surface_destroy(surface)
    var picture = picture
    picture.format = .svg
    (picture.width, picture.height) = (Int(file.width.rounded(.up)), Int(file.height.rounded(.up)))
    picture.exactShape = file.width / file.height
    return picture
  }

  /// Whether all its pixels can be read. A JPEG that ends as it should is believed.
  private static func isWhole(_ picture: Picture) -> Bool {
    if picture.format == .jpeg, picture.bytes.suffix(2) == [0xFF, 0xD9] { return true }
    let surfaces = PictureSurfaces([picture], keepsJPEG: false, dotsPerPoint: 1)
    do {
      let frame = Rect(x: .zero, y: .zero, width: .mm(1), height: .mm(1))
      let entry = try surfaces.surface(PictureID(index: 0), in: frame, .covers)
      return cairo_image_surface_get_width(entry.surface) == Int32(picture.width)
    } catch {
      return false
    }
  }
}
