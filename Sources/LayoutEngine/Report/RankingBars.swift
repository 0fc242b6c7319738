import Content
import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import WorkbookModel

/// Solutions in the order of their priority, each with what speaks for it to one side and what it asks to the other,
/// on one scale: the longer its impact stands out, the higher it ranks.
struct RankingBars: Drawing {
  private struct Row {
    var rank: String
    var name: Text
    var priority: String
    /// Shares of the scale.
    var challenge: [Double]
    var customer: Double
    var company: Double
  }

  /// The table has the whole names.
  private static let mostNameLines = 2

  private let rows: [Row]
  private let words: (challenge: String, customer: String, company: String)
  private let alternative: String

  init(_ facts: WorkbookFacts, _ catalogue: Catalogue) {
    let workbook = facts.workbook
    let rows = facts.ranking.places.prefix(Figure.mostBars).map { place -> Row in
      let candidate = facts.candidates[place.index]
      let solution = workbook.solutions[place.index]
      func share(_ criterion: Criterion, _ scale: Double) -> Double {
        ((candidate.score(criterion)?.value ?? 1) - 1) / scale
      }
      let scale = Double(Quadrant.impact.bounds.count - 1)
      return Row(
        rank: place.label, name: Text(Text.title(solution.name, solution.id?.text), at: solution.name?.span),
        priority: catalogue.number(place.priority.text(decimals: 2)),
        challenge: Criterion.challenge.map { share($0, Double(Quadrant.challenge.bounds.count - 1)) },
        customer: share(.important, scale) + share(.unsatisfied, scale),
        company: share(.doable, scale) + share(.lucrative, scale))
    }
    self.rows = rows
    words = (
      catalogue.phrase("matrix.axes.x.label"), catalogue.phrase("opportunities.sides.customer"),
      catalogue.phrase("opportunities.sides.company")
    )
    alternative = rows.map { "\($0.rank) \($0.name.string): \($0.priority)" }.joined(separator: "; ")
  }

  private static func bar(_ style: PageStyle) -> Length { style.unit * 2.5 }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    rows.reduce(keyHeight(style)) { $0 + height(of: $1, width, style, typesetter) }
  }

  private func keyHeight(_ style: PageStyle) -> Length { style.role("label").leading + style.unit * 2 }

  private func nameLines(
    _ row: Row, _ width: Length, _ style: PageStyle, _ typesetter: Typesetter
  ) -> [SetLine] {
    let (role, measure) = (style.role("report-table"), width - style.unit * 18)
    let lines = typesetter.lines(row.name.string, role, width: measure)
    guard lines.count > Self.mostNameLines else { return lines }
    let bytes = Array(row.name.string.utf8).prefix(lines[Self.mostNameLines - 1].source.upperBound)
    let start = String(decoding: bytes, as: UTF8.self)
    let shorter = start.lastIndex(of: " ").map { start[..<$0] } ?? start.dropLast(2)
    return Array(typesetter.lines(shorter + "…", role, width: measure).prefix(Self.mostNameLines))
  }

  private func height(
    of row: Row, _ width: Length, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let lines = max(1, nameLines(row, width, style, typesetter).count)
    return style.role("report-table").leading * Double(lines) + Self.bar(style) + style.unit * 2.5
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    let owner = place.figure(alternative, &structure)
    let axis = frame.midX
    drawKey(frame, owner, on: &page)
    var y = frame.y + keyHeight(style)
    for row in rows {
      let height = height(of: row, frame.width, style, page.typesetter)
      guard y + height <= frame.maxY + .mm(0.5) else { break }
      draw(row, at: y, frame, axis, owner, on: &page)
      y += height
    }
    return []
  }

  /// What each part of a bar is, in the look that it has there.
  private func drawKey(_ frame: Rect, _ owner: DisplayItem.TextOwner, on page: inout PageBuilder) {
    let style = page.style
    let role = style.role("caption")
    let side = style.unit * 1.75
    let baseline = frame.y + page.typesetter.baseline(role)
    let middle = baseline - page.typesetter.capHeight(role) / 2
    func box(_ x: Length) -> Rect { Rect(x: x, y: middle - side / 2, width: side, height: side) }
    var x = frame.x + style.unit * 6
    for (text, look) in [(words.challenge, Look.outline), (words.customer, .solid), (words.company, .tint)] {
      draw(box(x), look, owner.owner, on: &page)
      x += side + style.unit
      page.paragraph(text, role, at: Point(x, frame.y), width: frame.maxX - x, owner: owner)
      x += page.typesetter.width(text, role) + style.unit * 3
    }
  }

  private enum Look { case solid, tint, outline }

  private func draw(
    _ rect: Rect, _ look: Look, _ owner: DisplayItem.Owner, on page: inout PageBuilder
  ) {
    let style = page.style
    let stroke = Stroke(
      width: style.hairline * 1.5, colour: look == .outline ? style.colour("quiet") : style.accent)
    switch look {
    case .solid: page.path(.rectangle(rect), fill: style.accent, stroke: stroke, owner: owner)
    case .tint:
      page.path(.rectangle(rect), fill: style.accent.tint(0.3), stroke: stroke, owner: owner)
    case .outline:
      page.path(.rectangle(rect), fill: style.colour("paper"), stroke: stroke, owner: owner)
    }
  }

  private func draw(
    _ row: Row, at y: Length, _ frame: Rect, _ axis: Length, _ owner: DisplayItem.TextOwner,
    on page: inout PageBuilder
  ) {
    let style = page.style
    let role = style.role("report-table")
    let head = style.role("report-tableHead")
    page.paragraph(
      row.rank, head, at: Point(frame.x, y), width: style.unit * 6, colour: style.accent, owner: owner)
    var bottom = y
    for line in nameLines(row, frame.width, style, page.typesetter) {
      page.text(
        line, role, at: Point(frame.x + style.unit * 6, bottom + page.typesetter.baseline(role)),
        owner: owner, origin: row.name.span)
      bottom += role.leading
    }
    page.textEnding(
      row.priority, role, at: Point(frame.maxX, y + page.typesetter.baseline(role)), owner: owner)
    let half = frame.width / 2
    let bar = Self.bar(style)
    let top = bottom + style.unit * 0.5
    var x = axis
    for share in row.challenge.reversed() where share > 0 {
      x = x - half * share
      draw(Rect(x: x, y: top, width: half * share, height: bar), .outline, owner.owner, on: &page)
    }
    x = axis
    for (share, look) in [(row.customer, Look.solid), (row.company, .tint)] where share > 0 {
      draw(Rect(x: x, y: top, width: half * share, height: bar), look, owner.owner, on: &page)
      x += half * share
    }
    // The middle, clear of the names above the bars.
    page.rule(
      from: Point(axis, top - style.unit * 0.5), to: Point(axis, top + bar + style.unit * 0.5),
      style.colour("ink"), width: style.hairline * 3, owner: owner.owner)
  }
}
