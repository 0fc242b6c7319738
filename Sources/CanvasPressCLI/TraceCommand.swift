import ArgumentParser
import CanvasPressKit
import Diagnostics

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Show why a concept exists: the chain from the customer's pain to the business model.",
    discussion: """
      canvaspress trace samples/rivalunga-it.yml         from each pain and blocker down, then the loose ends
      canvaspress trace samples/rivalunga-it.yml o1      what leads to o1, and what follows from it

      Lines are as wide as the terminal, or as COLUMNS says; in files and pipes they are not wrapped.
      Colours are for terminals; NO_COLOR takes them away. 'canvaspress print FILE trace' prints it as a sheet.
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "workbook"))
  var workbook: String

  @Argument(
    help: ArgumentHelp(
      "The id of a segment, persona, pain, blocker, opportunity, solution or concept.", valueName: "id"))
  var id: String?

  @Option(help: "text for people, json for programs.")
  var format = DataFormat.text

  @Option(help: "The language to speak in. (default: the workbook's)")
  var language: String?

  func run() throws {
    let library = try Terminal.library()
    let session = Terminal.sessionLanguage(library.languageCodes)
    let guide = TraceGuide(library, workbook, language: language, session: session)
    let wording = library.wording(guide.language)
    var diagnostics = guide.diagnostics + library.diagnostics
    if !diagnostics.haveFaults, let id { diagnostics += guide.faults(ofID: id) }
    // What a workbook with faults leads to is not worth telling; beside a chain only the standard error speaks.
    let report: ReportFormat = diagnostics.haveFaults && format == .json ? .json : .text
    if !diagnostics.isEmpty, let code = Terminal.report(diagnostics, report, .error, wording) { throw code }
    switch format {
    case .text: Terminal.say(TerminalStyle.current.text(of: id.map(guide.outline) ?? guide.whole()))
    case .json: Terminal.say(guide.json(of: id))
    }
  }
}

/// How facts are told: to people, or to programs.
enum DataFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
