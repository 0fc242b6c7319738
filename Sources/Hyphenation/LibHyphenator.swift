import PageModel

/// Hyphenates with libhyphen's dictionaries, each loaded when the first word of its language asks for it.
/// A class because it remembers words and dictionaries; one per worker, as libhyphen is not thread-safe.
package final class LibHyphenator: Hyphenator {
  private final class Language {
    let dictionary: HyphenationDictionary
    var known: [ByteText: [Int]] = [:]

    init(_ dictionary: consuming HyphenationDictionary) { self.dictionary = dictionary }
  }

  /// Candidate files by language code.
  private let paths: [String: [String]]
  private var languages: [String: Language?] = [:]

  /// Words with fewer letters stay whole.
  private static let shortestWord = 5

  package init(dictionaries paths: [String: [String]]) { self.paths = paths }

  /// Whether words of a language can be hyphenated here, for `doctor`.
  package func hasDictionary(for code: String) -> Bool { language(code) != nil }

  package func breaks(in word: Substring, language code: String) -> [Int] {
    guard let language = language(code) else { return [] }
    let key = ByteText(String(word))
    if let known = language.known[key] { return known }
    var result: [Int] = []
    var letters: [Unicode.Scalar] = []
    var start = 0
    var offset = 0
    func endRun() {
      if letters.count >= Self.shortestWord {
        for count in language.dictionary.breaks(in: letters.map(Self.lowercased)) {
          result.append(start + letters[..<count].reduce(0) { $0 + UTF8.width($1) })
        }
      }
      letters = []
    }
    for scalar in word.unicodeScalars {
      if scalar.properties.isAlphabetic {
        if letters.isEmpty { start = offset }
        letters.append(scalar)
      } else {
        endRun()
      }
      offset += UTF8.width(scalar)
    }
    endRun()
    language.known[key] = result
    return result
  }

  private func language(_ code: String) -> Language? {
    if let known = languages[code] { return known }
    var found: Language?
    for path in paths[code] ?? [] {
      if let dictionary = HyphenationDictionary(path: path) {
        found = Language(dictionary)
        break
      }
    }
    languages[code] = found
    return found
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping[mapping.startIndex] : scalar
  }
}
