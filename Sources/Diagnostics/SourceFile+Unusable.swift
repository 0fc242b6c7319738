extension SourceFile {
  /// The one thing to say about a file that is no text in UTF-8, or too long to be read.
  package func unusable(atMost limit: Int) -> Diagnostic? {
    guard bytes.count <= limit else {
      return Diagnostic(
        fault: "file/too-large", at: nil, ["file": .text(name), "megabytes": .count(limit >> 20)])
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(fault: "file/utf16", at: nil, ["file": .text(name)], hint: "save-as-utf8")
    }
    if bytes.contains(0) {
      return Diagnostic(fault: "file/binary", at: nil, ["file": .text(name)])
    }
    if let offset = firstInvalidByte {
      return Diagnostic(
        fault: "file/not-utf8", at: Span(self, offset..<offset + 1), ["file": .text(name)],
        hint: "save-as-utf8")
    }
    return nil
  }

  /// The offset of the first byte that is not UTF-8.
  private var firstInvalidByte: Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var low = 0  // bytes[..<low] is whole and valid
    var high = bytes.count
    while high - low > 8 {
      var middle = (low + high) / 2
      while middle > low, bytes[middle] & 0xC0 == 0x80 { middle -= 1 }
      if middle == low { break }
      if String(validating: bytes[low..<middle], as: UTF8.self) != nil { low = middle } else { high = middle }
    }
    for length in 1...max(1, high - low) {
      let piece = bytes[low..<min(low + length, bytes.count)]
      if String(validating: piece, as: UTF8.self) != nil { low += length; return firstBad(from: low) }
    }
    return low
  }

  private func firstBad(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let width = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
      let end = min(index + width, bytes.count)
      if String(validating: bytes[index..<end], as: UTF8.self) == nil { return index }
      index = end
    }
    return start
  }
}
