import CanvasPressKit
import Foundation
import Languages
import PageModel
import Testing

/// What each audience reads of a marked workbook.
@Suite struct AudienceTests {
  private static let workbook = """
    canvaspress: 1
    language: en
    project: { company: Acme }
    sources: [{ id: q, kind: interview, text: Opensource }, { id: r, kind: interview, text: Mentorsource, audience: mentor }]
    segments: [{ id: s, name: Opensegment, who: [Opennote, { text: Companynote, audience: company }] }]
    personas:
      - { id: p, name: Openpersona, segment: s, goals: [Opengoal, { text: Mentorgoal, audience: mentor }] }
      - { id: c, name: Companypersona, segment: s, goals: [Carriedgoal], audience: company }
    opportunities: [{ id: o, name: Openchance, important: 5, unsatisfied: 5, doable: 4, lucrative: 5 }]
    solutions:
      - { id: a, opportunity: o, name: Opensolution, investment: 2, effort: 3, marketRisk: 2, technologyRisk: 2, change: 2 }
      - { id: b, opportunity: o, name: Othersolution, investment: 4, effort: 3, marketRisk: 2, technologyRisk: 4, change: 3 }
    concepts: [{ id: k, solution: a, tagline: Openidea }]
    report:
      authors: [Openauthor, { text: Mentorauthor, audience: mentor }]
      chapters:
        - { title: Openchapter, after: concept, text: Openwords }
        - { title: Companychapter, after: concept, text: Companywords, audience: company }
        - { after: concept, text: Mentorwords, audience: mentor }
    """

  /// The canvases with scores on them (T6, T7 and T8), and the report's own parts of them.
  private static let scored = [
    "opportunities.title", "priorities.title", "matrix.title", "report.ranking.title",
    "report.robustness.title", "report.scores.title", "report.ranking.tableCaption",
  ]

  /// The words of the workbook, with the first audience that reads them.
  private static let marked = workbook.matches(of: /(?:Open|Other|Company|Carried|Mentor)[a-z]+/).map {
    (word: String($0.output), least: $0.output.hasPrefix("M") ? 2 : $0.output.hasPrefix("C") ? 1 : 0)
  }

  @Test(arguments: [("public", 7), ("company", 4), ("mentor", 0)])
  func anAudienceReadsWhatIsForItAndHowMuchIsNot(audience: String, leftOut: Int) throws {
    let folder = TemporaryFolder()
    let written = try WrittenReport(folder.write("w.yml", Self.workbook), ["--audience", audience])
    #expect(written.code == 0)
    let catalogue = try reportCatalogue("en")
    let rank = ["public": 0, "company": 1, "mentor": 2][audience] ?? 0
    for (name, text) in written.forms {
      for (word, least) in Self.marked {
        #expect(text.contains(word) == (least <= rank), "\(word) in the \(name)")
      }
      let told = (1...9).filter {
        text.contains(catalogue.phrase("report.imprint.leftOut", ["count": String($0)]))
      }
      #expect(told == (leftOut > 0 ? [leftOut] : []), "\(name)")
      for other in ["public", "company"] {
        #expect(
          text.contains(catalogue.phrase("report.imprint." + other)) == (other == audience), "\(name)")
      }
      for key in Self.scored {
        let phrase = catalogue.phrase(key)
        #expect(phrase != "‹\(key)›")
        #expect(text.contains(phrase) == (rank > 0), "'\(phrase)' in the \(name)")
      }
      // The priorities, which no one else's numbers are.
      for priority in ["0.6375", "0.3875"] { #expect(text.contains(priority) == (rank > 0), "\(name)") }
    }
  }

  /// The words on the sheets that a print makes of the workbook, its messages and its exit code.
  private func sheets(_ options: [String]) throws -> (words: String, said: String, files: Int, code: Int32) {
    let folder = TemporaryFolder()
    let result = try canvaspress(
      ["print", folder.write("w.yml", Self.workbook), "-o", folder.path + "/out"] + options)
    let files = result.output.split(separator: "\n").map(String.init)
    return (try files.map(words(ofPDF:)).joined(), result.errors, files.count, result.code)
  }

  @Test(arguments: [(["public"], 0), (["company"], 1), (["mentor"], 2), ([], 2)])
  func sheetsHoldWhatIsForWhoeverSeesThem(audience: [String], rank: Int) throws {
    let whole = try sheets([])
    let printed = try sheets(audience.flatMap { ["--audience", $0] })
    #expect(printed.code == 0)
    let onSheets = Self.marked.filter { whole.words.contains($0.word) }
    #expect(Set(onSheets.map(\.least)) == [0, 1, 2])
    for (word, least) in onSheets {
      #expect(printed.words.contains(word) == (least <= rank), "\(word)")
    }
    #expect(printed.said.contains("canvas/left-out") == (rank < 2))
    #expect(printed.said.contains("canvas/shows-scores") == (rank == 0))
    #expect((printed.files < whole.files) == (rank == 0))
  }

  @Test func sheetsForOthersTakeNoWorkbookAlongAndScoresAskedForAreMissed() throws {
    let attached = try sheets(["--audience", "company", "--attach-workbook"])
    #expect(attached.code == 2 && attached.files == 0 && attached.said.contains("pdf/attach-hidden"))
    #expect(try sheets(["--audience", "mentor", "--attach-workbook"]).code == 0)
    let scores = try sheets(["impact-challenge-matrix", "--audience", "public", "--fail-on", "warning"])
    #expect(scores.code == 1 && scores.files == 0)
    #expect(try canvaspress(["print", "--audience", "public"]).code == 64)
  }
}
