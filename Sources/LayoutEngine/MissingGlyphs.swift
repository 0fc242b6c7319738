import Diagnostics
import PageModel

/// Names the characters that no font could draw, once each, at their first place.
enum MissingGlyphs {
  static func findings(in document: Document, _ typesetter: Typesetter) -> [Diagnostic] {
    guard !typesetter.missingCharacters.isEmpty else { return [] }
    var left = typesetter.missingCharacters
    var findings: [Diagnostic] = []
    for page in document.pages {
      for item in page.items {
        guard case .text(let line) = item.paint, !left.isEmpty else { continue }
        for character in line.line.text where left.contains(character) {
          left.remove(character)
          let scalar = character.unicodeScalars.first?.value ?? 0
          let code = String(scalar, radix: 16, uppercase: true)
          findings.append(
            Diagnostic(
              finding: "text/no-glyph", .warning, at: place(of: character, item.origin),
              [
                "character": .text(String(character)),
                "code": .text("U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code),
              ]))
        }
      }
    }
    return findings
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
