/// What stands for things of a list on other sheets, segments and solutions: A to Z, then AA.
enum Letters {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  static subscript(index: Int) -> String {
    (index < 26 ? "" : self[index / 26 - 1]) + String(alphabet[index % 26])
  }

  /// Many letters in few signs: `A–L` where they follow each other, else the first and how many more.
  static func crowd(_ letters: [String]) -> String {
    let start = (0..<1000).first { Self[$0] == letters[0] } ?? 0
    let follow = letters.indices.allSatisfy { letters[$0] == Self[start + $0] }
    return follow ? "\(letters[0])–\(letters[letters.count - 1])" : "\(letters[0]) +\(letters.count - 1)"
  }
}
