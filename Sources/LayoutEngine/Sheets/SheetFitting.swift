import Diagnostics
import Languages
import LayoutModel
import PageModel

/// Which rung of the ladder a sheet is set on, and how high its rows are there.
extension SheetComposer {
  /// The first rung on which everything fits that can fit at all: one size of type for a whole sheet.
  func chooseFit() -> Fit {
    let ladder = Self.ladder(style)
    var previous = overflow(ladder[0]).over
    if previous.isEmpty { return Fit(rung: 0, forced: []) }
    let last = overflow(ladder[ladder.count - 1]).over
    if previous.isSubset(of: last) { return Fit(rung: 0, forced: []) }
    for rung in 1..<ladder.count {
      let over = overflow(ladder[rung]).over
      if over.isSubset(of: last) {
        return Fit(rung: rung, forced: previous.subtracting(over).sorted())
      }
      previous = over
    }
    return Fit(rung: ladder.count - 1, forced: [])
  }

  /// The rung of the ladder that a sheet asks for, and the cells that forced it below the one above.
  struct Fit {
    var rung: Int
    var forced: [Int]
  }

  /// Natural, tighter, then half a point smaller at a time down to the floor.
  static func ladder(_ style: PageStyle) -> [LadderStep] {
    let body = style.role("body").size.points
    var steps = [LadderStep.natural, LadderStep(spacing: 0.5, scale: 1)]
    var size = body - 0.5
    while size > style.floor.points - 0.001 {
      steps.append(LadderStep(spacing: 0.5, scale: size / body))
      size -= 0.5
    }
    return steps
  }

  /// Row heights at a step, and the cells whose text does not fit into them.
  func overflow(_ step: LadderStep) -> (rows: [Length], over: Set<Int>) {
    let needs = needs(step)
    let rows = rowNeeds(needs)
    var sizes = GridSolver.rows(
      rows, total: frame.body.height, gap: rowGap, unit: frame.line, shareUnit: rowUnit)
    if let table = repeatedRows, !table.isEmpty {
      // A blank table's rows fill the sheet; a filled one leaves below it what it does not need.
      let rest = frame.body.height - sizes.reduce(rowGap * Double(sizes.count - 1), +)
      if rest > .zero, data.state == .filled {
        sizes[table.upperBound - 1] += rest
      } else if rest > .zero {
        for row in table { sizes[row] += rest / Double(table.count) }
      }
    }
    var over: Set<Int> = []
    for (index, instance) in instances.enumerated() {
      let climbs =
        switch instance.content {
        case .flow: true
        case .drawing(let drawing): drawing.climbsLadder
        case .nothing: false
        }
      if climbs, needs[index].content > height(instance.rows, sizes) + .mm(0.05) { over.insert(index) }
    }
    return (sizes, over)
  }

  /// Whether all rows get what they ask for: what is drawn does not flow.
  func fits(_ step: LadderStep) -> Bool {
    let needs = rowNeeds(needs(step))
    let wanted = needs.reduce(rowGap * Double(needs.count - 1)) {
      $0 + GridSolver.snapUp($1.content, $1.isShare ? rowUnit : frame.line)
    }
    return wanted <= frame.body.height + .mm(0.01)
  }

  /// What each row asks for, given what its cells need.
  func rowNeeds(_ needs: [CellNeed]) -> [GridSolver.RowNeed] {
    var rows = extents.map { GridSolver.RowNeed(extent: $0, content: .zero) }
    for (instance, need) in zip(instances, needs) where instance.rows.count == 1 {
      let row = instance.rows.lowerBound
      rows[row].content = max(
        rows[row].content, rows[row].isShare ? need.content : max(need.content, need.blank))
      if case .drawing = instance.content { rows[row].firm = max(rows[row].firm, need.content) }
      // A heading stands whole even where its questions go elsewhere.
      if instance.headingColumns == nil { rows[row].firm = max(rows[row].firm, need.heading) }
    }
    // What spans several rows asks its flexible rows for what they do not give it yet.
    for (instance, need) in zip(instances, needs) where instance.rows.count > 1 {
      let given = instance.rows.reduce(rowGap * Double(instance.rows.count - 1)) { $0 + rows[$1].content }
      let open = instance.rows.filter { rows[$0].isShare }
      guard need.content > given, !open.isEmpty else { continue }
      for row in open { rows[row].content += (need.content - given) / Double(open.count) }
    }
    return rows
  }

