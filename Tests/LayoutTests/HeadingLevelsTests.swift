import PageModel
import Seeded
import Testing

@testable import LayoutEngine

@Suite struct HeadingLevelsTests {
  private func levels(_ authors: [Int]) -> [Int] {
    var headings = HeadingLevels()
    return authors.map { level in
      let kinds: [StructureTree.LeafKind] = [.heading1, .heading2, .heading3, .heading4]
      return (kinds.firstIndex(of: headings.kind(of: level)) ?? 0) + 1
    }
  }

  @Test func neighboursStayOnOneLevelWhateverIsLeftOutAboveThem() {
    #expect(levels([1, 3, 3, 4, 3, 1, 2]) == [1, 2, 2, 3, 2, 1, 2])
    #expect(levels([1, 2, 6, 5, 6]) == [1, 2, 3, 3, 4])
    #expect(levels([3, 2, 1]) == [1, 1, 1])
  }

  @Test(arguments: 1...20) func noLevelIsSkippedAndNoneIsDeeperThanFour(seed: Int) {
    var random = Seeded(seed)
    let found = levels((0..<60).map { _ in Int.random(in: 1...6, using: &random) })
    #expect(found.first == 1)
    #expect(zip(found, found.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(found.allSatisfy { (1...4).contains($0) })
  }
}
