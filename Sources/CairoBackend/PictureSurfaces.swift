import CPangoCairo
import PageModel

/// The pictures of a document as Cairo surfaces, opened at their first use.
/// A class because it owns surfaces that many pages share.
final class PictureSurfaces {
  struct Entry {
    var surface: OpaquePointer
    var width: Double
    var height: Double
    var orientation: Picture.Orientation

    var uprightWidth: Double { orientation.isTurned ? height : width }
    var uprightHeight: Double { orientation.isTurned ? width : height }

    /// From the stored pixels to how the camera was held.
    var uprightMatrix: cairo_matrix_t {
      let (w, h) = (width, height)
      let values: (Double, Double, Double, Double, Double, Double) =
        switch orientation {
        case .upright: (1, 0, 0, 1, 0, 0)
        case .mirrored: (-1, 0, 0, 1, w, 0)
        case .upsideDown: (-1, 0, 0, -1, w, h)
        case .flipped: (1, 0, 0, -1, 0, h)
        case .transposed: (0, 1, 1, 0, 0, 0)
        case .clockwise: (0, 1, -1, 0, h, 0)
        case .transverse: (0, -1, -1, 0, h, w)
        case .anticlockwise: (0, -1, 1, 0, 0, w)
        }
      return cairo_matrix_t(
        xx: values.0, yx: values.1, xy: values.2, yy: values.3, x0: values.4, y0: values.5)
    }
  }

  /// A drawing is recorded anew for another size, because its blurs and masks have pixels.
  private struct Key: Hashable {
    var picture: PictureID
    var size: Size?
    var fit = PictureFit.covers
  }

  /// However large the frame: room for a drawing's blurs and masks, many of which may be open at once.
  private static let mostDots = 8_000_000.0
  private static let longestSide = 30_000.0

  private let pictures: [Picture]
  /// A PDF carries the JPEG's own bytes; a PNG needs its pixels.
  private let keepsJPEG: Bool
  private let dotsPerPoint: Double
  private var entries: [Key: Entry] = [:]

  init(_ pictures: [Picture], keepsJPEG: Bool, dotsPerPoint: Double) {
    self.pictures = pictures
    self.keepsJPEG = keepsJPEG
    self.dotsPerPoint = dotsPerPoint
  }

  deinit { for entry in entries.values { cairo_surface_destroy(entry.surface) } }

  func surface(_ id: PictureID, in frame: Rect, _ fit: PictureFit) throws(BackendError) -> Entry {
    let picture = pictures[id.index]
    var key = Key(picture: id)
    if picture.format == .svg { (key.size, key.fit) = (Size(frame.width, frame.height), fit) }
    if let known = entries[key] { return known }
    let entry =
      switch picture.format {
      case .png: Self.entry(picture, try Self.png(picture))
      case .jpeg: Self.entry(picture, try jpeg(picture))
      case .svg: try svg(picture, in: frame, fit)
      }
    entries[key] = entry
    return entry
  }

  private static func entry(_ picture: Picture, _ surface: OpaquePointer) -> Entry {
    Entry(
      surface: surface, width: Double(picture.width), height: Double(picture.height),
      orientation: picture.orientation)
  }

  private func svg(_ picture: Picture, in frame: Rect, _ fit: PictureFit) throws(BackendError) -> Entry {
    guard let file = try? SVGFile(picture.bytes) else { throw .picture(path: picture.path) }
    let place = fit.place(width: file.width, height: file.height, in: frame)
    let (width, height) = (place.width.points * dotsPerPoint, place.height.points * dotsPerPoint)
    let shrink = min(
      1, (Self.mostDots / (width * height)).squareRoot(), Self.longestSide / max(width, height))
    guard let surface = file.record(width: width * shrink, height: height * shrink) else {
      throw .picture(path: picture.path)
    }
    return Entry(surface: surface, width: width * shrink, height: height * shrink, orientation: .upright)
  }

  private struct ByteReader {
    var bytes: [UInt8]
    var position = 0
  }

  private static func png(_ picture: Picture) throws(BackendError) -> OpaquePointer {
    var reader = ByteReader(bytes: picture.bytes)
    let surface = withUnsafeMutablePointer(to: &reader) { pointer in
      cairo_image_surface_create_from_png_stream(
        { context, target, count in
          let reader = context!.assumingMemoryBound(to: ByteReader.self)
          let start = reader.pointee.position
          guard start + Int(count) <= reader.pointee.bytes.count, let target else {
            return CAIRO_STATUS_READ_ERROR
          }
          reader.pointee.bytes.withUnsafeBufferPointer { bytes in
            target.update(from: bytes.baseAddress! + start, count: Int(count))
          }
          reader.pointee.position = start + Int(count)
          return CAIRO_STATUS_SUCCESS
        }, pointer)
    }
    guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      throw .picture(path: picture.path)
    }
    return surface
  }

  private func jpeg(_ picture: Picture) throws(BackendError) -> OpaquePointer {
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(picture.width), Int32(picture.height))!
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      keepsJPEG ? Self.attach(picture, to: surface) : Self.fill(surface, with: picture)
    else {
      cairo_surface_destroy(surface)
      throw .picture(path: picture.path)
    }
    return surface
  }

  /// Hands Cairo the file's own bytes, which it frees with the surface.
  private static func attach(_ picture: Picture, to surface: OpaquePointer) -> Bool {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: picture.bytes.count)
    copy.initialize(from: picture.bytes, count: picture.bytes.count)
    let status = cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, copy, UInt(picture.bytes.count),
      { $0?.assumingMemoryBound(to: UInt8.self).deallocate() }, copy)
    if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
    return status == CAIRO_STATUS_SUCCESS
  }

  private static func fill(_ surface: OpaquePointer, with picture: Picture) -> Bool {
    let isDecoded = JPEGFile.decode(
      picture.bytes, into: cairo_image_surface_get_data(surface),
      stride: Int(cairo_image_surface_get_stride(surface)), width: picture.width, height: picture.height)
    cairo_surface_mark_dirty(surface)
    return isDecoded
  }
}
