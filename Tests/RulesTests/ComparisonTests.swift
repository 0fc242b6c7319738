import Testing
import WorkbookModel

@testable import Rules

@Suite struct ComparisonTests {
  private func comparison(_ old: String, _ new: String) -> Comparison {
    func facts(_ text: String) -> WorkbookFacts {
      WorkbookFacts(RuleTests.workbook(text), placeholders: Placeholders(["tbd"]))
    }
    return Comparison(facts(old), facts(new))
  }

  private static let challenge = "investment: 2, effort: 2, marketRisk: 2, technologyRisk: 2, change: 2"

  private func workbook(
    _ important: Int, other: String = "", change: Int = 2, name: String = "Night desk"
  ) -> String {
    "opportunities:\n  - { id: o, name: Care, important: \(important), unsatisfied: 3, doable: 3, lucrative: 3 }\n"
      + "  - { id: p, name: Loaf, important: 3, unsatisfied: 3, doable: 3, lucrative: 3 }\n"
      + "solutions:\n  - { id: s, name: \(name), opportunity: o, \(Self.challenge) }\n"
      + "  - { id: t, name: Van, opportunity: p, investment: 2, effort: 2, marketRisk: 2, technologyRisk: 2, change: \(change) }\n"
      + other
  }

  @Test func theSameIsTheSame() {
    #expect(comparison(workbook(4), workbook(4)).isEmpty)
    // Neither order nor comments nor raters who agree are a change.
    #expect(comparison(workbook(4), "# later\n" + workbook(4)).isEmpty)
  }

  @Test func scoresAndWhatTheyDoToTheRanking() throws {
    let change = comparison(workbook(5), workbook(2))
    let rescored = try #require(change.rescored.first)
    #expect(change.rescored.count == 1 && rescored.item.id == "o")
    #expect(rescored.scores.map(\.criterion) == [.important])
    #expect(rescored.scores[0].from == HalfPoints(5) && rescored.scores[0].to == HalfPoints(2))
    #expect(change.leaders.old.map(\.id) == ["s"] && change.leaders.new.map(\.id) == ["t"])
    #expect(change.moved.map(\.item.id) == ["s", "t"])
    #expect(change.moved.map(\.from) == ["1", "2"] && change.moved.map(\.to) == ["2", "1"])
    // A score taken away takes the rank away.
    let less = workbook(5).replacing("important: 5, ", with: "")
    let unranked = comparison(workbook(5), less)
    #expect(unranked.rescored[0].scores[0].to == nil)
    #expect(unranked.moved.first { $0.item.id == "s" }?.to == .some(nil))
  }

  @Test func whatCameWentAndWasRenamed() {
    let pains = "journeys: [{ stages: [{ stage: use, pains: [{ id: a, text: Cold }, Dark, Dark] }] }]\n"
    let later =
      "journeys: [{ stages: [{ stage: use, pains: [{ id: a, text: Freezing, evidence: observed }, Dark, Wet] }] }]\n"
    let change = comparison(workbook(4, other: pains), workbook(4, other: later, name: "Night shift"))
    #expect(change.added.map(\.name) == ["Wet"] && change.dropped.map(\.name) == ["Dark"])
    #expect(change.renamed.map(\.from) == ["Cold", "Night desk"])
    #expect(change.tested.map(\.item.id) == ["a"] && change.tested[0].to == .observed)
  }

  @Test func conceptsAndTheBusinessModel() {
    let old =
      "concepts: [{ id: c, tagline: Bread, benefits: TBD }]\nbusinessModel: { costs: [Vans, Wages] }\n"
    let new =
      "concepts: [{ id: c, tagline: Bread, benefits: Sleep }]\nbusinessModel: { costs: [Wages, Rent] }\n"
    let change = comparison(old, new)
    #expect(change.progress.map(\.from) == [1] && change.progress.map(\.to) == [2])
    #expect(change.progress[0].gained == [.benefits] && change.progress[0].lost.isEmpty)
    #expect(change.blocks.map(\.block) == [.costs])
    #expect(change.blocks[0].added == ["Rent"] && change.blocks[0].dropped == ["Vans"])
  }
}
