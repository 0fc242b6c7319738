import CanvasPressKit
import Diagnostics
import Foundation
import PageModel
import Rules
import Testing

@testable import CanvasPressCLI

/// The chain as the command tells it.
@Suite struct TraceCommandTests {
  private let workbook = """
    canvaspress: 1
    language: en
    project: { company: A }
    segments: [{ id: craft, name: Craft bakeries }]
    personas: [{ id: morag, segment: craft, name: Morag Ellery, job: Head baker }]
    journeys:
      - segment: craft
        persona: morag
        stages:
          - stage: maintenance
            pains: [{ id: m5, text: Nobody answers at night, evidence: confirmed }, { id: m6, text: A lost Saturday }]
            opportunities: [A night desk]
    utility: [{ id: u1, stage: maintenance, lever: convenience, mark: blocker, note: No help after six }]
    opportunities: [{ id: o1, name: Bread by six, answers: [m5, u1] }]
    solutions: [{ id: s1, opportunity: o1, name: Night crew }]
    concepts: [{ id: c1, solution: s1, tagline: Whatever the oven does. }]
    businessModel: { concept: c1, propositions: [Your bread, Your sleep], costs: [Night wages] }

    """

  private func trace(
    _ arguments: [String] = [], environment: [String: String] = [:], workbook: String? = nil
  ) throws -> (output: String, errors: String, code: Int32) {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", workbook ?? self.workbook)
    return try canvaspress(["trace", path] + arguments, environment: environment)
  }

  @Test func theWholeChainIsToldFromItsPains() throws {
    let result = try trace()
    #expect(result.code == 0 && result.errors.isEmpty)
    #expect(
      result.output == """
        Pain m5  Nobody answers at night (confirmed)
        │  Craft bakeries › Morag Ellery › Maintenance
        └─ Opportunity o1  Bread by six
           └─ Solution s1  Night crew
              └─ Concept c1  Whatever the oven does.
                 ├─ Value propositions  Your bread; Your sleep
                 └─ Cost structure  Night wages

        Pain m6  A lost Saturday ! Not answered
           Craft bakeries › Morag Ellery › Maintenance

        Blocker u1  No help after six (Maintenance, Convenience)
        └─ Opportunity o1  Bread by six (as above)

        Loose ends
          Not answered
            Pain m6  A lost Saturday
          Ideas never taken up
            Idea  A night desk

        """)
  }

  @Test func anIdIsToldUpwardsAndDownwards() throws {
    #expect(
      try trace(["s1"]).output == """
        Solution s1  Night crew

        Where it comes from
        └─ Opportunity o1  Bread by six
           ├─ Pain m5  Nobody answers at night (confirmed)
           │  └─ Stage  Maintenance
           │     └─ Persona morag  Morag Ellery (Head baker)
           │        └─ Segment craft  Craft bakeries
           └─ Blocker u1  No help after six (Maintenance, Convenience)

        What follows from it
        └─ Concept c1  Whatever the oven does.
           ├─ Value propositions  Your bread; Your sleep
           └─ Cost structure  Night wages

        """)
    #expect(try trace(["m6"]).output.hasSuffix("What follows from it\nnothing\n"))
  }

  @Test func linesAreWrappedUnderThemselvesAndNothingIsCut() throws {
    let narrow = try trace(["s1"], environment: ["COLUMNS": "46"]).output
    #expect(
      narrow.contains(
        """
           └─ Blocker u1  No help after six
                          (Maintenance, Convenience)
        """))
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 46 })
    func words(_ text: String) -> [Substring] {
      text.split { $0.isWhitespace || "│├└─".contains($0) }
    }
    #expect(words(narrow) == words(try trace(["s1"]).output))
  }

  @Test func itSpeaksTheWorkbooksLanguageOrTheOneAskedFor() throws {
    let italian = try canvaspress(["trace", samples[0], "c1"]).output
    #expect(italian.hasPrefix("Concept c1  Acqua alle cinque"))
    #expect(italian.contains("Da dove viene\n└─ Soluzione s1") && italian.contains("Che cosa ne segue"))
    #expect(try trace(["--language", "it"]).output.contains("Fili in sospeso\n  Senza risposta"))
    let unknown = try trace(["--language", "tlh"])
    #expect(unknown.code == 2 && unknown.errors.contains("[language/unknown]"))
  }

  @Test func anIdThatNothingHasIsAFaultWithWhatWasMeant() throws {
    let result = try trace(["mrag"])
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(
      result.errors
        == "error: Nothing in the chain has the id 'mrag' [id/nowhere]\n  hint: did you mean 'morag'?\n")
    #expect(try trace(["zzz"]).errors.contains("known here: craft, morag, m5, m6, u1, o1, s1, c1"))
  }

  @Test func aWorkbookWithFaultsIsNotTraced() throws {
    let broken = workbook.replacing("opportunity: o1", with: "opportunity: o9")
    let result = try trace(workbook: broken)
    #expect(result.code == 2 && result.output.isEmpty && result.errors.contains("[id/unknown]"))
    let json = try trace(["--format", "json"], workbook: broken)
    let faults = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(json.code == 2 && faults?.first?["code"] as? String == "id/unknown")
    #expect(try trace(workbook: "canvaspress: 1\nproject: { company: A }\n").output.contains("no chain"))
  }

  @Test func jsonHasEveryLinkInBothDirections() throws {
    let whole = try trace(["--format", "json"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(whole.output.utf8)) as? [String: Any])
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    #expect(nodes.count == 12)
    for node in nodes {
      for result in node["leadsTo"] as? [Int] ?? [] {
        let causes = nodes.first { $0["node"] as? Int == result }?["comesFrom"] as? [Int]
        #expect(causes?.contains(node["node"] as? Int ?? -1) == true)
      }
    }
    let pain = nodes.first { $0["id"] as? String == "m5" }
    #expect(pain?["line"] as? Int == 11 && pain?["evidence"] as? String == "confirmed")
    #expect(pain?["onPath"] as? Bool == true)
    let loose = json["looseEnds"] as? [[String: Any]]
    #expect(loose?.map { $0["reason"] as? String } == ["unanswered", "not-taken-up"])
    let one = try #require(
      try JSONSerialization.jsonObject(with: Data(trace(["m6", "--format", "json"]).output.utf8))
        as? [String: Any])
    #expect(
      (one["nodes"] as? [[String: Any]])?.map { $0["kind"] as? String } == [
        "segment", "persona", "stage", "pain",
      ])
    #expect((one["asked"] as? [Int])?.count == 1)
  }
}

