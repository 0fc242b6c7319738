/// Fields that a record has for one word of another field only: a persona's two sheets.
package struct Variants: Sendable {
  package var field: String
  package var only: [(word: String, fields: Set<String>)]

  package init(of field: String, _ only: [(word: String, fields: Set<String>)]) {
    self.field = field
    self.only = only
  }

  /// The fields that have no place where the field has this word.
  package func foreign(to word: String) -> Set<String> {
    only.reduce(into: []) { if $1.word != word { $0.formUnion($1.fields) } }
  }
}
