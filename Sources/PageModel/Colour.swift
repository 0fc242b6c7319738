/// A colour in sRGB, eight bits a channel.
package struct Colour: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// From `#1D2228`.
  package init?(hex: String) {
    guard hex.utf8.count == 7, hex.hasPrefix("#"), let value = UInt32(hex.dropFirst(), radix: 16) else {
      return nil
    }
    self.init(red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
  }

  package static let white = Colour(red: 255, green: 255, blue: 255)

  package var hex: String {
    "#"
      + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  /// Mixed with white: 0.08 gives a ground of 8 %.
  package func tint(_ share: Double) -> Colour {
    func mix(_ channel: UInt8) -> UInt8 {
      UInt8(min(255, max(0, 255 - (255 - Double(channel)) * share)).rounded())
    }
    return Colour(red: mix(red), green: mix(green), blue: mix(blue))
  }

  /// WCAG 2's contrast ratio, 1 to 21.
  package func contrast(with other: Colour) -> Double {
    let (left, right) = (luminance, other.luminance)
    return (max(left, right) + 0.05) / (min(left, right) + 0.05)
  }

  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : Self.power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// x to the 2.4, by x squared times the fifth root of x squared (Newton), so that no libm is needed.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 0.5 + square / 2
    for _ in 0..<40 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
