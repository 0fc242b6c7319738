/// How many columns of a terminal characters take.
package enum TextColumns {
  package static func width(of text: some StringProtocol) -> Int { width(of: text.unicodeScalars) }

  /// East Asian wide scalars take two, combining ones none.
  package static func width(of scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F: sum
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
        0x1F300...0x1FAFF:
        sum + 2
      default: sum + 1
      }
    }
  }
}
