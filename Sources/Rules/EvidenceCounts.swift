import LocatedYAML
package import WorkbookModel

/// How sure the statements of each tool are (R8): a statement without a mark counts as an assumption.
package struct EvidenceCounts: Sendable {
  /// A tool of the method that asks for evidence.
  package enum Tool: String, Sendable, CaseIterable {
    case segments, personas, journeys, questions, utility, opportunities, risks, model
    /// Such as `evidenceTools.journeys`.
    package var phrase: String { "evidenceTools." + rawValue }
  }

  package struct Count: Sendable, Equatable {
    package var assumption = 0
    package var observed = 0
    package var confirmed = 0
    package var total: Int { assumption + observed + confirmed }

    fileprivate mutating func add(_ evidence: Evidence?) {
      switch evidence {
      case .observed: observed += 1
      case .confirmed: confirmed += 1
      case .assumption, nil: assumption += 1
      }
    }
  }

  /// Tools that have a statement, in the method's order.
  package let counts: [(tool: Tool, count: Count)]

  package init(_ workbook: Workbook) {
    counts = Tool.allCases.compactMap { tool in
      let count = Self.count(tool, in: workbook)
      return count.total > 0 ? (tool, count) : nil
    }
  }

  package var total: Count {
    counts.reduce(into: Count()) { sum, entry in
      sum.assumption += entry.count.assumption
      sum.observed += entry.count.observed
      sum.confirmed += entry.count.confirmed
    }
  }

  private static func count(_ tool: Tool, in workbook: Workbook) -> Count {
    var count = Count()
    switch tool {
    case .segments: add(workbook.segments.view, to: &count)
    case .personas: add(workbook.personas.view, to: &count)
    case .journeys: add(workbook.journeys.view, to: &count)
    case .questions: add(workbook.utilityQuestions.view, to: &count)
    case .utility: add(workbook.utility.view, to: &count)
    // The scores of an opportunity are the customer's word or a guess, whatever else is written of it.
    case .opportunities: for opportunity in workbook.opportunities { count.add(opportunity.evidence) }
    case .risks:
      for solution in workbook.solutions where solution.scores.marketRisk != nil {
        count.add(solution.evidence)
      }
    case .model:
      guard let model = workbook.businessModel else { break }
      for block in ["segments", "propositions", "channels", "relationships", "revenue"] {
        add(model.view(of: block), to: &count)
      }
    }
    return count
  }

  /// Every record below that can say how sure it is.
  private static func add(_ view: DataView, to count: inout Count) {
    switch view {
    case .list(let list): for element in list { add(element, to: &count) }
    case .record(let record):
      let names = record.fieldNames
      if names.contains("evidence") {
        let word = if case .phrase(let key) = record.view(of: "evidence") { key } else { "" }
        count.add(Evidence.allCases.first { word == $0.phrase })
      }
      for name in names { add(record.view(of: name), to: &count) }
    default: break
    }
  }
}
