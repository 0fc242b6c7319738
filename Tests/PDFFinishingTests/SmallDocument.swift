import CairoBackend
import PageModel

@testable import PDFFinishing

/// Two pages with one of each thing that a finisher writes; shapes stand for texts, because no font is needed here.
enum SmallDocument {
  static let title = "Carlo Viani & figli <50 %> – città"

  static func make() -> Document {
    var tree = StructureTree()
    let section = tree.add(.section, in: StructureTree.root)
    let heading = tree.add(.heading1, in: section)
    let paragraph = tree.add(.paragraph, in: section)
    let empty = tree.add(.section, in: section)
    _ = tree.add(.paragraph, in: empty)
    let table = tree.add(.table, in: section)
    let head = tree.add(.row, in: table)
    let heads = [tree.addHeadCell(.column, columns: 2, in: head)]
    let row = tree.add(.row, in: table)
    let cells = [tree.addCell(in: row), tree.addCell(in: row)]
    let figure = tree.addFigure("Una curva che sale", in: section)

    var first = page()
    first.items += [box(1, .decoration), box(2, .leaf(heading)), box(3, .leaf(paragraph))]
    first.items += [box(4, .leaf(heads[0])), box(5, .leaf(cells[0]))]
    first.label = "i"
    first.anchors = [PageAnchor(number: 1, y: .mm(20))]
    var second = page()
    second.items += [box(2, .leaf(paragraph)), box(3, .leaf(figure)), box(6, .leaf(figure))]
    second.anchors = [PageAnchor(number: 2, y: .mm(50))]
    var document = Document(
      title: title, subject: "(prova)", author: "Anna Ferrè", language: "it", date: "2026-11-21",
      pages: [first, second], structure: tree, pictures: [])
    document.outline = [
      OutlineEntry(level: 1, title: "Uno", anchor: 1), OutlineEntry(level: 2, title: "Due – è", anchor: 2),
      OutlineEntry(level: 2, title: "Tre", anchor: 2), OutlineEntry(level: 1, title: "Fine", anchor: 2),
    ]
    return document
  }

  static func finished(
    _ document: Document = make(), _ profile: PDFProfile = .screen, attaching: AttachedFile? = nil
  ) throws -> [UInt8] {
    let margin = profile == .press ? PrintMargin(hasMarks: true) : nil
    let finisher = PDFFinisher(document, as: profile, margin: margin, attaching: attaching, creator: "test")
    let drawn = try PDFWriter.draw(document, margin: margin)
    return try finisher.prepare(drawn.marks, engine: "Cairo").finish(drawn.bytes)
  }

  private static func page() -> Page { Page(size: Size(.mm(210), .mm(297))) }

  private static func box(_ place: Double, _ owner: DisplayItem.Owner) -> DisplayItem {
    DisplayItem(
      .rectangle(Rect(x: .mm(10), y: .mm(place * 20), width: .mm(30), height: .mm(10))),
      fill: Colour(red: 0, green: 0, blue: 0), stroke: nil, owner: owner)
  }
}
