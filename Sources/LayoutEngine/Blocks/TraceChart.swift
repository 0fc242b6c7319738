import Diagnostics
import LayoutModel
import PageModel

/// What a sheet of the trace shows: cards in six columns, and which of them are joined.
struct TraceChart: Sendable {
  /// One thing of the chain, or several that share a frame.
  struct Card: Sendable {
    var column: Int
    var items: [FlowItem]
    /// It is one of those that the concept rests on, or that rest on it.
    var isStrong = false
    /// Why it is a loose end: those of a column that share a reason stand in one dashed frame at its foot.
    var reason: String?
  }

  struct Link: Hashable, Sendable {
    var from: Int
    var to: Int
    var isStrong: Bool
  }

  /// From top to bottom of their columns.
  var cards: [Card] = []
  var links: [Link] = []
  /// Cards that belong on one sheet, the most important first; a card may be in several.
  var strands: [[Int]] = []
  /// What the columns are called.
  var names: [String] = []
  /// What the concept rests on, from the opportunity to the concept.
  var path: [String] = []

  /// The part that some of its strands make up.
  func showing(_ range: Range<Int>) -> TraceChart {
    let shown = Set(strands[range.clamped(to: strands.indices)].joined()).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(shown, shown.indices))
    var part = self
    part.cards = shown.map { cards[$0] }
    part.links = links.compactMap { link in
      guard let from = places[link.from], let to = places[link.to] else { return nil }
      return Link(from: from, to: to, isStrong: link.isStrong)
    }
    part.strands = strands[range.clamped(to: strands.indices)].map { $0.compactMap { places[$0] } }
    return part
  }

  /// Shares the cards out to strands: each of `starts` with everything before and after it, then what is left.
  mutating func makeStrands(from starts: [Int]) {
    var covered: Set<Int> = []
    for card in starts + cards.indices where !covered.contains(card) {
      let strand = everything(from: card, { $0.from }, { $0.to })
        .union(everything(from: card, { $0.to }, { $0.from })).union([card])
      covered.formUnion(strand)
      strands.append(strand.sorted())
    }
  }

  private func everything(
    from start: Int, _ near: (Link) -> Int, _ far: (Link) -> Int
  ) -> Set<Int> {
    var found: Set<Int> = []
    var open = [start]
    while let card = open.popLast() {
      for link in links where near(link) == card && found.insert(far(link)).inserted {
        open.append(far(link))
      }
    }
    return found
  }
}
