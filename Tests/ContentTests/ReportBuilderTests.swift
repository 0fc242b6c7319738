import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import Rules
import Testing
import WorkbookModel

@testable import Content

/// What a flow and a workbook make together: parts and chapters in order, numbers, and what refers to them.
@Suite struct ReportBuilderTests {
  private static let flow = """
    - { part: start, matter: front, title: report.summary.title, blocks: [{ block: prose, text: { en: Front } }] }
    - { part: customer, title: report.customer.title, blocks: [segments] }
    - { part: gone, title: report.governance.title, blocks: [governance] }
    - { part: choice, title: report.choice.title, blocks: [opportunities, ranking, matrix, robustness] }
    - { part: unknown, title: report.unknown.title, blocks: [assumptions, unanswered, missing] }
    - { part: end, matter: annex, title: report.imprint.title, blocks: [imprint] }
    """

  private static let workbook = """
    segments: [{ id: s, name: Millers, who: [Grind corn] }]
    opportunities: [{ id: o, name: Rent, important: 5, unsatisfied: 4, doable: 3, lucrative: 2 }]
    solutions:
      - { id: a, opportunity: o, name: Hours, investment: 1, effort: 2, marketRisk: 3, technologyRisk: 4, change: 5 }
      - { id: b, opportunity: o, name: Days, investment: 5, effort: 2, marketRisk: 3, technologyRisk: 4, change: 5 }

    """

