import Diagnostics
import LocatedYAML
import WorkbookModel

/// R5, and what R6 says of concepts: the twelve elements, figures for the KPIs, and where the concept stands.
enum ConceptRule: Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    facts.workbook.concepts.flatMap { concept -> [Diagnostic] in
      elements(concept, facts) + kpis(concept, facts) + place(concept, facts)
    } + shared(facts)
  }

  private static func title(_ solution: Solution) -> String {
    Text.title(solution.name, solution.id?.text)
  }

  private static func span(_ concept: Concept) -> Span? { concept.id?.text.span ?? concept.tagline?.span }

  private static func elements(_ concept: Concept, _ facts: WorkbookFacts) -> [Diagnostic] {
    let completeness = facts.completeness(of: concept)
    // Where a word stands for it, there; the others together, since they lack the same thing: a beginning.
    let (marked, absent) = (
      completeness.missing.filter { completeness.placeholders[$0] != nil },
      completeness.missing.filter { completeness.placeholders[$0] == nil }
    )
    var findings = marked.map { element in
      Diagnostic(
        finding: "concept/element-missing", .warning, at: completeness.placeholders[element],
        ["element": .phrase("terms." + element.rawValue)], hint: "placeholder")
    }
    if !absent.isEmpty {
      findings.append(
        Diagnostic(
          finding: "concept/element-missing", .warning, at: span(concept),
          ["element": .phrases(absent.map { "terms." + $0.rawValue })]))
    }
    if let tagline = concept.tagline, tagline.string.count > Completeness.longestTagline {
      findings.append(
        Diagnostic(
          finding: "concept/long-tagline", .warning, at: tagline.span,
          ["count": .count(tagline.string.count), "most": .count(Completeness.longestTagline)]))
    }
    return findings
  }

  private static func kpis(_ concept: Concept, _ facts: WorkbookFacts) -> [Diagnostic] {
    concept.organisation.kpis.flatMap { kpi -> [Diagnostic] in
      let blanks = facts.placeholders
      let texts = [kpi.measure, kpi.goal, kpi.target].compactMap { $0 }
      guard let name = texts.first(where: { blanks.isFilled($0) }) ?? texts.first else { return [] }
      var findings: [Diagnostic] = []
      if !blanks.isFilled(kpi.measure) {
        findings.append(
          Diagnostic(
            finding: "concept/kpi-without-measure", .warning, at: kpi.measure?.span ?? name.span,
            ["name": .text(name.string)]))
      } else if !blanks.isFilled(kpi.target) {
        findings.append(
          Diagnostic(
            finding: "concept/kpi-without-target", .warning, at: kpi.target?.span ?? name.span,
            ["name": .text(name.string)]))
      }
      return findings
    }
  }

  private static func place(_ concept: Concept, _ facts: WorkbookFacts) -> [Diagnostic] {
    guard let reference = concept.solution, let solution = facts.solution(reference.text.string),
      let place = facts.place(of: solution),
      !place.isOnFront
    else { return [] }
    let better = facts.ranking.places.first { $0.point.beats(place.point) }
    return [
      Diagnostic(
        finding: "concept/off-front", .note, at: reference.text.span,
        [
          "name": .text(Text.title(solution.name, solution.id?.text)),
          "better": .text(better.map { title(facts.workbook.solutions[$0.index]) } ?? ""),
        ])
    ]
  }

  private static func shared(_ facts: WorkbookFacts) -> [Diagnostic] {
    var seen: Set<String> = []
    return facts.workbook.concepts.compactMap { concept in
      guard let reference = concept.solution, !seen.insert(reference.text.string).inserted else { return nil }
      return Diagnostic(
        finding: "concept/shared-solution", .warning, at: reference.text.span,
        ["name": .text(facts.solution(reference.text.string).map(title) ?? reference.text.string)])
    }
  }
}
