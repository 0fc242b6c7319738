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

  /// The lines of a paragraph; `width` is in em.
  /// A word wider than a whole line is broken in any case.
  package func lines(of paragraph: ShapedParagraph, style: TextStyle, width: Float, hyphenates: Bool)
    -> [SetLine]
  {
    var lines: [SetLine] = []
    var line = OpenLine()
    var hyphens = 0
    func end(hyphenated: Bool = false) {
      if let set = line.close() { lines.append(set) }
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
        while true {
          let room = width - line.width - (line.isEmpty ? 0 : line.space?.run.advance ?? 0)
          if word.advance <= room + 0.001 {
            line.append(word)
            break
          }
          let wideGap = line.isEmpty || hyphenates && room > width * Self.acceptedGap
          if wideGap, hyphens < Self.hyphensInARow || line.isEmpty,
            let (before, after) = hyphenated(word, room: room, style)
          {
            line.append(before)
            end(hyphenated: true)
            word = after
          } else if !line.isEmpty, line.space != nil || line.mayBreak {
            end()
          } else {
            let (before, after) = forced(word, room: room, style)
            line.append(before)
            guard let after else { break }
            end()
            word = after
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
    guard room > 1 else { return nil }
    var points = word.softBreaks
    // Names stay whole; the first word of a text is capitalised in any case.
    let isName = word.source.lowerBound > 0 && word.text.first?.isUppercase == true
    if word.text.utf8.count >= Self.shortestHyphenated, !isName {
      points += hyphenator.breaks(in: word.text, language: style.language)
    }
    for point in points.sorted(by: >) {
      let halves = shaper.halves(of: word, at: point, hyphen: true, style)
      if halves.before.advance <= room { return halves }
    }
    return nil
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
      if shaper.halves(of: word, at: ends[middle - 1], hyphen: false, style).before.advance <= room {
        low = middle
      } else {
        high = middle - 1
      }
    }
    let halves = shaper.halves(of: word, at: ends[max(0, low - 1)], hyphen: false, style)
    return (halves.before, halves.after)
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
      placed.append(SetLine.Placed(run: space.run, x: width))
      width += space.run.advance
    }
    space = nil
    mayBreak = false
    for run in word.runs {
      placed.append(SetLine.Placed(run: run, x: width))
      width += run.advance
    }
    source = (source?.lowerBound ?? word.source.lowerBound)..<word.source.upperBound
  }

  /// The line; one that continues ends with its space, so that words stay apart when the text is taken out.
  func close() -> SetLine? {
    guard let source else { return nil }
    var line = SetLine(runs: placed, width: width, source: source)
    if let space {
      line.runs.append(SetLine.Placed(run: space.run, x: width))
      line.source = source.lowerBound..<space.source.upperBound
    }
    return line
  }
}
