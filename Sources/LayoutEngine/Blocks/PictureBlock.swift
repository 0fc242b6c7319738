import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel

/// A portrait that covers its frame; without one, a frame to sketch or paste it in.
struct PictureBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "picture") { shape in
    if case .text = shape { true } else { false }
  }

  var setsItsPrompts: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    var portrait = Portrait(prompt: "", caption: nil, origin: nil)
    if sheet.state == .prompts {
      portrait.prompt = sheet.words(cell.definition.prompts, element: cell.element).first?.string ?? ""
    }
    if case .text(let path) = cell.value {
      portrait.origin = path.span
      portrait.picture = cell.pictures.id(of: path.string)
      if portrait.picture == nil {
        portrait.caption = sheet.catalogue.phrase("sheet.pictureMissing") + ": " + path.string
      }
    }
    if sheet.state == .filled, portrait.picture == nil {
      let name = sheet.texts(sheet.root.step("name")).first?.string ?? ""
      portrait.initials = String(name.split(separator: " ").prefix(2).compactMap(\.first))
    }
    let name = sheet.texts(sheet.root.step("name")).first?.string ?? ""
    portrait.alternative = sheet.catalogue.phrase(
      portrait.picture == nil ? "alternative.initials" : "alternative.portrait", ["name": name])
    return .drawing(portrait)
  }
}

private struct Portrait: Drawing {
  var picture: PictureID?
  var prompt: String
  /// Says what is missing.
  var caption: String?
  var origin: Span?
  /// Of a person whose picture is not there.
  var initials: String?
  var alternative = ""

  var coversHeading: Bool { true }

  /// Its height by its width.
  private static let tallest = 1.5

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length { width * 0.7 }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    // A portrait is no strip, however tall its cell.
    var frame = place.frame
    frame.height = min(frame.height, frame.width * Self.tallest)
    if let picture {
      let figure = structure.addFigure(alternative, in: place.reading)
      page.picture(picture, in: frame, owner: figure.owner, origin: origin)
      return []
    }
    let side = min(frame.width, frame.height) * 0.3
    let icon = Rect(x: frame.midX - side / 2, y: frame.midY - side / 2, width: side, height: side)
    if let initials {
      page.ground(.rectangle(frame))
      let role = style.role("title")
      page.textCentred(
        initials, role, at: Point(frame.midX, frame.midY + page.typesetter.capHeight(role) / 2),
        owner: structure.addFigure(alternative, in: place.reading), colour: style.accent)
    } else {
      page.path(
        .rectangle(frame),
        stroke: Stroke(
          width: style.hairline, colour: style.colour("writing"), dashes: [style.unit, style.unit * 0.75]))
    }
    let role = style.role(caption == nil ? "prompt" : "caption")
    let words = caption ?? prompt
    let inner = frame.inset(by: style.unit * 2)
    let lines = page.typesetter.lines(words, role, width: inner.width)
    let room = max(1, Int(((frame.maxY - icon.maxY - style.unit * 2) / role.leading).rounded(.down)))
    guard !lines.isEmpty else { return [] }
    let owner = structure.add(.paragraph, in: place.reading)
    var y = inner.maxY - role.leading * Double(min(lines.count, room))
    for line in lines.prefix(room) {
      let width = role.size * Double(line.width)
      page.text(
        line, role, at: Point(frame.midX - width / 2, y + page.typesetter.baseline(role)), owner: owner,
        origin: origin)
      y += role.leading
    }
    guard caption != nil, lines.count > room else { return [] }
    let rest = String(decoding: Array(words.utf8)[lines[room].source.lowerBound...], as: UTF8.self)
    return [
      Leftover(
        name: place.name,
        items: [FlowItem(paragraphs: [FlowParagraph(rest, role: "caption", origin: origin)])])
    ]
  }
}
