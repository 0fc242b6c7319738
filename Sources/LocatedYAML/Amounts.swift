package import Diagnostics

/// A sum of money or another figure with an optional decimal point: `5200`, `0.5`.
package struct Amount: FieldValue {
  package var value: Double
  package var text: Text

  package static var shape: Shape { .amount }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Amount? {
    guard let text = node.text else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    if let value = PlainDecimal.parse(text.string) { return Amount(value: value, text: text) }
    reading.report(
      Diagnostic(
        fault: "value/not-a-number", at: node.span, ["word": .text(text.string)], hint: "number-form"))
    return nil
  }

  package var view: DataView { .number(value, text) }
}

/// A share: `6%` or `0.06`. A bare number above 1 is refused, because it can be meant both ways.
package struct Percentage: FieldValue {
  /// 0.06 for `6%`.
  package var fraction: Double
  package var text: Text

  package static var shape: Shape { .percent }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Percentage? {
    guard let text = node.text else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    if text.string.hasSuffix("%") {
      var digits = text.string.dropLast()
      while digits.last == " " { digits.removeLast() }
      if let value = PlainDecimal.parse(String(digits)) {
        return Percentage(fraction: value / 100, text: text)
      }
    } else if let value = PlainDecimal.parse(text.string), abs(value) <= 1 {
      return Percentage(fraction: value, text: text)
    } else if PlainDecimal.parse(text.string) != nil {
      reading.report(
        Diagnostic(
          fault: "value/percent-without-sign", at: node.span, ["word": .text(text.string)],
          hint: "percent-form"))
      return nil
    }
    reading.report(
      Diagnostic(
        fault: "value/not-a-percentage", at: node.span, ["word": .text(text.string)], hint: "percent-form"))
    return nil
  }

  package var view: DataView { .number(fraction, text) }

  /// With its sign, however it was written: `0.06` as `6%`.
  package var percentView: DataView {
    guard !text.string.hasSuffix("%") else { return view }
    var digits = String((fraction * 1_000_000).rounded() / 10_000)
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    return .number(fraction, Text(digits + "%", at: text.span))
  }
}

/// Digits with an optional sign and one decimal point; no exponents, no words such as `inf`.
enum PlainDecimal {
  static func parse(_ string: String) -> Double? {
    let digits = string.utf8
    guard digits.contains(where: { (48...57).contains($0) }), digits.count <= 24,
      digits.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
    else { return nil }
    return Double(string)
  }
}
