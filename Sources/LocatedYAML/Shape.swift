/// What a field may hold. Messages, layout checks and the JSON Schema are made from it.
package indirect enum Shape: Sendable {
  case text
  case identifier(kind: String)
  /// The id of something else: the name of what it points at.
  case reference(kind: String)
  case integer(ClosedRange<Int>)
  case amount
  /// A number from 0 to a highest one, with at most three decimals.
  case factor(upTo: Int)
  case percent
  case date
  /// One of a few words; `group` is where the catalogues keep their wording.
  case word(group: String, words: [String])
  /// A list; `loneAllowed` when a single element may stand without its list.
  case list(Shape, loneAllowed: Bool)
  case record(RecordDescription)
  /// A map with keys of the author's own.
  case keyed(Shape)
  /// `true` or `false`.
  case flag
  /// One of several shapes.
  case either([Shape])
  /// Known by name, kept as it stands, not read yet.
  case kept

  /// The phrase that names it in "should be …".
  package var phrase: String {
    switch self {
    case .text, .identifier, .reference: "shape.text"
    case .integer: "shape.integer"
    case .amount, .factor: "shape.amount"
    case .percent: "shape.percent"
    case .date: "shape.date"
    case .word: "shape.word"
    case .list: "shape.list"
    case .record, .keyed: "shape.mapping"
    case .flag: "shape.flag"
    case .either(let shapes): shapes.first?.phrase ?? "shape.anything"
    case .kept: "shape.anything"
    }
  }
}

/// A record's fields as a table without its Swift type.
package struct RecordDescription: Sendable {
  package struct Field: Sendable {
    package var name: String
    package var isRequired: Bool
    /// The record that it comes from: a note's fields are the same in every kind of note.
    package var home: String
    package var shape: @Sendable () -> Shape

    /// The key of the phrase that explains it.
    package var helpKey: String { "fields.\(home).\(name)" }
  }

  /// No other record of a file has it; also the key of the phrase that names it: `record.<name>`.
  package var name: String
  package var fields: [Field]
  /// Views that no file spells, such as a stage's label.
  package var derived: [Field]
  /// The field whose text may stand for the whole record: a note may be written as its text alone.
  package var writtenAs: String?
  package var openWord: OpenWord?
  package var variants: Variants?

  package func field(named name: String) -> Field? {
    fields.first { $0.name == name } ?? derived.first { $0.name == name }
  }
}
