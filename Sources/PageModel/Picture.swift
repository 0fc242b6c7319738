/// A picture as it came from its file.
package struct Picture: Sendable {
  package enum Format: Sendable { case png, jpeg, svg }

  /// How the camera was held, as EXIF counts it (1 = upright).
  package enum Orientation: Int, Sendable {
    case upright = 1, mirrored, upsideDown, flipped, transposed, clockwise, transverse, anticlockwise
    /// Width and height change places.
    package var isTurned: Bool { rawValue >= 5 }
  }

  package var path: String
  package var bytes: [UInt8]
  package var format: Format
  /// In pixels, as stored; of a drawing, the size that it gives itself, rounded up.
  package var width: Int
  package var height: Int
  package var orientation: Orientation
  /// Width over height of a drawing, which whole pixels give only roughly.
  package var exactShape: Double?

  /// Width over height as it is seen.
  package var shape: Double {
    if let exactShape { return exactShape }
    return orientation.isTurned ? Double(height) / Double(width) : Double(width) / Double(height)
  }

  /// As far as its first bytes tell: a JPEG never is, a PNG when it has an alpha channel or a list of opacities.
  package var mayBeTransparent: Bool {
    switch format {
    case .jpeg: return false
    case .svg: return true
    case .png:
      // The kind of colour stands behind the signature, the first chunk's head, both sizes and the depth.
      guard bytes.count > 25 else { return true }
      return bytes[25] & 4 != 0 || bytes.prefix(4096).contains("tRNS".utf8)
    }
  }

  package init(
    path: String, bytes: [UInt8], format: Format, width: Int, height: Int, orientation: Orientation
  ) {
    self.path = path
    self.bytes = bytes
    self.format = format
    self.width = width
    self.height = height
    self.orientation = orientation
  }
}
