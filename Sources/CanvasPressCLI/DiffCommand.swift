import ArgumentParser
import CanvasPressKit
import Diagnostics

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two states of a workbook: what came, went and was scored anew, and what that moved.",
    discussion: """
      canvaspress diff phase-1.yml phase-2.yml

      Things are the same when they have the same id, or without one the same words. The exit code does not say whether
      there is a difference: two states of a workshop mostly differ.
      """)

  @Argument(help: "The earlier workbook.")
  var old: String

  @Argument(help: "The later workbook.")
  var new: String

  @Option(help: "text for people, json for programs.")
  var format = DataFormat.text

  @Option(help: "The language to speak in. (default: the later workbook's)")
  var language: String?

  func run() throws {
    let library = try Terminal.library()
    let session = Terminal.sessionLanguage(library.languageCodes)
    let report = ComparisonReport(library, old: old, new: new, language: language, session: session)
    let diagnostics = report.diagnostics + library.diagnostics
    guard !diagnostics.haveFaults else {
      let form: ReportFormat = format == .json ? .json : .text
      if let code = Terminal.report(diagnostics, form, .error, library.wording(report.language)) {
        throw code
      }
      return
    }
    switch format {
    case .text: Terminal.say(TerminalStyle.current.text(of: report.outline))
    case .json: Terminal.say(report.json)
    }
  }
}
