import Diagnostics
import LocatedYAML
import Testing
import WorkbookModel

@testable import Rules

/// Each rule with a workbook that it speaks of and one that it does not.
@Suite struct RuleTests {
  static func workbook(_ text: String) -> Workbook {
    let source = "canvaspress: 1\nproject: { company: A }\n" + text
    let document = YAMLDocument.parse(SourceFile(name: "w.yml", text: source))
    let (workbook, faults) = Workbook.read(document)
    #expect(!(document.diagnostics + faults).haveFaults, "\(faults.map(\.code))")
    return workbook
  }

  private static let blanks = Placeholders(["tbd", "todo", "?", "-", "da definire", "…"])

  private func findings(_ text: String) -> [Diagnostic] {
    Findings.all(in: WorkbookFacts(Self.workbook(text), placeholders: Self.blanks))
  }

  /// How often a code is found in each of two texts.
  private func expect(
    _ code: String, _ severity: Diagnostic.Severity = .warning, in bad: String, notIn good: String,
    line: Int? = nil, location: SourceLocation = #_sourceLocation
  ) {
    let found = findings(bad).filter { $0.code == code }
    #expect(found.count == 1, "\(findings(bad).map(\.code))", sourceLocation: location)
    #expect(found.allSatisfy { $0.severity == severity && $0.span != nil }, sourceLocation: location)
    if let line { #expect(found.first?.span?.start.line == line, sourceLocation: location) }
    #expect(findings(good).filter { $0.code == code }.isEmpty, sourceLocation: location)
  }

  private static let fine =
    "important: 3, unsatisfied: 3, doable: 3, lucrative: 3, evidence: observed, source: t"
  private static let sources = "sources: [{ id: t, kind: interview, text: Talks }]\n"
  private static let five = "investment: 2, effort: 2, marketRisk: 2, technologyRisk: 2, change: 2"

  // MARK: Scores and ranking

  @Test func scores() {
    expect(
      "score/missing-impact",
      in: "opportunities: [{ id: o, name: O, important: 3, doable: 2, lucrative: 2 }]\n",
      notIn: Self.sources + "opportunities: [{ id: o, name: O, \(Self.fine) }]\n", line: 3)
    expect(
      "score/missing", in: "solutions: [{ id: s, name: S, investment: 1 }]\n",
      notIn: "solutions: [{ id: s, name: S, \(Self.five) }]\n")
    func rated(_ value: Int, agreed: String = "") -> String {
      "solutions: [{ id: s, name: S, investment: 2, \(agreed)raters: { A: { change: 2 }, B: { change: \(value) } } }]\n"
    }
    expect("score/raters-disagree", .note, in: rated(4), notIn: rated(3))
    expect("score/raters-disagree", .note, in: rated(4), notIn: rated(4, agreed: "change: 3, "))
    // A slip is told where it stands, and is no missing score; nor does another rater mend it.
    let slip = Self.workbook(rated(9))
    #expect(slip.solutions[0].points[4] == nil)
    expect(
      "score/untested-customer-view",
      in: "opportunities: [{ id: o, name: O, important: 3, unsatisfied: 3, doable: 3, lucrative: 3 }]\n",
      notIn: Self.sources + "opportunities: [{ id: o, name: O, \(Self.fine) }]\n")
  }

  /// Solutions of opportunities of their own, by the scores of change and important.
  private func solutions(_ scores: [(change: Int, important: Int)]) -> String {
    let opportunities = scores.enumerated().map { number, pair in
      "  - { id: o\(number), name: O\(number), important: \(pair.important), unsatisfied: 3, doable: 3, lucrative: 3, "
        + "evidence: observed, source: t }\n"
    }
    let solutions = scores.enumerated().map { number, pair in
      "  - { id: s\(number), name: S\(number), opportunity: o\(number), investment: 3, effort: 3, marketRisk: 3, "
        + "technologyRisk: 3, change: \(pair.change) }\n"
    }
    return Self.sources + "opportunities:\n" + opportunities.joined() + "solutions:\n" + solutions.joined()
  }

  @Test func ranking() {
    expect(
      "ranking/shared-first", .note, in: solutions([(2, 4), (2, 4), (5, 1)]),
      notIn: solutions([(2, 4), (5, 1)]))
    expect(
      "ranking/one-quadrant", .note, in: solutions([(1, 5), (2, 4)]), notIn: solutions([(1, 5), (5, 4)]))
    expect("ranking/fragile", .note, in: solutions([(1, 4), (2, 4)]), notIn: solutions([(1, 5), (5, 1)]))
    let doable = { (value: Int) in
      Self.sources
        + "opportunities:\n  - { id: o, name: O, important: 3, unsatisfied: 3, doable: \(value), lucrative: 3, evidence: observed, source: t }\n"
        + "  - { id: p, name: P, important: 4, unsatisfied: 4, doable: 1, lucrative: 4, evidence: observed, source: t }\n"
        + "solutions:\n  - { id: s, name: S, opportunity: o, \(Self.five) }\n  - { id: t, name: T, opportunity: p, \(Self.five) }\n"
    }
    expect("ranking/doable-decides", .note, in: doable(5), notIn: doable(2))
  }

  // MARK: Concept

  private static let elements = [
    "tagline: Bread", "description: D", "experience: E", "benefits: B", "emotions: F", "value: V",
    "organisation: { resources: R, processes: P, structure: S, kpis: [{ measure: M, target: 9 }] }",
    "responsibilities: { development: X, implementation: Y }",
  ]

  private func concept(_ change: (inout [String]) -> Void = { _ in }) -> String {
    var elements = Self.elements
    change(&elements)
    return "concepts: [{ id: c, \(elements.joined(separator: ", ")) }]\n"
  }

  @Test func theTwelveElements() {
    #expect(findings(concept()).map(\.code) == [])
    expect("concept/element-missing", in: concept { $0.remove(at: 3) }, notIn: concept())
    for word in ["TBD", "\"?\"", "Da definire", "\"-\"", "(tbd)", "…", "\" TODO. \""] {
      expect("concept/element-missing", in: concept { $0[3] = "benefits: \(word)" }, notIn: concept())
    }
    expect(
      "concept/long-tagline",
      in: concept { $0[0] = "tagline: " + String(repeating: "a", count: 91) },
      notIn: concept { $0[0] = "tagline: " + String(repeating: "a", count: 90) })
    func kpis(_ kpis: String) -> String {
      concept { $0[6] = "organisation: { resources: R, processes: P, structure: S, kpis: [\(kpis)] }" }
    }
    expect(
      "concept/kpi-without-target", in: kpis("{ measure: M, target: 9 }, { measure: N }"), notIn: concept())
    expect(
      "concept/kpi-without-measure", in: kpis("{ measure: M, target: 9 }, { goal: G, target: 2 }"),
      notIn: concept())
    // One that is whole is enough for the element; without one it is missing.
    #expect(findings(kpis("{ measure: M }")).map(\.code).contains("concept/element-missing"))
    #expect(
      !findings(kpis("{ measure: M, target: 9 }, { measure: N }")).map(\.code).contains(
        "concept/element-missing"))
  }

