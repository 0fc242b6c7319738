import LayoutModel
import PageModel

/// Grounds beneath cells and hairlines between them.
extension SheetComposer {
  /// Grounds of cells that stand out, beneath everything: the tile up to the middle of the gaps.
  func drawGrounds(_ rows: [Length], on page: inout PageBuilder) {
    guard data.state == .filled else { return }
    for instance in instances where instance.definition.hasGround {
      let mark = page.page.items.count
      let tile = rect(instance, rows).inset(dx: -columnGap / 2, dy: -rowGap / 2)
      // It bleeds half a gap into the margin, so that texts keep their common edge.
      if style.fillsGrounds {
        page.fill(tile, style.ground)
      } else {
        let area = rect(instance, rows)
        page.rule(
          from: Point(area.x, tile.y), to: Point(area.maxX, tile.y), style.accent,
          width: style.hairline * 3.5)
      }
      page.moveToBack(since: mark)
    }
  }

  /// Hairlines in the middle of the gaps between cells that are not parts of one heading.
  func drawRules(_ rows: [Length], on page: inout PageBuilder) {
    let colour = style.colour("rule")
    for rule in GridRules(
      cells: ruled, columns: columns.count, rows: rows.count,
      isTable: repeatedRows != nil && data.state == .filled
    )
    .segments {
      func x(_ edge: Int) -> Length {
        edge == 0
          ? frame.body.x
          : edge == columns.count
            ? frame.body.maxX : frame.body.x + columns[edge].start - columnGap / 2
      }
      func y(_ edge: Int) -> Length { top(edge, rows) - rowGap / 2 }
      switch rule {
      case .vertical(let column, let range):
        page.rule(
          from: Point(x(column), y(range.lowerBound)), to: Point(x(column), y(range.upperBound)), colour)
      case .horizontal(let row, let range):
        page.rule(from: Point(x(range.lowerBound), y(row)), to: Point(x(range.upperBound), y(row)), colour)
      }
    }
  }

  var ruled: [(columns: Range<Int>, rows: Range<Int>, group: String)] {
    instances.compactMap { instance in
      switch instance.definition.block {
      case "title", "credit", "stage": nil
      case "label" where instance.heading.isEmpty && instance.heading.prompts.isEmpty: nil
      default: (instance.columns, instance.rows, group(instance))
      }
    }
  }

  /// Cells of one group have no line between them: one that joins the cell above belongs to that one's group.
  func group(_ instance: CellInstance) -> String {
    if instance.definition.joinsAbove, let above = above(instance) { return group(instances[above]) }
    return instance.definition.name + "\(instance.columns.lowerBound)-\(instance.rows.lowerBound)"
  }

  /// The cell that stands right above another.
  func above(_ index: Int) -> Int? { above(instances[index]) }

  private func above(_ instance: CellInstance) -> Int? {
    instances.firstIndex {
      $0.rows.upperBound == instance.rows.lowerBound && $0.columns.contains(instance.columns.lowerBound)
    }
  }
}
