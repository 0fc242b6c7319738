import Diagnostics

/// Goes through the bytes of a CSV file cell by cell.
struct CSVScanner {
  /// What ended the reading before the file did.
  private(set) var fault: Diagnostic?

  private let file: SourceFile
  private let separator: UInt8
  private var place: Int

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let newline = UInt8(ascii: "\n")

  init(_ file: SourceFile) {
    self.file = file
    place = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = Self.separator(in: file.bytes[place...])
  }

  /// The next row; nothing at the end, and after a fault.
  mutating func row() -> [Text]? {
    guard place < file.bytes.count, fault == nil else { return nil }
    var row: [Text] = []
    while true {
      guard let cell = byte == Self.quote ? quotedCell() : plainCell() else { return nil }
      row.append(cell)
      if byte == separator {
        place += 1
      } else {
        if byte == Self.carriageReturn { place += 1 }
        place += 1
        return row
      }
    }
  }

  private var byte: UInt8? { place < file.bytes.count ? file.bytes[place] : nil }

  /// At a separator, or at the end of a line or of the file.
  private var isAtEnd: Bool {
    switch byte {
    case nil, separator, Self.newline: true
    case Self.carriageReturn: place + 1 < file.bytes.count && file.bytes[place + 1] == Self.newline
    default: false
    }
  }

  private mutating func plainCell() -> Text? {
    let start = place
    while !isAtEnd {
      if byte == Self.quote {
        report("csv/stray-quote", at: place)
        return nil
      }
      place += 1
    }
    return Text(file.text(in: start..<place), at: Span(file, start..<place))
  }

  private mutating func quotedCell() -> Text? {
    let start = place
    var bytes: [UInt8] = []
    place += 1
    while let byte {
      place += 1
      if byte != Self.quote {
        bytes.append(byte)
      } else if self.byte == Self.quote {
        bytes.append(byte)
        place += 1
      } else if isAtEnd {
        return Text(String(decoding: bytes, as: UTF8.self), at: Span(file, start..<place))
      } else {
        report("csv/after-quote", at: place)
        return nil
      }
    }
    report("csv/unclosed-quote", at: start)
    return nil
  }

  private mutating func report(_ code: String, at place: Int) {
    fault = Diagnostic(fault: code, at: Span(file, place..<place + 1))
  }

  /// The first comma or semicolon that stands outside quotes, in the first line that has a word.
  private static func separator(in bytes: ArraySlice<UInt8>) -> UInt8 {
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, let known = CSVSeparator.allCases.first(where: { $0.byte == byte }) { return known.byte }
    }
    return CSVSeparator.comma.byte
  }
}
