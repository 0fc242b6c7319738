import CanvasPressKit
import Diagnostics
import Foundation
import LocatedYAML
import PageModel
import Testing

@Suite struct NothingIsLostTests {
  /// Sections with a canvas, and fields that are printed as something else than their words.
  private static let sections = [
    "project", "sources", "segments", "personas", "journeys", "utility", "utilityQuestions", "opportunities",
    "solutions", "concepts", "relationships", "businessModel", "governance",
  ]
  private static let codes: Set<String> = [
    "id", "template", "picture", "evidence", "source", "segment", "persona", "stage", "types", "phases",
    "orientation", "concept", "currency", "date", "mood", "role", "paidBy", "customers", "value", "kind",
    "origin", "answers", "opportunity", "solution", "lever", "mark", "change", "purpose", "type", "logo",
  ]

  /// All words of a workbook's printed sections.
  private func texts(_ path: String) throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let root = try #require(YAMLDocument.parse(SourceFile(name: path, bytes: bytes)).root)
    var texts: [String] = []
    func collect(_ node: LocatedNode) {
      switch node.content {
      case .scalar(let string): texts.append(string)
      case .sequence(let elements): elements.forEach(collect)
      case .mapping(let entries):
        for entry in entries where !Self.codes.contains(entry.key.string ?? "") { collect(entry.value) }
      case .nothing: break
      }
    }
    for section in Self.sections { if let node = root[section] { collect(node) } }
    return texts
  }

  @Test(arguments: samples, ["A4", "A3"])
  func everyWordOfASampleIsInThePDFs(sample: String, paper: String) throws {
    let folder = TemporaryFolder()
    let result = try canvaspress(["print", sample, "--paper", paper, "--join", "-o", folder.path])
    #expect(result.code == 0)
    let file = try #require(result.output.split(separator: "\n").first.map(String.init))
    let printed = try words(ofPDF: file)
    let missing = try texts(sample).flatMap { $0.split(whereSeparator: \.isWhitespace) }
      .filter { !printed.contains($0) }
    #expect(missing.prefix(5) == [])
  }

  @Test(arguments: ["A4", "A3"])
  func twoHundredNotesAndAWordOf500LettersInEveryCellAreAllPrinted(paper: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write("flood.yml", Flood.workbook)
    let result = try canvaspress(["print", path, "--paper", paper, "--join", "-o", folder.path])
    #expect(result.code == 0)
    #expect(result.errors.contains("fit/continued"))
    let file = try #require(result.output.split(separator: "\n").first.map(String.init))
    let raw = try run("pdftotext", ["-raw", file, "-"]).output
    let printed = raw.replacing("\u{AD}", with: "").filter { !$0.isWhitespace }
    #expect(Flood.words.filter { !printed.contains($0) }.prefix(5) == [])
    try expectCleanPages(Press(library()).layOut(path, paper: paper))
  }

  @Test(arguments: samples, PrintRequest.paperNames)
  func noLineTouchesAnotherAndNoneIsBelowItsFloor(sample: String, paper: String) throws {
    try expectCleanPages(Press(library()).layOut(sample, paper: paper))
    for state in ["blank", "prompts"] {
      try expectCleanPages(Press(library()).layOut(sample, paper: paper, state: state))
    }
  }

  @Test func aJourneyOfFortyStagesTakesAsManySheetsAsItNeeds() throws {
    let folder = TemporaryFolder()
    var text = "canvaspress: 1\nproject: { company: A }\njourneys:\n  - stages:\n"
    for number in 0..<40 {
      text +=
        "      - { stage: s\(number), name: Stage\(number)x, doing: Something to do, feeling: { mood: \(number % 5 - 2), words: well } }\n"
    }
    let pages = try Press(library()).layOut(folder.write("w.yml", text), paper: "A4")
    try expectCleanPages(pages)
    #expect(pages.count == 5)
    let printed = pages.flatMap(\.textLines).map(\.line.text).joined(separator: " ")
    for number in 0..<40 { #expect(printed.contains("Stage\(number)x")) }
  }

  private func expectCleanPages(_ pages: [Page]) throws {
    #expect(!pages.isEmpty)
    let found = pages.enumerated().flatMap { number, page in
      self.problems(page).map { "page \(number + 1): \($0)" }
    }
    #expect(found.prefix(5) == [])
  }

  private func problems(_ page: Page) -> [String] {
    var problems: [String] = []
    let sheet = Rect(x: .zero, y: .zero, width: page.size.width, height: page.size.height).inset(by: .mm(4))
    // A page's area in square metres, as the papers halve it.
    let area = page.size.width.millimetres * page.size.height.millimetres / 1_000_000
    let floor = area > 0.9 ? 24.0 : area > 0.45 ? 16 : area > 0.2 ? 12 : area > 0.07 ? 8 : 7
    let lines = page.textLines.filter { $0.line.text.contains { !$0.isWhitespace } }
    for line in lines {
      let text = line.line.text.prefix(60)
      if line.size.points < floor - 0.001 { problems.append("'\(text)' is set at \(line.size.points) pt") }
      if !sheet.contains(line.box) { problems.append("'\(text)' leaves the sheet: \(line.box)") }
    }
    let sorted = lines.sorted { $0.box.y < $1.box.y }
    for (index, line) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.box.y >= line.box.maxY { break }
        if line.box.intersects(other.box, tolerance: .mm(0.05)) {
          problems.append("'\(line.line.text.prefix(60))' and '\(other.line.text.prefix(60))' touch")
        }
      }
    }
    return problems
  }
}

