import CanvasPressKit
import Diagnostics
import Foundation
import Languages
import LayoutEngine
import PageModel
import Testing

/// What the canvases of the method promise, looked up on their pages.
@Suite struct CanvasTests {
  /// A facilitator prints the phase's path without a workbook.
  @Test(arguments: [("en", "blank", "Start from phase 1"), ("it", "prompts", "Ripartire dalla fase 1")])
  func aBlankWorkflowShowsTheStepsOfThePhase(language: String, state: String, step: String) throws {
    var request = PrintRequest()
    request.language = language
    request.canvases = ["workflow-map"]
    _ = try #require(ask(request.choose(state: state)))
    let (_, prints) = try Press(library()).layOut(request)
    let words = prints.flatMap(\.document.pages).flatMap(\.textLines).map(\.line.text).joined(separator: " ")
    #expect(words.contains(step), "\(words)")
  }

  private let head = "canvaspress: 1\nlanguage: en\nproject: { company: A }\n"

  /// The pages of one canvas, and what was said about them.
  private func print(
    _ canvas: String, _ text: String, state: String = "filled", paper: String = "A3", language: String? = nil
  ) throws -> (pages: [Page], codes: [String]) {
    let folder = TemporaryFolder()
    var request = PrintRequest()
    request.language = language
    request.workbook = folder.write("w.yml", head + text)
    request.canvases = [canvas]
    _ = try #require(ask(request.choose(paper: paper) && request.choose(state: state)))
    let (outcome, prints) = try Press(library()).layOut(request)
    return (prints.flatMap(\.document.pages), outcome.diagnostics.map(\.code))
  }

  /// A request is what was meant.
  private func ask(_ isKnown: Bool) -> Bool? { isKnown ? true : nil }

  private func lines(_ page: Page) -> [String] {
    page.textLines.map { $0.line.text.trimmingCharacters(in: .whitespaces) }
  }

  @Test(arguments: ["en", "it"], ["A4", "A3"])
  func everyBlankCanvasFitsItsSheetWithItsQuestions(language: String, paper: String) throws {
    let library = library()
    var request = PrintRequest()
    request.language = language
    _ = try #require(ask(request.choose(paper: paper) && request.choose(state: "prompts")))
    let (outcome, prints) = try Press(library).layOut(request)
    #expect(prints.count == library.canvasNames.count)
    #expect(Set(outcome.diagnostics.map(\.code)).subtracting(["fit/questions"]) == [])
  }

  @Test func aTableGrowsOverSheetsWithItsHeadOnEachAndEveryRowWhole() throws {
    let rows = (1...40).map { number in
      "  - { id: o\(number), name: Idea \(number)x, description: [What it is about, and more of it], important: 3 }"
    }
    let pages = try print(
      "high-value-opportunities", "opportunities:\n" + rows.joined(separator: "\n") + "\n"
    )
    .pages
    #expect(pages.count > 2)
    for page in pages { #expect(lines(page).contains("Important?")) }
    let all = pages.map(lines)
    for number in 1...40 {
      let found = all.indices.filter { all[$0].contains("Idea \(number)x") }
      #expect(found.count == 1)
    }
    // A row's description stands on the sheet of its name.
    for page in all {
      #expect(
        page.filter { $0.hasPrefix("Idea") }.count == page.filter { $0.hasPrefix("What it is about") }.count)
    }
  }

