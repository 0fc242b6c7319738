import CanvasPressKit
import Diagnostics
import Foundation
import PageModel
import Testing

/// What the rules say, where people meet it: on the command line and on the sheets.
@Suite struct RulesOnPaperTests {
  private let italian = home + "/samples/rivalunga-it.yml"
  private let english = home + "/samples/thornbeck-en.yml"

  // MARK: Commands

  @Test func theSamplesRankAsTheMethodStates() throws {
    let it = try canvaspress(["rank", italian])
    #expect(it.code == 0 && it.errors.isEmpty)
    let lines = it.output.split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("1 ") && lines[1].contains("19 (10 + 9)") && lines[1].contains("0,5375"))
    #expect(lines[2].contains("0,4750") && lines[3].hasPrefix("3 "))
    #expect(lines[4].hasPrefix("=4 ") && lines[5].hasPrefix("=4 ") && lines[6].contains("da evitare"))
    #expect(it.output.contains("Senza 'fattibile'") && it.output.contains("resta prima."))
    let en = try canvaspress(["rank", english])
    #expect(
      en.output.contains("0.4375") && en.output.contains("0.3875") && en.output.contains("would be first."))
  }

  @Test func rankSpeaksToPrograms() throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(try canvaspress(["rank", english, "--format", "json"]).output.utf8))
    let root = try #require(json as? [String: Any])
    let ranking = try #require(root["ranking"] as? [[String: Any]])
    #expect(ranking.map { $0["id"] as? String } == ["s2", "s1", "s5", "s3", "s4", "s6"])
    #expect(ranking.map { $0["rank"] as? Int } == [1, 2, 3, 4, 4, 6])
    #expect(ranking[0]["priority"] as? Double == 0.4375)
    let csv = try canvaspress(["rank", italian, "--format", "csv"]).output
    #expect(csv.hasPrefix("\u{FEFF}rank;shared;id;name;") && csv.contains(";\"0,5375\";"))
    #expect(csv.components(separatedBy: "\r\n").count == 8)
  }

  @Test func checkEndsWithAVerdict() throws {
    let en = try canvaspress(["check", english])
    #expect(en.code == 0 && en.errors.isEmpty)
    #expect(
      en.output.contains(
        "11 of 12 elements of the concept; 3 untested assumptions under the concept; "))
    #expect(try canvaspress(["check", english, "--fail-on", "warning"]).code == 1)
    let it = try canvaspress(["check", italian])
    #expect(it.output.contains("12 elementi su 12 del concept; 5 ipotesi non verificate sotto il concept"))
    // One language at a time, and every word of a sentence in it.
    for output in [en.output, it.output] { #expect(!output.contains("‹")) }
    #expect(!it.output.contains("warning") && !en.output.contains("avviso"))
  }

  @Test func aWorkbookWithFaultsIsNotJudged() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml", "canvaspress: 1\nproject: { company: A }\nconcepts: [{ id: c, taglin: T }]\n")
    let check = try canvaspress(["check", path, "--language", "en"])
    #expect(check.code == 2)
    #expect(check.output.contains("[key/unknown]") && !check.output.contains("[concept/element-missing]"))
    #expect(try canvaspress(["rank", path]).code == 2)
    #expect(try canvaspress(["diff", path, english]).code == 2)
  }

  @Test func diffTellsWhatMovedTheRanking() throws {
    let folder = TemporaryFolder()
    let text = try String(contentsOfFile: english, encoding: .utf8)
      .replacing(
        "important: 4, unsatisfied: 4, doable: 4, lucrative: 3",
        with: "important: 4, unsatisfied: 4, doable: 3, lucrative: 3"
      )
      .replacing("structure: \"TBD\"", with: "structure: \"A rota\"")
    let diff = try canvaspress(["diff", english, folder.write("later.yml", text)])
    #expect(diff.code == 0 && diff.errors.isEmpty)
    for words in [
      "Opportunity o2 'Care in the quiet weeks': doable 4 → 3", "First is now 'Sensor kit",
      "from 11 to 12 of 12 elements",
    ] { #expect(diff.output.contains(words), "\(words)") }
    #expect(
      try canvaspress(["diff", english, english]).output == "Nothing that the method knows of has changed.\n")
  }

  // MARK: Sheets

  private func lines(_ canvas: String, _ text: String, paper: String = "A3") throws -> [String] {
    let folder = TemporaryFolder()
    var request = PrintRequest()
    request.workbook = folder.write(
      "w.yml", "canvaspress: 1\nlanguage: en\nproject: { company: A, currency: EUR }\n" + text)
    request.canvases = [canvas]
    let isPaper = request.choose(paper: paper)
    #expect(isPaper)
    let library = CanvasPressKit.Library(Installation.at(home))
    let (outcome, prints) = try Press(library).layOut(request)
    #expect(!outcome.diagnostics.haveFaults)
    return prints.flatMap(\.document.pages).flatMap(\.textLines).map {
      $0.line.text.trimmingCharacters(in: .whitespaces)
    }
  }

  private static let scored =
    "opportunities: [{ id: o, name: O, important: 5, unsatisfied: 4, doable: 3, lucrative: 2, "
    + "raters: { Ann: { important: 4 } } }]\n"

  @Test func ratersAndTheirMiddleStandOnTheSheets() throws {
    let solutions =
      "solutions: [{ id: s, name: S, opportunity: o, investment: 1, effort: 2, marketRisk: 3, technologyRisk: 4, "
      + "raters: { Ann: { change: 4 }, Bob: { change: 3 } } }]\n"
    let table = try lines("prioritised-opportunities", Self.scored + solutions)
    for words in ["Ann 4", "Bob 3", "3.5", "13.5", "Quick win"] { #expect(table.contains(words), "\(words)") }
    #expect(try lines("high-value-opportunities", Self.scored).contains("Ann 4"))
    let key = try lines("impact-challenge-matrix", Self.scored + solutions).joined(separator: " ")
    #expect(key.contains("rank 1 · challenge 13.5, impact 14"))
  }

  @Test func weightsStandInTheHeadsAndBesideTheRank() throws {
    let text =
      Self.scored
      + "solutions: [{ id: s, name: S, opportunity: o, investment: 5, effort: 1, marketRisk: 1, technologyRisk: 1, change: 1 }]\n"
      + "weights: { investment: 4, important: 2.5 }\n"
    let table = try lines("prioritised-opportunities", text)
    // Impact (2.5 x 4 + 3 + 2 + 1) / (4 x 5.5), less challenge 4 x 4 / (4 x 8).
    #expect(table.contains("weight 4") && table.contains("weighted 0.23"))
    #expect(try lines("high-value-opportunities", text).contains("weight 2.5"))
  }

  @Test func whatAConceptLacksIsAFrameWithItsName() throws {
    let sheet = try lines(
      "servitization-concept", "concepts: [{ id: c, tagline: T, description: D, benefits: TBD }]\n")
    #expect(sheet.contains("2 of 12 elements"))
    #expect(sheet.contains("TBD · still to be written"))
    #expect(sheet.filter { $0.contains("still to be written") }.count == 10)
    #expect(sheet.contains("Emotions") && sheet.contains("Structure"))
  }

  @Test func aSegmentShowsWhatItsCustomersAreWorth() throws {
    let figures = "value: { revenue: 42000, cost: 30500, years: 7, discount: 6% }"
    let sheet = try lines("segment-list", "segments: [{ id: a, name: A, customers: 2, \(figures) }]\n")
      .joined(separator: " ")
    #expect(sheet.contains("worth 64,197 EUR each (NPV)") && sheet.contains("128,395 EUR all together"))
    let blank = try lines("segment-list", "segments: [{ id: a, name: A, customers: 2 }]\n").joined(
      separator: " ")
    #expect(!blank.contains("NPV"))
  }

  @Test func theTraceNamesEveryLinkOfTheChain() throws {
    let text =
      "journeys: [{ stages: [{ stage: use, pains: [{ id: p, text: Cold }, Dark] }] }]\n"
      + "opportunities: [{ id: o, name: Care, answers: [p] }]\nsolutions: [{ id: s, name: Desk, opportunity: o }]\n"
      + "concepts: [{ id: c, tagline: Warm, solution: s }]\nbusinessModel: { concept: c, costs: [Wages] }\n"
    let sheet = try lines("trace", text).joined(separator: "\n")
    for words in ["Cold", "Dark", "Care", "Desk", "Warm", "Wages"] {
      #expect(sheet.contains(words), "\(words)")
    }
  }
}
