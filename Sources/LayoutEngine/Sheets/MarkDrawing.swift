import LayoutModel
import PageModel
import WorkbookModel

/// Draws marks that mean something: each differs from the others by its shape, so that black and white is enough.
struct MarkDrawing {
  var style: PageStyle
  /// Scales the letters inside, as the ladder scales text.
  var step = LadderStep.natural

  private var strokeWidth: Length { style.hairline * 2 }

  /// A segment's letter in a square of its colour.
  func segment(_ index: Int, in frame: Rect, _ owner: DisplayItem.Owner, _ page: inout PageBuilder) {
    letter(SegmentLetter.letter(index), in: frame, .rectangle(frame), style.segment(index), owner, &page)
  }

  /// A letter in a disc: what stands for a solution on a plot.
  func disc(_ text: String, in frame: Rect, _ owner: DisplayItem.Owner, _ page: inout PageBuilder) {
    let radius = frame.height / 2
    letter(text, in: frame, .rounded(frame, radius: radius), style.accent, owner, &page)
  }

  /// A text on a filled shape; in themes that save ink, in its outline.
  private func letter(
    _ text: String, in frame: Rect, _ shape: Path, _ colour: Colour, _ owner: DisplayItem.Owner,
    _ page: inout PageBuilder
  ) {
    let role = style.role("mark", scale: step.scale)
    if style.fillsGrounds {
      page.path(shape, fill: colour)
    } else {
      page.path(shape, stroke: Stroke(width: strokeWidth * 0.75, colour: colour))
    }
    page.textCentred(
      text, role, at: Point(frame.midX, frame.midY + page.typesetter.capHeight(role) / 2), owner: owner,
      colour: style.fillsGrounds ? role.colour : colour)
  }

  /// A step's number.
  func number(_ number: Int, in frame: Rect, _ owner: DisplayItem.Owner, _ page: inout PageBuilder) {
    let role = style.role("label", scale: step.scale)
    page.textCentred(
      String(number), role, at: Point(frame.midX, frame.midY + page.typesetter.capHeight(role) / 2),
      owner: owner, colour: style.accent)
  }

  /// Dashed with a question mark, an eye, or a filled square with a tick.
  func evidence(_ evidence: Evidence, in frame: Rect, _ owner: DisplayItem.Owner, _ page: inout PageBuilder) {
    let colour = style.colour("ink")
    let box = frame.inset(by: frame.width * 0.06)
    switch evidence {
    case .assumption:
      let dash = box.width / 5
      page.path(
        .rectangle(box),
        stroke: Stroke(width: strokeWidth * 0.75, colour: colour, dashes: [dash, dash * 0.6]))
      let role = style.role("mark", scale: step.scale)
      page.textCentred(
        "?", role, at: Point(box.midX, box.midY + page.typesetter.capHeight(role) / 2), owner: owner,
        colour: colour)
    case .observed:
      page.path(.rectangle(box), stroke: Stroke(width: strokeWidth * 0.75, colour: colour))
      page.path(.circle(Point(box.midX, box.midY), radius: box.width * 0.22), fill: colour)
    case .confirmed:
      if style.fillsGrounds {
        page.path(.rectangle(box), fill: colour)
      } else {
        page.path(.rectangle(box), stroke: Stroke(width: strokeWidth * 1.25, colour: colour))
      }
      tick(in: box, style.fillsGrounds ? style.colour("paper") : colour, &page)
    }
  }

  /// A tick through a box.
  func tick(in box: Rect, _ colour: Colour, _ page: inout PageBuilder) {
    var path = Path()
    path.elements = [
      .move(Point(box.x + box.width * 0.22, box.y + box.height * 0.54)),
      .line(Point(box.x + box.width * 0.43, box.y + box.height * 0.74)),
      .line(Point(box.x + box.width * 0.79, box.y + box.height * 0.27)),
    ]
    page.path(path, stroke: Stroke(width: box.width * 0.13, colour: colour, cap: .round))
  }

  /// A ring for today's offer, a cross for a blocker, a star for the new offer.
  func utility(_ kind: UtilityMarkKind, in frame: Rect, _ page: inout PageBuilder) {
    let centre = Point(frame.midX, frame.midY)
    let half = frame.width / 2
    switch kind {
    case .today:
      page.path(
        .circle(centre, radius: half * 0.72),
        stroke: Stroke(width: half * 0.36, colour: style.colour("quiet")))
    case .blocker:
      let arm = half * 0.72
      for side in [1.0, -1.0] {
        page.path(
          .line(
            from: Point(centre.x - arm, centre.y - arm * side),
            to: Point(centre.x + arm, centre.y + arm * side)),
          stroke: Stroke(width: half * 0.46, colour: style.colour("negative")))
      }
    case .new:
      page.path(.star(centre, radius: half * 1.08), fill: style.accent)
    }
  }
}
