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
  func segment(_ index: Int, in frame: Rect, _ owner: DisplayItem.TextOwner, _ page: inout PageBuilder) {
    letter(Letters[index], in: frame, .rectangle(frame), style.segment(index), owner, &page)
  }

  /// A letter in a disc: what stands for a solution on a plot.
  func disc(_ text: String, in frame: Rect, _ owner: DisplayItem.TextOwner, _ page: inout PageBuilder) {
    let radius = frame.height / 2
    letter(text, in: frame, .rounded(frame, radius: radius), style.accent, owner, &page)
  }

  /// The same on a blank sheet, in outline.
  func outlinedDisc(_ text: String, in frame: Rect, _ owner: DisplayItem.TextOwner, _ page: inout PageBuilder)
  {
    let role = style.role("mark", scale: step.scale)
    page.path(
      .circle(Point(frame.midX, frame.midY), radius: frame.height / 2),
      stroke: Stroke(width: style.hairline, colour: style.colour("prompt")), owner: owner.owner)
    page.textCentred(
      text, role, at: Point(frame.midX, frame.midY + page.typesetter.capHeight(role) / 2), owner: owner,
      colour: style.colour("prompt"))
  }

  /// A text on a filled shape; in themes that save ink, in its outline.
  private func letter(
    _ text: String, in frame: Rect, _ shape: Path, _ colour: Colour, _ owner: DisplayItem.TextOwner,
    _ page: inout PageBuilder
  ) {
    let role = style.role("mark", scale: step.scale)
    if style.fillsGrounds {
      page.path(shape, fill: colour, owner: owner.owner)
    } else {
      page.path(
        shape, stroke: Stroke(width: strokeWidth * 0.75, colour: colour), owner: owner.owner)
    }
    page.textCentred(
      text, role, at: Point(frame.midX, frame.midY + page.typesetter.capHeight(role) / 2), owner: owner,
      colour: style.fillsGrounds ? role.colour : colour)
  }

  /// A step's number.
  func number(_ number: Int, in frame: Rect, _ owner: DisplayItem.TextOwner, _ page: inout PageBuilder) {
    let role = style.role("label", scale: step.scale)
    page.textCentred(
      String(number), role, at: Point(frame.midX, frame.midY + page.typesetter.capHeight(role) / 2),
      owner: owner, colour: style.accent)
  }

  /// A disc that fills as certainty grows: dashed with a question mark, half, whole. Boxes are for choices.
  func evidence(
    _ evidence: Evidence, in frame: Rect, _ owner: DisplayItem.TextOwner, _ page: inout PageBuilder
  ) {
    let colour = style.colour("ink")
    let centre = Point(frame.midX, frame.midY)
    let radius = frame.width * 0.44
    let outline = Stroke(width: strokeWidth * 0.75, colour: colour)
    switch evidence {
    case .assumption:
      var dashed = outline
      dashed.dashes = [radius * 0.42, radius * 0.365]
      page.path(.circle(centre, radius: radius), stroke: dashed, owner: owner.owner)
      let role = style.role("mark", scale: step.scale)
      page.textCentred(
        "?", role, at: Point(centre.x, centre.y + page.typesetter.capHeight(role) / 2), owner: owner,
        colour: colour)
    case .observed:
      page.path(.halfDisc(centre, radius: radius), fill: colour, owner: owner.owner)
      page.path(.circle(centre, radius: radius), stroke: outline, owner: owner.owner)
    case .confirmed: page.dot(centre, radius: radius, colour, owner: owner.owner)
    }
  }

  /// A tick through a box.
  func tick(in box: Rect, _ colour: Colour, _ owner: DisplayItem.Owner, _ page: inout PageBuilder) {
    var path = Path()
    path.elements = [
      .move(Point(box.x + box.width * 0.22, box.y + box.height * 0.54)),
      .line(Point(box.x + box.width * 0.43, box.y + box.height * 0.74)),
      .line(Point(box.x + box.width * 0.79, box.y + box.height * 0.27)),
    ]
    page.path(path, stroke: Stroke(width: box.width * 0.13, colour: colour, cap: .round), owner: owner)
  }

  /// A ring for today's offer, a cross for a blocker, a star for the new offer.
  func utility(
    _ kind: UtilityMarkKind, in frame: Rect, _ owner: DisplayItem.Owner, _ page: inout PageBuilder
  ) {
    let centre = Point(frame.midX, frame.midY)
    let half = frame.width / 2
    switch kind {
    case .today:
      page.ring(centre, radius: half * 0.72, width: half * 0.36, style.colour("quiet"), owner: owner)
    case .blocker:
      let arm = half * 0.72
      for side in [1.0, -1.0] {
        page.path(
          .line(
            from: Point(centre.x - arm, centre.y - arm * side),
            to: Point(centre.x + arm, centre.y + arm * side)),
          stroke: Stroke(width: half * 0.46, colour: style.colour("negative")), owner: owner)
      }
    case .new:
      page.path(.star(centre, radius: half * 1.08), fill: style.accent, owner: owner)
    }
  }
}
