import ArgumentParser
import CanvasPressKit
import Diagnostics

struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print canvases to PDF, PNG or SVG.",
    discussion: """
      With a workbook, every canvas that it has something for; without one, blank canvases (--state blank or prompts).
      Text that does not fit is set tighter, then smaller, then carried on to another sheet; nothing is ever cut.
      """)

  @Argument(
    help: ArgumentHelp(
      "A workbook (.yml), then names of canvases or files of your own.", valueName: "workbook canvas"))
  var words: [String] = []

  @Option(
    help:
      "The paper: \(PrintRequest.paperNames.joined(separator: ", ")). (default: the canvas's own)"
  )
  var paper: String?

  @Option(help: "How the paper is held: portrait or landscape. (default: the canvas's own)")
  var orientation: String?

  @Option(
    help:
      "The stages of a blank utility map: things (seven) or original (six). (default: the workbook's, else things)"
  )
  var stages: String?

  @Option(
    help:
      "blank, prompts (blank with guiding questions) or filled. (default: filled with a workbook, else prompts)"
  )
  var state: String?

  @Option(
    help: "pdf, png, svg or several, with commas between. (default: as the ending after -o says, else pdf)")
  var format: String?

  @Option(help: "Dots per inch of PNG pictures. (default: 300)")
  var dpi: Double?

  @Flag(help: "Smaller files of PNG pictures, which take longer.")
  var small = false

  @Flag(help: "Text of SVG drawings as outlines, for programs without the fonts.")
  var outlineText = false

  @Option(
    help: """
      Who sees the sheets: public (no scores), company or mentor. What is marked for others is left out. (default: \
      nothing is)
      """)
  var audience: String?

  @Option(help: "The language of labels and questions. (default: the workbook's)")
  var language: String?

  @Option(help: "A theme from layouts/themes.")
  var theme = "standard"

  @Option(
    name: [.short, .customLong("output")],
    help: "The folder that the files go to, or a file ending in .pdf, .png or .svg for a single print.")
  var output = "."

  @OptionGroup(title: "PDF files")
  var pdf: PDFFlags

  @Flag(help: "One file with all sheets instead of one a canvas.")
  var join = false

  @Flag(help: "Allow pictures outside the workbook's folder.")
  var allowOutside = false

  @Flag(help: "Leave out the order numbers of cells.")
  var noNumbers = false

  @Flag(help: "Leave out the icons.")
  var noIcons = false

  @Flag(help: "Leave out the guiding questions.")
  var noPrompts = false

  @Flag(help: "Print nothing when text would be carried on to another sheet.")
  var strict = false

  @Option(help: "Leave with code 1 when there is a note, warning or error.")
  var failOn = Threshold.error

  func run() throws {
    var request = try request()
    let library = try Terminal.library()
    let press = Press(library, CanvasPress.begun)
    if request.workbook == nil, request.language == nil {
      request.language = Terminal.sessionLanguage(library.languageCodes)
    }
    let outcome: Press.Outcome
    do { outcome = try press.print(request) } catch {
      Terminal.complain(library.sentence(of: error, in: request.language ?? "en") + "\n")
      throw Outcome.machineFailed
    }
    // Without anything to say, not even the sentences are read.
    let code =
      outcome.diagnostics.isEmpty
      ? nil
      : Terminal.report(outcome.diagnostics, .text, failOn.severity, library.wording(outcome.language))
    for file in outcome.files { Terminal.say(file + "\n") }
    if outcome.files.isEmpty, code != nil {
      Terminal.complain(library.phrase("summary.not-printed", in: outcome.language) + "\n")
    }
    if let code { throw code }
  }

  private func request() throws -> PrintRequest {
    var request = PrintRequest()
    var words = words[...]
    if let first = words.first, isFile(first), FileKind.of(first) == .workbook {
      request.workbook = first
      words = words.dropFirst()
    }
    request.canvases = Array(words)
    if let second = words.first(where: { $0.hasSuffix(".yml") && FileKind.of($0) == .workbook && isFile($0) }
    ),
      Disk.entry(at: second) == .file
    {
      throw ValidationError(
        "One workbook at a time, and before the canvases: '\(second)' is no canvas. For several, call print once each."
      )
    }
    if let paper, !request.choose(paper: paper) {
      throw ValidationError(
        "--paper is one of \(PrintRequest.paperNames.joined(separator: ", ")), not '\(paper)'.")
    }
    if let orientation, !request.choose(orientation: orientation) {
      let names = PrintRequest.orientationNames.joined(separator: " or ")
      throw ValidationError("--orientation is \(names), not '\(orientation)'.")
    }
    if let stages, !request.choose(utilityStages: stages) {
      let names = PrintRequest.stagesNames.joined(separator: " or ")
      throw ValidationError("--stages is \(names), not '\(stages)'.")
    }
    let state = state ?? (request.workbook == nil ? "prompts" : "filled")
    guard request.choose(state: state) else {
      throw ValidationError(
        "--state is one of \(PrintRequest.stateNames.joined(separator: ", ")), not '\(state)'.")
    }
    if request.isFilled, request.workbook == nil {
      throw ValidationError("A filled canvas needs a workbook: canvaspress print my-workbook.yml")
    }
    if let audience {
      guard request.choose(audience: audience) else {
        throw ValidationError(
          "--audience is one of \(PrintRequest.audienceNames.joined(separator: ", ")), not '\(audience)'.")
      }
      guard request.workbook != nil else {
        throw ValidationError("--audience needs a workbook: blank canvases are for everyone.")
      }
    }
    try choosePlace(&request)
    request.pdf = try pdf.options(hasWorkbook: request.workbook != nil)
    try pdf.checkUse(writesPDF: request.formats.contains(.pdf))
    request.small = small
    request.outlinesText = outlineText
    request.language = language
    request.theme = theme
    request.joined = join
    request.allowOutside = allowOutside
    request.strict = strict
    request.choose(numbers: !noNumbers, icons: !noIcons, prompts: !noPrompts)
    return request
  }

  /// Where the files go, and as what they are written.
  private func choosePlace(_ request: inout PrintRequest) throws {
    let formats = try (format ?? "").split(separator: ",").map { name in
      guard let format = PrintRequest.Format(rawValue: String(name)) else {
        throw ValidationError(
          "--format is \(PrintRequest.formatNames.joined(separator: ", ")), not '\(name)'.")
      }
      return format
    }
    if format != nil, formats.isEmpty { throw ValidationError("--format names no format.") }
    do { try request.choose(output: output, formats: formats) } catch {
      switch error {
      case .unusable:
        throw ValidationError("-o is a folder, or a file ending in .pdf, .png or .svg, not '\(output)'.")
      case .missing(let format):
        throw ValidationError(
          "'\(output)' asks for \(format.rawValue), and --format does not name it: add it there, or leave --format out."
        )
      }
    }
    if let dpi {
      guard (36...1200).contains(dpi) else { throw ValidationError("--dpi is a number from 36 to 1200.") }
      request.dotsPerInch = dpi
    }
    let asked = dpi != nil ? "--dpi" : small ? "--small" : nil
    if let asked, !request.formats.contains(.png) {
      throw ValidationError("\(asked) is about PNG pictures, and none is asked for.")
    }
    if outlineText, !request.formats.contains(.svg) {
      throw ValidationError("--outline-text is about SVG drawings, and none is asked for.")
    }
  }

  /// The first word is a workbook when it looks like a file's name; canvases have plain names.
  private func isFile(_ word: String) -> Bool {
    if word.hasSuffix(".yml") || word.hasSuffix(".yaml") || word.contains("/") { return true }
    return Disk.entry(at: word) == .file || Disk.entry(at: word) == .folder
  }
}
