/// Turns facts into sentences of one language; `Languages` has the catalogue that does.
package protocol Wording: Sendable {
  func severity(_ severity: Diagnostic.Severity) -> String
  func sentence(of diagnostic: Diagnostic) -> String
  func hint(of diagnostic: Diagnostic) -> String?
  /// The words beside another place, such as "first given here".
  func related(_ key: String, of diagnostic: Diagnostic) -> String
  /// The word before a hint.
  var hintLabel: String { get }
  /// The code of the language, such as `it`.
  var language: String { get }
  /// What a code means; nothing where the explanations were not read, or there is none.
  func explanation(of code: String) -> Explanation?
}
