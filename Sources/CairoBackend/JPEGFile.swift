import CTurboJPEG
import PageModel

/// What a JPEG says of itself, and its pixels.
enum JPEGFile {
  struct Header {
    var width: Int
    var height: Int
    var isCMYK: Bool
  }

  static func header(_ bytes: [UInt8]) -> Header? {
    guard let handle = tjInitDecompress() else { return nil }
    defer { tjDestroy(handle) }
    var (width, height, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard tjDecompressHeader3(handle, bytes, UInt(bytes.count), &width, &height, &sampling, &space) == 0
    else {
      return nil
    }
    let isCMYK = space == Int32(TJCS_CMYK.rawValue) || space == Int32(TJCS_YCCK.rawValue)
    return Header(width: Int(width), height: Int(height), isCMYK: isCMYK)
  }

  /// Writes 32-bit pixels as Cairo wants them; false when the data is damaged.
  static func decode(
    _ bytes: [UInt8], into pixels: UnsafeMutablePointer<UInt8>, stride: Int, width: Int, height: Int
  ) -> Bool {
    guard let handle = tjInitDecompress() else { return false }
    defer { tjDestroy(handle) }
    // A picture that ends as it should may have blemishes; one that breaks off is not believed.
    let isWhole = bytes.suffix(2) == [0xFF, 0xD9]
    let result = tjDecompress2(
      handle, bytes, UInt(bytes.count), pixels, Int32(width), Int32(stride), Int32(height),
      Int32(TJPF_BGRX.rawValue), isWhole ? 0 : Int32(TJFLAG_STOPONWARNING))
    return result == 0 || isWhole && tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
  }

  /// How the camera was held: EXIF's tag 0x0112.
  static func orientation(_ bytes: [UInt8]) -> Picture.Orientation {
    guard let field = orientationField(bytes) else { return .upright }
    let value = field.isLittle ? bytes[field.place] : bytes[field.place + 1]
    let other = field.isLittle ? bytes[field.place + 1] : bytes[field.place]
    return other == 0 ? Picture.Orientation(rawValue: Int(value)) ?? .upright : .upright
  }

  /// The same picture, said to be upright.
  static func saidUpright(_ bytes: [UInt8]) -> [UInt8] {
    guard let field = orientationField(bytes) else { return bytes }
    var bytes = bytes
    bytes[field.place] = field.isLittle ? 1 : 0
    bytes[field.place + 1] = field.isLittle ? 0 : 1
    return bytes
  }

  /// The two bytes that say how the camera was held, and whether the lower one comes first.
  private static func orientationField(_ bytes: [UInt8]) -> (place: Int, isLittle: Bool)? {
    var index = 2
    while index + 4 <= bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
      guard marker != 0xDA, length >= 2 else { break }
      let segment = index + 4..<max(index + 4, min(index + 2 + length, bytes.count))
      if marker == 0xE1, segment.count > 14, bytes[segment].starts(with: Array("Exif\0\0".utf8)) {
        return orientationField(inTIFF: bytes[(segment.lowerBound + 6)..<segment.upperBound])
      }
      index += 2 + length
    }
    return nil
  }

  private static func orientationField(inTIFF tiff: ArraySlice<UInt8>) -> (place: Int, isLittle: Bool)? {
    let isLittle = tiff.starts(with: Array("II".utf8))
    func number(_ offset: Int, _ width: Int) -> Int? {
      let start = tiff.startIndex + offset
      guard offset >= 0, start + width <= tiff.endIndex else { return nil }
      let bytes =
        isLittle ? Array(tiff[start..<start + width].reversed()) : Array(tiff[start..<start + width])
      return bytes.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for entry in 0..<min(count, 200) {
      let place = directory + 2 + entry * 12
      if number(place, 2) == 0x0112, number(place + 8, 2) != nil {
        return (tiff.startIndex + place + 8, isLittle)
      }
    }
    return nil
  }
}
