import Diagnostics
import LocatedYAML
import WorkbookModel

/// R8: what the concept rests on and nobody has tested, and tests without a source.
enum EvidenceRule: Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    let untested = facts.workbook.concepts.flatMap { ConceptBasis(of: $0, in: facts).untested }
    var seen: Set<ConceptBasis.Assumption> = []
    return untested.filter { seen.insert($0).inserted }.map { assumption in
      Diagnostic(
        finding: "evidence/untested", .warning, at: assumption.text.span,
        ["what": .phrase("terms.basis-" + assumption.kind.rawValue), "name": .text(assumption.text.string)])
    } + withoutSource(.list(facts.workbook.sections))
  }

  /// Walks through all records: what has evidence and could have a source.
  private static func withoutSource(_ view: DataView) -> [Diagnostic] {
    switch view {
    case .list(let list): return list.flatMap(withoutSource)
    case .record(let record):
      var findings: [Diagnostic] = []
      let evidence = view.step("evidence")
      if case .phrase(let key) = evidence, key != "evidence.assumption", view.step("source").isNothing,
        case .text(let text) = view.step("text")
      {
        findings.append(
          Diagnostic(
            finding: "evidence/source-missing", .note, at: text.span, ["name": .text(text.string)]))
      }
      return findings + record.fieldNames.flatMap { withoutSource(view.step($0)) }
    default: return []
    }
  }
}
