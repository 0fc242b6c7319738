import CanvasPressKit
import Diagnostics
import Foundation
import PageModel
import Testing

/// The project's own folder.
let home = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// A folder that is removed when the test ends.
final class TemporaryFolder {
  let path: String
  init() {
    path = NSTemporaryDirectory() + "/canvaspress-test-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) -> String {
    write(name, Data(text.utf8))
  }

  func write(_ name: String, _ data: Data) -> String {
    _ = FileManager.default.createFile(atPath: path + "/" + name, contents: data)
    return path + "/" + name
  }
}

/// Runs an independent tool; its output and exit code.
func run(
  _ tool: String, _ arguments: [String], environment: [String: String] = [:]
) throws -> (output: String, errors: String, code: Int32) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [tool] + arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  let (output, errors) = (Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  // Both pipes are emptied at once, so that neither fills up.
  let queue = DispatchQueue(label: "errors")
  nonisolated(unsafe) var errorData = Data()
  let group = DispatchGroup()
  queue.async(group: group) { errorData = errors.fileHandleForReading.readDataToEndOfFile() }
  let data = output.fileHandleForReading.readDataToEndOfFile()
  group.wait()
  process.waitUntilExit()
  return (
    String(decoding: data, as: UTF8.self), String(decoding: errorData, as: UTF8.self),
    process.terminationStatus
  )
}

/// The program as users run it.
func canvaspress(
  _ arguments: [String], environment: [String: String] = [:]
) throws -> (output: String, errors: String, code: Int32) {
  try run(try program(), arguments, environment: ["CANVASPRESS_HOME": home].merging(environment) { $1 })
}

/// The same, with the most memory that it took at once, in megabytes, behind its errors.
func canvaspressWeighed(
  _ arguments: [String], environment: [String: String] = [:]
) throws -> (output: String, errors: String, code: Int32, megabytes: Int) {
  let script = """
    import resource, subprocess, sys
    code = subprocess.run(sys.argv[1:]).returncode
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr)
    sys.exit(code)
    """
  let result = try run(
    "python3", ["-c", script, try program()] + arguments,
    environment: ["CANVASPRESS_HOME": home].merging(environment) { $1 })
  let last = result.errors.split(separator: "\n").last.flatMap { Int($0) }
  return (result.output, result.errors, result.code, try #require(last))
}

/// Where the program stands.
private func program() throws -> String {
  let folder = Bundle.allBundles.map(\.bundlePath).first { $0.hasSuffix(".xctest") }
    .map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
  let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
  let program = [folder, beside, home + "/.build/debug"].compactMap { $0 }.map { $0 + "/canvaspress" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  return try #require(program, "swift build --product canvaspress comes first")
}

func library() -> Library { Library(Installation.at(home)) }

/// Text as a reader takes it out of a PDF: line ends are spaces, words broken at a line's end or dash are joined.
func words(ofPDF path: String) throws -> String {
  let text = try run("pdftotext", ["-raw", path, "-"]).output
  return text.replacing("\u{AD}\n", with: "").replacing("-\n", with: "-").replacing(/\s+/, with: " ")
}

extension Press {
  /// The pages of all canvases.
  func layOut(_ workbook: String, paper: String, state: String = "filled") throws -> [Page] {
    var request = PrintRequest()
    request.workbook = workbook
    #expect(request.choose(paper: paper) && request.choose(state: state))
    return try layOut(request).prints.flatMap(\.document.pages)
  }
}

/// Every text of the workbook's sections that have a canvas.
let samples = ["rivalunga-it.yml", "thornbeck-en.yml", "tiny.yml"].map { home + "/samples/" + $0 }
