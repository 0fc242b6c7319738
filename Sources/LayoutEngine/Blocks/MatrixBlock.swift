import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import WorkbookModel

/// Impact over challenge: four named quadrants, every solution at its place, the Pareto front as a fine line.
struct MatrixBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "matrix") { shape in
    if case .list(.record(let record), _) = shape { record.name == Solution.table.name } else { false }
  }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    .drawing(
      Self.drawing(
        of: sheet.state == .filled ? cell.value : .nothing, sheet.facts, sheet.catalogue,
        showsPrompts: sheet.state != .blank))
  }

  /// The matrix with some solutions on it; with none, for pens.
  static func drawing(
    of solutions: DataView, _ facts: WorkbookFacts, _ catalogue: Catalogue, showsPrompts: Bool
  ) -> any Drawing {
    func axis(_ name: String) -> Matrix.Axis {
      Matrix.Axis(
        label: catalogue.phrase("matrix.axes.\(name).label"),
        low: catalogue.phrase("matrix.axes.\(name).low"),
        high: catalogue.phrase("matrix.axes.\(name).high"))
    }
    var matrix = Matrix(
      x: axis("x"), y: axis("y"),
      quadrants: Quadrant.allCases.map { quadrant in
        let key = "matrix.quadrants." + quadrant.rawValue
        return (quadrant, catalogue.phrase(key + ".label"), catalogue.phrase(key + ".prompt"))
      }, showsPrompts: showsPrompts, alternative: "")
    let (x, y) = (matrix.x, matrix.y)
    matrix.alternative = catalogue.phrase(
      "alternative.matrixEmpty",
      [
        "x": x.label, "easy": x.low, "hard": x.high, "y": y.label, "small": y.low, "great": y.high,
        "fields": matrix.quadrants.map(\.name).joined(separator: ", "),
      ])
    if !solutions.isNothing {
      let plotted = PlottedSolutions(solutions, facts)
      (matrix.marks, matrix.front) = (plotted.marks, plotted.front)
      let solutions = plotted.entries.compactMap { entry in
        entry.place.map { place in
          let words = RankWords(place: place, catalogue: catalogue)
          let name = Text.title(entry.solution.name, entry.solution.id?.text)
          return "\(entry.letter) \(name): \(words.sums), \(words.quadrant)"
        }
      }
      if !solutions.isEmpty {
        matrix.alternative = catalogue.phrase(
          "alternative.matrix", ["solutions": solutions.joined(separator: "; ")])
      }
    }
    return matrix
  }
}

private struct Matrix: Drawing {
  struct Axis {
    var label: String
    var low: String
    var high: String
  }

  var x: Axis
  var y: Axis
  var quadrants: [(quadrant: Quadrant, name: String, prompt: String)]
  var showsPrompts: Bool
  var marks: [(point: ParetoFront.Point, letters: [String])] = []
  var front: [ParetoFront.Point] = []
  var alternative: String

  /// Its letters are read from two metres.
  private static let markScale = 1.3

  /// More on one point are counted.
  private static let mostLetters = 6

