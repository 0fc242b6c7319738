package import LayoutEngine
package import PageModel

/// What someone wants printed.
package struct PrintRequest: Sendable {
  package enum Format: String, Sendable, CaseIterable { case pdf, png }

  /// Nothing for blank sheets of nobody in particular.
  package var workbook: String?
  /// Names or paths; all canvases that the workbook has something for when empty.
  package var canvases: [String] = []
  package var state = SheetState.filled
  /// Each canvas's own when nothing is said.
  package var paper: Paper?
  package var formats: [Format] = [.pdf]
  package var dotsPerInch = 300.0
  /// The workbook's when nothing is said.
  package var language: String?
  package var theme = "standard"
  package var outputFolder = "."
  /// One file with all sheets instead of one a canvas.
  package var joined = false
  package var allowOutside = false
  /// Text that is carried on to another sheet becomes an error.
  package var strict = false
  package var switches = PrintSwitches()

  package init() {}

  // MARK: By name, for command lines

  package static let paperNames = Paper.allCases.map(\.rawValue)
  package static let stateNames = SheetState.allCases.map(\.rawValue)
  package static let formatNames = Format.allCases.map(\.rawValue)

  /// False when there is no such paper.
  package mutating func choose(paper name: String) -> Bool {
    paper = Paper(rawValue: name.uppercased())
    return paper != nil
  }

  /// False when there is no such state.
  package mutating func choose(state name: String) -> Bool {
    guard let state = SheetState(rawValue: name) else { return false }
    self.state = state
    return true
  }

  package mutating func choose(numbers: Bool, icons: Bool) {
    switches = PrintSwitches(numbers: numbers, icons: icons)
  }

  package var isFilled: Bool { state == .filled }
}
