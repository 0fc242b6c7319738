import ArgumentParser
import CanvasPressKit
import Diagnostics

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Compile the concept report that the company takes home.",
    discussion: """
      canvaspress report samples/thornbeck-en.yml -o report.pdf
      canvaspress report samples/thornbeck-en.yml -o report.pdf --format html,markdown
      canvaspress report samples/thornbeck-en.yml --outline        what would be in it, and why the rest is not
      canvaspress report samples/thornbeck-en.yml --audience public

      What stands in it and in which order is layouts/report.yml; --flow takes a copy of yours. Chapters of your own are
      written in the workbook, under 'report'.
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "workbook"))
  var workbook: String

  @Option(
    name: [.short, .customLong("output")],
    help: "A file ending in .pdf, .md or .html, or a folder. (default: the workbook's name and -report.pdf)")
  var output: String?

  @Option(help: "Further forms beside it: pdf, markdown, html, with commas between.")
  var format: String?

  @Option(help: "Who reads it: public (no scores), company or mentor. Marked parts and items are left out.")
  var audience = "company"

  @Option(help: "A file that says what stands in the report and in which order.")
  var flow: String?

  @Option(help: "The language of everything that is not the workbook's own words. (default: the workbook's)")
  var language: String?

  @Option(help: "A theme from layouts/themes.")
  var theme = "standard"

  @OptionGroup(title: "PDF files")
  var pdf: PDFFlags

  @Flag(help: "Print what would be in the report and why a part is left out; write nothing.")
  var outline = false

  @Flag(help: "Allow pictures outside the workbook's folder.")
  var allowOutside = false

  @Option(help: "Leave with code 1 when there is a note, warning or error.")
  var failOn = Threshold.error

  func run() throws {
    let request = try request()
    let library = try Terminal.library()
    let press = ReportPress(library, request, CanvasPress.begun)
    if outline {
      let (outcome, outline) = try told(library) { () throws(Press.Failure) in try press.outline() }
      try report(outcome, library)
      if let outline { Terminal.say(TerminalStyle.current.text(of: outline)) }
      return
    }
    let outcome = try told(library) { () throws(Press.Failure) in try press.write() }
    let code = Terminal.report(outcome.diagnostics, .text, failOn.severity, library.wording(outcome.language))
    for file in outcome.files { Terminal.say(file + "\n") }
    if outcome.files.isEmpty {
      Terminal.complain(library.phrase("summary.not-printed", in: outcome.language) + "\n")
    }
    if let code { throw code }
  }

  /// What came of it, or the end of the program with the reason why the machine could not do its part.
  private func told<Result>(
    _ library: Library, _ work: () throws(Press.Failure) -> Result
  ) throws -> Result {
    do { return try work() } catch {
      Terminal.complain(library.sentence(of: error, in: language ?? "en") + "\n")
      throw Outcome.machineFailed
    }
  }

  private func report(_ outcome: Press.Outcome, _ library: Library) throws {
    guard !outcome.diagnostics.isEmpty else { return }
    let wording = library.wording(outcome.language)
    if let code = Terminal.report(outcome.diagnostics, .text, failOn.severity, wording) { throw code }
  }

  private func request() throws -> ReportRequest {
    var request = ReportRequest(workbook: workbook)
    guard request.choose(audience: audience) else {
      throw ValidationError(
        "--audience is one of \(ReportRequest.audienceNames.joined(separator: ", ")), not '\(audience)'.")
    }
    request.flow = flow
    request.language = language
    request.theme = theme
    request.allowOutside = allowOutside
    request.pdf = try pdf.options(hasWorkbook: true)
    let formats = format?.split(separator: ",").map(String.init) ?? []
    if let wrong = request.choose(output: output, formats: formats) {
      throw ValidationError(
        "A report is written as \(ReportRequest.formatNames.joined(separator: ", ")), not as '\(wrong)'.")
    }
    try pdf.checkUse(writesPDF: request.writesPDF)
    return request
  }
}
