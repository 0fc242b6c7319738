import WorkbookModel

/// What candidates are ranked by, kept so that a changed score moves only those whose score it is: thousands of changes
/// are tried on workbooks with thousands of solutions.
struct Standings: Sendable {
  private typealias Standing = Ranking.Standing

  /// The ranked candidates, best first, equals in the workbook's order.
  let order: [Int]
  private let standings: [Standing?]
  private let opportunities: [Int?]
  /// The ranked candidates of each opportunity.
  private let shared: [Int: [Int]]

  /// The most that one change moves the distance between two candidates, in half points of the key.
  static let largestStep = 10

  init(_ candidates: [Candidate]) {
    let standings = candidates.map { $0.point.map { Standing($0) } }
    self.standings = standings
    order = candidates.indices.filter { standings[$0] != nil }.sorted { left, right in
      guard let one = standings[left], let other = standings[right] else { return false }
      return one == other ? left < right : one.isBetter(than: other)
    }
    var shared: [Int: [Int]] = [:]
    for index in order.sorted() {
      if let opportunity = candidates[index].opportunity { shared[opportunity, default: []].append(index) }
    }
    self.shared = shared
    opportunities = candidates.map(\.opportunity)
  }

  /// The candidates that changes move, where they stand then.
  private func moved(by changes: [Robustness.Change]) -> [Int: Standing] {
    var moved: [Int: Standing] = [:]
    for change in changes {
      let step = change.to.halves - change.from.halves
      let isImpact = change.criterion.isImpact
      let together = isImpact ? opportunities[change.candidate].flatMap { shared[$0] } : nil
      for index in together ?? [change.candidate] {
        guard var standing = moved[index] ?? standings[index] else { continue }
        standing.key += isImpact ? 5 * step : -4 * step
        if !isImpact { standing.challenge += step }
        moved[index] = standing
      }
    }
    return moved
  }

  /// Who is first, in the workbook's order.
  func leaders(after changes: [Robustness.Change] = []) -> [Int] {
    let moved = moved(by: changes)
    var best: Standing?
    var leaders: [Int] = []
    func consider(_ index: Int, _ standing: Standing) {
      guard let first = best else {
        (best, leaders) = (standing, [index])
        return
      }
      if standing == first {
        leaders.append(index)
      } else if standing.isBetter(than: first) {
        (best, leaders) = (standing, [index])
      }
    }
    for (index, standing) in moved { consider(index, standing) }
    for index in order where moved[index] == nil {
      guard let standing = standings[index] else { continue }
      if let best, best.isBetter(than: standing) { break }
      consider(index, standing)
    }
    return leaders.sorted()
  }

  /// How far one is ahead of another, in half points of the key.
  func gap(_ leader: Int, _ other: Int, after changes: [Robustness.Change] = []) -> Int {
    let moved = moved(by: changes)
    let (one, two) = (moved[leader] ?? standings[leader], moved[other] ?? standings[other])
    guard let one, let two else { return 0 }
    return one.key - two.key
  }

  /// The rank of every ranked candidate.
  func ranks() -> [(index: Int, rank: Int)] {
    var ranks: [(index: Int, rank: Int)] = []
    for (position, index) in order.enumerated() {
      let isSame = ranks.last.map { standings[$0.index] == standings[index] } ?? false
      ranks.append((index, isSame ? ranks[position - 1].rank : position + 1))
    }
    return ranks
  }

  /// The ranks after one change, of those that it can touch: who moves, and who stands where they pass.
  func ranks(after change: Robustness.Change) -> [(index: Int, rank: Int)] {
    let moved = moved(by: [change])
    let steps = moved.compactMap { index, new in standings[index].map { (old: $0, new: new) } }
    guard var best = steps.first?.new, var worst = steps.first?.new else { return [] }
    for standing in steps.flatMap({ [$0.old, $0.new] }) {
      if standing.isBetter(than: best) { best = standing }
      if worst.isBetter(than: standing) { worst = standing }
    }
    let touched = order[count(before: best)..<count(before: worst, orEqual: true)].filter { moved[$0] == nil }
    return (touched + moved.keys).compactMap { index in
      guard let own = moved[index] ?? standings[index] else { return nil }
      // Who stood better than this, and who came past it less who fell behind it.
      let passed = steps.reduce(0) { sum, step in
        sum + (step.new.isBetter(than: own) ? 1 : 0) - (step.old.isBetter(than: own) ? 1 : 0)
      }
      return (index, count(before: own) + passed + 1)
    }
  }

  /// How many stand better than this before any change, or as well.
  private func count(before standing: Standing, orEqual: Bool = false) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      guard let other = standings[order[middle]] else { break }
      if other.isBetter(than: standing) || orEqual && other == standing {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
