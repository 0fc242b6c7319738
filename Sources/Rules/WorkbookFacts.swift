import Diagnostics
import LocatedYAML
package import WorkbookModel

/// What the rules know of a workbook: computed once, asked by sheets, commands and findings.
package struct WorkbookFacts: Sendable {
  package let workbook: Workbook
  package let placeholders: Placeholders
  /// The solutions in the workbook's order, as the ranking sees them.
  package let candidates: [Candidate]
  package let ranking: Ranking
  /// By the workbook's weights, when it has some.
  package let weighted: WeightedView?

  package init(_ workbook: Workbook, placeholders: Placeholders) {
    self.workbook = workbook
    self.placeholders = placeholders
    candidates = Candidate.candidates(of: workbook)
    ranking = Ranking(candidates)
    let candidates = candidates
    weighted = workbook.weights.map { WeightedView(candidates, $0) }
  }

  package func completeness(of concept: Concept) -> Completeness { Completeness(concept, placeholders) }

  /// A solution's place among the workbook's; the workbook's order is the candidates'.
  package func place(of solution: Solution) -> Ranking.Place? {
    index(of: solution).flatMap { ranking.place(of: $0) }
  }

  package func index(of solution: Solution) -> Int? {
    workbook.solutions.firstIndex { $0.id?.text == solution.id?.text && $0.name == solution.name }
  }

  package func opportunity(_ id: String) -> Opportunity? {
    workbook.opportunities.first { $0.id?.text.string == id }
  }

  package func solution(_ id: String) -> Solution? {
    workbook.solutions.first { $0.id?.text.string == id }
  }

  /// What opportunities answer: the ids of pains and marks.
  package var answered: Set<String> {
    Set(workbook.opportunities.flatMap { $0.answers.map(\.text.string) })
  }
}
