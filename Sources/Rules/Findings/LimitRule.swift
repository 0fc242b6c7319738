import Diagnostics
import LocatedYAML
import WorkbookModel

/// R7: few segments, few personas, and none that is only figures.
enum LimitRule: Rule {
  static let mostSegments = 3
  static let mostPersonas = 3

  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    let workbook = facts.workbook
    return segments(workbook) + personas(workbook) + workbook.personas.compactMap { figures($0, facts) }
  }

  /// Those with a persona or a journey are carried on.
  private static func segments(_ workbook: Workbook) -> [Diagnostic] {
    let named = Set(
      workbook.personas.compactMap { $0.segment?.text.string }
        + workbook.journeys.compactMap { $0.segment?.text.string })
    let carried = workbook.segments.filter { named.contains($0.id?.text.string ?? "") }
    guard carried.count > mostSegments else { return [] }
    return [
      Diagnostic(
        finding: "limits/segments", .warning, at: carried[mostSegments].id?.text.span,
        ["count": .count(carried.count), "most": .count(mostSegments)])
    ]
  }

  private static func personas(_ workbook: Workbook) -> [Diagnostic] {
    workbook.segments.compactMap { segment in
      let own = workbook.personas.filter {
        $0.segment != nil && $0.segment?.text.string == segment.id?.text.string
      }
      guard own.count > mostPersonas else { return nil }
      return Diagnostic(
        finding: "limits/personas", .warning, at: own[mostPersonas].id?.text.span,
        [
          "name": .text(segment.name?.string ?? ""), "count": .count(own.count), "most": .count(mostPersonas),
        ])
    }
  }

  private static func figures(_ persona: Persona, _ facts: WorkbookFacts) -> Diagnostic? {
    let blanks = facts.placeholders
    let others = [
      persona.quote, persona.work, persona.role, persona.goals, persona.challenges, persona.marketing,
      persona.values, persona.fears, persona.pitch, persona.additional,
    ]
    guard persona.template == .a, blanks.isFilled(persona.demographics),
      !others.contains(where: blanks.isFilled)
    else { return nil }
    return Diagnostic(
      finding: "limits/only-demographics", .warning, at: persona.id?.text.span ?? persona.name?.span,
      ["name": .text(persona.name?.string ?? "")])
  }
}
