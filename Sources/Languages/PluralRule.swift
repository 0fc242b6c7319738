import Diagnostics
import LocatedYAML

/// Which form of a phrase a whole number asks for, in the notation of Unicode's plural rules:
/// `n % 10 = 2..4 and n % 100 != 12..14`. What no rule takes is `other`.
package struct PluralRule: Sendable {
  /// The names that forms may have.
  static let forms: Set<String> = ["zero", "one", "two", "few", "many", "other"]

  /// `n % 10 = 2..4`
  private struct Relation {
    var modulus: Int?
    var isEqual: Bool
    var ranges: [ClosedRange<Int>]

    func holds(_ number: Int) -> Bool {
      let value = modulus.map { number % $0 } ?? number
      return ranges.contains { $0.contains(value) } == isEqual
    }
  }

  /// For each form, alternatives of relations that hold together.
  private var rules: [(form: String, alternatives: [[Relation]])] = []

  package init() {}

  /// Adds a form; false when the rule cannot be understood.
  mutating func add(_ form: String, _ rule: String) -> Bool {
    guard Self.forms.contains(form) else { return false }
    var alternatives: [[Relation]] = []
    for part in rule.replacing(" or ", with: "|").split(separator: "|") {
      let relations = part.replacing(" and ", with: "&").split(separator: "&").map(Self.relation)
      guard !relations.isEmpty, relations.allSatisfy({ $0 != nil }) else { return false }
      alternatives.append(relations.compactMap { $0 })
    }
    guard !alternatives.isEmpty else { return false }
    rules.append((form, alternatives))
    return true
  }

  package func form(_ number: Int) -> String {
    rules.first { $0.alternatives.contains { $0.allSatisfy { $0.holds(abs(number)) } } }?.form ?? "other"
  }

  private static func relation(_ text: Substring) -> Relation? {
    let isEqual = !text.contains("!=")
    let sides = text.replacing("!=", with: "=").split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let words = sides[0].split(separator: " ")
    var modulus: Int?
    if words.count == 3, words[1] == "%" { modulus = Int(words[2]) }
    guard words.first == "n", words.count == 1 || (modulus ?? 0) > 0 else { return nil }
    let ranges = sides[1].split(separator: ",").map { part -> ClosedRange<Int>? in
      let ends = part.replacing("..", with: "~").split(separator: "~", omittingEmptySubsequences: false)
        .map { Int($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().map(String.init).joined()) }
      guard ends.count <= 2, let low = ends.first ?? nil, let high = ends.last ?? nil, 0 <= low, low <= high
      else { return nil }
      return low...high
    }
    guard !ranges.isEmpty, ranges.allSatisfy({ $0 != nil }) else { return nil }
    return Relation(modulus: modulus, isEqual: isEqual, ranges: ranges.compactMap { $0 })
  }
}
