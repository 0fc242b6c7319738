/// Cuts a paragraph at spaces, line ends and dashes.
enum PieceSplitter {
  enum Part {
    case word(Substring, offset: Int)
    case space(Range<Int>)
    case breakAllowed
    case lineEnd
  }

  /// In bytes.
  private static let longestWord = 400

  /// Latin letters and the punctuation around them, which need no itemizing: one script, one direction.
  static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 9, 10, 13, 0x20...0x7E, 0xA0...0x24F, 0x1E00...0x1EFF, 0x2010...0x2027, 0x202F...0x203A, 0x20AC,
        0x2212:
        true
      default: false
      }
    }
  }

  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var offset = 0
    var wordStart = text.startIndex
    var wordOffset = 0
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    func endWord(at end: String.Index) {
      if wordStart < end { parts.append(.word(text[wordStart..<end], offset: wordOffset)) }
    }
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      let width = UTF8.width(scalar)
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{200B}":
        endWord(at: index)
        if scalar == "\n" {
          parts.append(.lineEnd)
        } else if scalar == "\u{200B}" {
          parts.append(.breakAllowed)
        } else if scalar != "\r" {
          if case .space(let range)? = parts.last {
            parts[parts.count - 1] = .space(range.lowerBound..<offset + width)
          } else {
            parts.append(.space(offset..<offset + width))
          }
        }
        wordStart = next
        wordOffset = offset + width
      case "-", "\u{2010}", "\u{2013}", "\u{2014}", "/":
        // A line may end after a dash between letters, not in a number or at a word's edge.
        let hasLetterBefore =
          index > wordStart && scalars[scalars.index(before: index)].properties.isAlphabetic
        if hasLetterBefore, next < scalars.endIndex, scalars[next].properties.isAlphabetic {
          endWord(at: next)
          parts.append(.breakAllowed)
          wordStart = next
          wordOffset = offset + width
        }
      default:
        // Longer than any word: cut where it may be cut anyway, so that time grows with the length and no faster.
        if offset - wordOffset >= longestWord, scalar.properties.isAlphabetic {
          endWord(at: index)
          parts.append(.breakAllowed)
          wordStart = index
          wordOffset = offset
        }
      }
      offset += width
      index = next
    }
    endWord(at: text.endIndex)
    return parts
  }

  /// A word as it is shaped, and the UTF-8 offsets where its author allowed a break.
  static func withoutSoftHyphens(_ word: Substring) -> (word: Substring, breaks: [Int]) {
    guard word.unicodeScalars.contains("\u{AD}") else { return (word, []) }
    var clean = String.UnicodeScalarView()
    var breaks: [Int] = []
    var offset = 0
    for scalar in word.unicodeScalars {
      if scalar == "\u{AD}" {
        breaks.append(offset)
      } else {
        clean.append(scalar)
        offset += UTF8.width(scalar)
      }
    }
    return (String(clean)[...], breaks.filter { $0 > 0 && $0 < offset })
  }

  /// Code points that are no characters, and that Cairo would refuse a whole page for, replaced by others as long.
  static func withoutNoncharacters(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.properties.isNoncharacterCodePoint) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          guard scalar.properties.isNoncharacterCodePoint else { return scalar }
          return scalar.value > 0xFFFF ? "\u{10FFFD}" : "\u{FFFD}"
        }))
  }
}
