import Content
import Diagnostics
import Foundation
import Languages
import LayoutEngine
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import Seeded
import WorkbookModel

/// A report of many pages with all that reports are made of, the same for the same seed.
struct LongReport {
  private var random: Seeded
  private var tables = 0
  private var count = 0

  init(_ seed: Int) { random = Seeded(seed) }

  func pages() throws -> (pages: [Page], structure: StructureTree) {
    var report = self
    return try ReportOnRulers.pages(report.parts())
  }

  private mutating func parts() -> [ReportPart] {
    (1...4).map { number in
      var passages: [Passage] = []
      for _ in 0..<45 {
        if chance(25) { passages.append(heading()) }
        passages.append(passage(depth: 0))
      }
      // Something always follows a heading.
      return ReportPart(
        name: "part\(number)", matter: .body, number: String(number), title: words(2...20),
        passages: passages, footnotes: [[.paragraph(Paragraph(words(3...80)))]])
    }
  }

  private mutating func heading() -> Passage {
    count += 1
    return .heading(
      Heading(
        level: Int.random(in: 2...4, using: &random), number: "1.\(count)", words: words(1...15),
        place: Place("h\(count)")))
  }

  private mutating func passage(depth: Int) -> Passage {
    switch Int.random(in: 0..<(depth < 2 ? 14 : 5), using: &random) {
    case 0...4:
      let roles: [Paragraph.Role] = [.body, .body, .body, .lead, .quotation, .small, .statement]
      return .paragraph(Paragraph(words(1...140), role: roles.randomElement(using: &random) ?? .body))
    case 5, 6:
      let items = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        var passages: [Passage] = [.paragraph(Paragraph(words(1...40)))]
        if chance(20) { passages.append(passage(depth: depth + 1)) }
        return ReportList.Item(
          passages, mark: chance(30) ? NoteMark(segment: 1, evidence: .observed) : nil,
          isDone: chance(10) ? true : nil)
      }
      return .list(ReportList(start: chance(30) ? 8 : nil, isTight: chance(60), items: items))
    case 7, 8:
      return .facts(
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
          Fact(words(1...5), [passage(depth: depth + 1)])
        })
    case 9: return .quote([passage(depth: depth + 1), .paragraph(Paragraph(words(1...30)))])
    case 10:
      return .code(
        Text((0..<Int.random(in: 1...9, using: &random)).map { "  line \($0)" }.joined(separator: "\n")))
    default: return table()
    }
  }

  private mutating func table() -> Passage {
    tables += 1
    let columns = Int.random(in: 1...7, using: &random)
    let heads = (0..<columns).map { column -> ReportTable.Column in
      ReportTable.Column(
        column == 0 ? Prose("h\(tables)x") : words(1...2), chance(30) ? .end : .start,
        share: chance(70) ? 1 : nil)
    }
    let rows = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      ReportTable.Row(
        (0..<columns).map { column in
          ReportTable.Cell(column == 0 ? Prose("r\(tables)x") : words(1...8))
        })
    }
    return .table(
      ReportTable(
        label: "Table \(tables)", caption: words(1...9), place: .table(String(tables)), columns: heads,
        rows: rows))
  }

  private mutating func words(_ count: ClosedRange<Int>) -> Prose {
    Prose(
      (0..<Int.random(in: count, using: &random)).map { _ in
        String("abcdefghijkl".prefix(Int.random(in: 1...9, using: &random)))
      }.joined(separator: " "))
  }

  private mutating func chance(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }
}

/// Reports set with a ruler instead of a font, in the standard theme.
enum ReportOnRulers {
  static func pages(_ parts: [ReportPart]) throws -> (pages: [Page], structure: StructureTree) {
    let document = try document(parts)
    return (document.pages, document.structure)
  }

  static func document(_ parts: [ReportPart]) throws -> Document {
    let report = Report(
      title: "Report", subject: "", author: "", language: "en", date: "2026-11-21", runningHead: "Acme",
      runningFoot: "Today", parts: parts)
    let (theme, _) = Theme.read(parse(try home("layouts/themes/standard.yml")), over: nil)
    let icons = try ProjectIcons.read()
    var (catalogue, _) = Catalogue.read(parse(try home("layouts/languages/en.yml")))
    _ = catalogue.add(parse(try home("layouts/languages/en.report.yml")))
    let (workbook, _) = Workbook.read(parse("canvaspress: 1\nproject: { company: Acme }\n"))
    let job = ReportComposer.Job(
      report: report, facts: WorkbookFacts(workbook, placeholders: Placeholders([])), paper: .a4,
      family: .concept, theme: theme, catalogue: catalogue, icons: icons, pictures: PictureShelf([]),
      canvas: { _ in nil })
    let typesetter = Typesetter(shaper: RulerShaper(), hyphenator: TableHyphenator())
    return ReportComposer.compose(job, typesetter: typesetter).document
  }

  private static func parse(_ text: String) -> YAMLDocument {
    YAMLDocument.parse(SourceFile(name: "test.yml", text: text))
  }

  private static func home(_ path: String) throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOfFile: tests.deletingLastPathComponent().path + "/" + path, encoding: .utf8)
  }
}
