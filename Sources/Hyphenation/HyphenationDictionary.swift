import CHyphen
import Glibc

/// One of libhyphen's dictionaries. Only those in UTF-8 or Latin 1 are used; Debian's for English and Italian are in UTF-8.
struct HyphenationDictionary: ~Copyable {
  private let dictionary: UnsafeMutablePointer<HyphenDict>
  private let isUTF8: Bool

  /// Nothing when the file is missing, unreadable or in another encoding.
  init?(path: String) {
    guard let loaded = hnj_hyphen_load(path) else { return nil }
    let encoding = withUnsafePointer(to: loaded.pointee.cset) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: Int(MAX_NAME)) { String(cString: $0) }
    }
    guard encoding == "UTF-8" || encoding == "ISO8859-1" else {
      hnj_hyphen_free(loaded)
      return nil
    }
    dictionary = loaded
    isUTF8 = loaded.pointee.utf8 != 0
  }

  deinit { hnj_hyphen_free(dictionary) }

  /// How many letters of a word stand before each place where it may break. At least three stay, at least three go on.
  func breaks(in letters: [Unicode.Scalar]) -> [Int] {
    var bytes: [CChar] = []
    for letter in letters {
      if isUTF8 {
        bytes += UTF8.encode(letter).map { $0.map { CChar(bitPattern: $0) } } ?? []
      } else {
        guard letter.value < 256 else { return [] }
        bytes.append(CChar(bitPattern: UInt8(letter.value)))
      }
    }
    let count = Int32(bytes.count)
    bytes.append(0)
    var marks = [CChar](repeating: 0, count: bytes.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    let status = hnj_hyphen_hyphenate3(
      dictionary, bytes, count, &marks, nil, &replacements, &positions, &cuts, 3, 3, 3, 3)
    defer { Self.free(replacements, positions, cuts, Int(count)) }
    guard status == 0 else { return [] }
    return letters.indices.dropLast().compactMap { index in
      // Odd marks are breaks. A break that would change the spelling is left out.
      let changesSpelling = replacements.map { $0[index] != nil } ?? false
      return marks[index] & 1 == 1 && !changesSpelling ? index + 1 : nil
    }
  }

  private static func free(
    _ replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ positions: UnsafeMutablePointer<Int32>?,
    _ cuts: UnsafeMutablePointer<Int32>?, _ count: Int
  ) {
    if let replacements {
      for index in 0..<count { Glibc.free(replacements[index]) }
      Glibc.free(replacements)
    }
    Glibc.free(positions)
    Glibc.free(cuts)
  }
}
