import CanvasPressKit
import Foundation
import PageModel
import Testing

@Suite struct NothingIsLostTests {
  @Test(arguments: samples, ["A4", "A3"])
  func everyWordOfASampleIsInThePDFs(sample: String, paper: String) throws {
    let folder = TemporaryFolder()
    let result = try canvaspress(["print", sample, "--paper", paper, "--join", "-o", folder.path])
    #expect(result.code == 0)
    let file = try #require(result.output.split(separator: "\n").first.map(String.init))
    let printed = try words(ofPDF: file)
    let missing = try WorkbookTexts(sample).canvases.flatMap { $0.split(whereSeparator: \.isWhitespace) }
      .filter { !printed.contains($0) }
    #expect(missing.prefix(5) == [])
  }

  @Test(arguments: ["A4", "A3"])
  func everyWordOfAnOverfullWorkbookIsPrinted(paper: String) throws {
    let folder = TemporaryFolder()
    let (text, words) = Flood.workbook
    let path = folder.write("flood.yml", text)
    let result = try canvaspress(["print", path, "--paper", paper, "--join", "-o", folder.path])
    #expect(result.code == 0)
    #expect(result.errors.contains("fit/continued"))
    let file = try #require(result.output.split(separator: "\n").first.map(String.init))
    let raw = try run("pdftotext", ["-raw", file, "-"]).output.replacing("\u{AD}\n", with: "")
    let printed = Set(raw.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let whole = raw.filter { !$0.isWhitespace && $0 != "\u{AD}" }
    #expect(whole.contains(Flood.longWord))
    let missing = words.filter { !printed.contains($0) && $0 != Flood.longWord && !whole.contains($0) }
    #expect(missing.prefix(8) == [])
    expectCleanPages(try Press(library()).layOut(path, paper: paper))
  }

  @Test(arguments: samples, PrintRequest.paperNames)
  func noLineTouchesAnotherAndNoneIsBelowItsFloor(sample: String, paper: String) throws {
    expectCleanPages(try Press(library()).layOut(sample, paper: paper))
    for state in ["blank", "prompts"] {
      expectCleanPages(try Press(library()).layOut(sample, paper: paper, state: state))
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
    expectCleanPages(pages)
    #expect(pages.count == 5)
    let printed = pages.flatMap(\.textLines).map(\.line.text).joined(separator: " ")
    for number in 0..<40 { #expect(printed.contains("Stage\(number)x")) }
  }
}

/// A workbook with far too much in every field: each note has a word that stands nowhere else.
enum Flood {
  static let longWord = String(String(repeating: "straordinariamente", count: 28).prefix(500))

  private static func note(_ field: String, _ number: Int) -> String { "\(field)\(number)x" }

  /// The notes of a field, and a word of 500 letters.
  private static func list(_ field: String, count: Int = 60, _ words: inout [String]) -> String {
    let notes = (0..<count).map { note(field, $0) }
    words += notes
    let texts = notes.map { "\"\($0) con alcune parole\"" } + ["\"\(longWord)\""]
    return "[" + texts.joined(separator: ", ") + "]"
  }

  private static func prose(_ field: String, _ count: Int, _ words: inout [String]) -> String {
    let notes = (0..<count).map { note(field, $0) }
    words += notes
    return "\"" + notes.joined(separator: " ") + " \(longWord)\""
  }

  /// The workbook, and every word that must be found again.
  static var workbook: (text: String, words: [String]) {
    var words = [longWord]
    var text = "canvaspress: 1\nlanguage: it\nproject:\n"
    for field in ["company", "product", "designedFor", "designedBy", "facilitator"] {
      text += "  \(field): \(prose(field, 25, &words))\n"
    }
    text += "  funding: { text: \(prose("funding", 30, &words)) }\npersonas:\n"
    text += "  - id: a\n    name: \(prose("aname", 3, &words))\n    job: \(prose("ajob", 5, &words))\n"
    for field in [
      "quote", "work", "role", "demographics", "goals", "challenges", "marketing", "values", "fears", "pitch",
      "additional",
    ] {
      text += "    \(field): \(list("a" + field, &words))\n"
    }
    text += "  - id: b\n    template: B\n    name: Bruno\n    picture: \"img/\(longWord).png\"\n"
    for field in ["descriptive", "likes", "dislikes", "routines", "service", "product", "others"] {
      text += "    \(field): \(list("b" + field, &words))\n"
    }
    text += "journeys:\n  - stages:\n"
    for stage in 0..<3 {
      text += "      - stage: s\(stage)\n        name: \(prose("stage\(stage)y", 4, &words))\n"
      text += "        feeling: { mood: \(stage - 1), words: \(prose("feel\(stage)y", 20, &words)) }\n"
      for field in ["doing", "thinking", "frontstage", "backstage", "pains", "opportunities"] {
        text += "        \(field): \(list("\(field)\(stage)y", count: 40, &words))\n"
      }
    }
    text += "businessModel:\n"
    for block in [
      "segments", "propositions", "channels", "relationships", "revenue", "resources", "activities",
      "partners", "costs",
    ] {
      text += "  \(block): \(list("m" + block, &words))\n"
    }
    text += "segments:\n  - id: s\n    name: \(prose("sname", 3, &words))\n"
    for field in ["who", "jobs", "channels", "buying", "using"] {
      text += "    \(field): \(list("s" + field, &words))\n"
    }
    text += "utilityQuestions:\n"
    for number in 0..<12 {
      text +=
        "  - { stage: use, question: \(prose("ask\(number)y", 2, &words)), answer: \(prose("answer\(number)y", 2, &words)) }\n"
    }
    text += "utility:\n"
    for number in 0..<30 {
      words += ["mark\(number)x", "cause\(number)x", "alone\(number)x"]
      text += "  - { stage: use, lever: fun, mark: blocker, note: mark\(number)x, cause: cause\(number)x }\n"
      // A mark without a note keeps what else it says.
      text += "  - { stage: use, lever: risk, mark: new, cause: alone\(number)x, biggest: true }\n"
    }
    text += "opportunities:\n"
    for number in 0..<30 {
      text +=
        "  - { id: o\(number), name: \(prose("oname\(number)y", 1, &words)), description: \(prose("odesc\(number)y", 3, &words)), important: 3 }\n"
    }
    text += "  - { id: o, name: Molto, wants: \(list("owants", count: 150, &words)) }\nsolutions:\n"
    for number in 0..<30 {
      words.append("8888\(number)")
      text +=
        "  - { id: s\(number), name: \(prose("soname\(number)y", 1, &words)), description: \(prose("sodesc\(number)y", 2, &words)), opportunity: o1, effort: 8888\(number) }\n"
    }
    text += "concepts:\n  - id: c\n    solution: s1\n    tagline: \(prose("tag", 8, &words))\n"
    for field in ["description", "experience", "benefits", "emotions", "value"] {
      text += "    \(field): \(list("c" + field, &words))\n"
    }
    text +=
      "    organisation: { resources: \(list("cres", &words)), processes: \(list("cproc", &words)), structure: \(list("cstruct", &words)), kpis: [{ goal: cgoal0x, measure: cmeasure0x, target: ctarget0x }] }\n"
    words += ["cgoal0x", "cmeasure0x", "ctarget0x"]
    text +=
      "    responsibilities: { development: \(list("cdev", &words)), implementation: \(list("cimp", &words)) }\n"
    text += "relationships:\n"
    for number in 0..<60 {
      words += ["rel\(number)x", "why\(number)x"]
      text += "  - { purpose: grow, kind: self, text: rel\(number)x, why: why\(number)x }\n"
    }
    text += "governance:\n"
    for field in [
      "salesMethod", "communication", "time", "peaks", "measurement", "customerPart", "judgement", "effects",
    ] {
      text += "  \(field): \(list("g" + field, &words))\n"
    }
    text += "sources: [{ id: q, kind: interview, text: \(prose("source", 5, &words)) }]\n"
    text += "workflow:\n  name: \(prose("wname", 1, &words))\n  steps:\n"
    for number in 0..<40 {
      text +=
        "    - { id: x\(number), label: \(prose("wlabel\(number)y", 1, &words)), input: win\(number)x, output: wout\(number)x, where: field }\n"
      words += ["win\(number)x", "wout\(number)x"]
    }
    return (text, words)
  }
}
