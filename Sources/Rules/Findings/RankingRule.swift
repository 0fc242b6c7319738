import Diagnostics
import LocatedYAML
import WorkbookModel

/// R3 and R4: a first place that is shared, hangs on one score, or rests on a score that says things twice.
enum RankingRule: Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    let places = facts.ranking.places
    guard places.count > 1, let first = places.first else { return [] }
    let solutions = facts.workbook.solutions
    func name(_ index: Int) -> String { Text.title(solutions[index].name, solutions[index].id?.text) }
    let span = solutions[first.index].id?.text.span ?? solutions[first.index].name?.span
    var findings: [Diagnostic] = []
    if Set(places.map(\.quadrant)).count == 1, !places.contains(where: \.isOnTheLine) {
      findings.append(
        Diagnostic(
          finding: "ranking/one-quadrant", .note, at: span,
          ["quadrant": .phrase("terms." + first.quadrant.rawValue)]))
    }
    if facts.ranking.leaders.count > 1 {
      findings.append(
        Diagnostic(
          finding: "ranking/shared-first", .note, at: span,
          ["names": .texts(facts.ranking.leaders.map { "'" + name($0) + "'" })]))
      return findings
    }
    let robustness = Robustness(facts.candidates)
    if robustness.isFragile {
      let criteria = Criterion.allCases.filter { criterion in
        robustness.singles.contains { $0.changes[0].criterion == criterion }
      }
      findings.append(
        Diagnostic(
          finding: "ranking/fragile", .note, at: span,
          [
            "name": .text(name(first.index)), "count": .count(robustness.singles.count),
            "scores": .phrases(criteria.map { "terms." + $0.rawValue }),
          ]))
    }
    if !robustness.holdsWithoutDoable {
      findings.append(
        Diagnostic(
          finding: "ranking/doable-decides", .note, at: span,
          [
            "name": .text(name(first.index)),
            "names": .texts(robustness.leadersWithoutDoable.map { "'" + name($0) + "'" }),
          ]))
    }
    return findings
  }
}
