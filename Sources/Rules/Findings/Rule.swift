package import Diagnostics

/// One rule of the method: what it finds in a workbook. Each is a file of its own, and a pure function.
protocol Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic]
}

/// Everything that the method has to say of a workbook, by place.
package enum Findings {
  private static var rules: [any Rule.Type] {
    [
      ScoreRule.self, RankingRule.self, ConceptRule.self, ChainRule.self, LimitRule.self, EvidenceRule.self,
      UtilityRule.self, BusinessModelRule.self, CustomerValueRule.self,
    ]
  }

  package static func all(in facts: WorkbookFacts) -> [Diagnostic] {
    rules.flatMap { $0.findings(in: facts) }.sortedByPlace()
  }
}
