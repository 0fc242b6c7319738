import ArgumentParser
import CanvasPressKit
import Diagnostics

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of workbooks, for editors that explain and check while you write.",
    discussion: """
      canvaspress schema > canvaspress.schema.json

      Editors with a YAML language server find it by the first line that 'canvaspress new' writes:
      # yaml-language-server: $schema=canvaspress.schema.json
      """)

  @Option(help: "The language of the explanations. (default: the session's)")
  var language: String?

  func run() throws {
    let library = try Terminal.library()
    let session = Terminal.sessionLanguage(library.languageCodes)
    let help = WorkbookHelp(library, language: language ?? session)
    let isKnown = help.diagnostics.isEmpty
    let schema = isKnown ? help.schema : ""
    let diagnostics = help.diagnostics + library.diagnostics
    // A language that is not there cannot say so itself.
    let wording = library.wording(isKnown ? language ?? session : session)
    if !diagnostics.isEmpty, let code = Terminal.report(diagnostics, .text, .error, wording) { throw code }
    Terminal.say(schema)
  }
}
