import Diagnostics
import LocatedYAML
import Testing
import WorkbookModel

private func read(_ text: String) -> (workbook: Workbook, faults: [String]) {
  let document = YAMLDocument.parse(SourceFile(name: "t.yml", text: text))
  let (workbook, diagnostics) = Workbook.read(document)
  let all = (document.diagnostics + diagnostics).sortedByPlace()
  return (workbook, all.map { "\($0.code) \($0.span.map { "\($0.start.line):\($0.start.column)" } ?? "-")" })
}

private let head = "canvaspress: 1\nproject: { company: A }\n"

@Suite struct WorkbookTests {
  @Test func eightFaultsGiveEightMessagesEachAtItsPlace() {
    let text = """
      canvaspress: 2
      project:
        compny: Rossi
        date: 2026-13-01
        version: [3]
      segments:
        - { id: farms, name: Farms, role: payer }
        - { id: farms, name: Again }
      personas:
        - { id: p1, name: Ada, segment: farm }
      journeys:
        - stages:
            - { stage: use, feeling: { mood: 3 } }
      """
    #expect(
      read(text).faults == [
        "value/out-of-range 1:14",
        "key/unknown 3:3",
        "value/not-a-date 4:9",
        "value/wrong-type 5:12",
        "value/unknown-word 7:37",
        "id/duplicate 8:11",
        "id/unknown 10:35",
        "value/out-of-range 13:40",
      ])
  }

  @Test func aMisspeltKeyIsOneMistakeAndOneMessage() {
    #expect(read("canvaspress: 1\nproject: { compny: A }\n").faults == ["key/unknown 2:12"])
    #expect(read("canvaspress: 1\nproject: { product: A }\n").faults == ["key/missing 2:12"])
  }

  @Test func aNoteMayBeATextOrAMap() {
    let workbook = read(
      head
        + "businessModel:\n  propositions:\n    - Warm bread\n    - { text: Quiet nights, evidence: observed }\n"
    ).workbook
    let notes = workbook.businessModel?.propositions ?? []
    #expect(notes.map(\.text.string) == ["Warm bread", "Quiet nights"])
    #expect(notes.map(\.evidence) == [nil, .observed])
  }

  @Test func whatTheSheetOfAPersonaHasNoPlaceForIsWarnedOf() {
    #expect(
      read(head + "personas:\n  - { id: p, name: Ada, likes: [tea] }\n").faults == [
        "persona/other-sheet 4:25"
      ])
    #expect(read(head + "personas:\n  - { id: p, name: Ada, template: B, likes: [tea] }\n").faults.isEmpty)
  }

  @Test func aTextWithAColonInAListIsOneMistake() {
    #expect(
      read(head + "businessModel: { segments: [People at work: by bike] }\n").faults == ["yaml/colon 3:29"])
  }

  @Test func aJourneyWithoutStagesLacksThem() {
    #expect(read(head + "journeys: [{ stages: [] }]\n").faults == ["key/empty 3:14"])
  }

  @Test func aLoneNoteMayStandWithoutItsList() {
    let workbook = read(head + "personas:\n  - { id: p, name: Ada, quote: \"Enough!\" }\n").workbook
    #expect(workbook.personas.first?.quote.map(\.text.string) == ["Enough!"])
  }

  @Test func aStageOfOnesOwnNeedsAName() {
    #expect(
      read(head + "journeys:\n  - stages: [{ stage: purchse }]\n").faults == ["stage/unknown 4:23"])
    #expect(read(head + "journeys:\n  - stages: [{ stage: fit-out, name: Fit-out }]\n").faults.isEmpty)
  }

  @Test func aSegmentMayBeAllAndOtherwiseMustExist() {
    #expect(read(head + "businessModel: { channels: [{ text: Shop, segment: all }] }\n").faults.isEmpty)
    #expect(
      read(head + "businessModel: { channels: [{ text: Shop, segment: farms }] }\n").faults == [
        "id/unknown 3:52"
      ])
  }

  @Test func fieldsOfOneKindOfNoteAreUnknownInAnother() {
    #expect(
      read(head + "businessModel: { channels: [{ text: Shop, share: 5% }] }\n").faults == ["key/unknown 3:43"]
    )
  }

  @Test func aScoreOutOfRangeIsAFindingAndCountsForNothing() {
    let text =
      head + "opportunities: [{ id: o1, name: A, important: 5, unsatisfied: 6, doable: 1, lucrative: 2 }]\n"
    let (workbook, findings) = Workbook.read(YAMLDocument.parse(SourceFile(name: "w.yml", text: text)))
    #expect(findings.map(\.code) == ["score/out-of-range"])
    #expect(!findings.haveFaults)
    #expect(workbook.opportunities.first?.points.sum == nil)
    #expect(workbook.opportunities.first?.scores.unsatisfied?.text.string == "6")
  }

  @Test func impactAndChallengeAreSumsOfAllTheirScores() {
    let (workbook, faults) = read(
      head
        + "opportunities: [{ id: o, name: A, important: 5, unsatisfied: 4, doable: 1, lucrative: 2 }]\n"
        + "solutions:\n"
        + "  - { id: s, name: S, opportunity: o, investment: 1, effort: 2, marketRisk: 3, technologyRisk: 4, change: 5 }\n"
        + "  - { id: t, name: T, opportunity: o, investment: 1, effort: 2, marketRisk: 3, technologyRisk: 4 }\n"
    )
    #expect(faults.isEmpty)
    #expect(workbook.opportunities.first?.points.sum == HalfPoints(12))
    #expect(workbook.solutions.map(\.points.sum) == [HalfPoints(15), nil])
  }

  @Test func anAgreedScoreWinsOverTheRatersAndTheirMiddleMayBeAHalf() {
    let (workbook, faults) = read(
      head + "opportunities:\n"
        + "  - { id: o, name: A, important: 1, raters: { Ann: { important: 5, unsatisfied: 4 }, Bob: { unsatisfied: 3 } } }\n"
    )
    #expect(faults.isEmpty)
    #expect(
      workbook.opportunities[0].points == [HalfPoints(1), HalfPoints(halves: 7), nil, nil])
    #expect(HalfPoints(halves: 7).text == "3.5")
    #expect(HalfPoints.median(of: [5, 1, 2]) == HalfPoints(2))
  }

  @Test(arguments: [("2", 2000), ("0.125", 125), ("1000", 1_000_000), ("0", 0)])
  func aWeightIsExact(_ text: String, _ thousandths: Int) {
    let (workbook, findings) = read(head + "weights: { change: \(text) }\n")
    #expect(findings.isEmpty)
    #expect(workbook.weights?.change?.thousandths == thousandths)
  }

  @Test(arguments: ["-1", "1000.5", "0.0001"])
  func whatIsNoWeightCountsOne(_ text: String) {
    let (workbook, findings) = read(head + "weights: { change: \(text) }\n")
    #expect(findings.count == 1 && findings.allSatisfy { $0.hasPrefix("score/weight") })
    #expect(workbook.weights?.change?.thousandths == nil)
  }

  @Test func theMapHasThePresetsStagesAndThoseThatAMarkNames() {
    func labels(_ text: String) -> Int {
      let workbook = read(head + "utility: [{ stage: use, lever: fun, mark: new, note: x }]\n" + text)
        .workbook
      return DataView.record(workbook).step("utilityMap").step("stages").list.count
    }
    #expect(labels("") == 7)
    #expect(labels("utilityStages: original\n") == 6)
    #expect(labels("utilityStages: [purchase, { stage: x, name: X }]\n") == 3)
    #expect(read(head + "utilityStages: seven\n").faults == ["value/unknown-word 3:16"])
  }

  @Test func aSyntaxErrorBringsNoFollowers() {
    // The section that is cut may hold what others point at.
    let text = head + "segments:\n  - { id: a, name: \"A }\npersonas:\n  - { id: p, name: Ada, segment: a }\n"
    #expect(read(text).faults == ["yaml/unclosed-quote 4:20"])
  }

  @Test func aListWhereAWorkbookShouldBeIsOneFault() {
    #expect(read("- a\n- b\n").faults == ["value/wrong-type 1:1"])
    #expect(read("just words\n").faults == ["value/wrong-type 1:1"])
  }
}
