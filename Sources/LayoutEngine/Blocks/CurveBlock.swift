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

  var showsOnBlank: Bool { true }

  var hasHeadingBeside: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    .drawing(Self.drawing(of: cell.value, in: sheet, namesScale: sheet.state != .prompts))
  }

  /// The curve of some stages; `namesScale` says the moods in words beside it, and `keepsWords` breaks lines between
  /// words alone where each has room.
  static func drawing(
    of stages: DataView, in sheet: SheetData, namesScale: Bool, keepsWords: Bool = false,
    saysWords: Bool = true
  ) -> MoodCurve {
    let moods = stages.list.map { stage -> MoodCurve.Stage in
      let feeling = stage.step("feeling")
      var result = MoodCurve.Stage(name: sheet.texts(stage.step("label")).first?.string ?? "")
      if case .number(let mood, _) = feeling.step("mood") { result.mood = Int(mood) }
      if saysWords, case .text(let words) = feeling.step("words") { result.words = words }
      return result
    }
    return MoodCurve(
      stages: moods, names: Mood.bounds.map { sheet.catalogue.phrase("mood.\($0)") },
      alternative: alternative(moods, sheet.catalogue), namesScale: namesScale, keepsWords: keepsWords)
  }
}

extension CurveBlock {
  /// `Information: pleased (+1); …`: what the curve shows to those who cannot see it.
  private static func alternative(_ stages: [MoodCurve.Stage], _ catalogue: Catalogue) -> String {
    func mood(_ mood: Int) -> String { "\(catalogue.phrase("mood.\(mood)")) (\(MoodCurve.signed(mood)))" }
    guard stages.contains(where: { $0.mood != nil }) else {
      return catalogue.phrase(
        "alternative.curveEmpty",
        ["low": mood(Mood.bounds.lowerBound), "high": mood(Mood.bounds.upperBound)])
    }
    let moods = stages.map { "\($0.name): \($0.mood.map(mood) ?? catalogue.phrase("alternative.noMood"))" }
    return catalogue.phrase("alternative.curve", ["moods": moods.joined(separator: "; ")])
  }
}

/// Moods from stage to stage, with the customer's words at each.
struct MoodCurve: Drawing {
  struct Stage {
    var name = ""
    var mood: Int?
    var words: Text?
  }

  var stages: [Stage]
  /// What the moods are called, from -2 to +2.
  var names: [String]
  /// What it shows, for those who cannot see it.
  var alternative: String
  /// Faces alone leave room for the guiding question.
  var namesScale: Bool
  var keepsWords = false

