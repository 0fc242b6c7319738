import Diagnostics
import LayoutEngine
import LayoutModel
import LocatedYAML
import WorkbookModel

/// What a request comes to: the workbook as those who see the sheets read it, and the canvases to print.
struct PrintMatter {
  private(set) var workbook: Workbook
  private(set) var canvases: [CanvasDefinition]
  /// What there is to say of the choice.
  private(set) var diagnostics: [Diagnostic] = []

  /// `file` is nothing for blank sheets of nobody in particular; where something is faulty nothing will be printed,
  /// and a choice is not judged.
  init(_ request: PrintRequest, _ file: WorkbookFile?, _ library: Library, isFaulty: Bool) {
    canvases =
      request.canvases.isEmpty ? library.canvases() : request.canvases.compactMap { library.canvas($0) }
    workbook = file?.workbook ?? Workbook()
    if let orientation = request.orientation {
      for index in canvases.indices { canvases[index].orientation = orientation }
    }
    refuseTwins()
    let edition = isFaulty ? nil : edition(of: file, request)
    if let edition { workbook = edition.workbook }
    complete(request, library)
    guard request.state == .filled, !isFaulty, !diagnostics.haveFaults else { return }
    keepFilled(request)
    if let edition { keepShown(edition, request) }
  }

  private mutating func refuseTwins() {
    for (index, canvas) in canvases.enumerated()
    where canvases[..<index].contains(where: { $0.name == canvas.name }) {
      diagnostics.append(Diagnostic(fault: "canvas/twice", at: nil, ["canvas": .text(canvas.name)]))
    }
  }

  /// The workbook as an audience reads it; nothing when the sheets are for nobody in particular.
  private mutating func edition(of file: WorkbookFile?, _ request: PrintRequest) -> Edition? {
    guard let audience = request.audience, let file else { return nil }
    let edition = Edition(of: file, for: audience)
    if request.pdf.attachesWorkbook { diagnostics += edition.attachmentFaults }
    if edition.leftOut > 0, request.state == .filled {
      diagnostics.append(
        Diagnostic(
          finding: "canvas/left-out", .note, at: nil,
          ["count": .count(edition.leftOut), "audience": .text(audience.rawValue)]))
    }
    return edition
  }

  /// Adds to the workbook what the request and the installation know.
  private mutating func complete(_ request: PrintRequest, _ library: Library) {
    if request.state != .filled, let stages = request.utilityStages {
      workbook.utilityStages = .preset(stages)
    }
    // A filled sheet of the steps is for workbooks that speak of them.
    let isAsked = request.state != .filled || workbook.workflow != nil
    guard isAsked, canvases.contains(where: { $0.has(block: "workflow") }),
      workbook.workflow?.steps.isEmpty != false
    else { return }
    let own = workbook.workflow
    workbook.workflow = library.workflow(own?.preset ?? Text("things"))
    workbook.workflow?.name = own?.name
  }

  /// Leaves the canvases that there is something to print for.
  private mutating func keepFilled(_ request: PrintRequest) {
    let workbook = workbook
    let asked = canvases
    canvases = asked.filter { !CanvasSheets.roots(of: $0, in: workbook).isEmpty }
    if request.canvases.isEmpty {
      guard canvases.isEmpty else { return }
      diagnostics.append(Diagnostic(finding: "workbook/nothing-to-print", .warning, at: nil))
    } else {
      for canvas in asked where !canvases.contains(where: { $0.name == canvas.name }) {
        diagnostics.append(
          Diagnostic(finding: "canvas/nothing-to-print", .warning, at: nil, ["canvas": .text(canvas.name)]))
      }
    }
  }

  /// Leaves the canvases that an edition may show, and names the others.
  private mutating func keepShown(_ edition: Edition, _ request: PrintRequest) {
    let hidden = canvases.filter { !edition.shows($0) }
    guard !hidden.isEmpty else { return }
    canvases = canvases.filter(edition.shows)
    diagnostics.append(
      Diagnostic(
        finding: "canvas/shows-scores", request.canvases.isEmpty ? .note : .warning, at: nil,
        ["names": .texts(hidden.map(\.name)), "audience": .text(edition.audience.rawValue)]))
  }
}