  /// What each cell needs. A step is asked for when tables are shared out, when the rung is chosen and when the sheet
  /// is drawn on it.
  func needs(_ step: LadderStep) -> [CellNeed] {
    if let known = memory.needs.first(where: { $0.step == step }) { return known.needs }
    let needs = instances.map { need($0, step) }
    memory.needs.append((step, needs))
    return needs
  }

  /// A class because asking what a sheet needs does not change the sheet.
  final class Memory {
    fileprivate var needs: [(step: LadderStep, needs: [CellNeed])] = []
  }

  /// What a cell needs for its content, and what a blank one would like for its questions and writing lines.
  private func need(_ instance: CellInstance, _ step: LadderStep) -> CellNeed {
    let width = self.width(instance)
    let heading = instance.heading.height(
      width: headingWidth(instance), step: step, style, typesetter)
    let ticks = instance.ticks.map { $0.height(width: width, style, typesetter) + style.unit } ?? .zero
    switch instance.content {
    case .nothing:
      let prompts = instance.heading.promptHeight(width: headingWidth(instance), style, typesetter)
      let lines = style.role("body").leading * 1.75 * Double(instance.definition.writingLines)
      let blank = heading + prompts + lines + ticks + (lines > .zero || prompts > .zero ? style.unit : .zero)
      let missing = instance.missing.map { missingHeight($0.string, width) + style.unit * 2 } ?? .zero
      let least = data.state == .filled ? heading + ticks + missing : heading
      return CellNeed(
        content: instance.definition.block == "label" ? blank : least, blank: blank, heading: heading)
    case .flow(let items):
      let flow = columns(of: items, instance, width: width, step: step)
      let content = contentTop(heading, step, isLabel: instance.heading.isLabel) + flow.height + ticks
      // A row as high as its text keeps half a line below it.
      return CellNeed(
        content: content, blank: content + (instance.heading.isLabel ? .zero : frame.line), heading: heading)
    case .drawing(let drawing):
      let content = drawing.height(width: width, columns: columnRects, step: step, style, typesetter)
      let total =
        instance.headingColumns != nil
        ? max(heading, content)
        : drawing.coversHeading
          ? content : contentTop(heading, step, isLabel: instance.heading.isLabel) + content
      return CellNeed(content: total, blank: total, heading: heading)
    }
  }

  /// The dashed frame of what is still to be written.
  func missingHeight(_ words: String, _ width: Length) -> Length {
    let role = style.role("prompt")
    let lines = typesetter.lines(words, role, width: width - style.unit * 3).count
    return role.leading * Double(lines) + style.unit * 2
  }

  /// From the cell's top to its text: the heading and half a line.
  func contentTop(_ heading: Length, _ step: LadderStep, isLabel: Bool) -> Length {
    guard heading > .zero, !isLabel else { return heading }
    return heading + style.role("body", scale: step.scale).leading * (0.5 * step.spacing)
  }

  func fitFindings(_ step: LadderStep, _ forced: [Int]) -> [Diagnostic] {
    guard step != .natural, let first = forced.first.map({ instances[$0] }) else { return [] }
    var origin: Span?
    if case .flow(let items) = first.content { origin = items.first?.origin }
    let body = style.role("body", scale: step.scale)
    let code = step.scale < 1 ? "fit/smaller" : "fit/tighter"
    return [
      Diagnostic(
        finding: code, .note, at: origin,
        [
          "cell": .text(first.name), "canvas": .text(data.catalogue.phrase(canvas.title)),
          "paper": .text(style.paper.rawValue),
          "size": .text(PointFormat.text(body.size, data.catalogue.decimalMark)),
        ])
    ]
  }

  func columns(of items: [FlowItem], _ instance: CellInstance, width: Length, step: LadderStep)
    -> FlowColumns
  {
    let count = instance.definition.textColumns
    let gap = columnGap
    let measure = (width - gap * Double(count - 1)) / Double(count)
    let flow = FlowSetter(typesetter: typesetter, style: style).set(items, width: measure, step: step)
    return FlowColumns(flow: flow, count: count, gap: gap)
  }

}

/// The heights that a cell asks for at a step.
struct CellNeed {
  /// For what stands in it.
  var content: Length
  /// A blank one's, for questions and writing lines.
  var blank: Length
  /// Of its heading alone.
  var heading: Length
}

extension GridSolver.RowNeed {
  var isShare: Bool {
    if case .share = extent { true } else { false }
  }
}

/// A size in points as people write it.
enum PointFormat {
  static func text(_ length: Length, _ decimalMark: String) -> String {
    let tenths = Int((length.points * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10)\(decimalMark)\(tenths % 10)"
  }
}
