/// A YAML text that has every field of a record once explained and nothing filled in, made from its table.
/// What cannot stand empty is given an example or commented out, so that the text can be read as it is.
package struct StarterText {
  private let phrase: (String) -> String
  private let example: (String) -> String?
  private let commentsOut: Bool
  /// Fields whose help stands above.
  private var explained: Set<String> = []
  /// How many ids of each kind stand above.
  private var identifiers: [String: Int] = [:]

  /// `phrase` words a field's help; `example` gives what stands in `<record>.<field>`, if anything should.
  /// With `commentsOut` false the examples that would be commented out are written like the rest.
  package init(
    phrase: @escaping (String) -> String, example: @escaping (String) -> String?, commentsOut: Bool = true
  ) {
    self.phrase = phrase
    self.example = example
    self.commentsOut = commentsOut
  }

  /// The text of a record, sections apart by an empty line.
  package mutating func text(of record: RecordDescription) -> String {
    record.fields.map { lines(of: $0, in: record).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  // MARK: Fields

  private mutating func fields(of record: RecordDescription, without foreign: Set<String> = []) -> [String] {
    // Of the further fields of a note, each is shown once.
    let known = record.writtenAs == nil ? [] : explained
    return record.fields
      .filter { !foreign.contains($0.name) && ($0.isRequired || !known.contains($0.helpKey)) }
      .flatMap { lines(of: $0, in: record) }
  }

  private mutating func lines(
    of field: RecordDescription.Field, in record: RecordDescription
  ) -> [String] {
    let shape = field.shape()
    var lines: [String] = []
    if explained.insert(field.helpKey).inserted {
      let open = record.openWord.flatMap { $0.field == field.name ? $0.words : nil }
      lines += Self.help(phrase(field.helpKey), words: open ?? shape.words)
    }
    switch shape {
    case .list(let element, _):
      lines.append(field.name + ":")
      lines += Self.indented(elements(element, isRequired: field.isRequired))
    case .record(let inner):
      lines.append(field.name + ":")
      let inside = canStandEmpty(inner) ? fields(of: inner) : commentedOut { $0.fields(of: inner) }
      lines += Self.indented(inside)
    case .either(let shapes):
      lines.append(field.name + ": ")
      for case .list(.record(let element), _) in shapes {
        // Beside the other shape it can only be shown.
        if commentsOut { lines += Self.indented(commentedOut { $0.item(element) }) }
      }
    default:
      lines.append(field.name + ": " + value(of: field, shape, in: record))
    }
    return lines
  }

  private mutating func elements(_ shape: Shape, isRequired: Bool) -> [String] {
    guard case .record(let record) = shape else { return ["- "] }
    if record.writtenAs != nil {
      let isNew = record.fields.contains { !explained.contains($0.helpKey) }
      return ["- "] + (isNew ? commentedOut { $0.item(record) } : [])
    }
    if isRequired, let open = record.openWord {
      return open.words.flatMap { item(record, given: [open.field: $0]) }
    }
    guard canStandEmpty(record) else { return commentedOut { $0.item(record) } }
    guard let variants = record.variants else { return item(record) }
    return variants.only.flatMap { only in
      item(record, given: [variants.field: only.word], without: variants.foreign(to: only.word))
    }
  }

  /// An element of a list: a dash before its first field, below that field's help.
  private mutating func item(
    _ record: RecordDescription, given: [String: String] = [:], without foreign: Set<String> = []
  ) -> [String] {
    self.given.append(given)
    defer { self.given.removeLast() }
    let lines = fields(of: record, without: foreign)
    let first = lines.firstIndex { !$0.hasPrefix("#") } ?? lines.endIndex
    return lines.enumerated().map { $0 < first ? $1 : ($0 == first ? "- " : "  ") + $1 }
  }

  /// What the fields of the elements around must hold.
  private var given: [[String: String]] = []

  // MARK: Values

  private mutating func value(
    of field: RecordDescription.Field, _ shape: Shape, in record: RecordDescription
  ) -> String {
    if let value = given.last?[field.name] ?? example("\(record.name).\(field.name)") {
      return Self.quoted(value)
    }
    switch shape {
    case .identifier(let kind) where field.isRequired:
      identifiers[kind, default: 0] += 1
      return "\(kind)-\(identifiers[kind] ?? 1)"
    case .reference(let kind):
      // The first of those above. What it points at is another thing than what it is in; a note points at nothing.
      let isKnown = identifiers[kind] != nil && kind != record.identifierKind && record.writtenAs == nil
      return isKnown ? kind + "-1" : ""
    default:
      guard field.isRequired else { return "" }
      if let open = record.openWord, open.field == field.name { return open.words.first ?? "" }
      return shape.placeholder
    }
  }

  /// True when what it must have can be named without inventing anything.
  private func canStandEmpty(_ record: RecordDescription) -> Bool {
    record.fields.allSatisfy { field in
      guard field.isRequired else { return true }
      switch field.shape() {
      case .identifier, .list: return true
      case .integer(let range) where range.count == 1: return true
      case .record(let inner): return canStandEmpty(inner)
      default: return example("\(record.name).\(field.name)") != nil
      }
    }
  }

  // MARK: Lines

  /// One line, or two when the words would make it long.
  private static func help(_ text: String, words: [String]) -> [String] {
    let words = words.isEmpty ? "" : "(\(words.joined(separator: ", ")))"
    if words.isEmpty { return ["# " + text] }
    return text.count + words.count > 96 ? ["# " + text, "# " + words] : ["# \(text) \(words)"]
  }

  private static func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }

  /// Lines that only show what could be written: nothing else may point at their ids.
  private mutating func commentedOut(_ lines: (inout StarterText) -> [String]) -> [String] {
    guard commentsOut else { return lines(&self) }
    let above = identifiers
    defer { identifiers = above }
    return lines(&self).map { "# " + $0 }
  }

  /// A text as YAML: as it is when it is a plain word, else between quotes.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
    }
    if isPlain, text.utf8.first.map({ $0 != 45 }) ?? false { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension Shape {
  /// The words that it takes.
  fileprivate var words: [String] {
    switch self {
    case .word(_, let words): words
    case .list(let element, _): element.words
    case .either(let shapes): shapes.flatMap(\.words)
    default: []
    }
  }

  /// A value that it reads.
  fileprivate var placeholder: String {
    switch self {
    case .integer(let range): String(range.lowerBound)
    case .amount: "1000"
    case .factor: "2"
    case .percent: "6%"
    case .date: "2026-11-21"
    case .word(_, let words): words.first ?? ""
    case .flag: "true"
    default: "\"…\""
    }
  }
}

extension RecordDescription {
  /// What its own id names.
  fileprivate var identifierKind: String? {
    for field in fields { if case .identifier(let kind) = field.shape() { return kind } }
    return nil
  }
}
