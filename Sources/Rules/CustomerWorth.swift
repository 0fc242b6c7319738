import LocatedYAML
package import WorkbookModel

/// What a customer of a segment is worth over the years (R11): the net present value of yearly flows at the end of each
/// year, less what it cost to win the customer.
package struct CustomerWorth: Sendable {
  /// In the project's currency, not rounded.
  package let perCustomer: Double
  /// Times the customers of the segment, when their number is given.
  package let total: Double?

  /// Nothing when a figure is missing or beyond all sense: a blank is never zero. Only the cost of winning a customer may be left out.
  package init?(_ segment: Segment) {
    guard let value = segment.value, let revenue = value.revenue?.value, let cost = value.cost?.value,
      let years = value.years?.value, let rate = value.discount?.fraction, rate > -1
    else { return nil }
    let one = Self.netPresentValue(
      revenue: revenue, cost: cost, years: years, rate: rate, acquisition: value.acquisition?.value ?? 0)
    let all = segment.customers.map { one * Double($0.value) }
    // Figures beyond all sense have no worth either.
    guard one.isFinite, all?.isFinite ?? true else { return nil }
    (perCustomer, total) = (one, all)
  }

  package static func netPresentValue(
    revenue: Double, cost: Double, years: Int, rate: Double, acquisition: Double
  ) -> Double {
    var factor = 1.0
    var sum = 0.0
    for _ in 0..<years {
      factor /= 1 + rate
      sum += (revenue - cost) * factor
    }
    return sum - acquisition
  }

  /// The segments by worth: by their total if all that have a worth have one, else per customer; blanks last.
  package static func order(_ segments: [Segment]) -> [Int] {
    let worths = segments.map { CustomerWorth($0) }
    let byTotal = worths.allSatisfy { $0 == nil || $0?.total != nil }
    func key(_ index: Int) -> Double? { byTotal ? worths[index]?.total : worths[index]?.perCustomer }
    return segments.indices.sorted { left, right in
      switch (key(left), key(right)) {
      case (let one?, let other?): one == other ? left < right : one > other
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): left < right
      }
    }
  }
}