  @Test func theConceptAndItsSolution() {
    let some = solutions([(1, 5), (2, 4)])
    func of(_ solution: String) -> String { some + concept { $0.insert("solution: \(solution)", at: 0) } }
    expect("concept/off-front", .note, in: of("s1"), notIn: of("s0"))
    expect("chain/concept-without-solution", in: some + concept(), notIn: of("s0"))
    expect(
      "concept/shared-solution",
      in: of("s0").replacing("concepts: [", with: "concepts: [{ id: d, solution: s0 }, "),
      notIn: of("s0").replacing("concepts: [", with: "concepts: [{ id: d, solution: s1 }, "))
  }

  // MARK: Chain

  private static let stage = "{ stage: use, doing: D, thinking: T, feeling: { mood: 1 } }"

  @Test func segmentsHaveBothPersonaAndJourney() {
    let segment = "segments: [{ id: a, name: A }]\n"
    let persona = "personas: [{ id: p, name: P, segment: a, goals: G }]\n"
    let journey = "journeys: [{ segment: a, stages: [\(Self.stage)] }]\n"
    expect("chain/segment-without-journey", in: segment + persona, notIn: segment + persona + journey)
    expect("chain/segment-without-persona", in: segment + journey, notIn: segment)
    // A journey without a segment is its persona's.
    expect(
      "chain/segment-without-journey", in: segment + persona,
      notIn: segment + persona + "journeys: [{ persona: p, stages: [\(Self.stage)] }]\n")
  }

