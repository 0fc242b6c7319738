import Content
import LayoutModel
import PageModel

/// Tables: heads that are repeated, rows that stay whole as long as a page holds them.
extension StripSetter {
  mutating func set(_ table: ReportTable, parent: StructureTree.Container, gap: Length) {
    guard !table.columns.isEmpty else { return }
    let own = structure.add(.table, in: parent)
    let captionLeaf = structure.add(.caption, in: own)
    let isWide = isWide(table)
    let (x, width) = isWide ? frame.wide : (frame.main.x, frame.main.width)
    let start = strips.count
    var gap = gap
    let caption = [
      table.label.map { Prose($0).styled(.strong) }, table.caption.isEmpty ? nil : table.caption,
    ]
    .compactMap { $0 }
    let beside = lines(
      caption.joined("\n"), "small", width: frame.side.width, as: captionLeaf)
    let isAbove = isWide || isTooHighBeside(beside)
    if isAbove, !caption.isEmpty {
      setLines(
        caption.joined("  "), "small", in: Column(x: x, width: width), as: captionLeaf, gap: gap)
      for index in start..<strips.count { change(index) { $0.isWide = isWide } }
      glue()
      gap = leading / 2
    }
    let columns = columns(of: table, x: x, width: width)
    var heads: [Strip] = []
    if table.columns.contains(where: { !$0.title.isEmpty }) {
      let row = ReportTable.Row(table.columns.map { ReportTable.Cell($0.title) })
      heads = rowStrips(row, table, columns, role: "tableHead", parent: own, rule: .head)
    }
    let shared = SetTable(
      heads: heads.map { head in
        var head = head
        head.isWide = isWide
        return head
      })
    let naming = Self.namingColumn(table)
    var rows = table.rows.map {
      rowStrips($0, table, columns, role: "table", parent: own, rule: .row, naming: naming)
    }
    // A head never stands alone.
    let first = rows.isEmpty ? [] : rows.removeFirst()
    let height = (heads + first + rows.flatMap { $0 }).reduce(Length.zero) { $0 + $1.height }
    let begin = strips.count
    let mayBreak = mayBreakHere()
    for (index, strip) in (heads + first).enumerated() {
      var strip = strip
      strip.table = shared
      strip.mayBreak = index == 0 ? mayBreak : index < heads.count + 1 ? false : strip.mayBreak
      if index == 0 { strip.gap = gap }
      add(strip)
    }
    for (index, row) in rows.enumerated() {
      for (position, strip) in row.enumerated() {
        var strip = strip
        strip.table = shared
        // Two rows at least stay on the page that a table leaves, and on the one that it goes on to.
        if position == 0, index == 0 || index == rows.count - 1, row.count < 6 { strip.mayBreak = false }
        add(strip)
      }
    }
    if height < frame.height * Self.wholeTable {
      for index in begin + 1..<max(begin + 1, strips.count) { change(index) { $0.mayBreak = false } }
    }
    let rest = frame.lines(height) - height
    change(strips.count - 1) {
      $0.height += rest
      $0.spare = rest
    }
    for index in begin..<strips.count { change(index) { $0.isWide = isWide } }
    if !isAbove, !caption.isEmpty {
      let side = side(beside.text, beside.lines)
      change(begin) { $0.side = side }
    }
    mark(table.place, from: start)
  }

  /// The column that tells its rows apart: the first, or the second where that is running text beside a figure.
  private static func namingColumn(_ table: ReportTable) -> Int? {
    func isDistinct(_ column: Int) -> Bool {
      let names = table.rows.map { $0.cells[column].paragraphs.map(\.text).joined(separator: " ") }
      return !names.contains("") && Set(names).count == names.count
    }
    guard table.columns.count > 1 else { return nil }
    return isDistinct(0) ? 0 : table.columns[1].share != nil && isDistinct(1) ? 1 : nil
  }

  /// Of a page's height, a table that is moved rather than parted.
  private static let wholeTable = 0.25

  /// Many columns take the narrow column's room as well.
  private func isWide(_ table: ReportTable) -> Bool { table.columns.count > 5 }

  /// From start to end: where each column stands and how wide it is.
  private func columns(of table: ReportTable, x: Length, width: Length) -> [(x: Length, width: Length)] {
    let gap = style.unit * 2
    let available = width - gap * Double(table.columns.count - 1)
    let role = style.role("report-table")
    let head = style.role("report-tableHead")
    var widths = table.columns.enumerated().map { index, column -> Length in
      guard column.share == nil else { return .zero }
      let words = table.rows.flatMap { $0.cells[index].paragraphs.map { typesetter.width($0.text, role) } }
      // Heavier letters are a little wider.
      let weight = table.rows.contains(where: \.isStrong) ? 1.08 : 1
      let widest = (words.max() ?? .zero) * weight
      // A head may take two lines, its longest word one.
      let title = column.title.text.split(separator: " ").map { typesetter.width(String($0), head) }.max()
      let marks = table.rows.contains { $0.cells[index].mark?.isEmpty == false } ? style.unit * 6 : .zero
      return min(max(widest + marks, title ?? .zero) + .mm(0.3), available * 0.4)
    }
    let shares = table.columns.reduce(0) { $0 + ($1.share ?? 0) }
    let rest = max(available - widths.reduce(.zero, +), available * 0.3)
    for (index, column) in table.columns.enumerated() {
      if let share = column.share { widths[index] = rest * (share / shares) }
    }
    // Columns as wide as their words may ask for more than there is.
    let total = widths.reduce(.zero, +)
    if total > available { widths = widths.map { $0 * (available / total) } }
    var place = x
    return widths.map { width in
      defer { place += width + gap }
      return (place, width)
    }
  }

