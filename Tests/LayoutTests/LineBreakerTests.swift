import LayoutEngine
import PageModel
import Testing

@Suite struct LineBreakerTests {
  private let style = TextStyle(weight: .regular, language: "it")

  private func lines(
    _ text: String, width: Float, _ table: [Substring: [Int]] = [:], hyphenates: Bool = true
  ) -> [String] {
    let shaper = RulerShaper()
    let breaker = GreedyLineBreaker(shaper: shaper, hyphenator: TableHyphenator(table))
    return breaker.lines(of: shaper.shape(text, style), style: style, width: width, hyphenates: hyphenates)
      .map(\.text)
  }

  @Test func aLineThatContinuesEndsWithItsSpace() {
    #expect(lines("uno due tre", width: 4) == ["uno due ", "tre"])
  }

  @Test func aWordIsHyphenatedOnlyWhereTheGapWouldBeWide() {
    let table: [Substring: [Int]] = ["manutenzione": [4, 7]]
    #expect(lines("la manutenzione", width: 5.5, table) == ["la manuten\u{AD}", "zione"])
    #expect(lines("abcdefghi manutenzione", width: 6, table) == ["abcdefghi ", "manutenzione"])
  }

  @Test func headingsAreNotHyphenated() {
    let table: [Substring: [Int]] = ["manutenzione": [4, 7]]
    #expect(lines("la manutenzione", width: 6, table, hyphenates: false) == ["la ", "manutenzione"])
  }

  @Test func aWordLongerThanALineIsBrokenAtAnyCharacter() {
    #expect(lines("abcdefgh", width: 1.5) == ["abc", "def", "gh"])
    #expect(lines("x", width: 0.1) == ["x"], "one character is set, however narrow the line")
  }

  @Test func noMoreThanTwoHyphensFollowEachOther() {
    let table: [Substring: [Int]] = ["aaabbb": [3]]
    let all = lines("aaabbb aaabbb aaabbb aaabbb", width: 2.6, table)
    let hyphens = all.map { $0.hasSuffix("\u{AD}") }
    #expect(
      !zip(zip(hyphens, hyphens.dropFirst()), hyphens.dropFirst(2)).contains { $0.0 && $0.1 && $1 }
        || all.count < 3)
  }

  @Test func anAuthorsLineEndIsKept() {
    #expect(lines("uno\ndue", width: 20) == ["uno", "due"])
  }

  @Test func nothingIsLostAtAnyWidth() {
    let text = "Il 9 agosto si ferma il pozzo tre: telefona a chiunque risponda, straordinariamente"
    for width in stride(from: Float(0.5), through: 30, by: 0.5) {
      let joined = lines(text, width: width, ["straordinariamente": [4, 8, 12]]).joined()
      #expect(joined.replacing("\u{AD}", with: "") == text)
    }
  }
}
