package import PageModel

/// Ends lines where the next word no longer fits, hyphenating only where the gap would be wide. Ragged right.
package struct GreedyLineBreaker {
  /// A gap narrower than this share of the measure is left as it is rather than filled by half a word.
  private static let acceptedGap: Float = 0.24
  /// Hyphens allowed at the ends of lines that follow each other.
  private static let hyphensInARow = 2
  private static let shortestHyphenated = 6

  private let shaper: any TextShaper
  private let hyphenator: any Hyphenator

  package init(shaper: any TextShaper, hyphenator: any Hyphenator) {
    self.shaper = shaper
    self.hyphenator = hyphenator
  }

  /// The lines of a paragraph; `width` is in em. `more` are the styles of the parts after the first.
  /// A word wider than a whole line is broken in any case.
  package func lines(
    of paragraph: ShapedParagraph, style: TextStyle, more: [TextStyle] = [], width: Float, hyphenates: Bool
  ) -> [SetLine] {
    var lines: [SetLine] = []
    var line = OpenLine()
    var hyphens = 0
    func end(hyphenated: Bool = false) {
      if let set = line.close(level: paragraph.level, measure: width) { lines.append(set) }
      line = OpenLine()
      hyphens = hyphenated ? hyphens + 1 : 0
    }
    for piece in paragraph.pieces {
      switch piece {
      case .space(let run, let source):
        line.space = (run, source)
      case .breakAllowed: line.mayBreak = true
      case .lineEnd: end()
      case .word(var word):
        // Parts of a word too wide for a line that are still to be placed, the next one last.
        var waiting: [ShapedWord] = []
        while true {
          let room = width - line.width - (line.isEmpty ? 0 : line.space?.run.advance ?? 0)
          if word.advance <= room + 0.001 {
            line.append(word)
            guard let next = waiting.popLast() else { break }
            word = next
            continue
          }
          let style = word.part <= 0 ? style : more[Int(word.part) - 1]
          let wideGap = line.isEmpty || hyphenates && room > width * Self.acceptedGap
          if wideGap, hyphens < Self.hyphensInARow || line.isEmpty,
            let (before, after) = hyphenated(word, room: room, style)
          {
            line.append(before)
            end(hyphenated: true)
            word = after
          } else if !line.isEmpty, line.space != nil || line.mayBreak {
            end()
          } else if word.tail != nil {
            // Its looks are parted before its letters are.
            waiting += word.looks.dropFirst().reversed()
            word = word.looks[0]
          } else {
            let (before, after) = forced(word, room: room, style)
            line.append(before)
            if after != nil { end() }
            guard let next = after ?? waiting.popLast() else { break }
            word = next
          }
        }
      }
    }
    end()
    return lines
  }

  /// The longest beginning of a word that fits with a hyphen.
  private func hyphenated(
    _ word: ShapedWord, room: Float, _ style: TextStyle
  ) -> (before: ShapedWord, after: ShapedWord)? {
    guard room > 1, word.tail == nil, !word.runs.contains(where: { $0.level > 0 }) else { return nil }
    var points = word.softBreaks
    // Names stay whole; the first word of a text is capitalised in any case.
    let isName = word.source.lowerBound > 0 && word.text.first?.isUppercase == true
    if word.text.utf8.count >= Self.shortestHyphenated, !isName {
      points += hyphenator.breaks(in: word.text, language: style.language)
    }
    for point in points.sorted(by: >) {
      let halves = halves(of: word, at: point, hyphen: true, style)
      if halves.before.advance <= room { return halves }
    }
    return nil
  }

  private func halves(
    of word: ShapedWord, at offset: Int, hyphen: Bool, _ style: TextStyle
  ) -> (before: ShapedWord, after: ShapedWord) {
    var halves = shaper.halves(of: word, at: offset, hyphen: hyphen, style)
    (halves.before.part, halves.after.part) = (word.part, word.part)
    return halves
  }

  /// As much of a word as fits, at least one character: for words longer than a line.
  private func forced(
    _ word: ShapedWord, room: Float, _ style: TextStyle
  ) -> (before: ShapedWord, after: ShapedWord?) {
    var ends: [Int] = []
    var index = word.text.startIndex
    while index < word.text.endIndex {
      index = word.text.index(after: index)
      ends.append(word.text.utf8.distance(from: word.text.startIndex, to: index))
    }
    guard ends.count > 1 else { return (word, nil) }
    var low = 0
    var high = ends.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if halves(of: word, at: ends[middle - 1], hyphen: false, style).before.advance <= room {
        low = middle
      } else {
        high = middle - 1
      }
    }
    let halves = halves(of: word, at: ends[max(0, low - 1)], hyphen: false, style)
    return (halves.before, halves.after)
  }
}

extension ShapedWord {
  /// Each of its looks as a word of its own.
  fileprivate var looks: [ShapedWord] {
    var head = self
    head.tail = nil
    head.advance = head.runs.reduce(0) { $0 + $1.advance }
    return [head] + (tail?.words ?? [])
  }
}

/// A line while words are still being added.
private struct OpenLine {
  private var placed: [SetLine.Placed] = []
  private var source: Range<Int>?
  private(set) var width: Float = 0
  /// A space waiting for the next word, or for the line's end.
  var space: (run: GlyphRun, source: Range<Int>)?
  var mayBreak = false

  var isEmpty: Bool { source == nil }

  mutating func append(_ word: ShapedWord) {
    if let space, !isEmpty {
      let part = placed.last?.part == word.part ? word.part : -1
      placed.append(SetLine.Placed(run: space.run, x: width, part: part))
      width += space.run.advance
    }
    space = nil
    mayBreak = false
    place(word)
    if let tail = word.tail { for part in tail.words { place(part) } }
  }

  private mutating func place(_ word: ShapedWord) {
    for run in word.runs {
      placed.append(SetLine.Placed(run: run, x: width, part: word.part))
      width += run.advance
    }
    source = (source?.lowerBound ?? word.source.lowerBound)..<word.source.upperBound
  }

  /// The line; one that continues ends with its space, so that words stay apart when the text is taken out.
  /// `level` is the paragraph's: what runs from right to left ends at the measure's right.
  func close(level: UInt8, measure: Float) -> SetLine? {
    guard let source else { return nil }
    var line = SetLine(runs: placed, width: width, source: source)
    if let space {
      line.runs.append(SetLine.Placed(run: space.run, x: width, part: placed.last?.part ?? 0))
      line.source = source.lowerBound..<space.source.upperBound
    }
    if level > 0 || line.runs.contains(where: { $0.run.level > 0 }) {
      VisualOrder.arrange(&line, level: level, endsWithSpace: space != nil)
      if level & 1 == 1 { line.inset = max(0, measure - width) }
    }
    return line
  }
}
