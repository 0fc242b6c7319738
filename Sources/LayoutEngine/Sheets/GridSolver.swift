import LayoutModel
import PageModel

/// Turns tracks into sizes.
enum GridSolver {
  /// Shares divide what fixed and measured tracks leave. `measured` gives the size of `auto` tracks.
  static func columns(
    _ extents: [Track.Extent], total: Length, gap: Length, unit: Length, least: [Length] = [],
    measured: (Int) -> Length
  ) -> [(start: Length, size: Length)] {
    let sizes = extents.enumerated().map { index, extent -> Length in
      switch extent {
      case .fixed(let length): length.length(unit: unit)
      case .auto: measured(index)
      case .share: .zero
      }
    }
    // In the columns' order: sums of fractions depend on it, and a dictionary has another one in each run.
    func sum(_ shares: [Int: Double]) -> Double {
      shares.keys.sorted().reduce(0) { $0 + (shares[$1] ?? 0) }
    }
    var shares: [Int: Double] = [:]
    for (index, extent) in extents.enumerated() {
      if case .share(let share) = extent { shares[index] = share }
    }
    var room = total - sizes.reduce(Length.zero, +) - gap * Double(max(0, extents.count - 1))
    // A share that is too narrow for what it cannot do without takes that; the others divide what is left.
    var wide: [Int: Length] = [:]
    while let narrow = shares.keys.sorted().first(where: { index in
      guard least.indices.contains(index) else { return false }
      let all = sum(shares)
      return least[index] > max(.zero, room) / all * (shares[index] ?? 0) + .mm(0.01)
    }), wide.keys.sorted().reduce(least[narrow], { $0 + least[$1] }) < total * 0.8 {
      wide[narrow] = least[narrow]
      room = room - least[narrow]
      shares[narrow] = nil
    }
    let all = sum(shares)
    let each = all > 0 ? max(.zero, room) / all : .zero
    var result: [(Length, Length)] = []
    var position = Length.zero
    for (index, extent) in extents.enumerated() {
      var size = sizes[index]
      if case .share = extent { size = wide[index] ?? each * (shares[index] ?? 0) }
      // Shares are equal to the hair: neighbours of different width are seen sooner than an edge off the units.
      result.append((position, size))
      position += size + gap
    }
    return result
  }

  /// What a row asks for.
  struct RowNeed {
    var extent: Track.Extent
    /// The height its cells need at the step at hand.
    var content: Length
    /// What a drawing in it cannot do without, because it does not flow.
    var firm = Length.zero
  }

  /// Heights of rows: `auto` rows take what they need, shares divide the rest, and a share grows to its content
  /// where others have room. When there is not enough for all, those that need least are served first.
  /// Measured rows are whole multiples of `unit`, rows that share of `shareUnit`.
  static func rows(
    _ needs: [RowNeed], total: Length, gap: Length, unit line: Length, shareUnit: Length? = nil
  ) -> [Length] {
    let unit = shareUnit ?? line
    var sizes = needs.map { need -> Length in
      switch need.extent {
      case .fixed(let length): length.length(unit: unit)
      case .auto: snapUp(need.content, line)
      case .share: .zero
      }
    }
    squeeze(&sizes, needs, total: total - gap * Double(max(0, needs.count - 1)), unit: line)
    var room = total - gap * Double(max(0, needs.count - 1)) - sizes.reduce(.zero, +)
    var open: [(index: Int, share: Double)] = []
    for (index, need) in needs.enumerated() {
      if case .share(let share) = need.extent { open.append((index, share)) }
    }
    if room < .zero { room = .zero }

    let wanted = open.reduce(Length.zero) { $0 + snapUp(needs[$1.index].content, unit) }
    if wanted <= room {
      // A row that needs more than its share takes what it needs; the others divide what is left.
      var settled = false
      while !settled, !open.isEmpty {
        settled = true
        let each = room / open.reduce(0) { $0 + $1.share }
        for entry in open where snapUp(needs[entry.index].content, unit) > each * entry.share {
          sizes[entry.index] = snapUp(needs[entry.index].content, unit)
          room = room - sizes[entry.index]
          open.removeAll { $0.index == entry.index }
          settled = false
          break
        }
      }
      let each = open.isEmpty ? .zero : room / open.reduce(0) { $0 + $1.share }
      for entry in open { sizes[entry.index] = each * entry.share }
    } else {
      // Not enough: drawings first, then the smallest needs, and the rest shared.
      for entry in open {
        sizes[entry.index] = min(snapUp(needs[entry.index].firm, unit), room)
        room = room - sizes[entry.index]
      }
      var byNeed = open.sorted { needs[$0.index].content / $0.share < needs[$1.index].content / $1.share }
      while let entry = byNeed.first {
        let each = room / byNeed.reduce(0) { $0 + $1.share }
        // Text goes on elsewhere in any case: a row with little of its own keeps most of its share, so that the
        // sheet stays recognisable.
        let fair = each * entry.share
        let wanted = max(snapUp(needs[entry.index].content, unit), fair * leastOfShare)
        let more = max(.zero, min(wanted - sizes[entry.index], fair))
        sizes[entry.index] += more
        room = room - more
        byNeed.removeFirst()
      }
    }
    return sizes
  }

  /// Of its share, what a row keeps when others overflow.
  private static let leastOfShare = 0.6

  /// What `auto` rows may take where other rows share the rest.
  private static let mostForAuto = 0.6

  /// Keeps `auto` rows within their limit: those that need least are served first, the others share what is left.
  private static func squeeze(_ sizes: inout [Length], _ needs: [RowNeed], total: Length, unit: Length) {
    let hasShares = needs.contains { if case .share = $0.extent { true } else { false } }
    let fixed = zip(sizes, needs).reduce(Length.zero) { sum, row in
      if case .fixed = row.1.extent { sum + row.0 } else { sum }
    }
    var room = (total - fixed) * (hasShares ? mostForAuto : 1)
    var open = needs.indices.filter { if case .auto = needs[$0].extent { true } else { false } }
      .sorted { sizes[$0] < sizes[$1] }
    guard open.reduce(Length.zero, { $0 + sizes[$1] }) > room else { return }
    while let row = open.first {
      let share = unit * (room / Double(open.count) / unit).rounded(.down)
      sizes[row] = min(sizes[row], max(.zero, share))
      room = room - sizes[row]
      open.removeFirst()
    }
  }

  static func snap(_ length: Length, _ unit: Length) -> Length { unit * (length / unit).rounded() }

  static func snapUp(_ length: Length, _ unit: Length) -> Length {
    unit * (length / unit - 0.001).rounded(.up)
  }
}
