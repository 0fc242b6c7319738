package import Diagnostics

/// A piece of a YAML text that knows its bytes, so that messages can underline it and editors replace it.
package struct LocatedNode: Sendable {
  package struct Entry: Sendable {
    package var key: LocatedNode
    package var value: LocatedNode

    package init(key: LocatedNode, value: LocatedNode) {
      self.key = key
      self.value = value
    }
  }

  package indirect enum Content: Sendable {
    /// Left empty, or `~`, or `null`.
    case nothing
    case scalar(String)
    case sequence([LocatedNode])
    case mapping([Entry])
  }

  /// How it was written; needed to write it back the same way.
  package enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded, block, flow }

  package var content: Content
  /// From the first to the last byte of the value, quotes and brackets included, trailing line ends not.
  package var span: Span
  package var style: Style
  /// Column of the first byte, from 0: how far its lines are indented. Counted when it is asked for.
  package var indentation: Int { span.start.column - 1 }
  /// It stands where an anchor was defined and was only pointed at from here.
  package var cameThroughAlias = false
  /// A syntax error ended it early, so what it lacks may only be unread.
  package var isCut = false

  /// The string of a scalar.
  package var string: String? {
    if case .scalar(let string) = content { string } else { nil }
  }

  package var isNothing: Bool {
    if case .nothing = content { true } else { false }
  }

  /// The scalar as a text with its place.
  package var text: Text? { string.map { Text($0, at: span) } }

  package var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  package var elements: [LocatedNode] {
    if case .sequence(let elements) = content { elements } else { [] }
  }

  /// The value under a key of a mapping.
  package subscript(key: String) -> LocatedNode? {
    entries.first { $0.key.string == key }?.value
  }
}
