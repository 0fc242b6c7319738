import ArgumentParser
import CanvasPressKit

/// The command line: reads options, calls the kit, prints, and leaves with a code that scripts can trust.
@main
struct CanvasPress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "canvaspress",
    abstract: "Prints workshop canvases from one YAML workbook, or blank ones without.",
    discussion: """
      canvaspress print samples/rivalunga-it.yml -o out     every canvas the workbook has something for
      canvaspress print --state prompts --language it       blank canvases with guiding questions
      canvaspress report samples/rivalunga-it.yml -o r.pdf  the concept report that the company takes home
      canvaspress check samples/rivalunga-it.yml            what is wrong with a workbook, what it still lacks
      canvaspress rank samples/rivalunga-it.yml             which idea to develop, and how firm that is
      canvaspress new workshop.yml                          a workbook of your own, every field explained
      canvaspress trace samples/rivalunga-it.yml            why the concept exists, and which ends are loose
      canvaspress diff before.yml after.yml                 what changed between two workshops
      canvaspress scores export workshop.yml --to s.csv     scores for a spreadsheet; 'scores import' brings them back

      Exit codes: 0 good, 1 findings at or above --fail-on, 2 a file cannot be used as it is,
      64 a wrong command line, 74 the machine failed.
      """,
    version: Release.version,
    subcommands: [
      PrintCommand.self, ReportCommand.self, ExtractCommand.self, CheckCommand.self, RankCommand.self,
      TraceCommand.self,
      DiffCommand.self,
      ScoresCommand.self,
      NewCommand.self,
      SchemaCommand.self, LayoutsCommand.self, DoctorCommand.self,
    ])

  /// Of those that take their time.
  static let begun: Beginning? = {
    let words = CommandLine.arguments.dropFirst()
    guard let name = words.first, ["print", "report"].contains(name) else { return nil }
    return Beginning(words.dropFirst(), italic: name == "report")
  }()

  static func main() {
    do {
      _ = begun
      var command = try command(CommandLine.arguments.dropFirst())
      try command.run()
    } catch {
      begun?.end()
      exit(withError: error)
    }
  }

  /// A command whose name comes first reads its options by itself: the whole tree takes milliseconds. Questions for help
  /// and whatever is wrong go the whole way, which knows how to answer.
  private static func command(_ words: ArraySlice<String>) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { $0.configuration.commandName == words.first }
    if let named, let command = try? named.parseAsRoot(Array(words.dropFirst())), type(of: command) == named {
      return command
    }
    return try parseAsRoot(Array(words))
  }
}
