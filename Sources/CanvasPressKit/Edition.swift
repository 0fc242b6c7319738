import Diagnostics
import LayoutModel
import WorkbookModel

/// A workbook as one audience reads it: without what is marked for others, and for the public without scores.
struct Edition {
  let audience: Audience
  let workbook: Workbook
  /// How many things were left out.
  let leftOut: Int

  /// The file must be without faults.
  init(of file: WorkbookFile, for audience: Audience) {
    self.audience = audience
    (workbook, leftOut) = Workbook.read(file.document, for: audience)
  }

  var hidesScores: Bool { audience == .public }

  func shows(_ canvas: CanvasDefinition) -> Bool { !hidesScores || !canvas.showsScores }

  /// Why the workbook may not come along whole in a file for this audience.
  var attachmentFaults: [Diagnostic] {
    let audience = Diagnostic.Argument.text(audience.rawValue)
    if leftOut > 0 {
      return [
        Diagnostic(fault: "pdf/attach-hidden", at: nil, ["count": .count(leftOut), "audience": audience])
      ]
    }
    return hidesScores ? [Diagnostic(fault: "pdf/attach-scores", at: nil, ["audience": audience])] : []
  }
}