@Suite struct TerminalStyleTests {
  private func style(
    _ environment: [String: String], isTerminal: Bool = true, width: Int? = 80
  ) -> TerminalStyle {
    TerminalStyle(isTerminal: isTerminal, terminalWidth: width) { environment[$0] }
  }

  @Test func coloursAreForTerminalsThatWantThem() {
    #expect(style([:]).hasColours)
    #expect(style(["NO_COLOR": ""]).hasColours)
    #expect(!style(["NO_COLOR": "1"]).hasColours)
    #expect(!style(["TERM": "dumb"]).hasColours)
    #expect(!style([:], isTerminal: false, width: nil).hasColours)
    #expect(style([:]).painted("x", .strong) == "\u{1B}[1mx\u{1B}[0m")
    #expect(style(["NO_COLOR": "1"]).painted("x", .strong) == "x")
  }

  @Test func columnsGoBeforeTheTerminalsWidthAndFilesHaveNone() {
    #expect(style([:]).width == 80)
    #expect(style(["COLUMNS": "60"]).width == 60)
    #expect(style(["COLUMNS": "wide"]).width == 80)
    #expect(style([:], isTerminal: false, width: nil).width == nil)
  }

  @Test func aWordWiderThanTheTerminalStaysWhole() {
    var outline = Outline()
    outline.add(
      Outline.Line(
        lead: "- ", hang: "  ", label: [Outline.Part("name: ")],
        text: [Outline.Part("one "), Outline.Part("(straordinariamente)", .quiet), Outline.Part(" two")]))
    #expect(
      TerminalStyle(hasColours: false, width: 12).text(of: outline)
        == "- name: one\n    (straordinariamente)\n    two\n")
  }
}

