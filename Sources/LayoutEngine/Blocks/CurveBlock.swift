import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// The mood of each stage as a curve from -2 to +2, with a face, a number and the customer's words.
struct CurveBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "curve") { shape in
    if case .list(.record(let record), _) = shape { record.field(named: "feeling") != nil } else { false }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let moods = cell.value.list.map { stage -> MoodCurve.Stage in
      let feeling = stage.step("feeling")
      var result = MoodCurve.Stage()
      if case .number(let mood, _) = feeling.step("mood") { result.mood = Int(mood) }
      if case .text(let words) = feeling.step("words") { result.words = words }
      return result
    }
    return .drawing(
      MoodCurve(
        stages: moods, names: Mood.bounds.map { sheet.catalogue.phrase("mood.\($0)") },
        namesScale: sheet.state != .prompts))
  }
}

private struct MoodCurve: Drawing {
  struct Stage {
    var mood: Int?
    var words: Text?
  }

  var stages: [Stage]
  /// What the moods are called, from -2 to +2.
  var names: [String]
  /// Faces alone leave room for the guiding question.
  var namesScale: Bool

  /// Longer words run on to another sheet.
  private static let mostLines = 4

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    style.unit * 20 + wordsHeight(columns, step, style, typesetter) * 2
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let words = wordsHeight(place.columns, place.step, style, page.typesetter)
    let face = style.unit * 4
    let isEmpty = stages.allSatisfy { $0.mood == nil && $0.words == nil }
    let margin = isEmpty ? style.role("heading").leading : words + face / 2
    let plot = place.frame.inset(dx: .zero, dy: margin)
    drawScale(plot, place, face: face, on: &page, &structure)
    let figure = structure.add(.figure, in: place.parent, alternative: alternative)
    var leftovers: [Leftover] = []
    for run in runs(plot, place.columns) {
      let curve = MonotoneCurve(through: run.map(\.point))
      drawRun(curve, plot, on: &page, owner: .element(figure))
      for (stage, point) in run {
        leftovers += drawStage(stage, point, curve, place, face: face, on: &page, &structure)
      }
    }
    for (index, stage) in stages.enumerated() where stage.mood == nil && place.columns.indices.contains(index)
    {
      // Words without a number stand on the middle line, where there is no curve.
      let point = Point(place.columns[index].midX, plot.midY + words / 2)
      leftovers += drawWords(stage, at: point, above: true, place, on: &page, &structure)
    }
    return leftovers
  }

  /// "pleased, annoyed, …": what the curve shows to those who cannot see it.
  private var alternative: String {
    stages.map { stage in stage.mood.map { "\(names[$0 + 2]) (\(Self.signed($0)))" } ?? "–" }.joined(
      separator: ", ")
  }

  /// Points that are joined: a stage without a mood leaves a gap.
  private func runs(_ plot: Rect, _ columns: [Rect]) -> [[(stage: Stage, point: Point)]] {
    var runs: [[(stage: Stage, point: Point)]] = [[]]
    for (stage, column) in zip(stages, columns) {
      if let mood = stage.mood {
        runs[runs.count - 1].append((stage, Point(column.midX, y(mood, plot))))
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func y(_ mood: Int, _ plot: Rect) -> Length { plot.midY - plot.height * (Double(mood) / 4) }

  private func drawScale(
    _ plot: Rect, _ place: DrawingPlace, face: Length, on page: inout PageBuilder,
    _ structure: inout StructureTree
  ) {
    let style = page.style
    let role = style.role("caption")
    let owner = DisplayItem.Owner.element(structure.add(.paragraph, in: place.parent))
    for mood in Mood.bounds.reversed() {
      let y = y(mood, plot)
      let isMiddle = mood == 0
      page.path(
        .line(from: Point(plot.x, y), to: Point(plot.maxX, y)),
        stroke: Stroke(
          width: style.hairline * (isMiddle ? 1.5 : 1), colour: style.colour(isMiddle ? "quiet" : "rule"),
          dashes: isMiddle ? [] : [style.unit * 0.5, style.unit]))
      guard let side = place.side else { continue }
      let baseline = y + page.typesetter.capHeight(role) / 2
      page.textEnding(
        Self.signed(mood), role, at: Point(side.maxX, baseline), owner: owner, colour: style.colour("quiet"))
      let name = namesScale ? names[mood + 2] : ""
      let numberWidth = style.unit * 3
      if !name.isEmpty {
        page.textEnding(
          name, role, at: Point(side.maxX - numberWidth, baseline), owner: owner,
          colour: style.colour("quiet"))
      }
      let icon = Rect(
        x: side.maxX - numberWidth - style.unit - page.typesetter.width(name, role) - face * 0.8,
        y: y - face * 0.4,
        width: face * 0.8, height: face * 0.8)
      page.icon(Self.face(mood), in: icon, style.colour("quiet"))
    }
    if stages.allSatisfy({ $0.mood == nil && $0.words == nil }) {
      for column in place.columns {
        page.path(
          .line(from: Point(column.midX, plot.y), to: Point(column.midX, plot.maxY)),
          stroke: Stroke(
            width: style.hairline, colour: style.colour("rule"), dashes: [style.unit * 0.5, style.unit]))
      }
    }
  }

  private func drawRun(
    _ curve: MonotoneCurve, _ plot: Rect, on page: inout PageBuilder, owner: DisplayItem.Owner
  ) {
    guard let first = curve.points.first, let last = curve.points.last, curve.points.count > 1 else { return }
    let style = page.style
    var ground = curve.path
    ground.elements += [.line(Point(last.x, plot.midY)), .line(Point(first.x, plot.midY)), .close]
    page.path(ground, fill: style.ground)
    page.path(
      curve.path, stroke: Stroke(width: style.unit * 0.55, colour: style.accent, cap: .round), owner: owner)
  }

  private func drawStage(
    _ stage: Stage, _ point: Point, _ curve: MonotoneCurve, _ place: DrawingPlace, face: Length,
    on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let mood = stage.mood ?? 0
    let colour =
      mood < 0 ? style.colour("negative") : mood > 0 ? style.colour("positive") : style.colour("quiet")
    page.path(
      .circle(point, radius: face / 2), fill: style.colour("paper"),
      stroke: Stroke(width: style.hairline, colour: style.colour("paper")))
    page.icon(
      Self.face(mood), in: Rect(x: point.x - face / 2, y: point.y - face / 2, width: face, height: face),
      colour)
    // The words go where the curve leaves room: above the line over a summit, below it in a dip.
    let column = place.columns.first { $0.x <= point.x && point.x <= $0.maxX } ?? place.frame
    let half = column.width / 2
    let heights = stride(from: -1.0, through: 1.0, by: 0.1).map { curve.y(at: point.x + half * $0) }
    let summit = min(heights.min() ?? point.y, point.y - face / 2)
    let dip = max(heights.max() ?? point.y, point.y + face / 2)
    let above = point.y - summit <= dip - point.y && (mood > 0 || point.y - summit < dip - point.y)
    let clearance = style.unit * 0.75
    return drawWords(
      stage, at: Point(point.x, above ? summit - clearance : dip + clearance), above: above, place, on: &page,
      &structure)
  }

  /// The number and the words, centred, ending above or starting below a point; kept inside the frame.
  private func drawWords(
    _ stage: Stage, at point: Point, above: Bool, _ place: DrawingPlace, on page: inout PageBuilder,
    _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let body = style.role("body", scale: place.step.scale)
    let column = place.columns.first { $0.x <= point.x && point.x <= $0.maxX } ?? place.frame
    guard let text = text(stage) else { return [] }
    let lines = page.typesetter.lines(text.string, body, width: column.width)
    let shown = lines.prefix(Self.mostLines)
    let height = body.leading * Double(shown.count)
    var y = above ? point.y - height : point.y
    y = max(place.frame.y, min(y, place.frame.maxY - height))
    let owner = DisplayItem.Owner.element(structure.add(.paragraph, in: place.parent))
    for line in shown {
      let width = body.size * Double(line.width)
      // The scale's lines stop short of the words.
      page.fill(
        Rect(
          x: point.x - width / 2 - style.unit * 0.5, y: y, width: width + style.unit, height: body.leading),
        style.colour("paper"))
      page.text(
        line, body, at: Point(point.x - width / 2, y + page.typesetter.baseline(body)), owner: owner,
        origin: text.span)
      y += body.leading
    }
    guard lines.count > Self.mostLines else { return [] }
    let rest = String(
      decoding: Array(text.string.utf8)[lines[Self.mostLines].source.lowerBound...], as: UTF8.self)
    return [
      Leftover(
        name: place.name,
        items: [FlowItem(paragraphs: [FlowParagraph(rest, role: "body", origin: text.span)])])
    ]
  }

  /// `+1 Pleased`
  private func text(_ stage: Stage) -> Text? {
    let parts = [stage.mood.map(Self.signed), stage.words?.string].compactMap { $0 }
    return parts.isEmpty ? nil : Text(parts.joined(separator: "  "), at: stage.words?.span)
  }

  private func wordsHeight(
    _ columns: [Rect], _ step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let body = style.role("body", scale: step.scale)
    let lines = zip(stages, columns).map { stage, column in
      text(stage).map { min(Self.mostLines, typesetter.lines($0.string, body, width: column.width).count) }
        ?? 0
    }
    return body.leading * Double(lines.max() ?? 0) + style.unit
  }

  private static func signed(_ mood: Int) -> String { mood > 0 ? "+\(mood)" : mood < 0 ? "−\(-mood)" : "0" }

  private static func face(_ mood: Int) -> String {
    switch mood {
    case ..<0: "mood-minus-\(-mood)"
    case 0: "mood-0"
    default: "mood-plus-\(mood)"
    }
  }
}