  @Test func stagesPainsAndIdeas() {
    func journey(_ stage: String) -> String { "journeys: [{ stages: [\(stage)] }]\n" }
    expect(
      "chain/stage-incomplete", in: journey("{ stage: use, doing: D, thinking: TBD, feeling: { words: W } }"),
      notIn: journey("{ stage: use, doing: D, thinking: T, feeling: { words: W } }"))
    let pain = journey(
      "{ stage: use, doing: D, thinking: T, feeling: { mood: 1 }, pains: [{ id: p, text: P }] }")
    func opportunity(_ more: String) -> String {
      Self.sources + "opportunities: [{ id: o, name: O, \(Self.fine)\(more) }]\n"
    }
    expect("chain/pain-unanswered", .note, in: pain, notIn: pain + opportunity(", answers: [p]"))
    let idea = { (more: String) in
      journey(
        "{ stage: use, doing: D, thinking: T, feeling: { mood: 1 }, opportunities: [{ text: I\(more) }] }")
        + opportunity("")
    }
    expect("chain/idea-not-taken-up", .note, in: idea(""), notIn: idea(", opportunity: o"))
    expect("chain/opportunity-unsupported", in: opportunity(""), notIn: pain + opportunity(", answers: [p]"))
    expect(
      "chain/opportunity-unsupported", .note, in: opportunity(", origin: inside-out"),
      notIn: pain + opportunity(", answers: [p]"))
    expect(
      "chain/opportunity-without-solution", .note, in: opportunity(""),
      notIn: opportunity("") + "solutions: [{ id: s, name: S, opportunity: o, \(Self.five) }]\n")
    expect(
      "chain/solution-without-opportunity", in: "solutions: [{ id: s, name: S, \(Self.five) }]\n",
      notIn: opportunity("") + "solutions: [{ id: s, name: S, opportunity: o, \(Self.five) }]\n")
    expect(
      "chain/business-model-without-concept", in: concept() + Self.model(),
      notIn: concept() + Self.model(["concept: c"]))
  }

  @Test func limits() {
    func carried(_ count: Int) -> String {
      let ids = (0..<count).map { "s\($0)" }
      return "segments: [\(ids.map { "{ id: \($0), name: N }" }.joined(separator: ", "))]\n"
        + "personas: [\(ids.map { "{ id: p\($0), name: N, segment: \($0), goals: G }" }.joined(separator: ", "))]\n"
    }
    expect("limits/segments", in: carried(4), notIn: carried(3))
    func personas(_ count: Int) -> String {
      "segments: [{ id: a, name: A }]\npersonas: [\((0..<count).map { "{ id: p\($0), name: N, segment: a, goals: G }" }.joined(separator: ", "))]\n"
    }
    expect("limits/personas", in: personas(4), notIn: personas(3))
    expect(
      "limits/only-demographics", in: "personas: [{ id: p, name: P, demographics: Forty }]\n",
      notIn: "personas: [{ id: p, name: P, demographics: Forty, fears: Rain }]\n")
  }

  // MARK: Evidence