  /// The figures at which the axes are marked.
  private static let ticks = (x: [5, 10, 15, 20, 25], y: [4, 8, 12, 16, 20])

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length { style.unit * 60 }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let label = style.role("label")
    let caption = style.role("caption")
    let owner = place.figure(alternative, &structure)
    let left = page.typesetter.width("20", caption) + style.unit * 2
    let below = caption.leading + label.leading + style.unit
    let above = label.leading + style.unit * 1.25
    let plot = Rect(
      x: place.frame.x + left, y: place.frame.y + above, width: place.frame.width - left - style.unit,
      height: place.frame.height - below - above)
    drawQuadrants(plot, owner, on: &page)
    let scale = scale(plot, page)
    drawAxes(plot, scale, owner, on: &page)
    drawFront(scale, owner.owner, on: &page)
    drawMarks(plot, scale, owner, on: &page)
    return []
  }

  /// Where the sums go: inside the plot, clear of the quadrants' names above and below.
  private func scale(_ plot: Rect, _ page: PageBuilder) -> Rect {
    let style = page.style
    let room = nameHeight(plot.width / 2 - style.unit * 4, page) + style.unit * 2.5
    let side = style.unit * 4
    return Rect(
      x: plot.x + side, y: plot.y + room, width: plot.width - side * 2, height: plot.height - room * 2)
  }

  private func nameHeight(_ width: Length, _ page: PageBuilder) -> Length {
    let (heading, prompt) = (page.style.role("heading"), page.style.role("prompt"))
    let lines =
      showsPrompts
      ? quadrants.map { page.typesetter.lines($0.prompt, prompt, width: width).count }.max() ?? 0 : 0
    return heading.leading + prompt.leading * Double(lines)
  }

  private func at(_ point: ParetoFront.Point, _ scale: Rect) -> Point {
    func share(_ points: HalfPoints, _ bounds: ClosedRange<Int>) -> Double {
      (points.value - Double(bounds.lowerBound)) / Double(bounds.upperBound - bounds.lowerBound)
    }
    return Point(
      scale.x + scale.width * share(point.challenge, Quadrant.challenge.bounds),
      scale.maxY - scale.height * share(point.impact, Quadrant.impact.bounds))
  }

  private func drawQuadrants(_ plot: Rect, _ owner: DisplayItem.TextOwner, on page: inout PageBuilder) {
    let style = page.style
    let (heading, prompt) = (style.role("heading"), style.role("prompt"))
    let inset = style.unit * 2
    let width = plot.width / 2 - inset * 2
    for (quadrant, name, words) in quadrants {
      let field = Rect(
        x: quadrant.isHard ? plot.midX : plot.x, y: quadrant.isGreat ? plot.y : plot.midY,
        width: plot.width / 2, height: plot.height / 2)
      if quadrant == .quickWin, style.fillsGrounds { page.fill(field, style.ground) }
      let lines = showsPrompts ? page.typesetter.lines(words, prompt, width: width).count : 0
      let height = heading.leading + prompt.leading * Double(lines)
      let top = quadrant.isGreat ? field.y + style.unit * 1.5 : field.maxY - style.unit * 1.5 - height
      page.paragraph(
        name, heading, at: Point(field.x + inset, top), width: width,
        colour: quadrant == .quickWin ? style.accent : nil, owner: owner)
      if showsPrompts {
        page.paragraph(
          words, prompt, at: Point(field.x + inset, top + heading.leading), width: width, owner: owner)
      }
    }
  }

  private func drawAxes(
    _ plot: Rect, _ scale: Rect, _ owner: DisplayItem.TextOwner, on page: inout PageBuilder
  ) {
    let style = page.style
    let (label, caption) = (style.role("label"), style.role("caption"))
    let quiet = style.colour("quiet")
    page.path(
      .rectangle(plot), stroke: Stroke(width: style.hairline, colour: style.colour("rule")),
      owner: owner.owner)
    func at(_ challenge: Int, _ impact: Int) -> Point {
      self.at(
        ParetoFront.Point(challenge: HalfPoints(challenge), impact: HalfPoints(impact)), scale)
    }
    let middle = at(Quadrant.challenge.middle, Quadrant.impact.middle)
    // The middle is the heaviest line: it parts high from low.
    page.rule(
      from: Point(middle.x, plot.y), to: Point(middle.x, plot.maxY), quiet, width: style.hairline * 2)
    page.rule(
      from: Point(plot.x, middle.y), to: Point(plot.maxX, middle.y), quiet, width: style.hairline * 2)
    let tick = style.unit
    for value in Quadrant.challenge.bounds {
      let x = at(value, Quadrant.impact.bounds.lowerBound).x
      page.rule(from: Point(x, plot.maxY), to: Point(x, plot.maxY + tick * 0.5), quiet)
      page.rule(from: Point(x, plot.y - tick * 0.5), to: Point(x, plot.y), quiet)
    }
    for value in Quadrant.impact.bounds {
      let y = at(Quadrant.challenge.bounds.lowerBound, value).y
      page.rule(from: Point(plot.x - tick * 0.5, y), to: Point(plot.x, y), quiet)
      page.rule(from: Point(plot.maxX, y), to: Point(plot.maxX + tick * 0.5, y), quiet)
    }
    for value in Self.ticks.x {
      let x = at(value, Quadrant.impact.bounds.lowerBound).x
      page.rule(from: Point(x, plot.maxY), to: Point(x, plot.maxY + tick), quiet)
      page.textCentred(
        String(value), caption,
        at: Point(x, plot.maxY + tick + page.typesetter.baseline(caption)), owner: owner)
    }
    for value in Self.ticks.y {
      let y = at(Quadrant.challenge.bounds.lowerBound, value).y
      page.rule(from: Point(plot.x - tick, y), to: Point(plot.x, y), quiet)
      page.textEnding(
        String(value), caption,
        at: Point(plot.x - tick * 1.5, y + page.typesetter.capHeight(caption) / 2), owner: owner)
    }
    page.paragraph(
      "↑ \(self.y.label): \(self.y.high)", label,
      at: Point(plot.x, plot.y - label.leading - style.unit), width: plot.width, owner: owner)
    let below = plot.maxY + tick + caption.leading
    page.paragraph(
      "← \(self.x.low)", label, at: Point(plot.x, below), width: plot.width / 3, owner: owner)
    page.textCentred(
      self.x.label, label, at: Point(plot.midX, below + page.typesetter.baseline(label)), owner: owner)
    page.textEnding(
      "\(self.x.high) →", label, at: Point(plot.maxX, below + page.typesetter.baseline(label)), owner: owner)
  }

  private func drawFront(_ scale: Rect, _ owner: DisplayItem.Owner, on page: inout PageBuilder) {
    guard front.count > 1 else { return }
    // In steps: between two of its points nothing is as easy as the one and as great as the other.
    var path = Path()
    for (index, point) in front.enumerated() {
      let here = at(point, scale)
      if index == 0 {
        path.elements.append(.move(here))
      } else {
        path.elements += [.line(Point(here.x, at(front[index - 1], scale).y)), .line(here)]
      }
    }
    page.path(
      path, stroke: Stroke(width: page.style.hairline * 2, colour: page.style.accent),
      owner: owner)
  }

  private func drawMarks(
    _ plot: Rect, _ scale: Rect, _ owner: DisplayItem.TextOwner, on page: inout PageBuilder
  ) {
    let style = page.style
    let role = style.role("mark", scale: Self.markScale)
    let diameter = max(role.size * 1.75, style.unit * 3.4)
    let sized = marks.map { mark -> (words: String, size: Size, point: Point) in
      // A crowd is told by its first and its number; the key names them all.
      let words =
        mark.letters.count <= Self.mostLetters
        ? mark.letters.joined(separator: " ") : Letters.crowd(mark.letters)
      let width = max(diameter, page.typesetter.width(words, role) + diameter * 0.55)
      return (words, Size(width, diameter), at(mark.point, scale))
    }
    let frames = LabelPlacement(within: plot.inset(by: style.unit * 0.5), gap: style.unit * 0.4).place(
      sized.map { ($0.point, $0.size) })
    for (mark, frame) in zip(sized, frames) where frame.midX != mark.point.x || frame.midY != mark.point.y {
      page.rule(
        from: mark.point, to: Point(frame.midX, frame.midY), style.accent, width: style.hairline * 1.5)
      page.path(.circle(mark.point, radius: style.unit * 0.5), fill: style.accent)
    }
    let drawing = MarkDrawing(style: style, step: LadderStep(spacing: 1, scale: Self.markScale))
    for (mark, frame) in zip(sized, frames) {
      page.path(.rounded(frame, radius: diameter / 2), fill: style.colour("paper"))
      drawing.disc(mark.words, in: frame, owner, &page)
    }
  }
}