  @Test func aRowHigherThanASheetGoesOnAndAnswersForItself() throws {
    let texts = (1...120).map { "point \($0)x" }.joined(separator: ", ")
    let (pages, codes) = try print(
      "high-value-opportunities",
      "opportunities: [{ id: o, name: Long, wants: [\(texts)] }, { id: p, name: Short }]\n", paper: "A4")
    #expect(codes.contains("fit/continued"))
    let all = pages.flatMap(lines)
    for number in 1...120 { #expect(all.contains("point \(number)x")) }
    #expect(all.contains("Short"))
  }

  @Test func aFilledTableLeavesOutColumnsThatNoRowHasAnythingFor() throws {
    let text = "opportunities: [{ id: o, name: One, important: 3 }, { id: p, name: Two }]\n"
    let filled = try lines(#require(try print("high-value-opportunities", text).pages.first))
    #expect(!filled.contains("Pains it answers") && filled.contains("Important?"))
    let other = text.replacing("name: Two", with: "name: Two, wants: Calm")
    let some = try lines(#require(try print("high-value-opportunities", other).pages.first))
    #expect(some.contains("What the customer wants") && some.contains("Calm"))
    let blank = try lines(#require(try print("high-value-opportunities", text, state: "blank").pages.first))
    #expect(blank.contains("Pains it answers"))
  }

  @Test func whatTheWorkbookSaysIsTickedAndNothingElse() throws {
    let text = "businessModel: { types: { revenue: [subscription], pricing: [yield] }, segments: [X] }\n"
    let page = try #require(try print("business-model-canvas", text).pages.first)
    let all = lines(page)
    #expect(all.contains("subscription"))
    #expect(!all.contains("licence"))
    let blank = try #require(try print("business-model-canvas", text, state: "blank").pages.first)
    for word in ["subscription", "licence", "bargaining", "niche", "made to measure"] {
      #expect(lines(blank).contains(word), "\(word)")
    }
  }

  @Test func aMissingScoreIsADashAndItsSolutionIsNotPlaced() throws {
    let text = """
      opportunities: [{ id: o, name: O, important: 5, unsatisfied: 4, doable: 3, lucrative: 2 }]
      solutions:
        - { id: s, name: Whole, opportunity: o, investment: 1, effort: 2, marketRisk: 3, technologyRisk: 4, change: 5 }
        - { id: t, name: Partly, opportunity: o, investment: 1, effort: 2, marketRisk: 9, technologyRisk: 4, change: 5 }

      """
    let (pages, codes) = try print("impact-challenge-matrix", text)
    #expect(codes == ["score/out-of-range"])
    let all = try lines(#require(pages.first))
    #expect(all.contains("rank 1 · challenge 15, impact 14 · on the line · on the front"))
    #expect(all.contains("Not placed: a score is missing"))
    let table = try lines(#require(try print("prioritised-opportunities", text).pages.first))
    #expect(table.contains("15") && table.contains("–") && table.contains("9"))
  }

  @Test func solutionsWithTheSameSumsShareAMark() throws {
    let solution = "opportunity: o, investment: 1, effort: 2, marketRisk: 3, technologyRisk: 4, change: 5"
    let text = """
      opportunities: [{ id: o, name: O, important: 5, unsatisfied: 4, doable: 3, lucrative: 2 }]
      solutions: [{ id: s, name: First, \(solution) }, { id: t, name: Second, \(solution) }]

      """
    #expect(try lines(#require(try print("impact-challenge-matrix", text).pages.first)).contains("A B"))
  }

  @Test func theFootCountsHowSureTheNotesAre() throws {
    let text = """
      sources: [{ id: t, kind: interview, text: Talks }]
      personas:
        - id: a
          name: Ada
          goals: [One, { text: Two, evidence: observed, source: t }, { text: Three, evidence: confirmed }]
          fears: [{ text: Four, evidence: assumption }]

      """
    let all = try lines(#require(try print("persona-a", text, paper: "A4").pages.first))
    #expect(all.contains("1 confirmed") && all.contains("1 observed"))
    // A name is no statement: one note without a mark, and one that says that it is assumed.
    #expect(all.contains("2 assumptions (marked or not)"))
    let model = "businessModel: { segments: [X], costs: [{ text: Y, evidence: assumption }] }\n"
    let canvas = try lines(#require(try print("business-model-canvas", model).pages.first))
    #expect(canvas.contains("1 assumption (marked or not)"))
  }

  @Test func anElementThatAConceptLacksIsNamedAndEmpty() throws {
    let text = "concepts: [{ id: c, tagline: Bread by six, benefits: [Calm] }]\n"
    let all = try lines(#require(try print("servitization-concept", text).pages.first))
    #expect(all.filter { $0 == "still to be written" }.count == 10)
    #expect(all.contains("Emotions"))
  }

  @Test func theRelationshipsBlockShowsTheSheetsOfRelationshipsWhenItIsEmpty() throws {
    let text = """
      relationships: [{ purpose: retain, kind: dedicated, text: One engineer by name }]
      businessModel: { segments: [X] }

      """
    #expect(
      try lines(#require(try print("business-model-canvas", text).pages.first)).contains(
        "One engineer by name"))
    let own = text.replacing("segments: [X]", with: "segments: [X], relationships: [A desk]")
    let all = try lines(#require(try print("business-model-canvas", own).pages.first))
    #expect(all.contains("A desk") && !all.contains("One engineer by name"))
  }

  @Test func questionsThatFindNoRoomStandOnASheetOfTheirOwn() throws {
    let library = library()
    let pages = try print("business-model-canvas", "", state: "prompts", paper: "A4").pages
    let questions = library.catalogue("en").list("bmc.blocks.channels.questions")
    let text = pages.map { lines($0).joined(separator: " ") }
    for question in questions {
      #expect(text.contains { $0.contains(question) }, "\(question)")
    }
    #expect(text.count > 1 && text[1].contains("Questions: Channels"))
  }

  @Test func guidingQuestionsKeepToTheirShareOfACell() throws {
    let folder = TemporaryFolder()
    let canvas = folder.write(
      "narrow.yml",
      """
      canvas: narrow
      title: bmc.title
      family: business
      page: { paper: A5 landscape }
      grid:
        columns: [40mm, 1fr]
        rows: [auto, 1fr, auto]
        areas:
          - title  title
          - asked  .
          - credit credit
      cells:
        asked: { block: notes, heading: bmc.blocks.channels.label, prompts: bmc.blocks.channels.questions }

      """)
    var request = PrintRequest()
    request.canvases = [canvas]
    request.language = "en"
    let isKnown = request.choose(state: "prompts")
    #expect(isKnown)
    let pages = try Press(library()).layOut(request).prints.flatMap(\.document.pages)
    let page = try #require(pages.first)
    let questions = page.textLines.filter { $0.role == "prompt" }
    let heading = try #require(page.textLines.first { $0.role == "heading" })
    let foot = try #require(page.textLines.last { $0.line.text.contains("Sheet") })
    let cell = foot.box.y - heading.box.y
    let lowest = try #require(questions.map(\.box.maxY).max())
    #expect((lowest - heading.box.y) / cell < 0.42)
    #expect((lowest - heading.box.y) / cell > 0.2)
    let asked = library().catalogue("en").list("bmc.blocks.channels.questions")
    let text = pages.map { lines($0).joined(separator: " ") }
    // The weightiest are in the cell, the others on the sheet of questions, and none on both.
    #expect(text[0].contains(asked[0].prefix(12)) && !text[0].contains(asked[asked.count - 1].prefix(12)))
    #expect(text.dropFirst().contains { $0.contains(asked[asked.count - 1].prefix(12)) })
  }

  @Test func ofEveryBlockTheWeightiestQuestionStandsInItsCell() throws {
    for (paper, language) in [("A4", "en"), ("A3", "en"), ("A4", "it"), ("A3", "it")] {
      let page = try #require(
        try print(
          "business-model-canvas", "", state: "prompts", paper: paper, language: language
        ).pages.first)
      let text = lines(page).joined(separator: " ")
      for block in ["segments", "propositions", "channels", "relationships", "revenue", "costs", "partners"] {
        let first = library().catalogue(language).list("bmc.blocks.\(block).questions")[0]
        #expect(text.contains(first.prefix(16)), "\(block) on \(paper) in \(language)")
      }
    }
  }

  @Test func theMapsStagesAreThoseOfThePresetOrTheWorkbooksOwn() throws {
    func stages(_ text: String) throws -> [String] {
      let all = try lines(#require(try print("buyer-utility-map", text, state: "blank").pages.first))
      return all.filter { ["Information", "Purchase", "Disposal", "Night"].contains($0) }
    }
    #expect(try stages("") == ["Information", "Purchase", "Disposal"])
    #expect(try stages("utilityStages: original\n") == ["Purchase", "Disposal"])
    #expect(try stages("utilityStages: [purchase, { stage: n, name: Night }]\n") == ["Purchase", "Night"])
  }

  @Test func stepsOfTheWorkbooksOwnTakeThePlaceOfThePreset() throws {
    let text = "workflow: { name: Ours, steps: [{ id: x, label: Bake, where: workshop, minutes: 90 }] }\n"
    let all = try lines(#require(try print("workflow-map", text).pages.first))
    #expect(all.contains("Bake") && !all.contains("List the segments"))
    let short = try lines(#require(try print("workflow-map", "workflow: { preset: short }\n").pages.first))
    #expect(short.contains("List the segments") && !short.contains("Ask about utility"))
    #expect(try print("workflow-map", "workflow: { preset: long }\n").codes.contains("workflow/unknown"))
    // A workbook that does not speak of steps has no sheet of them.
    #expect(try print("workflow-map", "").codes == ["canvas/nothing-to-print"])
  }

  @Test func aPosterSaysHowManyNotesACellTakes() throws {
    let all = try lines(
      #require(try print("business-model-canvas", "", state: "blank", paper: "A1").pages.first))
    #expect(all.contains("1 note of 76 × 76 mm"))
    let table = try lines(
      #require(try print("business-model-canvas", "", state: "blank", paper: "A3").pages.first))
    #expect(!table.contains { $0.contains("76 × 76") })
    let shown = try canvaspress(["layouts", "show", "buyer-utility-map", "--paper", "a0", "--language", "en"])
    #expect(shown.output.contains("1 note of 76 × 76 mm"))
    let below = try canvaspress(["layouts", "show", "buyer-utility-map", "--paper", "A1", "--language", "en"])
    #expect(!below.output.contains("76 × 76 mm") && below.output.contains("38 × 51 mm"))
    #expect(try canvaspress(["layouts", "show", "buyer-utility-map", "--paper", "A9"]).code == 64)
  }

  @Test func switchesLeaveOutNumbersIconsAndQuestions() throws {
    func print(_ change: (inout PrintRequest) -> Void) throws -> Page {
      var request = PrintRequest()
      request.canvases = ["business-model-canvas"]
      _ = try #require(ask(request.choose(state: "prompts")))
      change(&request)
      return try #require(try Press(library()).layOut(request).prints.first?.document.pages.first)
    }
    let whole = try print { _ in }
    let bare = try print { $0.choose(numbers: false, icons: false, prompts: false) }
    #expect(lines(whole).contains("9") && !lines(bare).contains("9"))
    #expect(whole.textLines.contains { $0.role == "prompt" && $0.line.text.contains("?") })
    #expect(!bare.textLines.contains { $0.line.text.contains("?") })
    #expect(bare.items.count < whole.items.count - 50)
  }

  @Test(arguments: ["A3", "A2", "A1", "A0"])
  func whatASheetIsForKeepsOffTheDescendersOfItsTitle(paper: String) throws {
    var request = PrintRequest()
    request.canvases = ["high-value-opportunities", "customer-journey"]
    let isKnown = request.choose(paper: paper) && request.choose(state: "prompts")
    #expect(isKnown)
    let pages = try Press(library()).layOut(request).prints.compactMap(\.document.pages.first)
    #expect(pages.count == 2)
    for page in pages {
      let title = try #require(page.textLines.last { $0.role == "title" })
      let purpose = try #require(page.textLines.first { $0.role == "prompt" })
      // Lato's descenders reach a fifth of the size down, its capitals 0.72 up.
      let air = purpose.baseline.y - title.baseline.y - title.size * 0.2 - purpose.size * 0.72
      #expect(air > purpose.size * 0.62, "half a line")
      #expect(air < purpose.size * 1.2, "they belong together")
    }
  }

  @Test(arguments: ["A5", "A4", "A3", "A0"])
  func theFirstFieldToFillInIsNoLineOfWhatASheetIsFor(paper: String) throws {
    var request = PrintRequest()
    request.canvases = ["customer-journey", "persona-a", "business-model-canvas"]
    let isKnown = request.choose(paper: paper) && request.choose(state: "prompts")
    #expect(isKnown)
    let pages = try Press(library()).layOut(request).prints.compactMap(\.document.pages.first)
    #expect(pages.count == 3)
    for page in pages {
      let purpose = try #require(page.textLines.first { $0.role == "prompt" })
      let label = try #require(
        page.textLines.first {
          $0.role == "caption" && $0.baseline.x == purpose.baseline.x && $0.baseline.y > purpose.baseline.y
        })
      // Nearer to it than to the line above, the label would read on.
      #expect(label.baseline.y - purpose.baseline.y > purpose.size * 1.55, "\(paper)")
    }
  }

  @Test func paperLiesOrStandsAsAsked() throws {
    for (orientation, isWide) in [("portrait", false), ("landscape", true)] {
      var request = PrintRequest()
      request.workbook = samples[1]
      let isKnown = request.choose(orientation: orientation) && request.choose(paper: "Letter")
      #expect(isKnown)
      let pages = try Press(library()).layOut(request).prints.flatMap(\.document.pages)
      #expect(pages.allSatisfy { ($0.size.width > $0.size.height) == isWide })
      #expect(pages.allSatisfy { min($0.size.width, $0.size.height) == .mm(215.9) })
    }
  }

  @Test func whoPaysStandsOnEverySheetAndASmallLogoIsSaid() throws {
    let folder = TemporaryFolder()
    let picture = try Data(contentsOf: URL(fileURLWithPath: home + "/samples/img/morag.png"))
    _ = folder.write("logo.png", picture)
    var request = PrintRequest()
    request.workbook = folder.write(
      "w.yml",
      "canvaspress: 1\nproject: { company: A, funding: { text: Paid by the region, logo: logo.png, logoMinimum: 80 } }\n"
        + "personas: [{ id: a, name: Ada }]\nbusinessModel: { segments: [X] }\n")
    let (outcome, prints) = try Press(library()).layOut(request)
    for page in prints.flatMap(\.document.pages) {
      #expect(lines(page).contains("Paid by the region"))
      #expect(page.items.contains { if case .picture = $0.paint { true } else { false } })
    }
    #expect(outcome.diagnostics.map(\.code) == ["funding/logo-small", "funding/logo-small"])
  }
}
