import ArgumentParser
import CanvasPressKit
import Diagnostics

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a workbook to start from: every section, each field explained.",
    discussion: """
      canvaspress new workshop.yml && canvaspress print workshop.yml

      Beside it goes canvaspress.schema.json, by which editors explain and check fields while you write.
      Nothing that is there already is ever overwritten.
      """)

  @Argument(help: ArgumentHelp("The workbook to write; .yml is added if it is missing.", valueName: "file"))
  var file: String

  @Option(help: "The language of the workbook and its explanations. (default: the session's)")
  var language: String?

  @Flag(help: "Write a filled workbook of an invented company, with its pictures.")
  var example = false

  func validate() throws {
    if file.isEmpty { throw ValidationError("The workbook needs a name.") }
  }

  func run() throws {
    let library = try Terminal.library()
    let session = Terminal.sessionLanguage(library.languageCodes)
    let language = language ?? session
    // A language that is not there cannot say so itself.
    let spoken = library.languageCodes.contains(language) ? language : session
    let outcome: NewWorkbook.Outcome
    do {
      outcome = try NewWorkbook(library, language: language).write(file, example ? .example : .starter)
    } catch {
      Terminal.complain(library.sentence(of: error, in: spoken) + "\n")
      throw Outcome.machineFailed
    }
    if let path = outcome.path {
      let words = library.phrase(example ? "new.example" : "new.starter", in: spoken, ["file": path])
      Terminal.say("\(words)\n  canvaspress print \(Terminal.quoted(path))\n")
    }
    if !outcome.diagnostics.isEmpty,
      let code = Terminal.report(outcome.diagnostics, .text, .error, library.wording(spoken))
    {
      throw code
    }
  }
}
