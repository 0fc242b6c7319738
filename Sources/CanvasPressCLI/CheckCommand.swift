import ArgumentParser
import CanvasPressKit
import Diagnostics

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with workbooks, and what they still lack.",
    discussion: """
      Faults are what the file must mend before it can be used. Findings are what the method has to say of its content:
      scores, ranking, concept, the chain from the customer to the business model, what nobody has tested yet.

      canvaspress check workshop.yml                      what is wrong or missing, and where
      canvaspress check *.yml --format sarif > log.sarif  one log of all, for editors
      canvaspress check --explain key/unknown             what a code means
      """)

  @Argument(help: ArgumentHelp("The workbooks.", valueName: "workbook"))
  var workbooks: [String] = []

  @Option(help: "text for people; json or sarif (2.1.0) for programs.")
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp(
      "Say what a code in brackets means and what to do about it; list names them all.", valueName: "code"))
  var explain: String?

  @Option(help: "The language to speak in. (default: the first workbook's, else the session's)")
  var language: String?

  @Option(help: "Leave with code 1 when there is a note, warning or error.")
  var failOn = Threshold.error

  func validate() throws {
    if workbooks.isEmpty, explain == nil {
      throw ValidationError("Name a workbook, such as: canvaspress check workshop.yml")
    }
    if !workbooks.isEmpty, explain != nil {
      throw ValidationError("--explain goes without a workbook: canvaspress check --explain CODE")
    }
  }

  func run() throws {
    if let explain { return try tell(about: explain) }
    let library = try Terminal.library()
    let press = Press(library)
    let checks = workbooks.map(press.check)
    let language = try Terminal.language(language, checks.map(\.file.language), library)
    let wording = library.wording(language, explained: format.isExplained)
    let diagnostics = checks.flatMap(\.diagnostics)
    if format == .text {
      let report = CheckReport(library, language: language)
      for (number, check) in checks.enumerated() {
        if number > 0 { Terminal.say("\n") }
        let faults = report.faults(check)
        if !faults.isEmpty { Terminal.say(faults + "\n") }
        Terminal.say(TerminalStyle.current.text(of: report.outline(check)))
      }
      if let code = Terminal.code(for: diagnostics, failOn.severity) { throw code }
    } else if let code = Terminal.report(diagnostics, format, failOn.severity, wording) {
      throw code
    }
  }
}
