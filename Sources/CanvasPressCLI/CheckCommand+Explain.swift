import ArgumentParser
import CanvasPressKit
import Diagnostics

extension CheckCommand {
  /// What a code means, or all of them in a line each. No workbook is read.
  func tell(about code: String) throws {
    let library = try Terminal.library()
    let language = try Terminal.language(language, [], library)
    let guide = CodeGuide(library, language: language)
    if code == "list" {
      let list = guide.list
      let width = (list.map(\.code.count).max() ?? 0) + 2
      for (code, meaning) in list { Terminal.say(Column.padded(code, width) + meaning + "\n") }
    } else if let text = guide.text(of: code) {
      Terminal.say(text)
    } else {
      _ = Terminal.report([guide.unknown(code)], .text, .error, library.wording(language))
      throw ExitCode.validationFailure
    }
    if let code = Terminal.report(library.diagnostics, .text, .error, library.wording(language)) {
      throw code
    }
  }
}
