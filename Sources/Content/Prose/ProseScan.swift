/// What the characters of a text show before it is read: words in brackets, labels of footnotes, and whatever
/// the cmark of today's systems (0.29) takes time with the square of, or loses.
struct ProseScan {
  /// What stands in brackets on one line and is not defined by the author, each once.
  private(set) var bracketed: [String] = []
  /// Labels that may be those of footnotes, each once.
  private(set) var notes: [String] = []
  /// Offsets at which a backslash keeps cmark from trouble.
  private(set) var snares: [Int] = []
  /// Those that are trouble only where footnotes are read.
  private(set) var noteSnares: [Int] = []
  /// The brackets of whatever may define a footnote.
  private(set) var noteBrackets: [Int] = []
  /// Links that cmark would find by their looks.
  private var bareLinks = 0
  private var carets = 0
  private var labels: Set<String> = []
  private var nextClose = 0
  /// The bars in the line with most of them.
  private var mostBars = 0
  private var lineCount = 0
  /// Lines that may stand below a table's head, in the stretch without a blank line that has most of them.
  private var mostHeads = 0
  private var tildes = 0

  // Far beyond what authors write, and far below where reading takes a second.
  private static let limit = 1000
  private static let cellLimit = 200_000
  private static let headLimit = 200
  private static let nesting = 64

  var isFitForTables: Bool { mostBars * lineCount <= Self.cellLimit && mostHeads <= Self.headLimit }
  var isFitForStrikethrough: Bool { tildes <= Self.limit }
  var isFitForAutolinks: Bool { bareLinks <= Self.limit }
  var isFitForFootnotes: Bool { carets <= Self.limit }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var words: [String] = []
    var defined: Set<String> = []
    var pictures = 0
    var heads = 0
    for (start, end) in Self.lines(of: bytes) {
      lineCount += 1
      var bars = 0
      var isBlank = true
      for index in start..<end {
        switch bytes[index] {
        case UInt8(ascii: "|"): bars += 1
        case UInt8(ascii: "~") where !has("~", at: index - 1): tildes += 1
        case UInt8(ascii: "@"): bareLinks += 1
        case UInt8(ascii: ":") where has("://", at: index): bareLinks += 1
        case UInt8(ascii: "w") where has("www.", at: index): bareLinks += 1
        case UInt8(ascii: "!") where has("![", at: index):
          pictures += 1
          if pictures > Self.limit { snares.append(index) }
        case UInt8(ascii: "[") where has("[^", at: index): readNote(at: index, from: start, to: end)
        case UInt8(ascii: "["):
          guard let word = word(at: index + 1, end: end) else { break }
          if has(":", at: index + word.utf8.count + 2) { defined.insert(Self.key(word)) }
          words.append(word)
        default: break
        }
        if !" \t".utf8.contains(bytes[index]) { isBlank = false }
      }
      mostBars = max(mostBars, bars)
      if isBlank { (pictures, heads) = (0, 0) }
      if !isBlank, bytes[start..<end].allSatisfy("|-: \t>".utf8.contains) {
        heads += 1
        mostHeads = max(mostHeads, heads)
      }
      if let deep = deepMarker(from: start, to: end) { snares.append(deep) }
    }
    var seen: Set<String> = []
    bracketed = words.filter { !defined.contains(Self.key($0)) && seen.insert($0).inserted }
  }

  /// cmark compares labels without regard to case and to spaces at their ends.
  private static func key(_ word: String) -> String {
    String(word.uppercased().lowercased().drop { $0 == " " })
  }

  private func has(_ word: StaticString, at index: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index >= 0, index + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[index + $0] == word.utf8Start[$0] }
  }

  /// What stands up to the next closing bracket, if that is plain and short.
  private func word(at start: Int, end: Int) -> String? {
    for index in start..<min(end, start + 200) {
      switch bytes[index] {
      case UInt8(ascii: "]"):
        return index == start ? nil : String(decoding: bytes[start..<index], as: UTF8.self)
      case UInt8(ascii: "["), UInt8(ascii: "\\"): return nil
      default: continue
      }
    }
    return nil
  }

  private mutating func readNote(at index: Int, from start: Int, to end: Int) {
    carets += 1
    if nextClose <= index {
      nextClose = bytes[index..<end].firstIndex(of: UInt8(ascii: "]")) ?? end
    }
    let close = nextClose
    guard close < min(end, index + Self.limit),
      bytes[index + 1..<close].allSatisfy({ !"[\\`<".utf8.contains($0) })
    else {
      // If the bracket ends on another line, cmark cuts its words by the wrong columns.
      if carets <= Self.limit { noteSnares.append(index) }
      return
    }
    guard has(":", at: close + 1), bytes[start..<index].allSatisfy(Self.isPrefix) else { return }
    noteBrackets += [index, close]
    guard carets <= Self.limit else { return }
    let label = bytes[index + 2..<close]
    let word = String(decoding: label, as: UTF8.self)
    // A label that looks like an address of the web becomes one before it is compared.
    let isPlain = !label.isEmpty && label.allSatisfy(Self.isPlain) && !word.lowercased().contains("www.")
    if isPlain, labels.insert(Self.key(word)).inserted {
      notes.append(word)
    } else {
      // Nothing could refer to it, and cmark would drop it.
      noteSnares += [index, close]
    }
  }

  /// May stand before a definition: marks of quotes and lists.
  private static func isPrefix(_ byte: UInt8) -> Bool {
    " \t>-+*.)".utf8.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "+"), 0x80...:
      true
    default: false
    }
  }

  /// Where a line opens one more quote or list than anyone can follow.
  private func deepMarker(from start: Int, to end: Int) -> Int? {
    var depth = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        index += 1
        continue
      case UInt8(ascii: ">"): break
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard isSpace(index + 1, end) else { return nil }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while index < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
        guard index < end, ".)".utf8.contains(bytes[index]), isSpace(index + 1, end) else { return nil }
      default: return nil
      }
      depth += 1
      // A line of nothing but stars or dashes is a rule.
      if depth > Self.nesting, !isRule(from: start, to: end) { return index }
      if depth > Self.nesting { return nil }
      index += 1
    }
    return nil
  }

  private func isSpace(_ index: Int, _ end: Int) -> Bool { index >= end || " \t".utf8.contains(bytes[index]) }

  private func isRule(from start: Int, to end: Int) -> Bool {
    let marks = Set(bytes[start..<end]).subtracting(" \t".utf8)
    return marks == Set("-".utf8) || marks == Set("*".utf8)
  }

  static func lineStarts(of bytes: [UInt8]) -> [Int] { lines(of: bytes).map(\.start) }

  /// Without their ends.
  private static func lines(of bytes: [UInt8]) -> [(start: Int, end: Int)] {
    var lines: [(start: Int, end: Int)] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append((start, index))
      start = index + 1
    }
    lines.append((start, bytes.count))
    return lines
  }
}
