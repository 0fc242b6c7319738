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
import Testing
import WorkbookModel

/// How reports are shared out to pages, set with a ruler instead of a font.
@Suite struct ReportPagesTests {
  private static let seeds = 1...4

  @Test(arguments: seeds)
  func noTwoTextsTouchAndNoneLeavesTheMargins(seed: Int) throws {
    let (pages, _) = try LongReport(seed).pages()
    #expect(pages.count > 40)
    var problems: [String] = []
    for (number, page) in pages.enumerated() {
      let lines = page.textLines.filter { $0.line.text.contains { $0 != " " } }.sorted { $0.box.y < $1.box.y }
      let within = Rect(x: .zero, y: .zero, width: page.size.width, height: page.size.height)
        .inset(by: .mm(10))
      for (index, line) in lines.enumerated() {
        let words = "page \(number): '\(line.line.text)'"
        if !within.contains(line.box) { problems.append(words + " is outside") }
        for other in lines[(index + 1)...].prefix(while: { $0.box.y < line.box.maxY })
        where line.box.intersects(other.box, tolerance: .mm(0.05)) {
          problems.append(words + " touches '\(other.line.text)'")
        }
      }
    }
    #expect(problems.prefix(3) == [])
  }

  @Test(arguments: seeds)
  func noPageBeginsOrEndsWithOneLineOfAParagraph(seed: Int) throws {
    let (pages, structure) = try LongReport(seed).pages()
    var lines: [Int: [[Length]]] = [:]
    for (number, page) in pages.enumerated() {
      for (id, line) in page.leafLines
      where [.leaf(.paragraph), .leaf(.itemText)].contains(structure[id].kind) {
        var all = lines[id.index] ?? []
        while all.count <= number { all.append([]) }
        if !all[number].contains(where: { abs(($0 - line.baseline.y).millimetres) < 0.01 }) {
          all[number].append(line.baseline.y)
        }
        lines[id.index] = all
      }
    }
    let parted = lines.values.map { $0.map(\.count).filter { $0 > 0 } }.filter { $0.count > 1 }
    #expect(parted.count > 5)
    for counts in parted { #expect(!counts.contains(1), "\(counts)") }
  }

  @Test(arguments: seeds)
  func aHeadingIsNeverTheLastThingOnAPage(seed: Int) throws {
    let (pages, structure) = try LongReport(seed).pages()
    let headings: Set<StructureTree.Kind> = [
      .leaf(.heading1), .leaf(.heading2), .leaf(.heading3), .leaf(.heading4),
    ]
    var count = 0
    for page in pages {
      let lines = page.leafLines.filter { !$0.line.line.text.allSatisfy { $0 == " " } }
      guard let last = lines.max(by: { $0.line.baseline.y < $1.line.baseline.y }) else { continue }
      count += lines.count { headings.contains(structure[$0.id].kind) }
      #expect(!headings.contains(structure[last.id].kind), "\(last.line.line.text)")
    }
    #expect(count > 30)
  }

  @Test(arguments: seeds)
  func aTableThatGoesOnRepeatsItsHeads(seed: Int) throws {
    let (pages, _) = try LongReport(seed).pages()
    var parted = 0
    var seen: Set<Substring> = []
    for page in pages {
      let words = page.textLines.flatMap { line in
        line.line.text.split(separator: " ").map { (word: $0, y: line.baseline.y) }
      }
      // The word of each cell says which table it is of.
      for table in Set(words.compactMap { $0.word.firstMatch(of: /^r(\d+)x/)?.1 }) {
        let head = try #require(words.first { $0.word == "h\(table)x" }, "table \(table) has no head here")
        let first = try #require(words.filter { $0.word.hasPrefix("r\(table)x") }.map(\.y).min())
        #expect(head.y < first)
        if !seen.insert(table).inserted { parted += 1 }
      }
    }
    #expect(parted > 3)
  }

  @Test func pagesAreCountedByWhatTheyAre() throws {
    func part(_ name: String, _ matter: ReportPart.Matter, pages: Int) -> ReportPart {
      // A code block of so many lines takes so many pages.
      ReportPart(
        name: name, matter: matter, title: matter == .cover ? nil : Prose(name),
        passages: (0..<pages * 4).map { _ in
          .paragraph(Paragraph(Prose((0..<150).map { "word\($0)" }.joined(separator: " "))))
        })
    }
    let pages = try ReportOnRulers.pages([
      part("cover", .cover, pages: 0), part("summary", .front, pages: 1), part("more", .front, pages: 2),
      part("one", .body, pages: 3), part("two", .body, pages: 1), part("canvases", .annex, pages: 2),
      part("imprint", .annex, pages: 1),
    ]).pages
    let labels = try pages.map { try #require($0.label) }
    let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    let front = labels.prefix { roman.contains($0) }
    let body = labels.dropFirst(front.count).prefix { Int($0) != nil }
    let annex = labels.dropFirst(front.count + body.count)
    #expect(front.count > 2 && body.count > 3 && annex.count > 2)
    #expect(Array(front) == Array(roman.prefix(front.count)))
    #expect(Array(body) == (1...body.count).map(String.init))
    #expect(Array(annex) == (1...annex.count).map { "A-\($0)" })
    for (page, label) in zip(pages, labels) {
      let foot = page.textLines.map(\.line.text).first { $0.contains("Page \(label) of ") }
      let last = label.hasPrefix("A") ? annex.last : Int(label) == nil ? front.last : body.last
      #expect(foot?.hasSuffix(" of \(last ?? "")") == true)
    }
  }

  /// Items far apart, spoken of on pages picked by a seed.
  @Test(arguments: seeds)
  func besideEachItemStandThePagesThatSpeakOfIt(seed: Int) throws {
    var random = Seeded(seed)
    let places = (0..<6).map { Place.item("thing", String($0)) }
    let filler = Prose((0..<120).map { "word\($0)" }.joined(separator: " "))
    var passages: [Passage] = places.enumerated().map { index, place in
      .paragraph(Paragraph(Prose("item\(index)x ") + filler, place: place))
    }
    for number in 0..<40 {
      var words = Prose("para\(number)x ") + filler
      for index in places.indices where Int.random(in: 0..<12, using: &random) == 0 {
        words += Prose(" ") + Prose("see\(index)x").linked(to: .place(places[index]))
      }
      passages.append(.paragraph(Paragraph(words)))
    }
    let pages = try ReportOnRulers.pages([
      ReportPart(name: "a", matter: .body, number: "1", title: Prose("All"), passages: passages)
    ]).pages
    for index in places.indices {
      func has(_ word: String, _ page: Page) -> Bool {
        page.textLines.contains { $0.line.text.split(separator: " ").contains { $0 == word } }
      }
      let own = try #require(pages.first { has("item\(index)x", $0) })
      let line = try #require(own.textLines.first { $0.line.text.hasPrefix("item\(index)x") })
      let labels = pages.filter { $0.label != own.label && has("see\(index)x", $0) }.compactMap(\.label)
      let expected = labels.isEmpty ? [] : ["→"] + labels.prefix(6) + (labels.count > 6 ? ["…"] : [])
      let beside = own.textLines.filter {
        $0.box.maxX < line.box.x && abs(($0.baseline.y - line.baseline.y).millimetres) < 2
      }.sorted { $0.box.x < $1.box.x }
      #expect(beside.map { $0.line.text.trimmingCharacters(in: .whitespaces) } == expected, "item \(index)")
      #expect(labels.isEmpty || own.links.count { $0.frame.maxX < line.box.x } > 0)
    }
  }
}

extension Page {
  /// Lines that belong to the text, with what they belong to.
  fileprivate var leafLines: [(id: StructureTree.Leaf, line: TextLine)] {
    items.compactMap { item in
      guard case .leaf(let id) = item.owner, case .text(let line) = item.paint else { return nil }
      return (id, line)
    }
  }
}
