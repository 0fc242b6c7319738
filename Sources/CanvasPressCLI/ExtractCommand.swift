import ArgumentParser
import CanvasPressKit
import Diagnostics

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Take the workbook out of a PDF that it was attached to.",
    discussion: """
      canvaspress report samples/thornbeck-en.yml -o report.pdf --attach-workbook
      canvaspress extract report.pdf                       writes thornbeck-en.yml beside the report
      canvaspress extract report.pdf -o copy.yml

      It comes out byte for byte. A file that is there already and says something else is never overwritten.
      """)

  @Argument(help: ArgumentHelp("The PDF.", valueName: "file.pdf"))
  var file: String

  @Option(
    name: [.short, .customLong("output")],
    help: "A file or a folder; - for the standard output. (default: its own name, beside the PDF)")
  var output: String?

  func run() throws {
    let library = try Terminal.library()
    let spoken = Terminal.sessionLanguage(library.languageCodes)
    let outcome: Extraction.Outcome
    do { outcome = try Extraction(file).extract(to: output) } catch {
      Terminal.complain(library.sentence(of: error, in: spoken) + "\n")
      throw Outcome.machineFailed
    }
    if let bytes = outcome.bytes { Terminal.say(bytes) }
    if let path = outcome.path { Terminal.say(path + "\n") }
    if !outcome.diagnostics.isEmpty,
      let code = Terminal.report(outcome.diagnostics, .text, .error, library.wording(spoken))
    {
      throw code
    }
  }
}
