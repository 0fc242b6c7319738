import ArgumentParser
import CanvasPressKit

/// How PDF files are finished: the same options wherever some are written.
struct PDFFlags: ParsableArguments {
  @Option(
    help: """
      What the PDF is for: screen (tagged, for reading, sending and office printers), press (page boxes, bleed and \
      crop marks for a print shop) or archive-1b (PDF/A-1b).
      """)
  var profile = "screen"

  @Flag(help: "Put the workbook into the PDF; canvaspress extract takes it out again.")
  var attachWorkbook = false

  @Flag(help: "With --profile press: no crop marks.")
  var noMarks = false

  /// What they ask for; whatever contradicts itself is refused with the reason.
  func options(hasWorkbook: Bool) throws -> PDFOptions {
    var options = PDFOptions()
    guard options.choose(profile: profile) else {
      throw ValidationError(
        "--profile is \(PDFOptions.profileNames.joined(separator: ", ")), not '\(profile)'.")
    }
    if noMarks, profile != "press" {
      throw ValidationError("--no-marks goes with --profile press: other files have no crop marks.")
    }
    if attachWorkbook, profile == "press" {
      throw ValidationError(
        "--attach-workbook does not go with --profile press: a print shop's file holds nothing but what is printed."
      )
    }
    if attachWorkbook, profile == "archive-1b" {
      throw ValidationError(
        "--attach-workbook does not go with --profile archive-1b: PDF/A-1 allows no attachments. Use --profile screen."
      )
    }
    if attachWorkbook, !hasWorkbook {
      throw ValidationError(
        "--attach-workbook needs a workbook: canvaspress print my-workbook.yml --attach-workbook")
    }
    options.attachesWorkbook = attachWorkbook
    options.hasMarks = !noMarks
    return options
  }

  /// Asked for where no PDF is written, they would do nothing.
  func checkUse(writesPDF: Bool) throws {
    guard !writesPDF, profile != "screen" || attachWorkbook || noMarks else { return }
    let asked = attachWorkbook ? "--attach-workbook" : noMarks ? "--no-marks" : "--profile"
    throw ValidationError("\(asked) is about PDF files, and none is asked for.")
  }
}
