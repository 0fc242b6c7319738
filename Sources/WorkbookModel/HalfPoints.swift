import Diagnostics
package import LocatedYAML

/// A score or a sum of scores, counted in halves: the middle of what two people gave may be one.
package struct HalfPoints: Hashable, Comparable, Sendable {
  package var halves: Int

  package init(halves: Int) { self.halves = halves }

  package init(_ points: Int) { halves = points * 2 }

  package static func < (left: HalfPoints, right: HalfPoints) -> Bool { left.halves < right.halves }

  package static func + (left: HalfPoints, right: HalfPoints) -> HalfPoints {
    HalfPoints(halves: left.halves + right.halves)
  }

  /// The middle of these scores; of an even number, between the two in the middle.
  package static func median(of scores: [Int]) -> HalfPoints? {
    let sorted = scores.sorted()
    guard !sorted.isEmpty else { return nil }
    return HalfPoints(halves: sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2])
  }

  /// With a point as decimal mark, such as `15` and `15.5`.
  package var text: String { halves % 2 == 0 ? String(halves / 2) : "\(halves / 2).5" }

  package var value: Double { Double(halves) / 2 }

  package var view: DataView { .number(value, Text(text)) }
}

extension [HalfPoints?] {
  /// All of them together; nothing when one is missing, which is never taken for zero.
  package var sum: HalfPoints? {
    let known = compactMap { $0 }
    return known.count == count && !isEmpty ? known.reduce(HalfPoints(0), +) : nil
  }
}

extension HalfPoints? {
  var view: DataView { map(\.view) ?? .nothing }
}
