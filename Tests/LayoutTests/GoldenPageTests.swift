import Diagnostics
import Foundation
import Languages
import LayoutEngine
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import Testing
import WorkbookModel

/// Pages as text, set with a ruler instead of a font, against files that were looked at once.
/// `CANVASPRESS_RECORD=1 swift test` writes them anew, and fails, so that nobody forgets to look.
@Suite struct GoldenPageTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

  @Test(arguments: ["notes", "journey", "continued", "blank", "report"])
  func thePageIsAsItWasLookedAt(name: String) throws {
    let file = Self.folder + "/Golden/\(name).txt"
    let dump = try dump(name)
    if ProcessInfo.processInfo.environment["CANVASPRESS_RECORD"] != nil {
      try FileManager.default.createDirectory(
        atPath: Self.folder + "/Golden", withIntermediateDirectories: true)
      try dump.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): look at it, then run again without CANVASPRESS_RECORD")
    }
    let golden = try String(contentsOfFile: file, encoding: .utf8)
    let (expected, found) = (golden.split(separator: "\n"), dump.split(separator: "\n"))
    let differences = zip(expected, found).filter { $0 != $1 }.map { "- \($0)\n+ \($1)" }
    #expect(differences.prefix(4) == [])
    #expect(expected.count == found.count)
  }

  private func dump(_ name: String) throws -> String {
    if name == "report" {
      let document = try ReportOnRulers.document(SmallReport.parts)
      return document.pages.map(PageDump(structure: document.structure).dump).joined(separator: "\n")
    }
    let (theme, themeFaults) = Theme.read(parse(try home("layouts/themes/standard.yml")), over: nil)
    let icons = try ProjectIcons.read()
    let (catalogue, languageFaults) = Catalogue.read(parse(try home("layouts/languages/en.yml")))
    let vocabulary = LayoutVocabulary(
      blocks: BlockRegister.traits, root: Workbook.table.description,
      describe: { Workbook.description(ofKind: $0) }, icons: icons.names, roles: Theme.roleNames)
    let source = Samples.canvases[name] ?? ""
    let (definition, canvasFaults) = CanvasChecker.check(parse(source), vocabulary)
      .settled { catalogue.has($0) }
    let (workbook, faults) = Workbook.read(parse(Samples.workbooks[name] ?? Samples.workbook))
    #expect((themeFaults + languageFaults + canvasFaults + faults).isEmpty)
    let job = DocumentComposer.Job(
      canvases: [try #require(definition)], workbook: workbook, placeholders: Placeholders([]),
      state: name == "blank" ? .prompts : .filled,
      paper: .a4, theme: theme, catalogue: catalogue, icons: icons, pictures: PictureShelf([]),
      switches: PrintSwitches(icons: false), date: "2026-11-21")
    let typesetter = Typesetter(shaper: RulerShaper(), hyphenator: TableHyphenator())
    let document = DocumentComposer.compose(job, typesetter: typesetter).document
    let dump = PageDump(structure: document.structure)
    return document.pages.map(dump.dump).joined(separator: "\n")
  }

  private func parse(_ text: String) -> YAMLDocument {
    YAMLDocument.parse(SourceFile(name: "test.yml", text: text))
  }

  private func home(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: Self.folder).deletingLastPathComponent().deletingLastPathComponent().path
    return try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }
}

private enum Samples {
  static let canvases = [
    "notes": notes, "continued": notes, "blank": notes,
    "journey": """
    canvas: test
    title: journey.title
    family: customer
    sheets: per journeys
    page: { paper: A4 landscape }
    grid:
      columns: [24u, 1fr per stages]
      rows: [auto, auto, 1fr, 1fr, auto]
      areas:
        - title   title
        - .       stage
        - feeling feeling
        - pains   hurts
        - credit  credit
    cells:
      stage:   { block: stage, from: .label }
      feeling: { block: curve, from: stages, heading: journey.rows.feeling.label }
      pains:   { block: label, heading: journey.rows.pains.label }
      hurts:   { block: notes, from: .pains, style: cards, tone: negative }
    """,
  ]

  private static let notes = """
    canvas: test
    title: bmc.title
    family: business
    reads: businessModel
    licence: licence.strategyzer
    page: { paper: A4 landscape }
    grid:
      columns: [1fr, 1fr]
      rows: [auto, 1fr, 1fr, auto]
      areas:
        - title  title
        - value  channels
        - costs  costs
        - credit credit
    cells:
      value:    { block: notes, from: propositions, heading: bmc.blocks.propositions.label, prompts: bmc.blocks.propositions.questions, order: 2, ground: tint }
      channels: { block: notes, from: channels, heading: bmc.blocks.channels.label, order: 3 }
      costs:    { block: notes, from: costs, heading: bmc.blocks.costs.label, order: 9, columns: 2 }
    """

  static let workbook = """
    canvaspress: 1
    language: en
    project: { company: Thornbeck Ovens, product: Ovens, date: 2026-11-21, version: "3" }
    segments: [{ id: craft, name: Craft bakeries }]
    journeys:
      - stages:
          - { stage: use, feeling: { mood: 2, words: Proud }, pains: [{ text: Too hot, cause: Old seal }] }
          - { stage: mine, name: My own stage, feeling: { words: No number } }
          - { stage: disposal, feeling: { mood: -1, words: Wistful } }
          - { stage: purchase, feeling: { mood: 0 } }
    businessModel:
      propositions: [{ text: Bread by six, segment: craft }, Quiet nights]
      channels: [{ text: Miller, segment: all, phases: [awareness, after] }]
      costs: [Wages, { text: Sensor kits, types: [variable] }, Two vans]
    """

  static let workbooks = [
    "continued": """
    canvaspress: 1
    project: { company: A }
    businessModel:
      propositions: [\((1...40).map { "A long proposition number \($0) that takes a line of its own" }.joined(separator: ", "))]
    """
  ]
}