/// The chain on paper.
@Suite struct TraceSheetTests {
  /// Sixty pains, fourteen opportunities with a solution each, and loose ends of every kind.
  private var long: String {
    var text = "canvaspress: 1\nlanguage: en\nproject: { company: A }\nsegments:\n"
    for number in 0..<5 { text += "  - { id: g\(number), name: Segment \(number)x }\n" }
    text += "personas:\n"
    for number in 0..<4 { text += "  - { id: h\(number), segment: g\(number), name: Persona \(number)x }\n" }
    text += "journeys:\n"
    for journey in 0..<4 {
      text += "  - segment: g\(journey)\n    persona: h\(journey)\n    stages:\n"
      for (position, stage) in ["purchase", "delivery", "use"].enumerated() {
        let pains = (0..<5).map { pain in
          "{ id: p\(journey * 15 + position * 5 + pain), text: Pain \(journey * 15 + position * 5 + pain)x hurts and goes on hurting }"
        }
        text +=
          "      - { stage: \(stage), pains: [\(pains.joined(separator: ", "))], opportunities: [Idea \(journey)\(position)x] }\n"
      }
    }
    text += "opportunities:\n  - { id: lonely, name: Lonely one }\n"
    for number in 0..<14 {
      text +=
        "  - { id: o\(number), name: Opportunity \(number)x, answers: [p\(number * 4), p\(number * 4 + 1), p\(number * 4 + 2)] }\n"
    }
    text += "solutions:\n  - { id: unasked, name: Unasked one }\n"
    for number in 0..<14 {
      text += "  - { id: s\(number), name: Solution \(number)x, opportunity: o\(number) }\n"
    }
    return text + """
      concepts: [{ id: c, solution: s3, tagline: The one }, { id: d, solution: s4, tagline: The other }, { id: e, tagline: Nowhere }]
      businessModel: { concept: c, propositions: [Peace], revenue: [Fee] }

      """
  }

  private func pages(_ workbook: String, paper: String) throws -> [Page] {
    var request = PrintRequest()
    request.workbook = workbook
    request.canvases = ["trace"]
    let isKnown = request.choose(paper: paper)
    #expect(isKnown)
    return try Press(library()).layOut(request).prints.flatMap(\.document.pages)
  }

  private func text(_ page: Page) -> String {
    page.textLines.map(\.line.text).joined(separator: " ").replacing(/\s+/, with: " ")
  }

