/// Words as Markdown that reads as these words, and stays as readable as it can without becoming markup.
struct MarkdownEscape {
  /// Where the words stand.
  enum Setting { case block, heading, cell }

  var setting: Setting

  /// What `scalars[index]` is written as, after what is in `line`: the scalars of the line up to there.
  func written(_ scalars: [Unicode.Scalar], _ index: Int, after line: [Unicode.Scalar]) -> String {
    let scalar = scalars[index]
    switch scalar {
    case "\\", "`", "*", "[", "]", "<", "~", "$": return "\\" + String(scalar)
    case "_":
      let before = index > 0 ? scalars[index - 1] : line.last
      let isInWord = isAlphanumeric(before) && isAlphanumeric(scalars[safe: index + 1])
      return isInWord ? "_" : "\\_"
    case "&": return isEntity(scalars, index) ? "\\&" : "&"
    case ":":
      let isAddress = scalars[safe: index + 1] == "/" && scalars[safe: index + 2] == "/"
      return isAddress || line.last == "]" || startsBlock(line) ? "\\:" : ":"
    case "(": return line.last == "]" ? "\\(" : "("
    case "@":
      // A backslash does not keep it from becoming a link to write to: only something between does.
      let isAddress =
        index > 0
        && (isAlphanumeric(scalars[index - 1]) || "._-+".unicodeScalars.contains(scalars[index - 1]))
      return isAddress && isAlphanumeric(scalars[safe: index + 1]) ? "<!-- -->@" : "@"
    case "|": return setting == .cell || startsBlock(line) ? "\\|" : "|"
    case "#": return setting == .heading || startsBlock(line) ? "\\#" : "#"
    case ">", "+", "-", "=": return startsBlock(line) ? "\\" + String(scalar) : String(scalar)
    case ".", ")":
      let isNumber = (1...9).contains(line.count) && line.allSatisfy { ("0"..."9").contains($0) }
      let isWeb = index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
      return setting == .block && isNumber || scalar == "." && isWeb ? "\\" + String(scalar) : String(scalar)
    case "\0"..."\u{8}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": return "\u{FFFD}"
    case "\t", "\u{B}", "\u{C}": return " "
    default: return String(scalar)
    }
  }

  private func startsBlock(_ line: [Unicode.Scalar]) -> Bool { setting == .block && line.isEmpty }

  private func isAlphanumeric(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private func isEntity(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    var end = index + 1
    if scalars[safe: end] == "#" { end += 1 }
    let start = end
    while isAlphanumeric(scalars[safe: end]) { end += 1 }
    return end > start && scalars[safe: end] == ";"
  }
}

extension Array {
  /// Nothing beyond its ends.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
