import ArgumentParser
import CanvasPressKit
import Diagnostics

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what canvaspress runs on: versions, folders, fonts, languages.")

  @Option(help: "Say which font sets each part of this text.")
  var text: String?

  func run() throws {
    let library = try Terminal.library()
    let doctor = Doctor(library)
    if let text {
      try tell(text, doctor)
    } else {
      for (name, version) in doctor.versions { line(name, version) }
      for (name, path) in doctor.folders { line(name, path) }
      for font in doctor.fonts() { line(font.weight, font.path ?? "\(font.file): missing") }
      for font in doctor.fallbacks() {
        let absence = font.package.map { "\(font.file): not here, in package \($0)" }
        let name = font.scripts.isEmpty ? "fallback" : font.scripts.prefix(2).joined(separator: " ")
        line(name, font.path ?? absence ?? "\(font.file): not here")
      }
      for (code, isHyphenated) in doctor.languages() {
        line(code, isHyphenated ? "hyphenated" : "no hyphenation dictionary")
      }
    }
    let language = Terminal.sessionLanguage(library.languageCodes)
    if let code = Terminal.report(library.diagnostics, .text, .error, library.wording(language)) {
      throw code
    }
  }

  private func tell(_ text: String, _ doctor: Doctor) throws {
    let faces: [(text: String, file: String?)]
    do { faces = try doctor.faces(of: text) } catch { throw Outcome.machineFailed }
    for (part, file) in faces { line(part, file ?? "no font has it") }
  }

  private func line(_ name: String, _ value: String) { Terminal.say(Column.padded(name, 14) + value + "\n") }
}
