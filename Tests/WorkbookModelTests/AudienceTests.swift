import Diagnostics
import Foundation
import LocatedYAML
import Testing
import WorkbookModel

private let head = "canvaspress: 1\nproject: { company: A }\n"

private func parse(_ text: String) -> YAMLDocument { .parse(SourceFile(name: "t.yml", text: text)) }

/// A tree as YAML between brackets.
private func flow(_ node: LocatedNode) -> String {
  switch node.content {
  case .nothing: "~"
  case .scalar(let string): string
  case .sequence(let elements): "[" + elements.map(flow).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\(flow($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
  }
}

@Suite struct AudienceTests {
  /// A workbook as an audience sees it, without its head, and how much was left out.
  private func view(_ text: String, _ audience: Audience = .public) throws -> (text: String, leftOut: Int) {
    let document = parse(head + text)
    #expect(Workbook.read(document).diagnostics.isEmpty, "\(text)")
    let view = AudienceView(try #require(document.root), for: audience)
    let sections = view.root.entries.dropFirst(2).map { "\(flow($0.key)): \(flow($0.value))" }
    return (sections.joined(separator: "\n"), view.leftOut)
  }

  @Test(arguments: [
    (Audience.public, "[Plain, {text: All, audience: public}]", 2),
    (.company, "[Plain, {text: All, audience: public}, {text: Ours, audience: company}]", 1),
    (
      .mentor,
      "[Plain, {text: All, audience: public}, {text: Ours, audience: company}, "
        + "{text: Yours, audience: mentor}]",
      0
    ),
  ])
  func eachAudienceReadsWhatThoseBeforeItRead(_ audience: Audience, _ notes: String, _ leftOut: Int) throws {
    let text =
      "governance: { time: [Plain, { text: All, audience: public }, { text: Ours, audience: company },"
      + " { text: Yours, audience: mentor }] }\n"
    let view = try view(text, audience)
    #expect(view.text == "governance: {time: \(notes)}")
    #expect(view.leftOut == leftOut)
    let read = Workbook.read(parse(head + text), for: audience)
    #expect(read.workbook.governance?.time.count == 4 - leftOut && read.leftOut == leftOut)
  }

  @Test func aThingThatIsNoElementGoesWithItsKey() throws {
    let view = try view(
      """
      segments:
        - { id: s, name: S, value: { revenue: 2, cost: 1, years: 1, discount: 0%, audience: company } }
      governance: { time: { text: Soon, audience: company }, peaks: Later }
      """)
    #expect(view.text == "segments: [{id: s, name: S}]\ngovernance: {peaks: Later}")
    #expect(view.leftOut == 2)
  }

  /// What a hidden thing leaves of others, one by one: `|` stands between what there is and what stays.
  @Test(arguments: [
    // A source: statements stay, and no longer say where they come from.
    (
      "sources: [{ id: t, kind: interview, text: T, audience: company }]"
        + "| governance: { time: { text: N, source: t } }",
      "sources: [] | governance: {time: {text: N}}", 1
    ),
    // A pain: the opportunity no longer answers it.
    (
      "journeys: [{ stages: [{ stage: use, pains: [{ id: p, text: P, audience: company }] }] }]"
        + "| opportunities: [{ id: o, name: O, answers: [p] }]",
      "journeys: [{stages: [{stage: use, pains: []}]}] | opportunities: [{id: o, name: O, answers: []}]", 1
    ),
    // A segment: what is said of it alone goes, whom it pays for stays.
    (
      "segments: [{ id: a, name: A, audience: company }, { id: b, name: B, paidBy: a }]"
        + "| businessModel: { channels: [{ text: X, segment: a }, { text: Y, segment: all }] }",
      "segments: [{id: b, name: B}] | businessModel: {channels: [{text: Y, segment: all}]}", 2
    ),
    // What went takes along what spoke of it, wherever that stands; the other journey loses the person.
    (
      "journeys: [{ persona: m, segment: b, stages: [{ stage: use }] },"
        + " { segment: a, stages: [{ stage: use }] }]"
        + "| personas: [{ id: m, name: M, segment: a }]"
        + "| segments: [{ id: a, name: A, audience: mentor }, { id: b, name: B }]",
      "journeys: [{segment: b, stages: [{stage: use}]}] | personas: [] | segments: [{id: b, name: B}]", 3
    ),
    // An opportunity: its solutions go, an idea that it took up and a concept of the solution stay.
    (
      "opportunities: [{ id: o, name: O, audience: company }]"
        + "| journeys: [{ stages: [{ stage: use, opportunities: { text: I, opportunity: o } }] }]"
        + "| solutions: [{ id: s, name: S, opportunity: o }] | concepts: [{ id: c, solution: s }]",
      "opportunities: [] | journeys: [{stages: [{stage: use, opportunities: {text: I}}]}] | solutions: []"
        + " | concepts: [{id: c}]", 2
    ),
    // Ids of different things never meet.
    (
      "segments: [{ id: x, name: A, audience: company }]"
        + "| concepts: [{ id: x }] | businessModel: { concept: x, costs: [{ text: C, segment: x }] }",
      "segments: [] | concepts: [{id: x}] | businessModel: {concept: x, costs: []}", 2
    ),
    // An alias shows the same place twice, and only one of the two is hidden.
    (
      "segments: [{ id: &x x, name: A, audience: company }]"
        + "| personas: [{ id: *x, name: M }] | journeys: [{ persona: *x, stages: [{ stage: use }] }]",
      "segments: [] | personas: [{id: x, name: M}] | journeys: [{persona: x, stages: [{stage: use}]}]", 1
    ),
  ])
  func whatOnlySpokeOfAHiddenThingGoesWithIt(_ text: String, _ stays: String, _ leftOut: Int) throws {
    func lines(_ text: String) -> String {
      text.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    }
    let view = try view(lines(text))
    #expect(view.text == lines(stays))
    #expect(view.leftOut == leftOut)
  }

  @Test func whatStoodInAThingThatGoesIsNotCountedAgain() throws {
    let journey = "{ segment: a, stages: [{ stage: use, pains: [{ text: P, audience: mentor }] }] }"
    let view = try view("journeys: [\(journey)]\nsegments: [{ id: a, name: A, audience: mentor }]\n")
    #expect(view.text == "journeys: []\nsegments: []")
    #expect(view.leftOut == 2)
  }

  @Test func aRecordGoesWithWhatItCannotDoWithout() throws {
    let text = """
      crews:
        - { id: one, audience: mentor }
        - { id: two, members: [{ text: Ann }] }
        - { id: three, members: [{ text: Bob, audience: company }] }
      shifts: [{ crew: one }, { crew: two }, { crew: three }]
      """
    let view = AudienceView(try #require(parse(text).root), as: Works.shape, for: .public)
    #expect(flow(view.root) == "{crews: [{id: two, members: [{text: Ann}]}], shifts: [{crew: two}]}")
    #expect(view.leftOut == 4)
  }

  @Test func aWordThatIsNoAudienceIsNotTakenForEveryone() throws {
    let root = try #require(parse(head + "governance: { time: { text: N, audience: mentr } }").root)
    #expect(AudienceView(root, for: .company).leftOut == 1)
  }
}

/// Records that need what could be hidden; the workbook has none.
private struct Works: Record {
  var crews: [Crew] = []
  var shifts: [Shift] = []

  static let table = RecordTable<Works>("works", [Field("crews", \.crews), Field("shifts", \.shifts)])
}

private struct Crew: Record {
  var id: Identifier<StepKind>?
  var members: [Note] = []
  var audience: Audience?

  static let table = RecordTable<Crew>(
    "crew",
    [
      Field("id", \.id, required: true), Field("members", \.members, required: true),
      Field("audience", \.audience),
    ])
}

private struct Shift: Record {
  var crew: Reference<StepKind>?

  static let table = RecordTable<Shift>("shift", [Field("crew", \.crew, required: true)])
}
