import ArgumentParser
import CanvasPressKit
import Diagnostics

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with workbooks, each fault at its place.",
    discussion: """
      canvaspress check workshop.yml                      what is wrong, and where
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
    let library = Library(try Terminal.installation())
    let press = Press(library)
    let files = workbooks.map(press.check)
    let codes = library.languageCodes
    let language =
      language ?? files.lazy.compactMap { $0.language }.first { codes.contains($0) }
      ?? Terminal.sessionLanguage(codes)
    let wording = library.wording(language, explained: format.isExplained)
    let code = Terminal.report(files.flatMap(\.diagnostics), format, failOn.severity, wording)
    if format == .text { summarize(files, library, language) }
    if let code { throw code }
  }

  private func summarize(_ files: [WorkbookFile], _ library: Library, _ language: String) {
    for file in files {
      let count = file.diagnostics.count
      let key = count == 0 ? "summary.good" : "summary.faults"
      Terminal.say(library.phrase(key, in: language, ["file": file.path, "count": String(count)]) + "\n")
    }
  }
}
