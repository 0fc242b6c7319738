package import LayoutEngine
package import PageModel
package import WorkbookModel

/// What someone wants printed.
package struct PrintRequest: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case pdf, png, svg

    /// By the ending of a file's name.
    init?(ending: String) { self.init(rawValue: ending.lowercased()) }
  }

  /// Nothing for blank sheets of nobody in particular.
  package var workbook: String?
  /// Names or paths; all canvases that the workbook has something for when empty.
  package var canvases: [String] = []
  package var state = SheetState.filled
  /// Each canvas's own when nothing is said.
  package var paper: Paper?
  /// Each canvas's own when nothing is said.
  package var orientation: Paper.Orientation?
  /// The stages of a blank utility map; the workbook's when nothing is said.
  package var utilityStages: UtilityStages.Preset?
  package var formats: [Format] = [.pdf]
  package var dotsPerInch = 300.0
  package var pdf = PDFOptions()
  /// Smaller PNG files, in more time.
  package var small = false
  /// Letters of SVG files as drawings.
  package var outlinesText = false
  /// Who sees the sheets; whatever the workbook holds is on them when nothing is said.
  package var audience: Audience?
  /// The workbook's when nothing is said.
  package var language: String?
  package var theme = "standard"
  package var outputFolder = "."
  /// Instead of the folder, when somebody named the file.
  private(set) var chosenFile: OutputPath?
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
  package static let orientationNames = Paper.Orientation.allCases.map(\.rawValue)
  package static let stagesNames = UtilityStages.Preset.allCases.map(\.rawValue)
  package static let formatNames = Format.allCases.map(\.rawValue)

  package static let audienceNames = Audience.allCases.map(\.rawValue)

  /// False when there is no such audience.
  package mutating func choose(audience name: String) -> Bool {
    audience = Audience(rawValue: name)
    return audience != nil
  }

  /// False when there is no such paper.
  package mutating func choose(paper name: String) -> Bool {
    paper = Paper(named: name)
    return paper != nil
  }

  /// False when there is no such state.
  package mutating func choose(state name: String) -> Bool {
    guard let state = SheetState(rawValue: name) else { return false }
    self.state = state
    return true
  }

  /// False when paper cannot lie so.
  package mutating func choose(orientation name: String) -> Bool {
    orientation = Paper.Orientation(rawValue: name)
    return orientation != nil
  }

  /// False when the map has no such stages.
  package mutating func choose(utilityStages name: String) -> Bool {
    utilityStages = UtilityStages.Preset(rawValue: name)
    return utilityStages != nil
  }

  /// Why files cannot go where somebody wants them.
  package enum OutputFault: Error {
    /// It is neither a folder nor a file.
    case unusable
    /// The file's name says a format that is not among those asked for.
    case missing(Format)
  }

  /// Where the files go: a folder, or a file with the ending of a format. Without formats, they are written in that one,
  /// or as PDF.
  package mutating func choose(output: String, formats asked: [Format]) throws(OutputFault) {
    let path = OutputPath(output)
    guard !path.isUnusable else { throw .unusable }
    let format = path.ending.flatMap(Format.init(ending:))
    formats = asked.isEmpty ? [format ?? .pdf] : asked
    guard let format else {
      outputFolder = output
      return
    }
    guard formats.contains(format) else { throw .missing(format) }
    chosenFile = path
  }

  package mutating func choose(numbers: Bool, icons: Bool, prompts: Bool) {
    switches = PrintSwitches(numbers: numbers, icons: icons, prompts: prompts)
  }

  package var isFilled: Bool { state == .filled }
}