  /// Longer words run on to another sheet.
  private static let mostLines = 4

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let scale = max(style.unit * 15, style.role("caption").leading * 5)
    // On blank sheets a heading's line is kept above and below for the customer's words.
    let words = max(wordsHeight(columns, step, style, typesetter), style.role("heading").leading)
    return scale + words * 2 + style.unit * 2
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let words = wordsHeight(place.columns, place.step, style, page.typesetter)
    let face = style.unit * 4
    let isEmpty = stages.allSatisfy { $0.mood == nil && $0.words == nil }
    let margin = isEmpty ? style.role("heading").leading + face / 2 : words + face / 2
    let plot = place.frame.inset(dx: .zero, dy: margin)
    let runs = runs(plot, place.columns)
    let curves = runs.map { MonotoneCurve(through: $0.map(\.point)) }
    var labels: [MoodLabel] = []
    for (run, curve) in zip(runs, curves) {
      labels += run.compactMap { label($0.index, $0.point, curve, place, face: face, style, page.typesetter) }
    }
    for (index, stage) in stages.enumerated() where stage.mood == nil && place.columns.indices.contains(index)
    {
      // Words without a number stand on the middle line, where there is no curve.
      let point = Point(place.columns[index].midX, plot.midY)
      if let label = set(index, at: point, .across, place, style, page.typesetter) { labels.append(label) }
    }
    for curve in curves { drawGround(curve, plot, on: &page) }
    let figure = place.figure(alternative, &structure)
    drawLines(plot, place, labels, figure.owner, isEmpty: isEmpty, on: &page)
    drawScale(plot, place, figure, face: face, on: &page)
    for curve in curves where curve.points.count > 1 {
      page.path(
        curve.path, stroke: Stroke(width: style.unit * 0.55, colour: style.accent, cap: .round),
        owner: figure.owner)
    }
    for run in runs {
      for (index, point) in run { drawFace(stages[index], point, figure.owner, face: face, on: &page) }
    }
    return labels.flatMap { draw($0, place, on: &page, &structure) }
  }

  /// Whether something is said of a stage beside the curve.
  func saysSomething(of stage: Int) -> Bool { stages.indices.contains(stage) && text(stages[stage]) != nil }

  /// Points that are joined: a stage without a mood leaves a gap.
  private func runs(_ plot: Rect, _ columns: [Rect]) -> [[(index: Int, point: Point)]] {
    var runs: [[(index: Int, point: Point)]] = [[]]
    for (index, column) in zip(stages.indices, columns) {
      if let mood = stages[index].mood {
        runs[runs.count - 1].append((index, Point(column.midX, y(mood, plot))))
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func y(_ mood: Int, _ plot: Rect) -> Length { plot.midY - plot.height * (Double(mood) / 4) }

  /// The lines of the scale: the middle one whole, the others dashed and interrupted by words.
  private func drawLines(
    _ plot: Rect, _ place: DrawingPlace, _ labels: [MoodLabel], _ owner: DisplayItem.Owner, isEmpty: Bool,
    on page: inout PageBuilder
  ) {
    let style = page.style
    let dashes = [style.unit * 0.5, style.unit]
    for mood in Mood.bounds where mood != 0 {
      let y = y(mood, plot)
      let gaps = labels.map { $0.box.inset(dx: -style.unit * 0.75, dy: .zero) }
        .filter { $0.y < y && y < $0.maxY }.sorted { $0.x < $1.x }
      var x = plot.x
      for end in gaps.map(\.x) + [plot.maxX] {
        if end > x {
          page.path(
            .line(from: Point(x, y), to: Point(end, y)),
            stroke: Stroke(width: style.hairline, colour: style.colour("rule"), dashes: dashes),
            owner: owner)
        }
        x = max(x, gaps.first { $0.x == end }?.maxX ?? end)
      }
    }
    page.rule(
      from: Point(plot.x, plot.midY), to: Point(plot.maxX, plot.midY), style.colour("quiet"),
      width: style.hairline * 1.5, owner: owner)
    guard isEmpty else { return }
    for column in place.columns {
      page.path(
        .line(from: Point(column.midX, plot.y), to: Point(column.midX, plot.maxY)),
        stroke: Stroke(width: style.hairline, colour: style.colour("rule"), dashes: dashes))
    }
  }

  /// Beside the lines: number, face and, with room for it, the mood's name, each in a column of its own.
  private func drawScale(
    _ plot: Rect, _ place: DrawingPlace, _ owner: DisplayItem.TextOwner, face: Length,
    on page: inout PageBuilder
  ) {
    guard let side = place.side else { return }
    let style = page.style
    let role = style.role("caption")
    for mood in Mood.bounds.reversed() {
      let y = y(mood, plot)
      let baseline = y + page.typesetter.capHeight(role) / 2
      page.textEnding(
        Self.signed(mood), role, at: Point(side.maxX, baseline), owner: owner, colour: style.colour("quiet"))
      let size = face * 0.8
      let icon = Rect(x: side.maxX - style.unit * 3 - size, y: y - size / 2, width: size, height: size)
      page.icon(Self.face(mood), in: icon, style.colour("quiet"), owner: owner.owner)
      if namesScale {
        page.textEnding(
          names[mood + 2], role, at: Point(icon.x - style.unit * 0.75, baseline), owner: owner,
          colour: style.colour("quiet"))
      }
    }
  }

  private func drawGround(_ curve: MonotoneCurve, _ plot: Rect, on page: inout PageBuilder) {
    guard let first = curve.points.first, let last = curve.points.last, curve.points.count > 1 else { return }
    var ground = curve.path
    ground.elements += [.line(Point(last.x, plot.midY)), .line(Point(first.x, plot.midY)), .close]
    if page.style.fillsGrounds { page.path(ground, fill: page.style.ground) }
  }

  private func drawFace(
    _ stage: Stage, _ point: Point, _ owner: DisplayItem.Owner, face: Length, on page: inout PageBuilder
  ) {
    let style = page.style
    let mood = stage.mood ?? 0
    let colour =
      mood < 0 ? style.colour("negative") : mood > 0 ? style.colour("positive") : style.colour("quiet")
    page.path(.circle(point, radius: face * 0.42), fill: style.colour("paper"), owner: owner)
    page.icon(
      Self.face(mood), in: Rect(x: point.x - face / 2, y: point.y - face / 2, width: face, height: face),
      colour, owner: owner)
  }

  // MARK: Words

  private enum Side { case above, below, across }

  /// The number and words of a stage, set and placed.
  private struct MoodLabel {
    var stage: Int
    var text: Text
    var lines: [SetLine]
    /// The lines that stand here; when there are more, the last place is kept for saying where they go on.
    var shown: Int
    var box: Rect
    var role: PageStyle.Role
  }

  /// Above good moods and neutral ones, below bad ones, and clear of the curve over the width of the words.
  private func label(
    _ index: Int, _ point: Point, _ curve: MonotoneCurve, _ place: DrawingPlace, face: Length,
    _ style: PageStyle,
    _ typesetter: Typesetter
  ) -> MoodLabel? {
    guard let natural = set(index, at: point, .across, place, style, typesetter) else { return nil }
    let half = natural.box.width / 2 + style.unit * 0.5
    let heights = stride(from: -1.0, through: 1.0, by: 0.1).map { curve.y(at: point.x + half * $0) }
    let clearance = style.unit * 0.75
    if (stages[index].mood ?? 0) >= 0 {
      let summit = min(heights.min() ?? point.y, point.y - face / 2)
      return set(index, at: Point(point.x, summit - clearance), .above, place, style, typesetter)
    }
    let dip = max(heights.max() ?? point.y, point.y + face / 2)
    return set(index, at: Point(point.x, dip + clearance), .below, place, style, typesetter)
  }

  private func set(
    _ index: Int, at point: Point, _ side: Side, _ place: DrawingPlace, _ style: PageStyle,
    _ typesetter: Typesetter
  ) -> MoodLabel? {
    guard let text = text(stages[index]) else { return nil }
    let role = style.role("body", scale: place.step.scale)
    let column = place.columns.first { $0.x <= point.x && point.x <= $0.maxX } ?? place.frame
    let lines = lines(text.string, role, width: column.width, typesetter)
    let isWhole = lines.count <= Self.mostLines
    let shown = isWhole ? lines.count : Self.mostLines - 1
    let width = isWhole ? role.size * Double(lines.map(\.width).max() ?? 0) : column.width
    let height = role.leading * Double(min(lines.count, Self.mostLines))
    let top =
      switch side {
      case .above: point.y - height
      case .below: point.y
      case .across: point.y - height / 2
      }
    let y = max(place.frame.y, min(top, place.frame.maxY - height))
    return MoodLabel(
      stage: index, text: text, lines: lines, shown: shown,
      box: Rect(x: point.x - width / 2, y: y, width: width, height: height),
      role: role)
  }

  /// Each line centred; what is longer than a label may be.
  private func draw(
    _ label: MoodLabel, _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let owner = structure.add(.paragraph, in: place.reading(ofColumn: label.stage))
    var y = label.box.y
    for line in label.lines.prefix(label.shown) {
      let width = label.role.size * Double(line.width)
      page.text(
        line, label.role, at: Point(label.box.midX - width / 2, y + page.typesetter.baseline(label.role)),
        owner: owner, origin: label.text.span)
      y += label.role.leading
    }
    guard label.lines.count > label.shown else { return [] }
    let rest = String(
      decoding: Array(label.text.string.utf8)[label.lines[label.shown].source.lowerBound...], as: UTF8.self)
    let item = FlowItem(paragraphs: [FlowParagraph(rest, role: "body", origin: label.text.span)])
    let marker = Leftover.Marker(
      right: Point(label.box.maxX, y + page.typesetter.baseline(label.role)), width: label.box.width)
    let name = [place.name, stages[label.stage].name].filter { !$0.isEmpty }.joined(separator: " · ")
    return [Leftover(name: name, items: [item], marker: marker)]
  }

  /// `+1 Pleased`
  private func text(_ stage: Stage) -> Text? {
    let parts = [stage.mood.map(Self.signed), stage.words?.string].compactMap { $0 }
    return parts.isEmpty ? nil : Text(parts.joined(separator: "  "), at: stage.words?.span)
  }

  private func lines(
    _ text: String, _ role: PageStyle.Role, width: Length, _ typesetter: Typesetter
  ) -> [SetLine] {
    var role = role
    let words = text.split(separator: " ")
    role.keepsWords = keepsWords && words.allSatisfy { typesetter.width(String($0), role) <= width }
    return typesetter.lines(text, role, width: width)
  }

  private func wordsHeight(
    _ columns: [Rect], _ step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let body = style.role("body", scale: step.scale)
    let lines = zip(stages, columns).map { stage, column in
      text(stage).map {
        min(Self.mostLines, self.lines($0.string, body, width: column.width, typesetter).count)
      }
        ?? 0
    }
    return body.leading * Double(lines.max() ?? 0) + style.unit
  }

  static func signed(_ mood: Int) -> String { mood > 0 ? "+\(mood)" : mood < 0 ? "−\(-mood)" : "0" }

  private static func face(_ mood: Int) -> String {
    switch mood {
    case ..<0: "mood-minus-\(-mood)"
    case 0: "mood-0"
    default: "mood-plus-\(mood)"
    }
  }
}
