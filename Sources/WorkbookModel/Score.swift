package import Diagnostics
package import LocatedYAML

/// A whole number from 1 to 5. One out of range is kept as it was written and has no value: it leaves its solution
/// unranked (R1), it is never taken for zero and never clamped.
package struct Score: FieldValue {
  package static let bounds = 1...5

  package var value: Int?
  package var text: Text

  package static var shape: Shape { .integer(bounds) }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Score? {
    guard let text = node.text else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    guard let value = Int(text.string) else {
      reading.report(
        Diagnostic(
          fault: "value/not-an-integer", at: node.span,
          ["word": .text(text.string), "least": .text("1"), "most": .text("5")]))
      return nil
    }
    if bounds.contains(value) { return Score(value: value, text: text) }
    reading.report(
      Diagnostic(finding: "score/out-of-range", .warning, at: node.span, ["word": .text(text.string)]))
    return Score(value: nil, text: text)
  }

  package var view: DataView { value.map { .number(Double($0), text) } ?? .text(text) }
}

/// `true` or `false`.
package struct Flag: FieldValue {
  package var isSet: Bool
  package var text: Text

  package static var shape: Shape { .flag }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Flag? {
    guard let text = node.text else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    guard ["true", "false"].contains(text.string) else {
      reading.unknownWord(text, known: ["true", "false"])
      return nil
    }
    return Flag(isSet: text.string == "true", text: text)
  }

  package var view: DataView { isSet ? .text(text) : .nothing }
}
