import Diagnostics
import LocatedYAML
import WorkbookModel

/// R9: blockers that no opportunity answers, the biggest first, and new offers where one stands already.
enum UtilityRule: Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    let marks = facts.workbook.utility
    let unanswered = marks.filter { mark in
      mark.mark == .blocker && !facts.answered.contains(mark.id?.text.string ?? "")
    }
    func isBiggest(_ mark: UtilityMark) -> Bool { mark.biggest?.isSet == true }
    let blockers = (unanswered.filter(isBiggest) + unanswered.filter { !isBiggest($0) }).map { mark in
      finding("utility/blocker-unanswered", isBiggest(mark) ? .warning : .note, mark)
    }
    let beside = marks.filter { mark in
      mark.mark == .new
        && marks.contains {
          $0.mark == .today && $0.lever == mark.lever && $0.stage?.text.string == mark.stage?.text.string
        }
    }
    return blockers + beside.map { finding("utility/new-beside-today", .note, $0) }
  }

  private static func finding(
    _ code: String, _ severity: Diagnostic.Severity, _ mark: UtilityMark
  ) -> Diagnostic {
    let text = mark.note ?? mark.id?.text ?? mark.stage?.text
    return Diagnostic(finding: code, severity, at: text?.span, ["name": .text(text?.string ?? "")])
  }
}
