/// An author's text as it is given to cmark: with definitions before it for what authors need not define, and
/// without what this cmark would lose or linger at.
struct ProseSource {
  /// Opens addresses of things of the workbook; no author can type it.
  static let mark: Character = "\u{1}"

  private(set) var bytes: [UInt8]
  /// Paragraphs before the text that refer to footnotes, so that cmark keeps all definitions.
  private(set) var preamble = 0
  private(set) var hasFootnotes = false
  /// Those of cmark that are safe to use on this text.
  private(set) var extensions = ["tasklist"]
  /// Ids of the workbook that stand in brackets; addresses are the mark and a position here.
  private(set) var ids: [String] = []

  init(_ text: String, names: (String) -> (place: Place, title: String)?) {
    bytes = text.utf8.contains(UInt8(ascii: "\r")) ? Self.withPlainLineEnds(text) : Array(text.utf8)
    let found = ProseScan(bytes)
    extensions += found.isFitForStrikethrough ? ["strikethrough"] : []
    extensions += found.isFitForTables ? ["table"] : []
    extensions += found.isFitForAutolinks ? ["autolink"] : []
    hasFootnotes = !found.notes.isEmpty && found.isFitForFootnotes
    escape(at: found.snares + (hasFootnotes ? found.noteSnares : found.noteBrackets))

    var lines = ""
    for word in found.bracketed where names(word) != nil {
      lines += "[\(word)]: <\(Self.mark)\(ids.count)>\n"
      ids.append(word)
    }
    if hasFootnotes {
      preamble = found.notes.count
      for note in found.notes { lines += "\n[^\(note)]\n" }
    }
    if !lines.isEmpty { bytes.insert(contentsOf: Array((lines + "\n").utf8), at: 0) }
  }

  private static func withPlainLineEnds(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\r") {
        bytes.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || last != UInt8(ascii: "\r") {
        bytes.append(byte)
      }
      last = byte
    }
    return bytes
  }

  /// The id that an address made above stands for.
  func id(at address: String) -> String? {
    guard address.first == Self.mark, let index = Int(address.dropFirst()), ids.indices.contains(index) else {
      return nil
    }
    return ids[index]
  }

  /// Makes the characters at these offsets stand for themselves, where they do not yet.
  mutating func escape(at offsets: [Int]) {
    guard !offsets.isEmpty else { return }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count + offsets.count)
    var start = 0
    for offset in Set(offsets).sorted() where offset == 0 || bytes[offset - 1] != UInt8(ascii: "\\") {
      escaped += bytes[start..<offset]
      escaped.append(UInt8(ascii: "\\"))
      start = offset
    }
    bytes = escaped + bytes[start...]
  }

  /// Where bars stand that begin cells beyond a table's columns: escaped, they leave what they part in the
  /// last cell.
  func surplusBars(in root: MarkupNode) -> [Int] {
    guard extensions.contains("table"), bytes.contains(UInt8(ascii: "|")) else { return [] }
    let starts = ProseScan.lineStarts(of: bytes)
    var surplus: [Int] = []
    var columns = 0
    var isHead = false
    root.walk { node, isStart in
      guard isStart else { return }
      switch node.kind {
      case .table:
        columns = node.alignments.count
        isHead = true
      case .row where isHead: isHead = false  // It has as many cells as there are columns.
      case .row:
        guard starts.indices.contains(node.line - 1) else { return }
        surplus += bars(from: starts[node.line - 1]).dropFirst(max(0, columns - 1))
      default: break
      }
    }
    return surplus
  }

  /// Bars between two cells of a row, from the start of its line.
  private func bars(from start: Int) -> [Int] {
    var first = start
    while first < bytes.count, " \t>".utf8.contains(bytes[first]) { first += 1 }
    var bars: [Int] = []
    var last = first
    var index = first
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "|"), index > first, bytes[index - 1] != UInt8(ascii: "\\") {
        bars.append(index)
      }
      if !" \t".utf8.contains(bytes[index]) { last = index }
      index += 1
    }
    if bars.last == last { bars.removeLast() }
    return bars
  }
}
