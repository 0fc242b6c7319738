import Diagnostics
import LocatedYAML
import WorkbookModel

/// R11: customers who cost more over the years than they bring.
enum CustomerValueRule: Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    facts.workbook.segments.compactMap { segment in
      guard let worth = CustomerWorth(segment), worth.perCustomer < 0 else { return nil }
      return Diagnostic(
        finding: "customer-value/negative", .warning,
        at: segment.value?.revenue?.text.span ?? segment.id?.text.span,
        ["name": .text(segment.name?.string ?? "")])
    }
  }
}
