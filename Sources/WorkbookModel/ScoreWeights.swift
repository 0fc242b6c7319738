package import Diagnostics
package import LocatedYAML

/// How much each of the nine scores counts in the weighted view beside the ranking (R3); what is not said counts one.
package struct ScoreWeights: Record {
  package var important: Weight?
  package var unsatisfied: Weight?
  package var doable: Weight?
  package var lucrative: Weight?
  package var investment: Weight?
  package var effort: Weight?
  package var marketRisk: Weight?
  package var technologyRisk: Weight?
  package var change: Weight?

  package init() {}

  package static let table = RecordTable<ScoreWeights>(
    "scoreWeights",
    [
      Field("important", \.important),
      Field("unsatisfied", \.unsatisfied),
      Field("doable", \.doable),
      Field("lucrative", \.lucrative),
      Field("investment", \.investment),
      Field("effort", \.effort),
      Field("marketRisk", \.marketRisk),
      Field("technologyRisk", \.technologyRisk),
      Field("change", \.change),
    ])

  /// In the order of the fields.
  package var all: [Weight?] {
    [important, unsatisfied, doable, lucrative, investment, effort, marketRisk, technologyRisk, change]
  }
}

/// A weight from 0 to 1000 with at most three decimals, exact.
package struct Weight: FieldValue {
  /// Nothing when it is no weight: it counts one then.
  package var thousandths: Int?
  package var text: Text

  package init(thousandths: Int?, text: Text) {
    self.thousandths = thousandths
    self.text = text
  }

  package static var shape: Shape { .factor(upTo: highest) }

  private static let highest = 1000

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Weight? {
    guard let amount = Amount.read(node, &reading) else { return nil }
    if let thousandths = thousandths(amount.text.string) {
      return Weight(thousandths: thousandths, text: amount.text)
    }
    reading.report(
      Diagnostic(finding: "score/weight", .warning, at: node.span, ["word": .text(amount.text.string)]))
    return Weight(thousandths: nil, text: amount.text)
  }

  private static func thousandths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0].isEmpty ? "0" : parts[0]), !text.hasPrefix("-") else {
      return nil
    }
    var decimals = parts.count == 2 ? String(parts[1]) : ""
    while decimals.count > 3, decimals.last == "0" { decimals.removeLast() }
    guard decimals.count <= 3, let rest = Int(decimals + String(repeating: "0", count: 3 - decimals.count))
    else { return nil }
    guard whole <= highest else { return nil }
    let value = whole * 1000 + rest
    return value <= highest * 1000 ? value : nil
  }

  package var view: DataView { .number(Double(thousandths ?? 1000) / 1000, text) }
}
