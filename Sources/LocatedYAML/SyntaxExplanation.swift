import Diagnostics

/// What a syntax error means to someone who writes workbooks, and where to look for a fresh start.
extension Composer {
  /// Says what is wrong in the words of someone who writes workbooks; where to look for the next key.
  mutating func explain(_ problem: YAMLProblem) -> Int {
    let bytes = file.bytes
    let place: Int
    if let byteOffset = problem.byteOffset {
      place = min(cursor.start + byteOffset, max(0, bytes.count - 1))
      report("yaml/control-character", place..<place + 1)
      return place
    }
    place = min(offset(problem.problemMark), bytes.count)
    let context = min(offset(problem.contextMark), bytes.count)
    let one = place..<min(place + 1, max(place, bytes.count))
    let wrong = place < bytes.count ? bytes[place] : 0
    if problem.context.contains("quoted scalar"), problem.problem.contains("unexpected") {
      report("yaml/unclosed-quote", context..<context + 1)
      return context
    }
    if problem.context.contains("flow") {
      diagnostics.append(
        Diagnostic(
          fault: "yaml/unclosed-bracket", at: Span(file, one),
          ["bracket": .text(file.text(in: context..<context + 1))],
          related: [Diagnostic.Related(key: "opened-here", span: Span(file, context..<context + 1))]))
      return context
    }
    if problem.problem.contains("cannot start any token") {
      if wrong == UInt8(ascii: "\t") {
        report("yaml/tab", one, hint: "use-spaces")
      } else {
        report("yaml/reserved-character", one, ["character": .text(file.text(in: one))], hint: "quote-it")
      }
    } else if problem.problem.contains("mapping values are not allowed") {
      report("yaml/colon", one, hint: "quote-it")
    } else if problem.problem.contains("expected ':'") {
      let line = file.line(file.position(of: context).line)
      let end = line.start + line.bytes.count
      let isDash = bytes[context] == UInt8(ascii: "-")
      report("yaml/missing-colon", context..<max(context + 1, end), hint: isDash ? "dash-space" : nil)
      return context
    } else if problem.problem.contains("escape character") {
      report("yaml/escape", one, hint: "single-quotes")
    } else if problem.problem.contains("expected key") || problem.problem.contains("'-' indicator")
      || problem.problem.contains("expected <document start>")
    {
      report("yaml/indentation", one)
    } else {
      report("yaml/syntax", one, ["problem": .text(problem.problem)])
    }
    return place
  }

  /// The next line that starts with a plain key at the margin, after the line of an offset.
  func nextTopLevelKey(after offset: Int) -> Int? {
    let bytes = file.bytes
    var index = offset
    while index < bytes.count {
      guard let lineEnd = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      index = lineEnd + 1
      var end = index
      while end < bytes.count, Self.isKeyByte(bytes[end]) { end += 1 }
      if end > index, end < bytes.count, bytes[end] == UInt8(ascii: ":"),
        end + 1 == bytes.count || bytes[end + 1] == UInt8(ascii: " ") || bytes[end + 1] < 32
      {
        return index
      }
    }
    return nil
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
