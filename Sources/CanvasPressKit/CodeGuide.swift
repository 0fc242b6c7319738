package import Diagnostics
import Languages

/// What the codes of messages mean, in one language: for `check --explain`.
package struct CodeGuide {
  private let messages: Messages

  package init(_ library: Library, language: String) { messages = library.explanations(language) }

  /// Every code with its meaning in a sentence, sorted.
  package var list: [(code: String, meaning: String)] {
    messages.explainedCodes.compactMap { code in
      messages.explanation(of: code).map { (code, $0.summary) }
    }
  }

  /// Meaning, reason and remedy in paragraphs; nothing when there is no such code.
  package func text(of word: String) -> String? {
    let code = Self.bare(word)
    guard let explanation = messages.explanation(of: code) else { return nil }
    let reason = explanation.why.map { messages.phrase("explain.why") + " " + $0 }
    let remedy = messages.phrase("explain.do") + " " + explanation.remedy
    let paragraphs = [explanation.means, reason, remedy].compactMap { $0 }
    return code + "\n" + paragraphs.map { "\n" + Self.wrapped($0) }.joined()
  }

  /// That there is no such code, with what was probably meant, or the codes of the group that was named.
  package func unknown(_ word: String) -> Diagnostic {
    let code = Self.bare(word)
    let codes = messages.explainedCodes
    let related = codes.filter { $0.hasPrefix(code + "/") || $0.hasSuffix("/" + code) }
    let suggestion = related.count == 1 ? related[0] : Suggestion.nearest(to: code, among: codes)
    var arguments: [String: Diagnostic.Argument] = ["word": .text(code)]
    arguments["suggestion"] = suggestion.map { .text($0) }
    arguments["known"] = .text(related.joined(separator: ", "))
    let hint = related.count > 1 ? "known-here" : suggestion != nil ? "did-you-mean" : "list-codes"
    return Diagnostic(fault: "code/unknown", at: nil, arguments, hint: hint)
  }

  /// A code as reports print it, in brackets, or without.
  private static func bare(_ word: String) -> String {
    String(word.drop { $0 == "[" }.reversed().drop { $0 == "]" }.reversed())
  }

  /// Lines for a terminal of usual width. What stands between backticks is not broken.
  private static func wrapped(_ text: String, width: Int = 90) -> String {
    var pieces: [String] = []
    for word in text.split(separator: " ") {
      if let last = pieces.last, last.count(where: { $0 == "`" }) % 2 == 1 {
        pieces[pieces.count - 1] = last + " " + word
      } else {
        pieces.append(String(word))
      }
    }
    var lines = [""]
    for piece in pieces {
      let last = lines[lines.count - 1]
      if last.isEmpty || last.count + 1 + piece.count <= width {
        lines[lines.count - 1] = last.isEmpty ? piece : last + " " + piece
      } else {
        lines.append(piece)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
