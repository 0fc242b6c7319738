import Diagnostics
import PageModel

/// Names the characters that no font could draw: one finding a text, at the first of them.
enum MissingGlyphs {
  static func findings(in document: Document, _ typesetter: Typesetter) -> [Diagnostic] {
    guard !typesetter.missingCharacters.isEmpty else { return [] }
    var found: [(origin: Span?, characters: [Character])] = []
    for page in document.pages {
      for item in page.items {
        guard case .text(let line) = item.paint else { continue }
        for character in line.line.text
        where character.unicodeScalars.contains(where: typesetter.missingCharacters.contains) {
          if let index = found.firstIndex(where: { $0.origin == item.origin }) {
            if !found[index].characters.contains(character) { found[index].characters.append(character) }
          } else {
            found.append((item.origin, [character]))
          }
        }
      }
    }
    return found.map { origin, characters in
      Diagnostic(
        finding: "text/no-glyph", .warning, at: characters.first.flatMap { place(of: $0, origin) },
        [
          "characters": .text(characters.map(String.init).joined(separator: " ")),
          "codes": .text(characters.map(code).joined(separator: ", ")),
        ])
    }
  }

  /// `U+12000`
  private static func code(_ character: Character) -> String {
    let digits = String(character.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The character itself inside the text that it stands in.
  private static func place(of character: Character, _ origin: Span?) -> Span? {
    guard let origin else { return nil }
    let text = origin.file.text(in: origin.range)
    guard let index = text.firstIndex(of: character) else { return origin }
    let start = origin.range.lowerBound + text.utf8.distance(from: text.startIndex, to: index)
    return Span(origin.file, start..<start + String(character).utf8.count)
  }
}
