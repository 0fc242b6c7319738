package import Diagnostics
package import WorkbookModel

/// The words that people write where something is still to come: "TBD", "?", "da definire". As a whole text they are
/// as good as nothing, in any case and in every language that there is a catalogue of.
package struct Placeholders: Sendable {
  private let words: Set<String>

  package init(_ words: some Sequence<String>) { self.words = Set(words.map(Self.folded)) }

  package func contains(_ text: String) -> Bool {
    let folded = Self.folded(text)
    return folded.isEmpty || words.contains(folded)
  }

  package func isFilled(_ text: Text?) -> Bool { text.map { !contains($0.string) } ?? false }

  package func isFilled(_ notes: [some NoteRecord]) -> Bool { notes.contains { isFilled($0.note.text) } }

  /// Without the spaces, brackets, quotes and stops around, in small letters: "(T.B.D.)" is "t.b.d".
  private static func folded(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace || "([{<\"'«“‘".contains(first) { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || ")]}>\"'»”’.…:!".contains(last) { rest.removeLast() }
    return rest.lowercased()
  }
}
