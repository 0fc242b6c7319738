import LayoutModel
import PageModel

/// The cards of a trace set in their columns at a step of the ladder: how high they are, and where they stand.
struct TracePlaces {
  /// A card's text, set.
  struct SetCard {
    var index: Int
    var flow: SetFlow

    /// With the first of its items alone.
    func keeping(_ count: Int) -> SetCard {
      guard let first = flow.lines.first?.item else { return self }
      let lines = flow.lines.prefix { $0.item < first + count }
      return SetCard(index: index, flow: flow.slice(0..<lines.count))
    }
  }

  /// What of a card found no room.
  struct Omission {
    var card: Int
    var items: Range<Int>
  }

  /// Loose ends that share a reason, in one frame.
  struct Group {
    var title: String
    var cards: [SetCard] = []
  }

  struct Column {
    var x: Length
    var width: Length
    var stack: [SetCard] = []
    var groups: [Group] = []
  }

  private let chart: TraceChart
  private let step: LadderStep
  private let style: PageStyle
  private let typesetter: Typesetter
  private(set) var columns: [Column] = []

  init(
    _ chart: TraceChart, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) {
    self.chart = chart
    self.step = step
    self.style = style
    self.typesetter = typesetter
    self.columns = columns.indices.map { number in
      var column = Column(x: columns[number].x, width: columns[number].width)
      let cards = chart.cards.indices.filter { chart.cards[$0].column == number }
      column.stack = set(cards.filter { chart.cards[$0].reason == nil }, width: column.width)
      for card in set(cards.filter { chart.cards[$0].reason != nil }, width: column.width) {
        let reason = chart.cards[card.index].reason ?? ""
        if let known = column.groups.firstIndex(where: { $0.title == reason }) {
          column.groups[known].cards.append(card)
        } else {
          column.groups.append(Group(title: reason, cards: [card]))
        }
      }
      return column
    }
  }

  /// Sets cards as one flow, so that their texts stand in one line.
  private func set(_ cards: [Int], width: Length) -> [SetCard] {
    let flow = FlowSetter(typesetter: typesetter, style: style).set(
      withWholeWords(cards.flatMap { chart.cards[$0].items }, width: width - inset - end),
      width: width - inset - end, step: step)
    var item = 0
    return cards.compactMap { index in
      let items = item..<item + chart.cards[index].items.count
      item = items.upperBound
      let lines = flow.lines.indices.filter { items.contains(flow.lines[$0].item) }
      guard let first = lines.first, let last = lines.last else { return nil }
      return SetCard(index: index, flow: flow.slice(first..<last + 1))
    }
  }

  /// Large type gives way where a column is too narrow for one of its words.
  private func withWholeWords(_ items: [FlowItem], width: Length) -> [FlowItem] {
    let role = style.role("statement", scale: step.scale)
    let measure = width - MarkerSlots(items, style, step).width
    let isNarrow = items.contains { item in
      item.paragraphs.contains { paragraph in
        paragraph.role == "statement"
          && paragraph.text.split(separator: " ").contains { typesetter.width(String($0), role) > measure }
      }
    }
    guard isNarrow else { return items }
    return items.map { item in
      var item = item
      for index in item.paragraphs.indices where item.paragraphs[index].role == "statement" {
        item.paragraphs[index].role = "label"
      }
      return item
    }
  }

  // MARK: Measures

  /// From a card's edge to its text, and from its text to the other edge.
  var inset: Length { style.unit * 1.5 }
  var end: Length { style.unit * 0.75 }
  /// Above and below a card's text.
  var padding: Length { style.unit * (0.35 + 0.2 * step.spacing) }
  /// Between cards.
  var gap: Length { style.unit * (0.5 + 0.35 * step.spacing) }
  /// Between the loose ends of a frame.
  var looseGap: Length { style.unit * (0.2 + 0.5 * step.spacing) }
  /// Above the frames at a column's foot.
  private var groupGap: Length { style.unit * (0.9 + 0.6 * step.spacing) }

  func height(of card: SetCard) -> Length { card.flow.height + padding * 2 }

  func titleHeight(of group: Group, in column: Column) -> Length {
    let role = style.role("caption", scale: step.scale)
    let lines = typesetter.lines(group.title, role, width: column.width - inset - end).count
    return role.leading * Double(lines) + looseGap
  }

  func height(of group: Group, in column: Column) -> Length {
    group.cards.reduce(padding * 2 + titleHeight(of: group, in: column) - looseGap) {
      $0 + $1.flow.height + looseGap
    }
  }

  private func height(of column: Column) -> Length {
    let cards =
      column.stack.reduce(.zero) { $0 + height(of: $1) } + gap * Double(max(0, column.stack.count - 1))
    return column.groups.reduce(cards) { $0 + height(of: $1, in: column) + gap }
      + (column.groups.isEmpty || column.stack.isEmpty ? .zero : groupGap)
  }

  /// What each column needs.
  var heights: [Length] { columns.map(height) }

  // MARK: Places