  @Test(arguments: ["A3", "A4"])
  func aLongTraceTakesSeveralSheetsOfWholeStrands(paper: String) throws {
    let folder = TemporaryFolder()
    let pages = try pages(folder.write("w.yml", long), paper: paper)
    #expect(pages.count > 2 && pages.count < 14)
    let texts = pages.map(text)
    // What the concept rests on comes first.
    #expect(texts[0].contains("The one") && texts[0].contains("Opportunity 3x"))
    for number in 0..<14 {
      let sheet = try #require(texts.firstIndex { $0.contains("Opportunity \(number)x") })
      #expect(texts[sheet].contains("Solution \(number)x"))
      for pain in number * 4..<number * 4 + 3 { #expect(texts[sheet].contains("Pain \(pain)x")) }
    }
    for word in (0..<60).map({ "Pain \($0)x" }) + [
      "Lonely one", "Unasked one", "Nowhere", "Segment 4x", "Idea 32x",
    ] {
      #expect(texts.contains { $0.contains(word) }, "\(word)")
    }
    for page in pages { expectCardsApart(page) }
  }

  /// One opportunity with more than a sheet holds before it and after it.
  private var overfull: String {
    let pains = (0..<60).map { "{ id: p\($0), text: Pain \($0)x goes on }" }.joined(separator: ", ")
    let answers = (0..<60).map { "p\($0)" }.joined(separator: ", ")
    let long = String(repeating: "straordinariamente", count: 10)
    let solutions = (0..<12).map { "{ id: s\($0), opportunity: o, name: Solution \($0)x \(long) }" }
    let blocks = BusinessBlock.allCases.map { block in
      "\(block.rawValue): [\((0..<9).map { "Item \(block.rawValue)\($0)x of several words" }.joined(separator: ", "))]"
    }
    return """
      canvaspress: 1
      language: it
      project: { company: A }
      journeys: [{ stages: [{ stage: use, pains: [\(pains)] }] }]
      opportunities: [{ id: o, name: All of it, answers: [\(answers)] }, { id: q, name: Alone \(long) }]
      solutions: [\(solutions.joined(separator: ", "))]
      concepts: [{ id: c, solution: s1, tagline: The one }]
      businessModel: { concept: c, \(blocks.joined(separator: ", ")) }

      """
  }

  @Test(arguments: ["A3", "A4", "A5"])
  func whatAStrandHasTooMuchOfIsCarriedOnAndNothingIsLost(paper: String) throws {
    let folder = TemporaryFolder()
    let pages = try pages(folder.write("w.yml", overfull), paper: paper)
    let texts = pages.map(text)
    #expect(texts[0].contains("continua al foglio 2"))
    let blocks = BusinessBlock.allCases.flatMap { block in (0..<9).map { "\(block.rawValue)\($0)x" } }
    let squeezed = texts.joined().filter { !$0.isWhitespace && $0 != "\u{AD}" }
    for word in (0..<60).map({ "Pain\($0)x" }) + (0..<12).map({ "Solution\($0)x" }) + blocks + ["Alone"] {
      #expect(squeezed.contains(word), "\(word)")
    }
    // The first blocks of a business model that is too long stand on its sheet all the same.
    #expect(texts[0].contains("segments0x"))
    for page in pages.prefix(1) { expectCardsApart(page) }
  }

  @Test(arguments: [samples[0], samples[1]], ["A4", "A3", "A1"])
  func noCardTouchesAnother(sample: String, paper: String) throws {
    for page in try pages(sample, paper: paper) { expectCardsApart(page) }
  }

  /// Rectangles are apart, or one lies in the other, as a mark does in its card; so do texts.
  private func expectCardsApart(_ page: Page) {
    let frames = page.items.compactMap { item -> Rect? in
      guard case .path(let path, _, _) = item.paint, path.elements.count == 5, case .close = path.elements[4]
      else { return nil }
      return path.bounds
    }
    #expect(frames.count > 4)
    for (index, frame) in frames.enumerated() {
      for other in frames[(index + 1)...] where frame.intersects(other) {
        #expect(frame.contains(other) || other.contains(frame), "\(frame) and \(other)")
      }
      for line in page.textLines where line.role != "mark" && frame.intersects(line.box) {
        #expect(frame.contains(line.box), "\(line.line.text) sticks out")
      }
    }
  }

  @Test func thePathOfTheConceptIsInStrongLinesAndNothingElseIs() throws {
    let page = try #require(try pages(samples[0], paper: "A3").first)
    func lines(_ times: Double) -> Int {
      page.items.filter { item in
        guard case .path(let path, _, let stroke?) = item.paint, path.elements.count == 2 else {
          return false
        }
        return abs(stroke.width.points - 0.45 * times) < 0.001 && stroke.cap == .round
      }.count
    }
    // Livia to two pains, Sauro to one, five to the opportunity, then solution, concept, business model.
    #expect(lines(4) == 11)
    #expect(lines(1.25) > 20)
  }

  @Test func looseEndsStandInTheirOwnFrameUnderTheirReason() throws {
    let page = try #require(try pages(samples[0], paper: "A3").first)
    let dashed = page.items.compactMap { item -> Rect? in
      guard case .path(let path, _, let stroke?) = item.paint, !stroke.dashes.isEmpty,
        path.elements.count == 5
      else { return nil }
      return path.bounds
    }
    #expect(dashed.count == 3)
    for (title, end) in [
      ("Senza persona né journey", "Rivenditori e installatori"), ("Senza risposta", "documenti"),
      ("Idee mai riprese", "Avviso dalle vibrazioni"),
    ] {
      let frame = try #require(
        dashed.first { frame in
          page.textLines.contains { frame.contains($0.box) && $0.line.text.hasPrefix(title) }
        })
      #expect(page.textLines.contains { frame.contains($0.box) && $0.line.text.hasPrefix(end) })
    }
  }

  @Test func aWorkbookWithoutOpportunitiesHasNoTrace() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml", "canvaspress: 1\nproject: { company: A }\nsegments: [{ id: a, name: B }]\n")
    #expect(try pages(path, paper: "A3").isEmpty)
  }
}
