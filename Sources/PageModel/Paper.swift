/// A paper size by its standard name.
package enum Paper: String, Sendable, CaseIterable {
  case a4 = "A4"
  case a3 = "A3"

  package enum Orientation: String, Sendable, CaseIterable { case portrait, landscape }

  /// The short and the long side.
  package var sides: (short: Length, long: Length) {
    switch self {
    case .a4: (.mm(210), .mm(297))
    case .a3: (.mm(297), .mm(420))
    }
  }

  package func size(_ orientation: Orientation) -> Size {
    orientation == .portrait ? Size(sides.short, sides.long) : Size(sides.long, sides.short)
  }
}
