/// Numbers of footnotes in the order in which a text first refers to them.
struct FootnoteNumbers {
  private let first: Int
  /// How many definitions cmark found.
  private let count: Int
  private var numbers: [Int: Int] = [:]
  /// Ranks of footnotes in the order of their numbers. A rank is a footnote's place among cmark's, from 1.
  private(set) var ranks: [Int] = []

  init(from first: Int, count: Int) {
    self.first = first
    self.count = count
  }

  /// Gives the next number to a footnote that has none; nothing for one that does not exist.
  mutating func number(ofRank rank: Int) -> Int? {
    guard (1...max(1, count)).contains(rank), count > 0 else { return nil }
    if let number = numbers[rank] { return number }
    let number = first + ranks.count
    numbers[rank] = number
    ranks.append(rank)
    return number
  }

  func isKnown(rank: Int) -> Bool { numbers[rank] != nil }
}
