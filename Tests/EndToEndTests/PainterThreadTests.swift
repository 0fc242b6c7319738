import PageModel
import Testing

@testable import CanvasPressKit

@Suite struct PainterThreadTests {
  private static let profiles = ["screen", "press", "archive-1b"]

  private func document(pages count: Int) -> Document {
    var tree = StructureTree()
    let leaves = (0..<count).map { _ in tree.add(.paragraph, in: StructureTree.root) }
    let pages = leaves.enumerated().map { index, leaf in
      var page = Page(size: Paper.a4.size(.portrait))
      page.label = "\(index + 1)"
      page.items = [box(1, .decoration), box(2, .leaf(leaf))]
      // A paragraph that goes on on every page.
      if index > 0 { page.items.append(box(3, .leaf(leaves[0]))) }
      return page
    }
    return Document(
      title: "Prova", subject: "", author: "", language: "it", date: "2026-11-21", pages: pages,
      structure: tree, pictures: [])
  }

  private func box(_ place: Double, _ owner: DisplayItem.Owner) -> DisplayItem {
    DisplayItem(
      .rectangle(Rect(x: .mm(10), y: .mm(place * 20), width: .mm(30), height: .mm(10))),
      fill: Colour(red: 0, green: 0, blue: 0), stroke: nil, owner: owner)
  }

  @Test(arguments: profiles)
  func aFileIsTheSameWhoeverDrewItsPages(profile: String) throws {
    var options = PDFOptions()
    let isKnown = options.choose(profile: profile)
    #expect(isKnown)
    let file = PDFFile(options, workbook: nil)
    for count in [1, 2, 40] {
      let document = document(pages: count)
      guard case .finished(let alone) = try file.finish(document, nil) else {
        Issue.record("refused")
        return
      }
      for stretch in [1, 7, 40] {
        let painter = PainterThread(pictures: [], margin: options.margin, fonts: [])
        for start in stride(from: 0, to: count, by: stretch) {
          painter.add(Array(document.pages[start..<min(start + stretch, count)]))
        }
        guard case .finished(let beside) = try file.finish(document, painter) else {
          Issue.record("refused")
          return
        }
        #expect(beside == alone, "\(count) pages, \(stretch) at a time")
      }
    }
  }

  @Test func theMarksAreThoseOfAllPagesInTheirOrder() throws {
    let document = document(pages: 3)
    let painter = PainterThread(pictures: [], margin: nil, fonts: [])
    painter.add(document.pages)
    let marks = try painter.marks()
    #expect(marks.map { $0.map(\.owner) } == document.pages.map { $0.items.compactMap(\.textOwner) })
    #expect(try painter.finish().starts(with: "%PDF-".utf8))
  }

  @Test func nobodyWaitsForPagesThatAreNotDrawn() throws {
    let unreadable = Picture(
      path: "portrait.png", bytes: [0x89, 0x50], format: .png, width: 1, height: 1, orientation: .upright)
    var page = Page(size: Paper.a4.size(.portrait))
    let frame = Rect(x: .zero, y: .zero, width: .mm(9), height: .mm(9))
    page.items = [DisplayItem(picture: PictureID(index: 0), frame: frame, fit: .covers, owner: .decoration)]
    let failing = PainterThread(pictures: [unreadable], margin: nil, fonts: [])
    failing.add([page])
    #expect(throws: (any Error).self) { try failing.marks() }

    let abandoned = PainterThread(pictures: [], margin: nil, fonts: [])
    abandoned.abandon()
    abandoned.add(document(pages: 2).pages)
    #expect(try abandoned.marks().isEmpty)
  }
}

extension DisplayItem {
  fileprivate var textOwner: TextOwner? {
    guard case .leaf(let leaf) = owner else { return nil }
    return .leaf(leaf)
  }
}