  /// Where everything stands.
  struct Placed {
    /// Of each card; of a loose end, its text's.
    var frames: [Int: Rect] = [:]
    var cards: [SetCard] = []
    var groups: [(group: Group, column: Column, frame: Rect)] = []
    /// What found no room, by column.
    var omitted: [[Omission]] = []
  }

  /// Puts cards on a level with what leads to them, as far as there is room.
  func placed(in frame: Rect) -> Placed {
    var placed = Placed()
    let fitting = columns.map { part(of: $0, in: frame.height, omitted: &placed.omitted) }
    var tops: [Int: Length] = [:]
    // Pains stand closest, and give the others their levels.
    for number in [1, 2, 3, 4, 5, 0] where number < fitting.count {
      let column = fitting[number]
      var foot = frame.maxY - (placed.omitted[number].isEmpty ? .zero : markerHeight)
      for group in column.groups.reversed() {
        let height = height(of: group, in: column)
        let rect = Rect(x: column.x, y: foot - height, width: column.width, height: height)
        placed.groups.append((group, column, rect))
        var y = rect.y + padding + titleHeight(of: group, in: column)
        for card in group.cards {
          placed.frames[card.index] = Rect(x: rect.x, y: y, width: rect.width, height: card.flow.height)
          y += card.flow.height + looseGap
        }
        foot = rect.y - gap
      }
      if !column.groups.isEmpty { foot = foot + gap - groupGap }
      let levels = column.stack.map { level(of: $0.index, placed.frames) }
      stack(column, levels, from: frame.y, to: foot, isSpread: number == 1, &tops)
      for card in column.stack {
        placed.frames[card.index] = Rect(
          x: column.x, y: tops[card.index] ?? frame.y, width: column.width, height: height(of: card))
      }
    }
    placed.cards = fitting.flatMap(\.stack)
    return placed
  }

  /// What of a column's cards a height takes; the rest is left out.
  private func part(of column: Column, in height: Length, omitted: inout [[Omission]]) -> Column {
    guard self.height(of: column) > height + .mm(0.05) else {
      omitted.append([])
      return column
    }
    // A line is kept for saying where the others are.
    let room = height - markerHeight
    var part = column
    (part.stack, part.groups) = ([], [])
    var left: [Omission] = []
    func fits(_ card: SetCard, _ change: (inout Column, SetCard) -> Void) -> Bool {
      var larger = part
      change(&larger, card)
      guard left.isEmpty, self.height(of: larger) <= room else { return false }
      part = larger
      return true
    }
    func add(_ card: SetCard, _ change: (inout Column, SetCard) -> Void) {
      let all = chart.cards[card.index].items.count
      // Of a card of several things the first stay on it.
      let count = (1...all).reversed().first { fits(card.keeping($0), change) } ?? 0
      if count < all { left.append(Omission(card: card.index, items: count..<all)) }
    }
    for card in column.stack { add(card) { $0.stack.append($1) } }
    for group in column.groups {
      for card in group.cards {
        add(card) { column, card in
          if column.groups.last?.title == group.title {
            column.groups[column.groups.count - 1].cards.append(card)
          } else {
            column.groups.append(Group(title: group.title, cards: [card]))
          }
        }
      }
    }
    omitted.append(left)
    return part
  }

  private var markerHeight: Length { style.role("caption").leading }

  /// The middle of what a card is joined to: of the strong ones if there are any, of loose ends only if there is
  /// nothing else.
  private func level(of card: Int, _ frames: [Int: Rect]) -> Length? {
    let links = chart.links.filter { $0.from == card || $0.to == card }
    func middles(_ isMeant: (TraceChart.Link) -> Bool) -> [Length] {
      links.filter(isMeant).compactMap { frames[$0.from == card ? $0.to : $0.from]?.midY }
    }
    let all = [
      middles(\.isStrong), middles { chart.cards[$0.to].reason == nil && chart.cards[$0.from].reason == nil },
      middles { _ in true },
    ]
    return all.first { !$0.isEmpty }.map { $0.reduce(.zero, +) / Double($0.count) }
  }

  /// Stacks cards as near to their levels as their order allows.
  private func stack(
    _ column: Column, _ levels: [Length?], from top: Length, to foot: Length, isSpread: Bool,
    _ tops: inout [Int: Length]
  ) {
    let heights = column.stack.map { height(of: $0) }
    var gap = gap
    if isSpread, !heights.isEmpty {
      let spare = foot - top - heights.reduce(gap * Double(heights.count - 1), +)
      gap = gap + max(.zero, min(spare / Double(heights.count), style.unit * 2.5))
    }
    var ys: [Length] = []
    var next = top
    for (height, level) in zip(heights, levels) {
      let wanted = isSpread ? next : level.map { $0 - height / 2 } ?? next
      ys.append(max(wanted, next))
      next = (ys.last ?? next) + height + gap
    }
    var limit = foot
    for index in ys.indices.reversed() {
      ys[index] = max(top, min(ys[index], limit - heights[index]))
      limit = ys[index] - gap
    }
    for (card, y) in zip(column.stack, ys) { tops[card.index] = y }
  }
}
