import LayoutEngine
import PageModel
import Seeded
import Testing

@Suite struct VisualOrderTests {
  private let style = TextStyle(weight: .regular, language: "he")

  /// Words in capitals run from right to left, numbers between them from left to right.
  private func lines(_ text: String, base: UInt8, width: Float) -> [SetLine] {
    var paragraph = ShapedParagraph(pieces: [], level: base)
    var offset = 0
    for word in text.split(separator: " ") {
      if offset > 0 {
        let space = GlyphRun(text: " ", face: Face(file: "ruler"), advance: 0.5, level: base)
        paragraph.pieces.append(.space(space, source: offset..<offset + 1))
        offset += 1
      }
      let level: UInt8 = word.contains { $0.isUppercase } ? 1 : base + base % 2
      let run = GlyphRun(
        text: String(word), face: Face(file: "ruler"), advance: Float(word.count) * 0.5, level: level)
      let end = offset + word.utf8.count
      paragraph.pieces.append(.word(ShapedWord(runs: [run], source: offset..<end, text: word)))
      offset = end
    }
    let hyphenator = TableHyphenator(["WONDERFUL": [3, 6], "wonderful": [3, 6]])
    return GreedyLineBreaker(shaper: RulerShaper(), hyphenator: hyphenator)
      .lines(of: paragraph, style: style, width: width, hyphenates: true)
  }

  /// As it is seen from left to right.
  private func seen(_ line: SetLine) -> String {
    line.runs.sorted { $0.x < $1.x }.map(\.run.text).joined()
  }

  @Test(arguments: [
    ([0, 0, 0], [0, 1, 2]), ([1, 1, 1], [2, 1, 0]), ([0, 1, 1, 0], [0, 2, 1, 3]),
    ([1, 2, 2, 1], [3, 1, 2, 0]), ([1, 1, 2, 1, 0], [3, 2, 1, 0, 4]), ([2, 3, 2, 1], [3, 0, 1, 2]),
  ])
  func runsStandAsRuleL2Says(levels: [UInt8], order: [Int]) {
    #expect(VisualOrder.order(of: levels) == order)
  }

  @Test func everyRunHasOnePlace() {
    var random = Seeded(3)
    for _ in 0..<200 {
      let levels = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        UInt8.random(in: 0...4, using: &random)
      }
      let order = VisualOrder.order(of: levels)
      #expect(order.sorted() == Array(levels.indices))
      if !levels.contains(where: { $0 % 2 == 1 }) { #expect(order == Array(levels.indices)) }
    }
  }

  @Test func aParagraphFromRightToLeftEndsItsLinesAtTheLeft() {
    let lines = lines("ABC 12 DEF GH", base: 1, width: 5.5)
    #expect(lines.map(\.text) == ["ABC 12 DEF ", "GH"], "the text stays in its order")
    #expect(seen(lines[0]) == " DEF 12 ABC" && lines[0].width == 5)
    #expect(lines[0].inset == 0.5 && lines[1].inset == 4.5, "flush right")
    #expect(lines[0].runs.last?.x == -0.5, "the space at the line's end lies outside")
  }

  @Test func wordsFromRightToLeftStandAmongOthers() {
    let lines = lines("so ABC DEF it", base: 0, width: 20)
    // Between two words of one direction the space would have it too; here it is the paragraph's.
    #expect(seen(lines[0]) == "so ABC DEF it" && lines[0].inset == 0)
  }

  @Test func wordsFromRightToLeftAreNotHyphenated() {
    #expect(lines("AB WONDERFUL", base: 1, width: 4.6).map(\.text) == ["AB ", "WONDERFUL"])
    #expect(lines("ab wonderful", base: 0, width: 4.6).map(\.text) == ["ab won\u{AD}", "derful"])
  }
}
