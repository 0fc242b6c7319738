import LayoutModel
import PageModel

/// Turns tracks into sizes on the unit grid.
enum GridSolver {
  /// Shares divide what fixed and measured tracks leave; ends lie on units. `measured` gives the size of `auto` tracks.
  static func columns(
    _ extents: [Track.Extent], total: Length, gap: Length, unit: Length, measured: (Int) -> Length
  ) -> [(start: Length, size: Length)] {
    let sizes = extents.enumerated().map { index, extent -> Length in
      switch extent {
      case .fixed(let length): length.length(unit: unit)
      case .auto: measured(index)
      case .share: .zero
      }
    }
    let shares = extents.reduce(0) { sum, extent in if case .share(let share) = extent { sum + share } else { sum } }
    let used = sizes.reduce(Length.zero, +) + gap * Double(max(0, extents.count - 1))
    let each = shares > 0 ? max(.zero, total - used) / shares : .zero
    var result: [(Length, Length)] = []
    var position = Length.zero
    for (index, extent) in extents.enumerated() {
      var size = sizes[index]
      if case .share(let share) = extent { size = each * share }
      let start = snap(position, unit)
      let end = snap(position + size, unit)
      result.append((start, end - start))
      position += size + gap
    }
    return result
  }

  /// What a row asks for.
  struct RowNeed {
    var extent: Track.Extent
    /// The height its cells need at the step at hand.
    var content: Length
  }

  /// Heights of rows: `auto` rows take what they need, shares divide the rest, and a share grows to its content
  /// where others have room. When there is not enough for all, those that need least are served first.
  static func rows(_ needs: [RowNeed], total: Length, gap: Length, unit: Length) -> [Length] {
    var sizes = needs.map { need -> Length in
      switch need.extent {
      case .fixed(let length): length.length(unit: unit)
      case .auto: snapUp(need.content, unit)
      case .share: .zero
      }
    }
    var room = total - gap * Double(max(0, needs.count - 1)) - sizes.reduce(.zero, +)
    var open: [(index: Int, share: Double)] = []
    for (index, need) in needs.enumerated() { if case .share(let share) = need.extent { open.append((index, share)) } }
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
      // Not enough: serve the smallest needs whole, and share the rest.
      var byNeed = open.sorted { needs[$0.index].content / $0.share < needs[$1.index].content / $1.share }
      while let entry = byNeed.first {
        let each = room / byNeed.reduce(0) { $0 + $1.share }
        sizes[entry.index] = min(snapUp(needs[entry.index].content, unit), each * entry.share)
        room = room - sizes[entry.index]
        byNeed.removeFirst()
      }
    }
    return sizes
  }

  static func snap(_ length: Length, _ unit: Length) -> Length { unit * (length / unit).rounded() }

  static func snapUp(_ length: Length, _ unit: Length) -> Length {
    unit * (length / unit - 0.001).rounded(.up)
  }
}
