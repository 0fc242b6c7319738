import Diagnostics
import LocatedYAML
import PageModel

/// What words and paths of a canvas lead to.
extension CanvasChecker {
  mutating func phrase(_ text: Text?) {
    if let text { phrases.append(text) }
  }

  mutating func paper(_ text: Text) -> (Paper, Paper.Orientation)? {
    let words = text.string.split(separator: " ").map(String.init)
    guard let first = words.first, let paper = Paper(named: first) else {
      reading.unknown("layout/paper", text, known: Paper.allCases.map(\.rawValue))
      return nil
    }
    guard words.count == 2, let orientation = Paper.Orientation(rawValue: words[1]) else {
      reading.report(Diagnostic(fault: "layout/orientation", at: text.span, ["paper": .text(paper.rawValue)]))
      return nil
    }
    return (paper, orientation)
  }

  mutating func perPath(_ text: Text) -> DataPath? {
    let words = text.string.split(separator: " ")
    guard words.count == 2, words[0] == "per" else {
      reading.report(Diagnostic(fault: "layout/sheets", at: text.span, hint: "sheets-form"))
      return nil
    }
    return DataPath(Text(String(words[1]), at: text.span))
  }

  mutating func filter(_ text: Text, _ data: RecordDescription?) -> CanvasDefinition.Filter? {
    let words = text.string.split(separator: " ")
    guard words.count == 3, words[1] == "is" else {
      reading.report(Diagnostic(fault: "layout/when", at: text.span, hint: "when-form"))
      return nil
    }
    let path = DataPath(Text(String(words[0]), at: text.span))
    if case .word(_, let known)? = shape(at: path, from: data) {
      if !known.contains(String(words[2])) {
        reading.unknownWord(Text(String(words[2]), at: text.span), known: known)
      }
    }
    return CanvasDefinition.Filter(path: path, word: String(words[2]))
  }

  /// The shape that a path leads to; reports the step that leads nowhere.
  mutating func shape(at path: DataPath, from start: RecordDescription?) -> Shape? {
    start.flatMap { vocabulary.shape(at: path, from: $0, &reading) }
  }

  mutating func record(at path: DataPath, from start: RecordDescription?) -> RecordDescription? {
    guard let shape = shape(at: path, from: start) else { return nil }
    if case .record(let record) = shape { return record }
    reading.report(
      Diagnostic(
        fault: "layout/not-a-record", at: path.text.span,
        ["path": .text(path.text.string), "shape": .phrase(shape.phrase)]))
    return nil
  }

  mutating func element(of path: DataPath, from start: RecordDescription?) -> RecordDescription? {
    guard let shape = shape(at: path, from: start) else { return nil }
    if case .list(.record(let record), _) = shape { return record }
    reading.report(
      Diagnostic(
        fault: "layout/not-a-list", at: path.text.span,
        ["path": .text(path.text.string), "shape": .phrase(shape.phrase)]))
    return nil
  }
}
