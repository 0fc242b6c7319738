import Content
import PageModel

/// Figures: drawn as wide as they need, with their captions beside or below them.
extension StripSetter {
  /// Of a page's height, what a figure may take.
  private static let tallest = 0.8
  /// A picture of the author's takes no more than this share of a page.
  private static let tallestPicture = 0.45
  private static let portraitWidth = Length.mm(28)

  mutating func set(_ figure: Figure, parent: StructureTree.Container, gap: Length) {
    let start = strips.count
    if case .portrait(let path) = figure.drawing, let id = pictures.id(of: path) {
      let width = Self.portraitWidth
      let height = min(width / pictures[id].shape, width * 1.4)
      let frame = Rect(x: frame.side.x, y: .mm(0.6), width: width, height: height)
      let leaf = structure.addFigure(figure.alternative, in: parent)
      return place(SideText.Portrait(id: id, frame: frame, leaf: leaf))
    }
    let own = structure.add(.section, in: parent)
    guard let (set, isWide) = setFigure(figure, parent: own) else {
      // A picture that is not there is told in words.
      setParagraph(
        Prose(figure.alternative, at: figure.origin), "small", in: mainColumn, parent: parent, gap: gap)
      return
    }
    let captionLeaf = structure.add(.paragraph, in: own)
    let caption = [
      figure.label.map { Prose($0).styled(.strong) }, figure.caption.isEmpty ? nil : figure.caption,
    ].compactMap { $0 }
    var strip = Strip(
      content: .figure(set), height: frame.lines(set.height), gap: gap, mayBreak: mayBreakHere())
    let beside = lines(
      caption.joined("\n"), "small", width: frame.side.width, as: captionLeaf)
    let isBelow = isWide || isTooHighBeside(beside)
    if !isBelow, !caption.isEmpty { strip.side = side(beside.text, beside.lines) }
    strip.isWide = isWide
    add(strip)
    if isBelow, !caption.isEmpty {
      glue()
      setLines(
        caption.joined("  "), "small", in: mainColumn, as: captionLeaf, gap: leading / 2)
    }
    mark(figure.place, from: start)
  }

  private mutating func setFigure(
    _ figure: Figure, parent: StructureTree.Container
  ) -> (SetFigure, isWide: Bool)? {
    // What nobody has words for is decoration.
    func own(_ structure: inout StructureTree) -> StructureTree.Leaf? {
      figure.alternative.isEmpty ? nil : structure.addFigure(figure.alternative, in: parent)
    }
    if case .picture(let path) = figure.drawing {
      guard let id = pictures.id(of: path) else { return nil }
      let picture = pictures[id]
      let natural = Length.pt(
        Double(picture.orientation.isTurned ? picture.height : picture.width) * 72 / 150)
      let height = frame.height * Self.tallestPicture
      let width = min(frame.main.width, natural, height * picture.shape)
      let set = SetFigure(
        content: .picture(id), frame: (frame.main.x, width), height: width / picture.shape,
        reading: .elements(parent), leaf: own(&structure))
      return (set, false)
    }
    guard let drawing = drawings.drawing(of: figure.drawing) else { return nil }
    let (x, width) = drawing.isWide ? frame.wide : frame.main
    let wanted = drawing.drawing.height(
      width: width, columns: drawing.columns(x: x, width: width), step: .natural, style, typesetter)
    let height = min(max(wanted, drawing.leastHeight(width)), frame.height * Self.tallest)
    let leaf = own(&structure)
    let set = SetFigure(
      content: .drawing(drawing.drawing), frame: (x, width),
      columns: drawing.columns(x: x, width: width), height: height,
      reading: .elements(structure.add(.section, in: parent)), leaf: leaf)
    return (set, drawing.isWide)
  }
}
