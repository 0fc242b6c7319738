/// A fraction, exact: priorities and weights are compared without rounding.
package struct Rational: Hashable, Comparable, Sendable {
  package let numerator: Int128
  /// Above zero, without a common divisor.
  package let denominator: Int128

  package init(_ numerator: Int128, _ denominator: Int128) {
    precondition(denominator != 0)
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(a, 1)) * (denominator < 0 ? -1 : 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  package init(_ numerator: Int, _ denominator: Int = 1) {
    self.init(Int128(numerator), Int128(denominator))
  }

  package static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  package static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  package static func - (left: Rational, right: Rational) -> Rational { left + right * Rational(-1) }

  package static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// The divisor is not zero.
  package static func / (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.denominator, left.denominator * right.numerator)
  }

  /// With so many decimals, half a unit away from zero, and a point: `0.5375`.
  package func text(decimals: Int) -> String {
    let scale = (0..<decimals).reduce(Int128(1)) { scale, _ in scale * 10 }
    let scaled = numerator.magnitude * scale.magnitude * 2 + denominator.magnitude
    let rounded = scaled / (denominator.magnitude * 2)
    var digits = String(rounded)
    while digits.count <= decimals { digits = "0" + digits }
    let sign = numerator < 0 && rounded != 0 ? "-" : ""
    return decimals == 0 ? sign + digits : sign + digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }
}
