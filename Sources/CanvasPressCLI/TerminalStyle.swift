import CanvasPressKit
import Diagnostics
import Glibc

/// How text looks on the standard output: colours only on a terminal that wants them, lines as wide as it is.
struct TerminalStyle {
  var hasColours: Bool
  /// Nothing where lines are not wrapped: in files and pipes, unless `COLUMNS` says otherwise.
  var width: Int?

  /// Narrower than this no text is wrapped under itself.
  private static let narrowest = 24

  init(hasColours: Bool, width: Int?) {
    self.hasColours = hasColours
    self.width = width
  }

  /// `NO_COLOR` and `TERM=dumb` take the colours away; `COLUMNS` goes before the terminal's own width.
  init(isTerminal: Bool, terminalWidth: Int?, environment: (String) -> String?) {
    let refuses = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    hasColours = isTerminal && !refuses && environment("TERM") != "dumb"
    width = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? terminalWidth
  }

  /// The one of this run.
  static var current: TerminalStyle {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return TerminalStyle(
      isTerminal: isTerminal, terminalWidth: isKnown ? Int(size.ws_col) : nil,
      environment: Disk.environment)
  }

  func painted(_ words: String, _ tone: Outline.Tone) -> String {
    guard hasColours, !words.isEmpty else { return words }
    switch tone {
    case .plain: return words
    case .quiet: return "\u{1B}[2m\(words)\u{1B}[0m"
    case .strong: return "\u{1B}[1m\(words)\u{1B}[0m"
    case .warning: return "\u{1B}[33m\(words)\u{1B}[0m"
    }
  }

  func text(of outline: Outline) -> String {
    outline.lines.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined()
  }

  /// A line, wrapped under its own text; a word that is wider than all the room stays whole.
  private func lines(of line: Outline.Line) -> [String] {
    let label = line.label.map { painted($0.words, $0.tone) }.joined()
    let start = painted(line.lead, .quiet) + label
    guard let width else { return [start + line.text.map { painted($0.words, $0.tone) }.joined()] }
    let labelWidth = line.label.reduce(0) { $0 + TextColumns.width(of: $1.words) }
    let textStart = TextColumns.width(of: line.lead) + labelWidth
    var hang =
      line.hang + String(repeating: " ", count: max(0, textStart - TextColumns.width(of: line.hang)))
    if width - TextColumns.width(of: hang) < Self.narrowest { hang = line.hang + "  " }
    let indent = TextColumns.width(of: hang)
    var lines = [start]
    var column = textStart
    var isFresh = true
    for word in words(of: line.text) {
      let needed = word.reduce(0) { $0 + TextColumns.width(of: $1.words) }
      if !isFresh || column > indent, column + (isFresh ? 0 : 1) + needed > width {
        lines.append(painted(hang, .quiet))
        column = indent
        isFresh = true
      }
      lines[lines.count - 1] += (isFresh ? "" : " ") + word.map { painted($0.words, $0.tone) }.joined()
      column += (isFresh ? 0 : 1) + needed
      isFresh = false
    }
    return lines
  }

  /// Words between spaces, of which one may have several tones.
  private func words(of parts: [Outline.Part]) -> [[Outline.Part]] {
    var words: [[Outline.Part]] = []
    var isOpen = false
    for part in parts {
      for (position, piece) in part.words.split(separator: " ", omittingEmptySubsequences: false).enumerated()
      {
        if position > 0 { isOpen = false }
        guard !piece.isEmpty else { continue }
        let piece = Outline.Part(String(piece), part.tone)
        if isOpen { words[words.count - 1].append(piece) } else { words.append([piece]) }
        isOpen = true
      }
    }
    return words
  }
}
