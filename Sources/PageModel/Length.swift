/// A length on paper.
package struct Length: Hashable, Sendable, Comparable, AdditiveArithmetic {
  package var millimetres: Double

  package init(millimetres: Double) { self.millimetres = millimetres }

  package static let zero = Length(millimetres: 0)
  package static func mm(_ value: Double) -> Length { Length(millimetres: value) }
  /// Printers' points of 1/72 inch.
  package static func pt(_ value: Double) -> Length { Length(millimetres: value * 25.4 / 72) }

  package var points: Double { millimetres * 72 / 25.4 }

  package static func < (left: Length, right: Length) -> Bool { left.millimetres < right.millimetres }
  package static func + (left: Length, right: Length) -> Length { .mm(left.millimetres + right.millimetres) }
  package static func - (left: Length, right: Length) -> Length { .mm(left.millimetres - right.millimetres) }
  package static func * (left: Length, right: Double) -> Length { .mm(left.millimetres * right) }
  package static func * (left: Double, right: Length) -> Length { .mm(left * right.millimetres) }
  package static func / (left: Length, right: Double) -> Length { .mm(left.millimetres / right) }
  package static func / (left: Length, right: Length) -> Double { left.millimetres / right.millimetres }
  package static prefix func - (length: Length) -> Length { .mm(-length.millimetres) }
}
