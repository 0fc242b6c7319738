package import Diagnostics

extension Text: FieldValue {
  package static var shape: Shape { .text }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Text? {
    guard let text = node.text else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    if text.isPrintable { return text }
    reading.report(Diagnostic(fault: "value/control-character", at: node.span))
    return nil
  }

  /// Without control characters.
  package var isPrintable: Bool { !string.unicodeScalars.contains(where: Self.isControl) }

  package var view: DataView { .text(self) }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: false
    case 0..<32, 0x7F..<0xA0: true
    default: false
    }
  }
}

/// A text that may stand alone where a list is asked for.
package struct LoneText: FieldValue {
  package var text: Text

  package static var shape: Shape { .text }
  package static var mayStandAlone: Bool { true }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> LoneText? {
    Text.read(node, &reading).map(LoneText.init)
  }

  package var view: DataView { .text(text) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  package static var shape: Shape { Wrapped.shape }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Wrapped?? {
    node.isNothing ? .some(nil) : Wrapped.read(node, &reading).map(Optional.some)
  }

  package var view: DataView { self?.view ?? .nothing }
}

extension Array: FieldValue where Element: FieldValue {
  package static var shape: Shape { .list(Element.shape, loneAllowed: Element.mayStandAlone) }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> [Element]? {
    switch node.content {
    case .nothing: return []
    case .sequence(let elements):
      var values: [Element] = []
      for element in elements where !element.isNothing {
        if let value = Element.read(element, &reading) { values.append(value) }
      }
      return values
    default:
      guard Element.mayStandAlone else {
        reading.wrongType(node, expected: shape)
        return nil
      }
      return Element.read(node, &reading).map { [$0] }
    }
  }

  // A key path of a generic type is made anew at each use; a closure costs nothing.
  package var view: DataView { isEmpty ? .nothing : .list(map { $0.view }) }
}

/// A whole number in a range.
package protocol BoundedInteger: FieldValue {
  static var bounds: ClosedRange<Int> { get }
  var value: Int { get }
  init(value: Int, text: Text)
}

extension BoundedInteger {
  package static var shape: Shape { .integer(bounds) }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Self? {
    guard let text = node.text else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    if let value = Int(text.string), bounds.contains(value) { return Self(value: value, text: text) }
    reading.report(
      Diagnostic(
        fault: Int(text.string) == nil ? "value/not-an-integer" : "value/out-of-range", at: node.span,
        [
          "word": .text(text.string), "least": .text(String(bounds.lowerBound)),
          "most": .text(String(bounds.upperBound)),
        ]))
    return nil
  }
}

/// One of a few words; the raw value is what files say.
package protocol Word: FieldValue, RawRepresentable<String>, CaseIterable {
  /// Where the catalogues keep the wording: `<group>.<raw value>`.
  static var group: String { get }
}

extension Word {
  package static var shape: Shape { .word(group: group, words: allCases.map { $0.rawValue }) }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Self? {
    guard let text = node.text else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    if let word = Self(rawValue: text.string) { return word }
    reading.unknownWord(text, known: allCases.map { $0.rawValue })
    return nil
  }

  package var view: DataView { .phrase(phrase) }
  package var phrase: String { Self.group + "." + rawValue }
}

/// What an id names, so that ids of different things never meet.
package protocol IdentifierKind: Sendable {
  static var name: String { get }
}

/// The id that something carries.
package struct Identifier<Kind>: Sendable {
  package var text: Text
}

extension Identifier: FieldValue where Kind: IdentifierKind {
  package static var shape: Shape { .identifier(kind: Kind.name) }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Self? {
    guard let text = Text.read(node, &reading) else { return nil }
    reading.declare(text, kind: Kind.name)
    return Self(text: text)
  }

  package var view: DataView { .text(text) }
}

/// The id of something else.
package struct Reference<Kind>: Sendable {
  package var text: Text

  package init(text: Text) { self.text = text }
}

extension Reference: FieldValue where Kind: IdentifierKind {
  package static var shape: Shape { .reference(kind: Kind.name) }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Self? {
    guard let text = Text.read(node, &reading) else { return nil }
    reading.refer(to: text, kind: Kind.name)
    return Self(text: text)
  }

  package var view: DataView { .reference(kind: Kind.name, text) }
}

/// A section known by name and kept as it stands.
package struct Kept: FieldValue {
  package var node: LocatedNode

  package static var shape: Shape { .kept }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Self? { Self(node: node) }

  package var view: DataView { .nothing }
}

/// A map whose keys are the author's own, in the order written.
package struct Keyed<Value: Sendable>: Sendable {
  package var entries: [(key: Text, value: Value)] = []

  package init() {}
}

extension Keyed: FieldValue where Value: FieldValue {
  package static var shape: Shape { .keyed(Value.shape) }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Self? {
    guard case .mapping(let entries) = node.content else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    var result = Self()
    for entry in entries {
      guard let key = entry.key.text, let value = Value.read(entry.value, &reading) else { continue }
      result.entries.append((key, value))
    }
    return result
  }

  package var view: DataView { .nothing }
}
