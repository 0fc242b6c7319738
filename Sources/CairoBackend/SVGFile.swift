import CPangoCairo
import CRSVG

/// A drawing as librsvg understood it. A class because it owns what librsvg parsed.
final class SVGFile {
  /// As much as any drawing needs; what is longer takes long to parse.
  static let mostBytes = 20 << 20
  /// Wider or higher than so many times its other side, it is no picture.
  private static let mostSlender = 1000.0

  private var drawing = svg_drawing()

  /// In CSS pixels, which need not be whole.
  var width: Double { drawing.width }
  var height: Double { drawing.height }

  init(_ bytes: [UInt8]) throws(PictureReader.Refusal) {
    guard bytes.count <= Self.mostBytes else { throw .tooLong(megabytes: Self.mostBytes >> 20) }
    // Text in a drawing is set from the document's font files or not at all.
    FontShelf.withoutSystemFonts
    let status = svg_open(bytes, bytes.count, &drawing)
    guard status != SVG_UNAVAILABLE else { throw .unavailable }
    guard status == SVG_FINE, max(width, height) <= Double(Int32.max),
      max(width, height) <= min(width, height) * Self.mostSlender
    else { throw .damaged }
  }

  deinit { svg_close(&drawing) }

  /// Draws it once, for use at many places: a surface of vectors, whose blurs and masks are of its own pixels.
  /// Nothing when librsvg gives up.
  func record(width: Double, height: Double) -> OpaquePointer? {
    var bounds = cairo_rectangle_t(x: 0, y: 0, width: width, height: height)
    let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &bounds)!
    // A surface on the surface: Cairo hands no links through it, which would break the file outside of a page.
    let inner = cairo_surface_create_for_rectangle(surface, 0, 0, width, height)!
    defer { cairo_surface_destroy(inner) }
    let context = cairo_create(inner)!
    defer { cairo_destroy(context) }
    cairo_scale(context, width / drawing.width, height / drawing.height)
    if svg_draw(&drawing, context) == SVG_FINE, cairo_status(context) == CAIRO_STATUS_SUCCESS {
      return surface
    }
    cairo_surface_destroy(surface)
    return nil
  }

  // MARK: Recognising

  /// Whether the first element is `svg`, after a byte order mark, a declaration, comments and a document type.
  static func isSVG(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop { isSpace($0) }
      if rest.starts(with: "<?".utf8) {
        rest = tail(of: rest, after: "?>")
      } else if rest.starts(with: "<!--".utf8) {
        rest = tail(of: rest.dropFirst(4), after: "-->")
      } else if rest.starts(with: "<!DOCTYPE".utf8) {
        return name(rest.dropFirst(9).drop { isSpace($0) }).elementsEqual("svg".utf8)
      } else {
        guard rest.first == UInt8(ascii: "<") else { return false }
        let name = name(rest.dropFirst())
        return name.split(separator: UInt8(ascii: ":")).last?.elementsEqual("svg".utf8) ?? false
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private static func name(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.prefix { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
  }

  /// Empty when the mark does not come.
  private static func tail(of bytes: ArraySlice<UInt8>, after mark: String) -> ArraySlice<UInt8> {
    let first = mark.utf8.first
    var rest = bytes
    while let start = rest.firstIndex(where: { $0 == first }) {
      rest = rest[start...]
      if rest.starts(with: mark.utf8) { return rest.dropFirst(mark.utf8.count) }
      rest = rest.dropFirst()
    }
    return []
  }
}
