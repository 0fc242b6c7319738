/// Reads a page's content operator by operator, and tells of those that mark, paint or begin a text.
struct ContentScanner {
  enum Kind { case begin, end, beginText, endText, paint }

  struct Found {
    var kind: Kind
    /// Where its operands start, and where it ends.
    var start: Int
    var end: Int
    /// Its operands name a number of marked content.
    var hasNumber = false
  }

  private let content: [UInt8]
  private var place = 0
  private var operands: Int?
  private var hasNumber = false

  init(_ content: [UInt8]) { self.content = content }

  /// The next of those operators; nothing at the end.
  mutating func next() -> Found? {
    let count = content.count
    return content.withUnsafeBufferPointer { bytes in
      while place < count {
        let byte = bytes[place]
        let kind = Self.classes[Int(byte)]
        if kind == .space {
          place += 1
          continue
        }
        if operands == nil { operands = place }
        switch kind {
        case .space, .bracket: place += 1
        case .comment: skip(bytes) { $0 != 0x0A && $0 != 0x0D }
        case .string: skipString(bytes)
        case .angle:
          if place + 1 < count, bytes[place + 1] == byte { place += 2 } else { skip(bytes) { $0 != 0x3E } }
        case .name:
          let start = place
          place += 1
          skipRegular(bytes)
          if place - start == 5, bytes[start + 1] == 0x4D, bytes[start + 2] == 0x43, bytes[start + 3] == 0x49,
            bytes[start + 4] == 0x44
          {
            hasNumber = true
          }
        case .digit: skipRegular(bytes)
        case .letter:
          let start = place
          skipRegular(bytes)
          if let found = operatorFound(bytes, start) { return found }
        }
      }
      return nil
    }
  }

  private mutating func operatorFound(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Found? {
    let length = place - start
    guard length <= 3 else { return nil }
    var word = UInt32(0)
    for index in start..<place { word = word << 8 | UInt32(bytes[index]) }
    if word == Self.inlineImage { skipImage(bytes) }
    defer {
      operands = nil
      hasNumber = false
    }
    guard let kind = Self.operators.first(where: { $0.word == word })?.kind else { return nil }
    return Found(kind: kind, start: operands ?? start, end: place, hasNumber: hasNumber)
  }

  private static let inlineImage = word("ID")

  /// The likeliest first.
  private static let operators: [(word: UInt32, kind: Kind)] =
    [
      ("TJ", .paint), ("Tj", .paint), ("BDC", .begin), ("EMC", .end), ("f", .paint), ("S", .paint),
      ("BT", .beginText), ("ET", .endText), ("BMC", .begin),
    ].map { (word($0), $1) }
    + ["F", "f*", "B", "B*", "b", "b*", "s", "sh", "Do", "'", "\"", "ID"].map { (word($0), .paint) }

  private static func word(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  // MARK: Bytes

  private enum Class { case space, bracket, comment, string, angle, name, digit, letter }

  private static let classes: [Class] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0, 9, 10, 12, 13, 32: .space
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
      .bracket
    case UInt8(ascii: "%"): .comment
    case UInt8(ascii: "("): .string
    case UInt8(ascii: "<"), UInt8(ascii: ">"): .angle
    case UInt8(ascii: "/"): .name
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      .digit
    default: .letter
    }
  }

  /// To the first byte that a rule stops at, and past it.
  private mutating func skip(_ bytes: UnsafeBufferPointer<UInt8>, while goes: (UInt8) -> Bool) {
    while place < bytes.count, goes(bytes[place]) { place += 1 }
    place += 1
  }

  private mutating func skipRegular(_ bytes: UnsafeBufferPointer<UInt8>) {
    while place < bytes.count {
      switch Self.classes[Int(bytes[place])] {
      case .digit, .letter: place += 1
      default: return
      }
    }
  }

  private mutating func skipString(_ bytes: UnsafeBufferPointer<UInt8>) {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
  }

  /// To the `EI` that stands alone after the bytes of an image.
  private mutating func skipImage(_ bytes: UnsafeBufferPointer<UInt8>) {
    while place + 3 < bytes.count {
      let isEnd =
        Self.classes[Int(bytes[place])] == .space && bytes[place + 1] == 0x45 && bytes[place + 2] == 0x49
        && Self.classes[Int(bytes[place + 3])] == .space
      if isEnd {
        place += 3
        return
      }
      place += 1
    }
    place = bytes.count
  }
}
