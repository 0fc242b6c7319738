import CPangoCairo
import PageModel

/// Which parts of a text run from right to left.
enum Directions {
  /// Letters, marks and controls of right-to-left scripts.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0x200F, 0x202B, 0x202E, 0x2067, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
      0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  /// Nothing when all of it runs from left to right.
  static func levels(of text: String) -> TextLevels? {
    guard text.utf8.contains(where: { $0 >= 0xD6 }), text.unicodeScalars.contains(where: isRightToLeft) else {
      return nil
    }
    var base = PANGO_DIRECTION_NEUTRAL
    guard let levels = pango_log2vis_get_embedding_levels(text, Int32(text.utf8.count), &base) else {
      return nil
    }
    defer { g_free(levels) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for (index, scalar) in text.unicodeScalars.enumerated() {
      for _ in 0..<UTF8.width(scalar) { bytes.append(levels[index]) }
    }
    let isBaseRightToLeft = base == PANGO_DIRECTION_RTL || base == PANGO_DIRECTION_WEAK_RTL
    return TextLevels(base: isBaseRightToLeft ? 1 : 0, bytes: bytes)
  }

  /// The language that a text in ideographs is probably in, where its document is in another: their shapes differ.
  static func ideographs(in text: Substring) -> String? {
    var isHan = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: return "ja"
      case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7FF: return "ko"
      case 0x2E80...0x2FDF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: isHan = true
      default: break
      }
    }
    return isHan ? "zh" : nil
  }
}
