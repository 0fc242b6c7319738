/// A paper size by its standard name.
package enum Paper: String, Sendable, CaseIterable {
  case a5 = "A5"
  case a4 = "A4"
  case a3 = "A3"
  case a2 = "A2"
  case a1 = "A1"
  case a0 = "A0"
  case letter = "Letter"
  case tabloid = "Tabloid"

  package enum Orientation: String, Sendable, CaseIterable { case portrait, landscape }

  /// By its name, whatever its capitals.
  package init?(named name: String) {
    guard let paper = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
      return nil
    }
    self = paper
  }

  /// The short and the long side.
  package var sides: (short: Length, long: Length) {
    switch self {
    case .a5: (.mm(148), .mm(210))
    case .a4: (.mm(210), .mm(297))
    case .a3: (.mm(297), .mm(420))
    case .a2: (.mm(420), .mm(594))
    case .a1: (.mm(594), .mm(841))
    case .a0: (.mm(841), .mm(1189))
    case .letter: (.mm(215.9), .mm(279.4))
    case .tabloid: (.mm(279.4), .mm(431.8))
    }
  }

  /// The paper whose sizes of type it takes: it is read from as far away.
  package var typeScale: Paper {
    switch self {
    case .a5, .letter: .a4
    case .tabloid: .a3
    default: self
    }
  }

  /// The papers that a theme gives sizes for.
  package static let typeScales = allCases.filter { $0.typeScale == $0 }

  /// It hangs on a wall, and sticky notes go on it.
  package var isPoster: Bool { [.a2, .a1, .a0].contains(self) }

  package func size(_ orientation: Orientation) -> Size {
    orientation == .portrait ? Size(sides.short, sides.long) : Size(sides.long, sides.short)
  }
}