/// A workbook with far too much in every cell.
enum Flood {
  static let longWord = String(repeating: "straordinariamente", count: 28).prefix(500)

  static let notes = (0..<200).map { "nota\($0)x con alcune parole" }

  static var words: [String] { notes.map { $0.filter { $0 != " " } } + [String(longWord)] }

  private static var list: String {
    "[" + (notes.map { "\"\($0)\"" } + ["\"\(longWord)\""]).joined(separator: ", ") + "]"
  }

  static var workbook: String {
    var text = """
      canvaspress: 1
      language: it
      project:
        company: "Azienda \(longWord)"
        product: "\(notes.prefix(30).joined(separator: " "))"
        designedFor: "\(longWord)"
        facilitator: "\(notes.prefix(40).joined(separator: " "))"
      personas:

      """
    let personaA = [
      "quote", "work", "role", "demographics", "goals", "challenges", "marketing", "values", "fears", "pitch",
      "additional",
    ]
    let personaB = ["descriptive", "likes", "dislikes", "routines", "service", "product", "others"]
    text += "  - id: a\n    name: \"Ada \(longWord)\"\n    job: \"\(longWord)\"\n"
    for field in personaA { text += "    \(field): \(list)\n" }
    text += "  - id: b\n    template: B\n    name: Bruno\n    picture: \"img/\(longWord).png\"\n"
    for field in personaB { text += "    \(field): \(list)\n" }
    text += "journeys:\n  - stages:\n"
    for stage in 0..<3 {
      text += "      - stage: s\(stage)\n        name: \"Fase \(stage) \(longWord)\"\n"
      text +=
        "        feeling: { mood: \(stage - 1), words: \"\(notes.prefix(40).joined(separator: " "))\" }\n"
      for field in ["doing", "thinking", "frontstage", "backstage", "pains", "opportunities"] {
        text += "        \(field): \(list)\n"
      }
    }
    text += "businessModel:\n"
    for block in [
      "segments", "propositions", "channels", "relationships", "revenue", "resources", "activities",
      "partners", "costs",
    ] {
      text += "  \(block): \(list)\n"
    }
    text += "segments:\n  - id: s\n    name: \"\(longWord)\"\n"
    for field in ["who", "jobs", "channels", "buying", "using"] { text += "    \(field): \(list)\n" }
    text += "utilityQuestions: [{ stage: use, question: \"\(longWord)?\", answer: \"\(longWord)\" }]\n"
    text += "utility:\n"
    for note in notes.prefix(60) + [String(longWord)] {
      text += "  - { stage: use, lever: fun, mark: blocker, note: \"\(note)\", cause: \"\(longWord)\" }\n"
    }
    text += "opportunities:\n"
    for (number, note) in (notes.prefix(30) + [String(longWord)]).enumerated() {
      text += "  - { id: o\(number), name: \"\(note)\", description: \"\(longWord)\", important: 3 }\n"
    }
    text += "  - { id: o, name: Molto, wants: \(list) }\nsolutions:\n"
    for (number, note) in (notes.prefix(30) + [String(longWord)]).enumerated() {
      text += "  - { id: s\(number), name: \"\(note)\", opportunity: o1, effort: 9 }\n"
    }
    text += "concepts:\n  - id: c\n    solution: s1\n    tagline: \"\(longWord)\"\n"
    for field in ["description", "experience", "benefits", "emotions", "value"] {
      text += "    \(field): \(list)\n"
    }
    text += "    organisation: { resources: \(list), processes: \(list), structure: \(list) }\n"
    text += "    responsibilities: { development: \(list), implementation: \(list) }\n"
    text += "relationships:\n"
    for note in notes { text += "  - { purpose: grow, kind: self, text: \"\(note)\", why: \"\(note)\" }\n" }
    text += "governance:\n"
    for field in [
      "salesMethod", "communication", "time", "peaks", "measurement", "customerPart", "judgement", "effects",
    ] {
      text += "  \(field): \(list)\n"
    }
    text += "sources: [{ id: q, kind: interview, text: \"\(longWord)\" }]\n"
    text += "workflow:\n  steps:\n"
    for note in notes.prefix(40) {
      text += "    - { id: x, label: \"\(note)\", input: \"\(longWord)\", where: field }\n"
    }
    return text
  }
}
