import Diagnostics

/// Anything a field can hold.
package protocol FieldValue: Sendable {
  static var shape: Shape { get }
  /// May stand alone where a list of it is asked for.
  static var mayStandAlone: Bool { get }
  /// Reads it, or reports why not and gives nothing.
  static func read(_ node: LocatedNode, _ reading: inout Reading) -> Self?
  var view: DataView { get }
}

extension FieldValue {
  package static var mayStandAlone: Bool { false }
}

/// A map of known fields. Its table is written once; reading, hints, layout checks and the schema come from it.
package protocol Record: FieldValue {
  init()
  static var table: RecordTable<Self> { get }
}

extension Record {
  package static var shape: Shape { .record(table.description) }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Self? {
    switch node.content {
    case .mapping: return table.read(node, &reading)
    case .scalar where table.writtenAs != nil: return table.readAlone(node, &reading)
    default:
      reading.wrongType(node, expected: table.writtenAs == nil ? shape : .text)
      return nil
    }
  }

  package var view: DataView { .record(self) }

  /// The names of the fields that files spell.
  package var fieldNames: [String] { Self.table.description.fields.map(\.name) }

  package func view(of field: String) -> DataView {
    Self.table.view(of: field, in: self)
  }
}

/// The fields of one record, in the order a reader would want them explained.
/// Nothing is asked of R here: whether a type keeps to a protocol is looked up among all types of the program each time
/// such a table is first met, and that adds up at the start.
package struct RecordTable<R>: Sendable {
  package let name: String
  let writtenAs: String?
  private let fields: [Field<R>]
  private let derived: [Derived<R>]
  private let openWord: OpenWord?
  private let variants: Variants?
  private let index: [String: Int]
  private let derivedIndex: [String: Int]

  /// `writtenAs`: the field whose text may stand for the whole record.
  package init(
    _ name: String, _ fields: [Field<R>], derived: [Derived<R>] = [], writtenAs: String? = nil,
    openWord: OpenWord? = nil, variants: Variants? = nil
  ) {
    self.name = name
    self.writtenAs = writtenAs
    self.fields = fields
    self.derived = derived
    self.openWord = openWord
    self.variants = variants
    index = Dictionary(uniqueKeysWithValues: zip(fields.map { $0.name }, fields.indices))
    derivedIndex = Dictionary(uniqueKeysWithValues: zip(derived.map { $0.name }, derived.indices))
  }

  package var description: RecordDescription {
    RecordDescription(
      name: name,
      fields: fields.map { field in
        .init(
          name: field.name, isRequired: field.isRequired, home: field.home ?? name, shape: field.shape)
      },
      derived: derived.map { .init(name: $0.name, isRequired: false, home: name, shape: $0.shape) },
      writtenAs: writtenAs, openWord: openWord, variants: variants)
  }

  func view(of name: String, in record: R) -> DataView {
    if let position = index[name] { return fields[position].view(record) }
    return derivedIndex[name].map { derived[$0].view(record) } ?? .nothing
  }
}

extension RecordTable where R: Record {
  /// Reads a mapping: every known field, a fault for each unknown one and each that is missing.
  package func read(_ node: LocatedNode, _ reading: inout Reading) -> R {
    var record = R()
    var seen = Set<Int>()
    // A required field under a misspelt name is one mistake, not two.
    var meant = Set<String>()
    for entry in node.entries {
      guard let key = entry.key.string else { continue }
      guard let position = index[key] else {
        if let word = reading.unknownKey(entry.key, known: fields.map(\.name), in: name) {
          meant.insert(word)
        }
        continue
      }
      if entry.value.isNothing { continue }
      if fields[position].isRequired, case .sequence(let elements) = entry.value.content, elements.isEmpty {
        continue
      }
      seen.insert(position)
      fields[position].read(entry.value, &record, &reading)
    }
    for position in fields.indices where fields[position].isRequired && !seen.contains(position) {
      let field = fields[position]
      if meant.contains(field.name) { continue }
      let given = node.entries.first { $0.key.string == field.name }
      reading.missing(field.name, in: name, node, key: given?.key)
    }
    openWord?.check(node, &reading)
    return record
  }

  /// Reads a text that stands for the whole record.
  func readAlone(_ node: LocatedNode, _ reading: inout Reading) -> R {
    var record = R()
    if let writtenAs, let position = index[writtenAs] {
      fields[position].read(node, &record, &reading)
      if let text = node.text, openWord?.field == writtenAs { openWord?.check(text, &reading) }
    }
    return record
  }
}

/// One field: its name in files and where it goes in the record.
package struct Field<R>: Sendable {
  package let name: String
  package let isRequired: Bool
  /// The record whose help explains it, if not the one it is in.
  let home: String?
  let shape: @Sendable () -> Shape
  let read: @Sendable (LocatedNode, inout R, inout Reading) -> Void
  let view: @Sendable (R) -> DataView

  /// The path is a closure because making one takes its time, and most files use few of the fields.
  package init<V: FieldValue>(
    _ name: String, _ path: @autoclosure @escaping @Sendable () -> WritableKeyPath<R, V> & Sendable,
    required: Bool = false
  ) {
    self.name = name
    isRequired = required
    home = nil
    shape = { V.shape }
    read = { node, record, reading in
      if let value = V.read(node, &reading) { record[keyPath: path()] = value }
    }
    view = { $0[keyPath: path()].view }
  }

  private init(
    name: String, isRequired: Bool, home: String, shape: @escaping @Sendable () -> Shape,
    read: @escaping @Sendable (LocatedNode, inout R, inout Reading) -> Void,
    view: @escaping @Sendable (R) -> DataView
  ) {
    self.name = name
    self.isRequired = isRequired
    self.home = home
    self.shape = shape
    self.read = read
    self.view = view
  }

  /// The same field of a record that holds this one, a `home`: how kinds of note share a note's fields and their help.
  package func inside<Outer>(
    _ path: WritableKeyPath<Outer, R> & Sendable, home: String
  ) -> Field<Outer> {
    Field<Outer>(
      name: name, isRequired: isRequired, home: home, shape: shape,
      read: { [read] node, outer, reading in read(node, &outer[keyPath: path], &reading) },
      view: { [view] in view($0[keyPath: path]) })
  }
}

/// A view that layouts can name and no file spells.
package struct Derived<R>: Sendable {
  let name: String
  let shape: @Sendable () -> Shape
  let view: @Sendable (R) -> DataView

  package init(
    _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape,
    _ view: @escaping @Sendable (R) -> DataView
  ) {
    self.name = name
    self.shape = shape
    self.view = view
  }
}