  @Test func partsAndHeadingsAreCountedInTheTextAndLetteredAfterIt() throws {
    let report = try build(Self.workbook).report
    #expect(
      report.parts.map { "\($0.name) \($0.number ?? "-")" } == [
        "start -", "customer 1", "choice 2", "unknown 3", "end A",
      ])
    for part in report.parts {
      let numbers = part.passages.compactMap { passage -> String? in
        if case .heading(let heading) = passage, heading.level == 2 { heading.number } else { nil }
      }
      #expect(numbers == (1...9).prefix(numbers.count).map { "\(part.number ?? "").\($0)" })
    }
  }

  @Test func figuresAndTablesAreCountedThroughAndReferencesHaveTheirNumbers() throws {
    let report = try build(Self.workbook).report
    let passages = report.parts.flatMap(\.passages)
    let figures = passages.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    let tables = passages.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let figureLabels = figures.compactMap(\.label)
    #expect(figureLabels.count > 1 && figureLabels == (1...figureLabels.count).map { "Figure \($0)" })
    let tableLabels = tables.compactMap(\.label)
    #expect(!tableLabels.isEmpty && tableLabels == (1...tableLabels.count).map { "Table \($0)" })
    let labels = Dictionary(
      figures.map { ($0.place, $0.label) } + tables.map { ($0.place, $0.label) }
    ) { first, _ in first }
    var references = 0
    for case .words(let prose) in report.steps {
      #expect(!prose.text.contains("\u{FFFC}"))
      for span in prose.spans {
        guard case .place(let place)? = span.link, let label = labels[place] else { continue }
        #expect(span.text == label)
        references += 1
      }
    }
    #expect(references > 1)
  }

  @Test func aFigureThatComesBeforeMovesTheNumbersOfTheOthers() throws {
    let lines = Self.flow.split(separator: "\n").map(String.init)
    let moved = [lines[0], lines[4], lines[3], lines[5]].joined(separator: "\n")
    let report = try build(Self.workbook, flow: moved).report
    let first = report.parts.flatMap(\.passages).compactMap { passage -> Figure? in
      if case .figure(let figure) = passage { figure } else { nil }
    }.first
    #expect(first?.label == "Figure 1")
    if case .evidence? = first?.drawing {} else { Issue.record("another figure is first") }
  }

  @Test func linksToWhatIsNotInTheReportAreGoneAndTheirWordsStay() throws {
    let chapter =
      "report: { chapters: [{ title: Mine, after: choice, text: 'See [millers](#s) and [hours](#a).' }] }\n"
    func links(_ flow: String) throws -> [String: Place] {
      var links: [String: Place] = [:]
      let report = try build(Self.workbook + chapter, flow: flow).report
      let text = report.steps.compactMap { if case .words(let prose) = $0 { prose } else { nil } }
        .first { $0.text.hasPrefix("See ") }
      #expect(text?.text == "See millers and hours.")
      for span in text?.spans ?? [] {
        if case .place(let place)? = span.link { links[span.text] = place }
      }
      return links
    }
    #expect(try links(Self.flow) == ["millers": .item("segment", "s"), "hours": .item("solution", "a")])
    let lines = Self.flow.split(separator: "\n").map(String.init)
    #expect(try links(lines[1] + "\n" + lines[0]) == ["millers": .item("segment", "s")])
  }

  @Test func chaptersStandBesideThePartTheyNameTitledOrNot() throws {
    let built = try build(
      Self.workbook + """
        report:
          chapters:
            - { title: Before front, before: start, text: Fore }
            - { title: Beside, before: customer, text: Mine }
            - { before: customer, text: Opening words }
            - { after: customer, text: Closing words }
            - { title: Later, after: customer, text: Then }
            - { title: Homeless, text: Anywhere }
            - { text: Wandering words }
            - { title: For the annex, after: end, text: Last }
            - { title: Empty, after: end, text: "" }
            - { title: Instead, after: gone, text: Of what is not there }
        """)
    #expect(built.diagnostics.isEmpty)
    #expect(
      built.report.parts.map { "\($0.number ?? "-") \($0.title?.text ?? "")" }.map {
        $0.replacing("The customer", with: "customer")
      } == [
        "- Before front", "- The concept on one page", "1 Beside", "2 customer", "3 Later", "4 Instead",
        "5 Opportunities and the choice", "6 What is not yet known", "7 Homeless", "A About this report",
        "B For the annex",
      ])
    let customer = try #require(built.report.parts.first { $0.name == "customer" })
    #expect(customer.words.first == "Opening words" && customer.words.last == "Closing words")
    let unknown = try #require(built.report.parts.first { $0.name == "unknown" })
    #expect(unknown.words.last == "Wandering words")
    #expect(built.outline.map(\.name).filter { $0.hasPrefix("chapter") } == (1...6).map { "chapter-\($0)" })
    #expect(built.outline.filter { $0.reason != nil }.map(\.name) == ["gone"])
  }

  @Test func wordsForAPartWithNothingOfItsOwnAreThePart() throws {
    let report = try build("report: { chapters: [{ after: gone, text: Only this }] }\n").report
    let part = try #require(report.parts.first { $0.name == "gone" })
    #expect(part.number == "1" && part.words == ["Only this"])
  }

  @Test func aPartThatThereIsNotIsNamedWithASuggestion() throws {
    let built = try build("report: { chapters: [{ title: A, after: custumer, text: B }] }\n")
    #expect(built.diagnostics.map(\.code) == ["report/unknown-part"])
    let finding = try #require(built.diagnostics.first)
    #expect(finding.arguments["word"] == .text("custumer") && finding.span?.start.line == 3)
    #expect("\(finding)".contains("\"customer\""))
  }

  @Test func eachPartKeepsItsOwnFootnotesInOrder() throws {
    let report = try build(
      """
      report:
        chapters:
          - { title: One, after: customer, text: "a[^x] b[^y]\\n\\n[^x]: first\\n\\n[^y]: second" }
          - { after: end, text: "c[^x]\\n\\n[^x]: third" }
          - { after: end, text: "d[^x]\\n\\n[^x]: fourth" }
      """
    ).report
    let notes = report.parts.filter { !$0.footnotes.isEmpty }.map { part in
      part.footnotes.map { ReportPart(name: "", matter: .body, title: nil, passages: $0).words.joined() }
    }
    #expect(notes == [["first", "second"], ["third", "fourth"]])
  }

  // MARK: Building

  /// Solutions of one opportunity that are alike but for the money; the cheaper one is first by a point.
  @Test(arguments: [
    (["Hours", "Days"], [1, 2], "“Hours”: with one point more (1\u{A0}→\u{A0}2) the choice changes."),
    (["Days", "Hours"], [2, 1], "“Days”: with one point less (2\u{A0}→\u{A0}1) the choice changes."),
    (["Hours", "Hours"], [1, 2], "“Hours”: one point more or less changes the choice."),
  ])
  func aNextStepSaysInWhichDirectionAScoreWouldChangeTheChoice(
    names: [String], investments: [Int], end: String
  ) throws {
    let solutions = zip(names, investments).enumerated().map { number, solution in
      "  - { id: n\(number), opportunity: o, name: \(solution.0), investment: \(solution.1), effort: 2, "
        + "marketRisk: 3, technologyRisk: 4, change: 5 }\n"
    }
    let report = try build(
      "opportunities: [{ id: o, name: Rent, important: 5, unsatisfied: 4, doable: 3, lucrative: 2 }]\n"
        + "solutions:\n" + solutions.joined(),
      flow: """
        - { part: start, matter: front, title: report.summary.title, blocks: [summary] }
        - { part: choice, title: report.choice.title, blocks: [opportunities, ranking, robustness] }
        """
    ).report
    let steps = report.parts.first?.passages.compactMap { passage -> ReportList? in
      if case .list(let list) = passage { list } else { nil }
    }.last
    guard case .paragraph(let step)? = steps?.items.first?.passages.first else {
      Issue.record("no next steps")
      return
    }
    #expect(step.words.text == "Check inside the company the score “Investment” of \(end)")
    #expect(step.words.spans.contains { $0.link == .place(.item("solution", "n0")) })
  }

  @Test func aChangeOfAScoreStaysOnOneLine() throws {
    let report = try build(
      Self.workbook.replacing("investment: 5", with: "investment: 2"), flow: Self.flow
    ).report
    let changes = report.parts.flatMap(\.passages).compactMap { passage -> ReportTable? in
      if case .table(let table) = passage { table } else { nil }
    }.flatMap(\.rows).flatMap(\.cells).flatMap(\.paragraphs).map(\.text).filter { $0.contains("→") }
    #expect(changes.count > 1)
    #expect(changes.allSatisfy { $0.contains(/\d\u{A0}→\u{A0}\d/) })
  }

  private func build(_ workbook: String, flow: String = Self.flow) throws -> ReportBuilder.Built {
    let vocabulary = LayoutVocabulary(
      blocks: ReportBlockRegister.traits, root: Workbook.table.description,
      describe: { Workbook.description(ofKind: $0) }, icons: [], roles: [])
    let lines = flow.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    var catalogue = Catalogue.read(parse(try RepositoryFile.text("layouts/languages/en.yml"))).catalogue
    let faults = catalogue.add(parse(try RepositoryFile.text("layouts/languages/en.report.yml")))
    let (definition, flowFaults) = FlowDefinition.read(
      parse("report: test\ntitle: report.title\nfamily: concept\nflow:\n" + lines), vocabulary,
      audiences: ["public", "company", "mentor"]
    ) { catalogue.has($0) }
    let (book, bookFaults) = Workbook.read(parse("canvaspress: 1\nproject: { company: Acme }\n" + workbook))
    #expect((faults + flowFaults + bookFaults).filter { $0.severity == .error }.map(\.code) == [])
    return ReportBuilder.build(
      ReportBuilder.Job(
        flow: try #require(definition), workbook: book, whole: book, placeholders: Placeholders([]),
        catalogue: catalogue, audience: .mentor, leftOut: 0, canvasTitles: [:], maker: "canvaspress",
        date: "2026-11-21"))
  }

  private func parse(_ text: String) -> YAMLDocument { .parse(SourceFile(name: "test.yml", text: text)) }
}

extension ReportPart {
  /// The words of its paragraphs, without what stands around them.
  fileprivate var words: [String] {
    passages.compactMap { passage in
      if case .paragraph(let paragraph) = passage {
        paragraph.words.text.trimmingSpace
      } else {
        nil
      }
    }
  }
}

extension String {
  fileprivate var trimmingSpace: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
