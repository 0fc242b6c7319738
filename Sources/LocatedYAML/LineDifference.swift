import Diagnostics

/// What a patch changes, line by line, as `diff -U0` shows it.
package struct LineDifference: Sendable {
  package struct Hunk: Sendable {
    /// The number of the first line from 1, before and after; of the line before where there is none.
    fileprivate(set) var old: (first: Int, lines: [String])
    fileprivate(set) var new: (first: Int, lines: [String])
  }

  package private(set) var hunks: [Hunk] = []

  package init(_ patch: TextPatch) {
    var rest = patch.pieces[...]
    var shift = 0
    while let first = rest.first {
      // Pieces of one line are seen together.
      var lines = Self.lines(first, in: patch.file)
      var end = rest.startIndex + 1
      while end < rest.endIndex, Self.lines(rest[end], in: patch.file).lowerBound <= lines.upperBound {
        lines = lines.lowerBound...Self.lines(rest[end], in: patch.file).upperBound
        end += 1
      }
      add(lines, patch, rest[..<end], &shift)
      rest = rest[end...]
    }
  }

  /// Two lines of heads, then hunks.
  package func text(name: String) -> String {
    var text = "--- \(name)\n+++ \(name)\n"
    for hunk in hunks {
      text += "@@ -\(Self.range(hunk.old)) +\(Self.range(hunk.new)) @@\n"
      for line in hunk.old.lines { text += "-\(line)\n" }
      for line in hunk.new.lines { text += "+\(line)\n" }
    }
    return text
  }

  private static func range(_ side: (first: Int, lines: [String])) -> String {
    side.lines.count == 1 ? String(side.first) : "\(side.first),\(side.lines.count)"
  }

  private static func lines(_ piece: TextPatch.Piece, in file: SourceFile) -> ClosedRange<Int> {
    file.position(of: piece.range.lowerBound).line...file.position(of: piece.range.upperBound).line
  }

  private mutating func add(
    _ lines: ClosedRange<Int>, _ patch: TextPatch, _ pieces: ArraySlice<TextPatch.Piece>, _ shift: inout Int
  ) {
    let file = patch.file
    let last = file.line(lines.upperBound)
    let range = file.line(lines.lowerBound).start..<last.start + last.bytes.count
    var old = Self.split(file.bytes[range])
    var new = Self.split(patch.bytes(in: range, with: pieces)[...])
    let growth = new.count - old.count
    var first = lines.lowerBound
    while let line = old.first, line == new.first {
      old.removeFirst()
      new.removeFirst()
      first += 1
    }
    while let line = old.last, line == new.last {
      old.removeLast()
      new.removeLast()
    }
    let hunk = Hunk(
      old: (old.isEmpty ? first - 1 : first, old),
      new: ((new.isEmpty ? first - 1 : first) + shift, new))
    shift += growth
    if !old.isEmpty || !new.isEmpty { append(hunk) }
  }

  /// Adds a hunk, or joins it to the one that it follows without a line between.
  private mutating func append(_ hunk: Hunk) {
    guard let last = hunks.last, Self.end(last.old) == Self.start(hunk.old) else {
      hunks.append(hunk)
      return
    }
    hunks[hunks.count - 1] = Hunk(
      old: (last.old.lines.isEmpty ? hunk.old.first : last.old.first, last.old.lines + hunk.old.lines),
      new: (last.new.lines.isEmpty ? hunk.new.first : last.new.first, last.new.lines + hunk.new.lines))
  }

  /// The first line of a side, or the one that would come there.
  private static func start(_ side: (first: Int, lines: [String])) -> Int {
    side.lines.isEmpty ? side.first + 1 : side.first
  }

  private static func end(_ side: (first: Int, lines: [String])) -> Int {
    start(side) + side.lines.count
  }

  private static func split(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
  }
}
