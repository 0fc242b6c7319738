package import Diagnostics

/// The JSON Schema (draft 2020-12) of a record, made from its table: what editors offer, explain and underline.
/// It takes scalars as editors see them, numbers as numbers; a value left empty counts as absent, as in reading.
package struct JSONSchema {
  private typealias Members = [(String, JSONValue)]

  private let root: RecordDescription
  private let phrase: (String) -> String
  /// How often each record is met.
  private var uses: [String: Int] = [:]

  /// `phrase` words a key: `record.<name>` for titles, `fields.<record>.<field>` for descriptions.
  package init(of root: RecordDescription, phrase: @escaping (String) -> String) {
    self.root = root
    self.phrase = phrase
    count(root)
  }

  package var json: JSONValue {
    let head: Members = [("$schema", .string("https://json-schema.org/draft/2020-12/schema"))]
    return .object(head + object(root, isRequired: true) + [("$defs", .object(definitions))])
  }

  // MARK: Definitions

  private mutating func count(_ record: RecordDescription) {
    uses[record.name, default: 0] += 1
    guard uses[record.name] == 1 else { return }
    for record in record.fields.flatMap({ $0.shape().records }) { count(record) }
  }

  /// What stands in several places, in the order of its first.
  private var definitions: Members {
    var shared: Members = [("text", .object(text))]
    var seen: Set<String> = []
    func visit(_ record: RecordDescription) {
      guard seen.insert(record.name).inserted else { return }
      if isShared(record) { shared.append((record.name, .object(object(record, isRequired: false)))) }
      for record in record.fields.flatMap({ $0.shape().records }) { visit(record) }
    }
    visit(root)
    return shared
  }

  private func isShared(_ record: RecordDescription) -> Bool { uses[record.name, default: 0] > 1 }

  /// Definitions take nothing as well; where something must stand, the types beside the reference say so.
  private func reference(_ name: String, _ types: [String], isRequired: Bool) -> Members {
    [("$ref", .string("#/$defs/" + name))] + (isRequired ? [type(types, isRequired: true)] : [])
  }

  // MARK: Records

  private func object(_ record: RecordDescription, isRequired: Bool) -> Members {
    let properties = record.fields.map { field in
      (
        field.name,
        JSONValue.object(
          [("description", .string(phrase(field.helpKey)))]
            + value(field.shape(), isRequired: field.isRequired))
      )
    }
    let required = record.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    var members: Members = [("title", .string(phrase("record." + record.name)))]
    members.append(type(types(of: record), isRequired: isRequired))
    if record.writtenAs != nil { members.append(("pattern", .string(ScalarPattern.text))) }
    members.append(("properties", .object(properties)))
    if !required.isEmpty { members.append(("required", .array(required))) }
    members.append(("additionalProperties", .boolean(false)))
    if let openWord = record.openWord { members.append(choice(openWord, record, isRequired: isRequired)) }
    return members
  }

  private func types(of record: RecordDescription) -> [String] {
    ["object"] + (record.writtenAs == nil ? [] : Self.textTypes)
  }

  /// One of the known words, or a word that another field explains.
  private func choice(
    _ open: OpenWord, _ record: RecordDescription, isRequired: Bool
  ) -> (String, JSONValue) {
    let words = open.words.map { JSONValue.string($0) }
    func object(_ members: Members) -> JSONValue { .object([("type", .string("object"))] + members) }
    let known = object([("properties", .object([(open.field, .object([("enum", .array(words))]))]))])
    let something = JSONValue.object([("not", .object([("type", .string("null"))]))])
    let explained = object([
      ("required", .array([.string(open.explainedBy)])),
      ("properties", .object([(open.explainedBy, something)])),
    ])
    let alone = (record.writtenAs == nil ? [] : words) + (isRequired ? [] : [.null])
    return (
      "anyOf",
      .array([known, explained] + (alone.isEmpty ? [] : [.object([("enum", .array(alone))])]))
    )
  }

  // MARK: Values

  private static let textTypes = ["string", "number", "boolean"]

  private var text: Members {
    [type(Self.textTypes, isRequired: false), ("pattern", .string(ScalarPattern.text))]
  }

  private func value(_ shape: Shape, isRequired: Bool) -> Members {
    func type(_ names: String...) -> Members { [self.type(names, isRequired: isRequired)] }
    switch shape {
    case .text, .identifier, .reference: return reference("text", Self.textTypes, isRequired: isRequired)
    case .integer(let range):
      return type("integer", "string") + [
        ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound)),
        ("pattern", .string(ScalarPattern.integer(range))),
      ]
    case .amount: return type("number", "string") + [("pattern", .string(ScalarPattern.amount))]
    case .factor(let highest):
      return type("number", "string") + [
        ("minimum", .integer(0)), ("maximum", .integer(highest)),
        ("pattern", .string(ScalarPattern.factor(upTo: highest))),
      ]
    case .percent:
      return type("number", "string") + [
        ("minimum", .integer(-1)), ("maximum", .integer(1)), ("pattern", .string(ScalarPattern.percent)),
      ]
    case .date: return type("string") + [("pattern", .string(ScalarPattern.date))]
    case .word(_, let words): return choice(words.map { .string($0) }, isRequired)
    case .flag:
      return choice([.boolean(true), .boolean(false), .string("true"), .string("false")], isRequired)
    case .list(let element, let loneAllowed):
      let items = ("items", JSONValue.object(value(element, isRequired: false)))
      let least: Members = isRequired ? [("minItems", .integer(1))] : []
      guard loneAllowed else { return type("array") + least + [items] }
      let list: Members = [("type", .string("array"))] + least + [items]
      return [("anyOf", .array([.object(value(element, isRequired: isRequired)), .object(list)]))]
    case .record(let record):
      guard isShared(record) else { return object(record, isRequired: isRequired) }
      return reference(record.name, types(of: record), isRequired: isRequired)
    case .keyed(let element):
      return type("object") + [("additionalProperties", .object(value(element, isRequired: false)))]
    case .either(let shapes):
      return [("anyOf", .array(shapes.map { .object(value($0, isRequired: isRequired)) }))]
    case .kept: return isRequired ? [("not", .object([("type", .string("null"))]))] : []
    }
  }

  private func choice(_ values: [JSONValue], _ isRequired: Bool) -> Members {
    [("enum", .array(values + (isRequired ? [] : [.null])))]
  }

  private func type(_ names: [String], isRequired: Bool) -> (String, JSONValue) {
    let names = names + (isRequired ? [] : ["null"])
    return ("type", names.count == 1 ? .string(names[0]) : .array(names.map { .string($0) }))
  }
}

extension Shape {
  /// The records that it can lead to.
  fileprivate var records: [RecordDescription] {
    switch self {
    case .record(let record): [record]
    case .list(let element, _), .keyed(let element): element.records
    case .either(let shapes): shapes.flatMap(\.records)
    default: []
    }
  }
}
