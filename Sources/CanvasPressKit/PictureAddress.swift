import CairoBackend
import PageModel

/// Pictures as addresses that hold them whole, so that a file needs nothing beside it (RFC 2397).
enum PictureAddress {
  /// As it came, for readers that turn pictures as the camera was held.
  static func of(_ picture: Picture) -> String { address(picture, picture.bytes) }

  /// For drawings that turn it themselves.
  static func unturned(_ picture: Picture) -> String {
    address(picture, PictureReader.bytesUnturned(picture))
  }

  private static func address(_ picture: Picture, _ bytes: [UInt8]) -> String {
    let kind =
      switch picture.format {
      case .png: "png"
      case .jpeg: "jpeg"
      case .svg: "svg+xml"
      }
    return "data:image/\(kind);base64," + Base64.text(bytes)
  }
}

/// Bytes as the sixty-four letters that addresses may hold (RFC 4648).
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for position in 0..<4 {
        let isThere = position <= group.count
        text.append(isThere ? letters[Int(bits >> UInt32(18 - 6 * position) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
