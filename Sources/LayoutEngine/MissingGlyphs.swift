import Diagnostics
import PageModel

/// Names the characters that no font could draw, at every place where they stand: one finding for characters that follow
/// each other.
enum MissingGlyphs {
  static func findings(in document: Document, _ typesetter: Typesetter) -> [Diagnostic] {
    let missing = typesetter.missingCharacters
    guard !missing.isEmpty else { return [] }
    var said: Set<Diagnostic> = []
    return document.pages.flatMap { page in
      page.missingSigns.flatMap { sign in
        // What was written as an escape is found at its text.
        let isLiteral = sign.origin.map { $0.file.text(in: $0.range).contains(sign.run.text) } ?? false
        let places = isLiteral ? sign.origin.map { stretches(in: $0, missing) } ?? [] : []
        return places.isEmpty ? [finding(sign.run.text, at: sign.origin, missing)] : places
      }
    }.filter { said.insert($0).inserted }
  }

  /// What its author wrote that no font has, as far as it stands there letter for letter.
  private static func stretches(in origin: Span, _ missing: [Character: String?]) -> [Diagnostic] {
    let text = origin.file.text(in: origin.range)
    var found: [Diagnostic] = []
    var stretch = ""
    var offset = origin.range.lowerBound
    func end() {
      if !stretch.isEmpty {
        let place = Span(origin.file, offset - stretch.utf8.count..<offset)
        found.append(finding(stretch, at: place, missing))
      }
      stretch = ""
    }
    for character in text {
      if missing.keys.contains(character) { stretch.append(character) } else { end() }
      offset += character.utf8.count
    }
    end()
    return found
  }

  private static func finding(_ text: String, at place: Span?, _ missing: [Character: String?]) -> Diagnostic
  {
    var characters: [Character] = []
    for character in text where !characters.contains(character) { characters.append(character) }
    let package = characters.lazy.compactMap { missing[$0] ?? nil }.first
    return Diagnostic(
      finding: "text/no-glyph", .warning, at: place,
      [
        "characters": .text(characters.map(String.init).joined(separator: " ")),
        "codes": .text(characters.map(code).joined(separator: ", ")), "package": .text(package ?? ""),
      ], hint: package == nil ? nil : "install-font")
  }

  /// `U+12000`, with a plus between those of one character.
  private static func code(_ character: Character) -> String {
    character.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: "+")
  }
}
