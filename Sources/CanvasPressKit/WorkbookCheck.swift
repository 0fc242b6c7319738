package import Diagnostics
import LocatedYAML
import Rules
import WorkbookModel

/// A workbook, what is wrong with its file, and what the method has to say of it. While there are faults the rules keep
/// silent: what could not be read would seem to be missing.
package struct WorkbookCheck: Sendable {
  package let file: WorkbookFile
  package let findings: [Diagnostic]
  package let verdict: Verdict?

  /// How far a workbook is, in three figures.
  package struct Verdict: Sendable {
    /// Of the concept that the business model carries, else of the first; nothing without one.
    package var elements: (filled: Int, total: Int)?
    package var untested: Int
    package var findings: Int
  }

  package var diagnostics: [Diagnostic] { file.diagnostics + findings }

  init(_ file: WorkbookFile, placeholders: Placeholders) {
    self.file = file
    guard !file.diagnostics.haveFaults else {
      (findings, verdict) = ([], nil)
      return
    }
    let facts = WorkbookFacts(file.workbook, placeholders: placeholders)
    findings = Findings.all(in: facts)
    let carried = file.workbook.businessModel?.concept?.text.string
    let concept =
      file.workbook.concepts.first { $0.id?.text.string == carried } ?? file.workbook.concepts.first
    verdict = Verdict(
      elements: concept.map { (facts.completeness(of: $0).filled.count, Completeness.total) },
      untested: concept.map { ConceptBasis(of: $0, in: facts).untested.count } ?? 0,
      findings: file.diagnostics.count + findings.count)
  }
}
