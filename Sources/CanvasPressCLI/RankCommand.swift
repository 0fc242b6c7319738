import ArgumentParser
import CanvasPressKit
import Diagnostics

struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Rank the solutions of a workbook, and say how firm the first place is.",
    discussion: """
      Impact less challenge, by the method's sums; equals share a place. Below the table: which scores, changed by one,
      would put another first, and where to check them.
      """)

  @Argument(help: "The workbook.")
  var workbook: String

  @Option(help: "text for people, json for programs, csv for spreadsheets.")
  var format = RankFormat.text

  @Option(help: "The language to speak in. (default: the workbook's)")
  var language: String?

  func run() throws {
    let library = try Terminal.library()
    let file = Press(library).read(workbook)
    let language = try Terminal.language(language, [file.language], library)
    // A workbook with faults is not ranked; a score out of range is told beside the table.
    let form: ReportFormat = file.diagnostics.haveFaults && format == .json ? .json : .text
    if !file.diagnostics.isEmpty,
      let code = Terminal.report(file.diagnostics, form, .error, library.wording(language))
    {
      throw code
    }
    let report = RankReport(file.workbook, library, language: language)
    switch format {
    case .text:
      let style = TerminalStyle.current
      Terminal.say(style.text(of: report.outline(width: style.width)))
    case .json: Terminal.say(report.json)
    case .csv: Terminal.say(report.csv)
    }
  }
}

enum RankFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv
}
