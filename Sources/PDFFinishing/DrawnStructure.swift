/// The structure that Cairo writes for its own tags is not used, and libqpdf would read every element of it: a fifth of
/// the time of a finish. Their entries in the table of objects are declared free. A file whose table looks otherwise
/// than Cairo 1.16 writes it is left as it is, which only takes longer.
enum DrawnStructure {
  private static let entryLength = 20
  private static let kinds = ["<< /Type /StructElem", "<< /Type /StructTreeRoot"].map { Array($0.utf8) }

  static func freed(in file: [UInt8]) -> [UInt8] {
    guard var entry = table(of: file) else { return file }
    var file = file
    while entry + entryLength <= file.count, isDigit(file[entry]) {
      if file[entry + 17] == UInt8(ascii: "n"), let place = number(in: file, entry..<entry + 10),
        isOfStructure(file, place)
      {
        file[entry + 17] = UInt8(ascii: "f")
      }
      entry += entryLength
    }
    return file
  }

  /// Where the first entry stands: after `xref` and a line with the first number and how many there are.
  private static func table(of file: [UInt8]) -> Int? {
    let end = max(0, file.count - 64)
    guard let mark = find("startxref\n", in: file, from: end) else { return nil }
    var digits = mark
    while digits < file.count, isDigit(file[digits]) { digits += 1 }
    guard let start = number(in: file, mark..<digits), start + 16 < file.count,
      file[start...].starts(with: "xref\n0 ".utf8), let line = file[(start + 5)...].firstIndex(of: 0x0A)
    else { return nil }
    return line + 1
  }

  /// What stands behind `12 0 obj` at a place.
  private static func isOfStructure(_ file: [UInt8], _ place: Int) -> Bool {
    guard place < file.count, let line = file[place..<min(place + 32, file.count)].firstIndex(of: 0x0A) else {
      return false
    }
    return kinds.contains { file[(line + 1)...].starts(with: $0) }
  }

  private static func find(_ words: String, in file: [UInt8], from start: Int) -> Int? {
    let words = Array(words.utf8)
    return (start..<file.count).first { file[$0...].starts(with: words) }.map { $0 + words.count }
  }

  private static func number(in file: [UInt8], _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, file[range].allSatisfy(isDigit) else { return nil }
    return file[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
