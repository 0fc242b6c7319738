import PageModel

/// Shares strips out to pages: nothing is parted that belongs together, heads of tables are repeated, and what stands
/// in the narrow column finds room there.
struct ReportPaginator {
  struct PlacedStrip {
    var strip: Strip
    var y: Length
    /// The head of a table that has been read on the page before.
    var isRepeated = false
  }

  let frame: ReportFrame

  /// A last page with less of it is not worth the turning.
  private static let leastShare = 0.3

  /// Where the last page would hold next to nothing, gaps are made smaller if that saves it.
  func pages(_ strips: [Strip]) -> [[PlacedStrip]] {
    let pages = shared(strips)
    guard pages.count > 1, let last = pages.last?.last,
      last.y + last.strip.height - frame.top < frame.height * Self.leastShare
    else { return pages }
    for least in [frame.leading, frame.leading / 2] {
      let closer = strips.map { strip in
        var strip = strip
        if strip.gap >= least { strip.gap = strip.gap / 2 }
        return strip
      }
      let fewer = shared(closer)
      if fewer.count < pages.count { return fewer }
    }
    return pages
  }

  private func shared(_ strips: [Strip]) -> [[PlacedStrip]] {
    var pages: [[PlacedStrip]] = []
    var next = 0
    while next < strips.count {
      let (page, end) = page(strips, from: next)
      pages.append(page)
      next = end
    }
    return pages
  }

  /// One page, and the strip that the next one starts with.
  private func page(_ strips: [Strip], from start: Int) -> ([PlacedStrip], Int) {
    var placed: [PlacedStrip] = []
    // For each strip placed, how many were there before it: heads drawn again count as well.
    var before: [Int] = []
    var y = frame.top
    var sideEnd = frame.top
    let limit = frame.bottom + .mm(0.05)
    var index = start
    if start > 0, let table = strips[start].table, strips[start - 1].table === table {
      for head in table.heads {
        placed.append(PlacedStrip(strip: head, y: y, isRepeated: true))
        y += head.height
      }
    }
    let heads = placed.count
    while index < strips.count {
      let strip = strips[index]
      var top = y + (index == start ? .zero : strip.gap)
      if strip.side != nil || strip.isWide { top = max(top, onGrid(sideEnd, after: top)) }
      if let side = strip.side { sideEnd = max(sideEnd, top + side.height) }
      let end = max(top + strip.height, strip.side.map { top + $0.height } ?? top)
      if end > limit, placed.count > heads { break }
      before.append(placed.count)
      placed.append(PlacedStrip(strip: strip, y: top))
      y = top + strip.height
      index += 1
    }
    guard index < strips.count else { return (fill(placed), index) }
    // Back to where a page may end; where nothing may be parted, it is parted all the same.
    var cut = index
    while cut > start, !strips[cut].mayBreak { cut -= 1 }
    guard cut > start else { return (placed, index) }
    return (Array(placed[..<before[cut - start, default: placed.count]]), cut)
  }

  /// The first line of the grid at or below a height, seen from another on the grid.
  private func onGrid(_ height: Length, after top: Length) -> Length {
    guard height > top else { return top }
    return top + frame.lines(height - top)
  }

  /// What follows a space that fills moves to the page's foot.
  private func fill(_ placed: [PlacedStrip]) -> [PlacedStrip] {
    guard
      let index = placed.lastIndex(where: {
        if case .space(fills: true) = $0.strip.content { true } else { false }
      }),
      let last = placed.last
    else { return placed }
    let rest = frame.bottom - (last.y + last.strip.height)
    guard rest > .zero else { return placed }
    var moved = placed
    for position in index + 1..<placed.count { moved[position].y += rest }
    return moved
  }
}

extension Array {
  fileprivate subscript(position: Int, default other: Element) -> Element {
    indices.contains(position) ? self[position] : other
  }
}
