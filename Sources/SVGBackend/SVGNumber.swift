import PageModel

/// Lengths as SVG writes them: points with at most three decimals.
enum SVGNumber {
  static func text(_ length: Length) -> String { text(length.points) }

  static func text(_ value: Double, decimals: Int = 3) -> String {
    let unit = (0..<decimals).reduce(1) { unit, _ in unit * 10 }
    let rounded = Int((value * Double(unit)).rounded())
    let (whole, part) = (abs(rounded) / unit, abs(rounded) % unit)
    guard part > 0 else { return (rounded < 0 ? "-" : "") + String(whole) }
    var digits = String(part + unit).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return (rounded < 0 ? "-" : "") + "\(whole).\(digits)"
  }
}
