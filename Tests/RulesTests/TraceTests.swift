import Diagnostics
import LocatedYAML
import Testing
import WorkbookModel

@testable import Rules

@Suite struct TraceTests {
  private func trace(_ yaml: String) -> Trace {
    let text = "canvaspress: 1\nproject: { company: A }\n" + yaml
    return Trace(Workbook.read(YAMLDocument.parse(SourceFile(name: "w.yml", text: text))).workbook)
  }

  /// What stands for a node in a test: its id, or its words.
  private func name(_ node: Trace.Node) -> String {
    if let id = node.id { return id }
    switch node.words {
    case .text(let text): return text.string
    case .phrase(let key): return key
    default: return "?"
    }
  }

  private func links(_ trace: Trace) -> [String] {
    trace.nodes.indices.flatMap { from in
      trace.results(of: from).map { "\(name(trace.nodes[from])) > \(name(trace.nodes[$0]))" }
    }
  }

  private func orphans(_ trace: Trace) -> [String] {
    trace.orphans.map { "\(name(trace.nodes[$0.node])): \($0.reason.rawValue)" }
  }

  private let chain = """
    segments: [{ id: craft, name: Bakers }]
    personas: [{ id: morag, segment: craft, name: Morag }]
    journeys:
      - segment: craft
        persona: morag
        stages: [{ stage: use, pains: [{ id: p1, text: Cold oven }, { id: p2, text: Nobody comes }] }]
    utility: [{ id: u1, stage: use, lever: risk, mark: blocker, note: Fear }, { id: u2, stage: use, lever: fun, mark: today }]
    opportunities: [{ id: o1, name: Bread, answers: [p1, p2, u1] }, { id: o2, name: Advice, answers: [p2] }]
    solutions: [{ id: s1, name: Vans, opportunity: o1 }, { id: s2, name: Phone, opportunity: o2 }]
    concepts: [{ id: c1, solution: s1, tagline: Bread by six }]
    businessModel: { concept: c1, propositions: [Bread], costs: [Vans, Nights] }

    """

  @Test func everyThingLeadsToWhatNamesIt() {
    let trace = trace(chain)
    #expect(
      links(trace) == [
        "craft > morag", "morag > journey.stages.use.label", "journey.stages.use.label > p1",
        "journey.stages.use.label > p2", "p1 > o1", "p2 > o1", "p2 > o2", "u1 > o1", "o1 > s1", "o2 > s2",
        "s1 > c1", "c1 > bmc.blocks.propositions.label", "c1 > bmc.blocks.costs.label",
      ])
    for node in trace.nodes.indices {
      for result in trace.results(of: node) { #expect(trace.causes(of: result).contains(node)) }
    }
    #expect(trace.orphans.isEmpty)
  }

  @Test func thePathIsWhatTheConceptRestsOnAndWhatRestsOnIt() {
    let trace = trace(chain)
    let off = trace.nodes.indices.filter { !trace.path.contains($0) }.map { name(trace.nodes[$0]) }
    #expect(off == ["o2", "s2"])
  }

