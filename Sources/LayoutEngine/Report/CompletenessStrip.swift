import Languages
import LayoutModel
import PageModel
import Rules
import WorkbookModel

/// The twelve elements of a concept, each ticked or still open.
struct CompletenessStrip: Drawing {
  private static let columns = 3

  private let elements: [(name: String, isFilled: Bool)]

  init(_ concept: Concept, _ facts: WorkbookFacts, _ catalogue: Catalogue) {
    let missing = facts.completeness(of: concept).missing
    elements = Completeness.Element.allCases.map { element in
      (
        catalogue.phrase("concept.elements.\(element.rawValue).label"),
        !missing.contains { $0 == element }
      )
    }
  }

  private func lines(
    _ name: String, _ width: Length, _ style: PageStyle, _ typesetter: Typesetter
  ) -> [SetLine] {
    let column = width / Double(Self.columns)
    return typesetter.lines(name, style.role("report-table"), width: column - style.unit * 6)
  }

  /// Elements stand below each other, column by column.
  private var rows: [[Int]] {
    let count = (elements.count + Self.columns - 1) / Self.columns
    return (0..<count).map { row in (0..<Self.columns).map { $0 * count + row }.filter { $0 < elements.count }
    }
  }

  private func height(_ row: [Int], _ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    let lines = row.map { self.lines(elements[$0].name, width, style, typesetter).count }.max() ?? 1
    return style.role("report-table").leading * Double(lines) + style.unit * 1.5
  }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    rows.reduce(.zero) { $0 + height($1, width, style, typesetter) }
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let role = style.role("report-table")
    let words = elements.map { "\($0.name): \(page.words.box(isTicked: $0.isFilled))" }
    let owner = place.figure(words.joined(separator: "; "), &structure)
    let width = place.frame.width / Double(Self.columns)
    let side = style.unit * 2.5
    var y = place.frame.y
    for row in rows {
      for (column, index) in row.enumerated() {
        let x = place.frame.x + width * Double(column)
        let baseline = y + page.typesetter.baseline(role)
        let box = Rect(
          x: x, y: baseline - page.typesetter.capHeight(role) / 2 - side / 2, width: side, height: side)
        draw(box, isFilled: elements[index].isFilled, owner.owner, on: &page)
        var line = baseline
        for set in lines(elements[index].name, place.frame.width, style, page.typesetter) {
          page.text(
            set, role, at: Point(x + side + style.unit * 1.5, line),
            colour: elements[index].isFilled ? nil : style.colour("quiet"), owner: owner)
          line += role.leading
        }
      }
      y += height(row, place.frame.width, style, page.typesetter)
    }
    return []
  }

  private func draw(
    _ box: Rect, isFilled: Bool, _ owner: DisplayItem.Owner, on page: inout PageBuilder
  ) {
    let style = page.style
    guard isFilled else {
      page.path(
        .rectangle(box),
        stroke: Stroke(
          width: style.hairline * 2, colour: style.colour("quiet"),
          dashes: [style.unit * 0.6, style.unit * 0.45]), owner: owner)
      return
    }
    page.path(
      .rectangle(box), fill: style.accent, stroke: Stroke(width: style.hairline * 2, colour: style.accent),
      owner: owner)
    var tick = Path()
    tick.elements = [
      .move(Point(box.x + box.width * 0.22, box.midY)),
      .line(Point(box.x + box.width * 0.43, box.maxY - box.height * 0.26)),
      .line(Point(box.x + box.width * 0.8, box.y + box.height * 0.26)),
    ]
    page.path(
      tick, stroke: Stroke(width: style.hairline * 3, colour: style.colour("paper"), cap: .round),
      owner: owner)
  }
}
