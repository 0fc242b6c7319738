import PageModel

/// Lengths as SVG writes them: points with at most three decimals.
enum SVGNumber {
  static func text(_ length: Length) -> String { text(length.points) }

  static func text(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let (whole, part) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
    guard part > 0 else { return (thousandths < 0 ? "-" : "") + String(whole) }
    var digits = String(part + 1000).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return (thousandths < 0 ? "-" : "") + "\(whole).\(digits)"
  }
}
