import Diagnostics

/// A field that takes one of the method's words, or one of the author's own that another field explains.
package struct OpenWord: Sendable {
  package var field: String
  package var words: [String]
  /// The field that says what an own word means.
  package var explainedBy: String
  private var code: String

  /// `code`: what to report of a word that is neither known nor explained.
  package init(_ field: String, words: [String], explainedBy: String, else code: String) {
    self.field = field
    self.words = words
    self.explainedBy = explainedBy
    self.code = code
  }

  func check(_ node: LocatedNode, _ reading: inout Reading) {
    guard let word = node[field]?.text, node[explainedBy]?.isNothing ?? !node.isCut else { return }
    check(word, &reading)
  }

  func check(_ word: Text, _ reading: inout Reading) {
    if !words.contains(word.string) { reading.unknown(code, word, known: words) }
  }
}
