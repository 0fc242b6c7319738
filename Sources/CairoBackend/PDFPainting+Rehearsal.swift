import PageModel

extension PDFPainting {
  /// Draws a page that nobody sees. What a first page waits for, such as code on its way from the disk, is there when one
  /// comes; for those who have nothing else to do until then.
  package static func rehearse(fonts: [String]) {
    var page = Page(size: Paper.a4.size(.portrait))
    var structure = StructureTree()
    let black = Colour(red: 0, green: 0, blue: 0)
    let origin = Point(.zero, .zero)
    var frame = Path()
    frame.elements = [
      .move(origin), .line(Point(.mm(9), .zero)), .curve(origin, origin, Point(.mm(9), .mm(9))), .close,
    ]
    page.items.append(
      DisplayItem(frame, fill: black, stroke: Stroke(width: .pt(1), colour: black), owner: .decoration))
    for (index, file) in fonts.enumerated() {
      let glyphs = (1...9).map { UInt32($0) }
      let run = GlyphRun(
        text: "abcdefghi", face: Face(file: file), glyphs: glyphs, x: glyphs.map { Float($0) / 2 },
        y: glyphs.map { _ in 0 }, clusters: glyphs.map { _ in GlyphRun.Cluster(bytes: 1, glyphs: 1) },
        advance: 5)
      let line = SetLine(runs: [SetLine.Placed(run: run, x: 0)], width: 5, source: 0..<9)
      page.items.append(
        DisplayItem(
          TextLine(
            line: line, baseline: Point(.mm(20), .mm(20 + 20 * Double(index))), size: .pt(9.3), colour: black,
            style: TextStyle(weight: .regular, language: "en"), role: "body"),
          owner: .leaf(structure.add(.paragraph, in: StructureTree.root))))
    }
    let painting = PDFPainting(pictures: [], opening: fonts)
    try? painting.add(page)
    _ = try? painting.finish()
  }
}
