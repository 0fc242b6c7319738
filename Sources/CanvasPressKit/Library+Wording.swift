import CairoBackend
package import Diagnostics
import Languages
import PDFFinishing

extension Library {
  /// The sentences of a language, for those who only print diagnostics; `explained` with what each code means.
  package func wording(_ code: String, explained: Bool = false) -> any Wording {
    explained ? explanations(code) : messages(code)
  }

  /// A sentence of the tool's own, such as the last line of a report.
  package func phrase(_ key: String, in code: String, _ arguments: [String: String] = [:]) -> String {
    messages(code).phrase(key, arguments)
  }

  /// What the machine could not do, in words.
  package func sentence(of failure: Press.Failure, in code: String) -> String {
    switch failure {
    case .disk(let error):
      phrase("machine.cannot-write", in: code, ["file": error.path, "reason": error.reason])
    case .backend(.fontUnusable(let path, _)):
      phrase("machine.font", in: code, ["file": path])
    case .backend(.cairo(let task, let status)):
      phrase("machine.cannot-draw", in: code, ["task": task, "reason": status])
    case .backend(.png(let reason)):
      phrase("machine.cannot-draw", in: code, ["task": "PNG", "reason": reason])
    case .backend(.picture(let path)):
      phrase("machine.picture", in: code, ["file": path])
    case .pdf(.libraryMissing): phrase("machine.no-qpdf", in: code)
    case .pdf(.library(let reason)), .pdf(.unexpected(let reason)):
      phrase("machine.cannot-draw", in: code, ["task": "PDF", "reason": reason])
    case .pdf(.transparent), .pdf(.notPDF), .pdf(.encrypted), .pdf(.attachmentTooLarge):
      phrase("machine.cannot-draw", in: code, ["task": "PDF", "reason": "\(failure)"])
    case .backend(.tooLarge(let width, let height, let most)):
      phrase(
        "machine.too-large", in: code,
        ["width": String(width), "height": String(height), "most": String(most)])
    }
  }
}