  @Test func whatTheConceptRestsOn() {
    func chain(
      pain: String = "", solution: String = "", opportunity: String = "evidence: observed, source: t"
    ) -> String {
      Self.sources
        + "segments: [{ id: a, name: A, who: [{ text: W, evidence: observed, source: t }] }]\n"
        + "personas: [{ id: p, name: P, segment: a, goals: [{ text: G, evidence: observed, source: t }] }]\n"
        + "journeys: [{ segment: a, persona: p, stages: [{ stage: use, doing: [{ text: D, evidence: observed, source: t }], thinking: T, feeling: { mood: 1 }, pains: [{ id: x, text: X\(pain) }] }] }]\n"
        + "opportunities: [{ id: o, name: O, answers: [x], important: 3, unsatisfied: 3, doable: 3, lucrative: 3, \(opportunity) }]\n"
        + "solutions: [{ id: s, name: S, opportunity: o, \(Self.five)\(solution) }]\n"
        + concept { $0.insert("solution: s", at: 0) }
    }
    let tested = chain(pain: ", evidence: confirmed, source: t", solution: ", evidence: observed, source: t")
    expect("evidence/untested", in: chain(solution: ", evidence: observed, source: t"), notIn: tested)
    expect("evidence/untested", in: chain(pain: ", evidence: confirmed, source: t"), notIn: tested)
    expect(
      "evidence/untested",
      in: chain(
        pain: ", evidence: confirmed, source: t", solution: ", evidence: observed, source: t",
        opportunity: "evidence: assumption"), notIn: tested)
    expect(
      "evidence/source-missing", .note,
      in: chain(pain: ", evidence: confirmed", solution: ", evidence: observed, source: t"),
      notIn: tested)
    #expect(findings("report: { authors: [{ text: Ann, evidence: observed }] }\n").isEmpty)
    let facts = WorkbookFacts(Self.workbook(chain()), placeholders: Self.blanks)
    #expect(
      ConceptBasis(of: facts.workbook.concepts[0], in: facts).untested.map(\.kind) == [.marketRisk, .pain])
  }

  // MARK: Utility and business model

  @Test func utility() {
    func marks(_ marks: String) -> String { "utility: [\(marks)]\n" }
    let blocker = "{ id: b, stage: use, lever: risk, mark: blocker, note: N }"
    let answer = Self.sources + "opportunities: [{ id: o, name: O, answers: [b], \(Self.fine) }]\n"
    expect("utility/blocker-unanswered", .note, in: marks(blocker), notIn: marks(blocker) + answer)
    expect(
      "utility/blocker-unanswered", .warning,
      in: marks("{ id: b, stage: use, lever: risk, mark: blocker, note: N, biggest: true }"),
      notIn: marks(blocker) + answer)
    let new = "{ stage: use, lever: fun, mark: new, note: N }"
    expect(
      "utility/new-beside-today", .note,
      in: marks(new + ", { stage: use, lever: fun, mark: today, note: T }"),
      notIn: marks(new + ", { stage: use, lever: risk, mark: today, note: T }"))
  }

  private static func model(_ more: [String] = [], without: String? = nil) -> String {
    let blocks = [
      "segments", "propositions", "channels", "relationships", "revenue", "resources", "activities",
      "partners",
      "costs",
    ]
    let parts =
      more + blocks.filter { $0 != without && !more.joined().contains($0 + ":") }.map { "\($0): [X]" }
    return "businessModel: { \(parts.joined(separator: ", ")) }\n"
  }

  @Test func theNineBlocks() {
    expect("business/block-empty", in: Self.model(without: "partners"), notIn: Self.model())
    expect("business/block-empty", in: Self.model(["costs: [TBD]"]), notIn: Self.model())
    // Block 4 shows the sheets of relationships.
    expect(
      "business/block-empty", in: Self.model(without: "relationships"),
      notIn: Self.model(without: "relationships") + "relationships: [{ text: R, purpose: retain }]\n")
  }

  @Test func everySegmentOfTheModelIsServed() {
    let segments = "segments: [{ id: a, name: A, paidBy: b }, { id: b, name: B }]\n"
    func revenue(_ revenue: String, of segment: String = "b") -> String {
      let own = ["propositions", "channels", "relationships"].map { "\($0): [{ text: X, segment: all }]" }
      return segments
        + Self.model(["segments: [{ text: S, segment: \(segment) }]", "revenue: [\(revenue)]"] + own)
    }
    expect(
      "business/segment-unserved", in: revenue("{ text: R, segment: a }"),
      notIn: revenue("{ text: R, segment: b }"))
    expect(
      "business/segment-shared-only", .note, in: revenue("R"), notIn: revenue("{ text: R, segment: all }"))
    // Who is paid for need not bring anything in.
    expect(
      "business/segment-unserved", in: revenue("{ text: R, segment: a }"),
      notIn: revenue("{ text: R, segment: b }", of: "a"))
  }

  @Test func customerValue() {
    func segment(_ fields: String) -> String { "segments: [{ id: a, name: A, value: { \(fields) } }]\n" }
    expect(
      "customer-value/incomplete", .note,
      in: segment("revenue: 3, cost: 2, years: 3, discount: 5%").replacing(
        "}]\n", with: "}, { id: b, name: B }]\n"),
      notIn: "segments: [{ id: b, name: B }]\n")
    expect(
      "customer-value/negative", in: segment("revenue: 1, cost: 2, years: 3, discount: 5%"),
      notIn: segment("revenue: 3, cost: 2, years: 3, discount: 5%"))
  }
}
