import Content
import Diagnostics
import Seeded
import Testing

@Suite(.serialized) struct ProseRobustnessTests {
  // Words stand for themselves; addresses, labels and names of languages have none of them.
  private static let pieces = [
    "[", "]", "(", ")", "![", "](./-)", "*", "**", "_", "`", "``", "~~", "<", ">", "> ", "\n", "\n", "\n\n",
    "\n",
    "|", "|", " | ", "\n|-|-|\n", "\n-|:-:\n", "- ", "\n- ", "\n1. ", "\n2) ", " ", " ", "    ", "#", "\n# ",
    "\n### ", "\n===\n", "\n---\n", "\\", "&amp;", "&#35;", "@", "\n```\n", "\n~~~\n", "<b>", "</b>",
    "\n<div>\n",
    "[^-]", "\n[^-]: ", "\n[^--]: ", "[^", "[o1]", "[ ] ", "[x] ", "!", "\"", "'", ":", "é", "\t", "\r\n",
    "<?", "?>",
    "\n> ", "\n>> - ", "%", "{", "$", "==",
  ]

  private func oddText(_ dice: inout Seeded, words: inout [String]) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &dice) {
      if Int.random(in: 0..<3, using: &dice) == 0 {
        let word = "w\(words.count)q"
        words.append(word)
        text += word
      }
      let piece = Self.pieces.randomElement(using: &dice) ?? ""
      // No definitions of links: their labels and addresses are not seen.
      if !(text.hasSuffix("]") && piece.hasPrefix(":")) { text += piece }
    }
    return text
  }

  /// The one word after a fence.
  private func isLanguage(_ word: String, in text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let last = words.last, last.hasSuffix(word) else { return false }
      let fence = last == word ? words.dropLast().last ?? "" : last.dropLast(word.count)
      return fence.hasSuffix("~~~") || fence.hasSuffix("```")
    }
  }

  @Test func noWordOfAnOddTextIsLost() {
    var dice = Seeded(7)
    for _ in 0..<3000 {
      var words: [String] = []
      let text = oddText(&dice, words: &words)
      let read = ProseDump.read(text)
      let seen = ([read.passages] + read.footnotes).map(ProseDump.words).joined(separator: "\n")
      let lost = words.filter { !seen.contains($0) && !isLanguage($0, in: text) }
      if !lost.isEmpty {
        Issue.record("\(lost) of \(text.debugDescription) are not in \(seen.debugDescription)")
        break
      }
    }
  }

  @Test(arguments: [
    "[", "*", ">", "> ", "`", "![", "<", "|", "- ", "1. ", "a@", "www.a ", "![[]()", "[^1]", "*[^1]~",
    "\n[^1]: a[^1]\n",
    "**a ", "_a*", "~)[o1]", "x|-|\n|-|\n  [^1]:  ", "a|b\n-|-\n", "- - - a\n\n", "<!--", "[o1]", "\\",
    "http://a ", "<!-- ", "[^", "\n[^",
  ])
  func timeGrowsWithTheTextOnly(unit: String) {
    let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
    let time = ContinuousClock().measure { _ = ProseDump.read(text) }
    #expect(time < .seconds(5), "of \(unit.debugDescription)")
  }

  @Test func wideTablesWithManyRowsStayText() {
    let text =
      String(repeating: "|a", count: 20_000) + "\n" + String(repeating: "|-", count: 20_000) + "\n"
      + String(repeating: "b\n", count: 20_000)
    let read = ProseDump.read(text)
    #expect(ProseDump.words(read.passages).utf8.count > 100_000)
  }

  @Test func moreFootnotesThanCanBeReadStayText() {
    let read = ProseDump.read(String(repeating: "a[^1] ", count: 1200) + "\n\n[^1]: kept")
    #expect(read.footnotes.isEmpty)
    #expect(ProseDump.words(read.passages).hasSuffix("a[^1]\n[^1]: kept"))
  }

  @Test func aLongRuleIsNoNesting() {
    let text = String(repeating: "- ", count: 80)
    #expect(ProseDump.of(text) == "pause")
    #expect(ProseDump.of(text + "a").contains("- - a"))
  }

  @Test func whatIsNestedTooDeeplyFollowsInPlainParagraphs() {
    for opening in ["> ", "- ", "1. ", "> * "] {
      let text = String(repeating: opening, count: 5000) + "deep `down`\n\nafter"
      let read = ProseDump.read(text)
      let seen = ProseDump.words(read.passages)
      #expect(seen.contains("deep") && seen.contains("down") && seen.contains("after"))
      let indents = ProseDump.text(read.passages).map { $0.prefix { $0 == " " }.count }
      #expect((indents.max() ?? 0) <= 2 * 32)
    }
    var nested = ""
    for level in 0..<200 { nested += String(repeating: "  ", count: level) + "- v\(level)q\n" }
    let seen = ProseDump.words(ProseDump.read(nested).passages)
    #expect((0..<200).allSatisfy { seen.contains("v\($0)q") })
  }

  @Test func emphasisMayBeAsDeepAsItLikes() {
    let text = String(repeating: "*a **b ", count: 3000) + String(repeating: "** *", count: 3000)
    #expect(ProseDump.words(ProseDump.read(text).passages).contains { $0 == "b" })
  }
}
