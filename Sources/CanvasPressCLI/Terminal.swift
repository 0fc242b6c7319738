import ArgumentParser
import CanvasPressKit
import Diagnostics
import Glibc

/// How the program ends.
enum Outcome {
  static let findings = ExitCode(1)
  static let wrongFile = ExitCode(2)
  static let machineFailed = ExitCode(74)
}

/// What goes to the terminal: results to the standard output, everything else to the standard error.
enum Terminal {
  static func say(_ text: String) { write(text, to: 1) }

  static func say(_ bytes: [UInt8]) { write(bytes[...], to: 1) }

  static func complain(_ text: String) { write(text, to: 2) }

  /// Words the diagnostics; the code to leave with, if any.
  static func report(
    _ diagnostics: [Diagnostic], _ format: ReportFormat, _ threshold: Diagnostic.Severity,
    _ wording: any Wording
  ) -> ExitCode? {
    switch format {
    case .text: if !diagnostics.isEmpty { complain(TextReport(wording: wording).render(diagnostics)) }
    case .json: say(JSONReport(wording: wording).render(diagnostics))
    case .sarif: say(SARIFReport(wording: wording, version: Release.version).render(diagnostics))
    }
    return code(for: diagnostics, threshold)
  }

  /// The code to leave with: faults always have one, findings from a severity on.
  static func code(for diagnostics: [Diagnostic], _ threshold: Diagnostic.Severity) -> ExitCode? {
    if diagnostics.haveFaults { return Outcome.wrongFile }
    return diagnostics.contains { $0.severity >= threshold } ? Outcome.findings : nil
  }

  /// The installation, or the end of the program: without it there are not even words to say so in two languages.
  static func installation() throws -> Installation {
    if let installation = Installation.find() { return installation }
    complain(
      "canvaspress: the folder 'layouts' was not found; set CANVASPRESS_HOME to the folder that holds it\n")
    complain("canvaspress: la cartella 'layouts' non si trova; indicatela con CANVASPRESS_HOME\n")
    throw Outcome.machineFailed
  }

  /// The library, which lives as long as the program: nobody gains by its being taken apart just before the end.
  static func library() throws -> Library {
    let library = Library(try installation())
    _ = Unmanaged.passRetained(library)
    return library
  }

  /// The language to speak in when no file says: the one of the session, if there is a catalogue of it.
  static func sessionLanguage(_ codes: [String]) -> String {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = Disk.environment(name), !value.isEmpty {
        return codes.first { value.hasPrefix($0) } ?? "en"
      }
    }
    return "en"
  }

  /// A path as a shell takes it.
  static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "._-/+,@".contains($0) }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }

  /// The language asked for, else the first that files name, else the session's. One that there is not ends the program.
  static func language(_ asked: String?, _ files: [String?], _ library: Library) throws -> String {
    let codes = library.languageCodes
    let session = sessionLanguage(codes)
    if let asked {
      let faults = library.faults(ofLanguage: asked)
      if let code = report(faults, .text, .error, library.wording(session)) { throw code }
      return asked
    }
    return files.lazy.compactMap { $0 }.first { codes.contains($0) } ?? session
  }

  private static func write(_ text: String, to file: Int32) { write(Array(text.utf8)[...], to: file) }

  private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32) {
    var bytes = bytes
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        // Who closed the pipe has seen enough; a full disk has not taken what was promised.
        if file == 1, errno != EPIPE {
          complain("canvaspress: \(String(cString: strerror(errno)))\n")
          exit(Outcome.machineFailed.rawValue)
        }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif

  /// It also says what each code means.
  var isExplained: Bool { self == .sarif }
}

enum Threshold: String, ExpressibleByArgument, CaseIterable {
  case note, warning, error

  var severity: Diagnostic.Severity {
    switch self {
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}
