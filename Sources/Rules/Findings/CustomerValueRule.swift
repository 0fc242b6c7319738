import Diagnostics
import LocatedYAML
import WorkbookModel

/// R11: segments that cannot be compared, and customers who cost more over the years than they bring.
enum CustomerValueRule: Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    let segments = facts.workbook.segments
    // Where nobody reckons, nobody lacks a figure.
    guard segments.contains(where: { CustomerWorth($0) != nil }) else { return [] }
    return segments.compactMap { segment in
      let name = Diagnostic.Argument.text(segment.name?.string ?? "")
      guard let worth = CustomerWorth(segment) else {
        return Diagnostic(
          finding: "customer-value/incomplete", .note, at: segment.id?.text.span, ["name": name])
      }
      guard worth.perCustomer < 0 else { return nil }
      return Diagnostic(
        finding: "customer-value/negative", .warning,
        at: segment.value?.revenue?.text.span ?? segment.id?.text.span, ["name": name])
    }
  }
}
