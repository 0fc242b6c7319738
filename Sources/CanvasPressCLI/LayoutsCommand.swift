import ArgumentParser
import CanvasPressKit
import Diagnostics

struct LayoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts",
    abstract: "List, check and show the canvases.",
    subcommands: [List.self, Check.self, Show.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the canvases, in the order of the method.")

    @Option(help: "The language of the titles.")
    var language: String?

    func run() throws {
      let library = try Terminal.library()
      let language = language ?? Terminal.sessionLanguage(library.languageCodes)
      for canvas in LayoutGuide(library).list(language: language) {
        Terminal.say(Column.padded(canvas.tool, 5) + Column.padded(canvas.name, 24) + canvas.title + "\n")
      }
      if let code = Terminal.report(library.diagnostics, .text, .error, library.wording(language)) {
        throw code
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check canvases without a workbook: grid, areas, paths, phrases.")

    @Argument(
      help: ArgumentHelp("Files of canvases; those in layouts when none is named.", valueName: "file"))
    var files: [String] = []

    @Option(help: "text for people; json or sarif (2.1.0) for programs.")
    var format = ReportFormat.text

    @Option(help: "The language to speak in.")
    var language: String?

    func run() throws {
      let library = try Terminal.library()
      let language = language ?? Terminal.sessionLanguage(library.languageCodes)
      let guide = LayoutGuide(library)
      let checked = guide.check(files)
      let wording = library.wording(language, explained: format.isExplained)
      let code = Terminal.report(library.diagnostics, format, .error, wording)
      if let code { throw code }
      for file in checked where format == .text {
        Terminal.say(library.phrase("summary.good", in: language, ["file": file]) + "\n")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show how a canvas is made: its grid, its cells and what each reads.")

    @Argument(help: ArgumentHelp("A canvas's name or file.", valueName: "canvas"))
    var canvas: String

    @Option(help: "Say how many sticky notes each cell takes on this paper.")
    var paper: String?

    @Option(help: "The language of the headings.")
    var language: String?

    func run() throws {
      let library = try Terminal.library()
      let language = language ?? Terminal.sessionLanguage(library.languageCodes)
      if let paper {
        guard PrintRequest.paperNames.contains(where: { $0.lowercased() == paper.lowercased() }) else {
          throw ValidationError(
            "--paper is one of \(PrintRequest.paperNames.joined(separator: ", ")), not '\(paper)'.")
        }
        do {
          if let text = try LayoutGuide(library).capacities(canvas, paper: paper, language: language) {
            Terminal.say(text)
          }
        } catch {
          Terminal.complain(library.sentence(of: error, in: language) + "\n")
          throw Outcome.machineFailed
        }
      } else if let text = LayoutGuide(library).show(canvas, language: language) {
        Terminal.say(text)
      }
      if let code = Terminal.report(library.diagnostics, .text, .error, library.wording(language)) {
        throw code
      }
    }
  }
}

/// Words in columns.
enum Column {
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
