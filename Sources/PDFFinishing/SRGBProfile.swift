import Glibc

/// The colour profile that every file names as its output intent: sRGB as an ICC profile of version 2.1 with its three
/// primaries (adapted to D50, as IEC 61966-2-1 and the ICC give them) and one curve of 256 points. Made here, so
/// that no file with a licence of its own has to come along.
enum SRGBProfile {
  static let bytes: [UInt8] = make()

  private static func make() -> [UInt8] {
    let curve = curve()
    let tags: [(signatures: [String], data: [UInt8])] = [
      (["desc"], description("sRGB IEC61966-2.1")),
      (["cprt"], word("text") + zeros(4) + Array("No rights reserved".utf8) + [0]),
      (["wtpt"], colour(0.96420, 1, 0.82491)),
      (["rXYZ"], colour(0.43607, 0.22249, 0.01392)),
      (["gXYZ"], colour(0.38515, 0.71687, 0.09708)),
      (["bXYZ"], colour(0.14307, 0.06061, 0.71410)),
      (["rTRC", "gTRC", "bTRC"], curve),
    ]
    var table: [UInt8] = []
    var data: [UInt8] = []
    let count = tags.reduce(0) { $0 + $1.signatures.count }
    let start = 128 + 4 + count * 12
    for tag in tags {
      for signature in tag.signatures {
        table += word(signature) + number(UInt32(start + data.count)) + number(UInt32(tag.data.count))
      }
      data += tag.data
      data += zeros((4 - data.count % 4) % 4)
    }
    return header(size: start + data.count) + number(UInt32(count)) + table + data
  }

  private static func header(size: Int) -> [UInt8] {
    // Size, no maker, version 2.1, a display, RGB by way of XYZ, the first of January 2000, the file's mark.
    var header = number(UInt32(size)) + zeros(4) + number(0x0210_0000)
    header += word("mntr") + word("RGB ") + word("XYZ ")
    header += [7, 0xD0, 0, 1, 0, 1] + zeros(6) + word("acsp") + zeros(28)
    // The white of the space between: D50.
    header += fixed(0.96420) + fixed(1) + fixed(0.82491)
    return header + zeros(128 - header.count)
  }

  /// Light by value, as sixteen bits.
  private static func curve() -> [UInt8] {
    var curve = word("curv") + zeros(4) + number(256)
    for step in 0..<256 {
      let value = Double(step) / 255
      let light = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      let level = UInt16((light * 65535).rounded())
      curve += [UInt8(level >> 8), UInt8(level & 0xFF)]
    }
    return curve
  }

  private static func description(_ text: String) -> [UInt8] {
    let ascii = Array(text.utf8) + [0]
    // After the ASCII words come those in Unicode and for old Macintoshes: none.
    return word("desc") + zeros(4) + number(UInt32(ascii.count)) + ascii + zeros(8 + 3 + 67)
  }

  private static func colour(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    word("XYZ ") + zeros(4) + fixed(x) + fixed(y) + fixed(z)
  }

  /// Sixteen bits before the point and sixteen after it.
  private static func fixed(_ value: Double) -> [UInt8] {
    number(UInt32(bitPattern: Int32((value * 65536).rounded())))
  }

  private static func word(_ text: String) -> [UInt8] { Array(text.utf8) }
  private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
  private static func number(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }
}
