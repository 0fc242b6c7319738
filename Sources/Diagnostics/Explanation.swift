/// What a code means, in one language: for those who meet it for the first time.
package struct Explanation: Sendable, Hashable {
  /// What is the case; its first sentence stands alone.
  package var means: String
  /// Why it matters, where that does not go without saying.
  package var why: String?
  /// What to do about it.
  package var remedy: String

  package init(means: String, why: String? = nil, remedy: String) {
    self.means = means
    self.why = why
    self.remedy = remedy
  }

  /// The first sentence of the meaning.
  package var summary: String {
    guard let end = means.firstRange(of: ". ") else { return means }
    return String(means[..<end.lowerBound]) + "."
  }
}
