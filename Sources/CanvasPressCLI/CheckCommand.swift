import ArgumentParser
import CanvasPressKit
import Diagnostics

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with workbooks, each fault at its place.")

  @Argument(help: ArgumentHelp("The workbooks.", valueName: "workbook"))
  var workbooks: [String]

  @Option(help: "text for people, json for programs.")
  var format = ReportFormat.text

  @Option(help: "The language to speak in. (default: the first workbook's)")
  var language: String?

  @Option(help: "Leave with code 1 when there is a note, warning or error.")
  var failOn = Threshold.error

  func run() throws {
    let library = Library(try Terminal.installation())
    let press = Press(library)
    let files = workbooks.map(press.check)
    let codes = library.languageCodes
    let language =
      language ?? files.lazy.compactMap { $0.language }.first { codes.contains($0) }
      ?? Terminal.sessionLanguage(codes)
    let wording = library.wording(language)
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