  /// The lines of a row, one strip each: a row that no page holds may be parted between them.
  private mutating func rowStrips(
    _ row: ReportTable.Row, _ table: ReportTable, _ columns: [(x: Length, width: Length)], role: String,
    parent: StructureTree.Container, rule: Strip.Rule, naming: Int? = nil
  ) -> [Strip] {
    let own = structure.add(.row, in: parent)
    var cells: [[Strip.Line]] = []
    // What names a row is heard with each of its cells: which pages speak of it is read in another one.
    let host = row.place?.isItem == true ? row.cells.indices.first { $0 != naming } ?? 0 : nil
    var landing = row.place.map { Landing(place: $0) }
    for (index, cell) in row.cells.enumerated() where columns.indices.contains(index) {
      let column = Column(x: columns[index].x, width: columns[index].width)
      let mark = cell.mark.flatMap { $0.isEmpty ? nil : $0 }
      let scope: StructureTree.Scope? = rule == .head ? .column : index == naming ? .row : nil
      let elements = elements(of: cell, scope, mark, isHost: index == host, in: own)
      if index == host, let place = row.place, let container = elements.container {
        landing = self.landing(place, in: container)
      }
      let places = marker(for: [mark], sign: nil, in: column)
      let inner = mark == nil ? column : column.indented(places.width)
      var lines: [Strip.Line] = []
      for (paragraph, leaf) in zip(cell.paragraphs, elements.words) {
        let words = row.isStrong ? paragraph.styled(.strong) : paragraph
        let (text, set) = self.lines(words, role, width: inner.width, as: leaf)
        for var line in set {
          var x = inner.x
          if table.columns[index].alignment != .start { line.inset = 0 }
          let width = text.role.size * Double(line.width)
          switch table.columns[index].alignment {
          case .start: break
          case .middle: x += (inner.width - width) / 2
          case .end: x += inner.width - width
          }
          lines.append(
            Strip.Line(
              line: line, text: text, x: x,
              marker: lines.isEmpty ? mark.map { places.marker($0, as: elements.mark) } : nil))
        }
      }
      cells.append(lines)
    }
    let count = max(1, cells.map(\.count).max() ?? 1)
    let leading = style.role("report-" + role).leading
    let padding = self.leading * 0.25
    let height = leading * Double(count) + padding * 2
    let half = self.leading / 2
    let total = half * ((height / half) - 0.001).rounded(.up)
    let spare = (total - height) / 2 + padding
    return (0..<count).map { index in
      let isFirst = index == 0
      let isLast = index == count - 1
      var lines = cells.compactMap { index < $0.count ? $0[index] : nil }
      // Heads stand at the foot of their row.
      if rule == .head {
        lines = cells.compactMap { cell in
          let line = index - (count - cell.count)
          return cell.indices.contains(line) ? cell[line] : nil
        }
      }
      if isFirst { for line in lines.indices { lines[line].offset = spare } }
      var strip = Strip(
        content: .cells(lines, rule: isLast ? rule : nil),
        height: leading + (isFirst ? spare : .zero) + (isLast ? spare : .zero),
        mayBreak: isFirst || isTooTall(count, leading))
      if isFirst, let landing { strip.landings = [landing] }
      return strip
    }
  }

  /// What a cell is: one element as long as there is one thing in it.
  private mutating func elements(
    of cell: ReportTable.Cell, _ scope: StructureTree.Scope?, _ mark: NoteMark?, isHost: Bool,
    in row: StructureTree.Container
  ) -> (words: [StructureTree.Leaf], mark: StructureTree.Leaf?, container: StructureTree.Container?) {
    guard mark != nil || isHost || cell.paragraphs.count > 1 else {
      return ([scope.map { structure.addHeadCell($0, in: row) } ?? structure.addCell(in: row)], nil, nil)
    }
    let own = structure.addCellOfElements(scope, in: row)
    let figure = mark.map { structure.addFigure(words.mark($0), in: own) }
    return (cell.paragraphs.map { _ in structure.add(.paragraph, in: own) }, figure, own)
  }

  /// A row higher than a third of a page is parted rather than moved.
  private func isTooTall(_ lines: Int, _ leading: Length) -> Bool {
    leading * Double(lines) > frame.height / 3
  }
}
