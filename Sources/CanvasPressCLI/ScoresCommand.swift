import ArgumentParser
import CanvasPressKit
import Diagnostics

struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Edit scores and names in a spreadsheet: write them as CSV, bring them back.",
    discussion: """
      canvaspress scores export workshop.yml --to scores.csv
      canvaspress scores import workshop.yml scores.csv --dry-run
      canvaspress scores import workshop.yml scores.csv
      """,
    subcommands: [Export.self, Import.self])

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the scores of opportunities and solutions as CSV, a row each.",
      discussion: """
        An apostrophe goes before a text that a spreadsheet would take for a formula; import takes it off again.
        A file that is there already is never overwritten.
        """)

    @Argument(help: ArgumentHelp("The workbook.", valueName: "workbook"))
    var workbook: String

    @Option(help: ArgumentHelp("The file to write. (default: the standard output)", valueName: "file"))
    var to: String?

    @Option(
      help:
        "comma or semicolon. (default: semicolon where the workbook's language has decimal commas, else comma)"
    )
    var separator: String?

    func validate() throws {
      let names = ScoreFiles.separatorNames
      if let separator, !names.contains(separator) {
        throw ValidationError("--separator is \(names.joined(separator: " or ")), not '\(separator)'.")
      }
    }

    func run() throws {
      let library = try Terminal.library()
      let outcome = try ScoresCommand.outcome(library) { files throws(Press.Failure) in
        try files.export(workbook, to: to, separator: separator)
      }
      Terminal.say(outcome.text)
      if let path = outcome.path {
        let words = library.phrase("scores.exported", in: outcome.language, ["file": path])
        let command = "canvaspress scores import \(Terminal.quoted(workbook)) \(Terminal.quoted(path))"
        Terminal.say("\(words)\n  \(command)\n")
      }
      try ScoresCommand.leave(outcome, library)
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Write scores and names from CSV back into the workbook, and change nothing else in it.",
      discussion: """
        The columns 'kind' and 'id' say what a row is about; others may be left out, and an empty cell changes
        nothing. Commas or semicolons, 3 or 3,0. If anything does not fit, nothing is written.
        """)

    @Argument(help: ArgumentHelp("The workbook.", valueName: "workbook"))
    var workbook: String

    @Argument(help: ArgumentHelp("The table.", valueName: "csv"))
    var table: String

    @Flag(help: "Show what would change, line by line, and write nothing.")
    var dryRun = false

    func run() throws {
      let library = try Terminal.library()
      let outcome = try ScoresCommand.outcome(library) { files throws(Press.Failure) in
        try files.bringIn(table, to: workbook, isDryRun: dryRun)
      }
      if dryRun { Terminal.say(outcome.text) }
      let isRefused = outcome.diagnostics.haveFaults && outcome.changes == 0
      if !isRefused {
        let key =
          outcome.changes == 0 ? "scores.unchanged" : dryRun ? "scores.would-change" : "scores.changed"
        let arguments = ["file": workbook, "count": String(outcome.changes)]
        Terminal.say(library.phrase(key, in: outcome.language, arguments) + "\n")
      }
      defer {
        if isRefused { Terminal.complain(library.phrase("scores.refused", in: outcome.language) + "\n") }
      }
      try ScoresCommand.leave(outcome, library)
    }
  }

  private static func outcome(
    _ library: Library, _ body: (ScoreFiles) throws(Press.Failure) -> ScoreFiles.Outcome
  ) throws -> ScoreFiles.Outcome {
    let session = Terminal.sessionLanguage(library.languageCodes)
    do { return try body(ScoreFiles(library, language: session)) } catch {
      Terminal.complain(library.sentence(of: error, in: session) + "\n")
      throw Outcome.machineFailed
    }
  }

  private static func leave(_ outcome: ScoreFiles.Outcome, _ library: Library) throws {
    if !outcome.diagnostics.isEmpty,
      let code = Terminal.report(outcome.diagnostics, .text, .error, library.wording(outcome.language))
    {
      throw code
    }
  }
}