  @Test func aroundSomethingIsWhatLeadsToItAndWhatFollows() throws {
    let trace = trace(chain)
    let o2 = try #require(trace.nodes(named: "o2").first)
    #expect(
      trace.around(o2).sorted().map { name(trace.nodes[$0]) } == [
        "craft", "morag", "journey.stages.use.label", "p2", "o2", "s2",
      ])
    #expect(trace.segments(behind: o2).map { name(trace.nodes[$0]) } == ["craft"])
  }

  @Test func aNodeKnowsItsPlaceAndHowSureItIs() throws {
    let trace = trace(
      "journeys: [{ stages: [{ stage: use, pains: [{ id: p, text: Cold, evidence: observed }] }] }]\n"
        + "utility: [{ id: u, stage: night, lever: risk, mark: blocker, note: Fear }]\n"
        + "utilityStages: [{ stage: night, name: At night }]\n")
    let pain = trace.nodes[try #require(trace.nodes(named: "p").first)]
    #expect(pain.evidence == .observed && pain.span?.start.line == 3 && pain.span?.start.column == 60)
    let blocker = trace.nodes[try #require(trace.nodes(named: "u").first)]
    guard case .text(let stage) = blocker.details.first, case .phrase(let lever) = blocker.details.last else {
      Issue.record("a blocker says its stage and its lever")
      return
    }
    #expect(stage.string == "At night" && lever == "utility.levers.risk.label")
  }

  @Test func everyLooseEndIsNamedWithItsReason() {
    let trace = trace(
      """
      segments: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }, { id: d, name: D }]
      personas: [{ id: x, segment: b, name: X }, { id: y, segment: d, name: Y }]
      journeys:
        - { segment: c, stages: [{ stage: use, pains: [{ id: p, text: P }], opportunities: [{ id: i, text: I }] }] }
        - { persona: y, stages: [{ stage: use, opportunities: [{ id: j, text: J, opportunity: o }] }] }
      utility: [{ id: u, stage: use, lever: risk, mark: blocker }, { id: v, stage: use, lever: risk, mark: new }]
      opportunities: [{ id: o, name: O }, { id: q, name: Q }]
      solutions: [{ id: s, name: S }]
      concepts: [{ id: k, tagline: K }, { id: l, solution: s, tagline: L }]
      businessModel: { costs: [Wages] }

      """)
    #expect(
      orphans(trace) == [
        "a: neither", "b: no-journey", "c: no-persona", "p: unanswered", "i: not-taken-up", "u: unanswered",
        "o: no-solution", "q: answers-nothing", "q: no-solution", "s: no-opportunity", "k: no-solution",
        "k: not-carried-on",
        "l: not-carried-on",
      ])
    // Without a concept in the business model all concepts have their path.
    #expect(
      trace.nodes.indices.filter { trace.path.contains($0) }.map { name(trace.nodes[$0]) } == ["s", "k", "l"])
  }

  @Test func aJourneyWithoutAPersonaOrOfAnotherSegmentFollowsFromItsSegment() {
    let trace = trace(
      """
      segments: [{ id: a, name: A }, { id: b, name: B }]
      personas: [{ id: x, segment: b, name: X }]
      journeys: [{ segment: a, stages: [{ stage: use }] }, { segment: a, persona: x, stages: [{ stage: delivery }] }]

      """)
    #expect(
      links(trace) == [
        "a > journey.stages.use.label", "a > journey.stages.delivery.label", "b > x",
        "x > journey.stages.delivery.label",
      ])
  }

  @Test func anyNoteCanBeAnswered() {
    let trace = trace(
      """
      personas: [{ id: x, name: X, fears: [{ id: f, text: Fear, evidence: confirmed }] }]
      businessModel: { costs: [{ id: wages, text: Wages }] }
      opportunities: [{ id: o, name: O, answers: [f, wages] }]

      """)
    #expect(links(trace) == ["x > f", "f > o", "wages > o"])
    #expect(trace.nodes.first { $0.id == "f" }?.evidence == .confirmed)
  }

  @Test func idsThatNothingHasArePassedOver() {
    let trace = trace(
      "opportunities: [{ id: o, name: O, answers: [nobody] }]\nsolutions: [{ id: s, name: S, opportunity: none }]\n"
    )
    #expect(links(trace).isEmpty)
    #expect(orphans(trace) == ["o: answers-nothing", "o: no-solution", "s: no-opportunity"])
  }

  @Test func oneIdMayNameThingsOfSeveralKinds() {
    let trace = trace("segments: [{ id: x, name: A }]\npersonas: [{ id: x, name: B, segment: x }]\n")
    #expect(trace.nodes(named: "x").map { trace.nodes[$0].kind } == [.segment, .persona])
    #expect(links(trace) == ["x > x"])
  }
}
