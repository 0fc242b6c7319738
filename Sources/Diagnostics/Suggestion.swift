/// Finds the word that someone probably meant.
package enum Suggestion {
  /// The one nearest candidate within a third of the word's length (at least one slip); nothing when two are as near.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    let limit = max(1, min(3, (letters.count + 1) / 3))
    var best: (word: String, distance: Int)?
    var tied = false
    for candidate in candidates where candidate.utf8.count <= 64 {
      let distance = distance(letters, Array(candidate.lowercased().unicodeScalars))
      guard distance <= limit else { continue }
      if let known = best, distance >= known.distance {
        if distance == known.distance, candidate != known.word { tied = true }
      } else {
        best = (candidate, distance)
        tied = false
      }
    }
    return tied ? nil : best?.word
  }

  /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var cost = min(previous[j] + (left[i] == right[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, older[j - 1] + 1)
        }
        row.append(cost)
      }
      older = previous
      previous = row
    }
    return previous[right.count]
  }
}
