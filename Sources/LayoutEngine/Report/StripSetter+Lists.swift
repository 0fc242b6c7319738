import Content
import LayoutModel
import PageModel

/// Lists: a mark before each item, texts in one line below each other.
extension StripSetter {
  /// The places before the items of a list.
  struct MarkerPlaces {
    var x: Length
    var width: Length
    var segmentOffset: Length
    var evidenceOffset: Length
    var node: StructureNode

    /// In the middle of the place of marks, where there are any.
    var bulletOffset = Length.zero

    func marker(_ mark: NoteMark?, sign: Strip.Marker.Sign? = nil) -> Strip.Marker {
      Strip.Marker(
        sign: sign, segment: mark?.segment, evidence: mark?.evidence, x: x, bulletOffset: bulletOffset,
        segmentOffset: segmentOffset, evidenceOffset: evidenceOffset, node: node)
    }
  }

  /// Room for the marks of some items, beside each other.
  func marker(
    for marks: [NoteMark?], sign: Length?, in column: Column, node: StructureNode
  ) -> MarkerPlaces {
    let side = style.role("report-text").size * 1.04
    let gap = style.unit * 0.75
    var x = sign ?? .zero
    let segment = x
    // Letters and discs take one place where no item has both.
    let isShared = !marks.contains { $0?.segment != nil && $0?.evidence != nil }
    if marks.contains(where: { $0?.segment != nil }) { x += side + gap }
    let evidence = isShared ? segment : x
    if marks.contains(where: { $0?.evidence != nil }) { x = max(x, evidence + side + gap) }
    let role = style.role("report-text")
    let offset = (side - role.size * Strip.Marker.bulletShare) / 2
    return MarkerPlaces(
      x: column.x, width: x, segmentOffset: segment, evidenceOffset: evidence, node: node,
      bulletOffset: offset)
  }

  mutating func set(_ list: ReportList, in column: Column, node: StructureNode, gap: Length) {
    let begin = strips.count
    let own = StructureNode(.list, in: node)
    let marks = list.items.map(\.mark)
    let hasMarks = marks.contains { $0?.isEmpty == false }
    let numbers = list.start.map { start in list.items.indices.map { String(start + $0) + "." } }
    let numberWidth = numbers.map { numbers in
      let role = style.role("report-text")
      return (numbers.map { typesetter.width($0, role) }.max() ?? .zero) + style.unit
    }
    let isTasks = list.items.contains { $0.isDone != nil }
    // Letters and discs are marks enough; an item without one has a bullet in their place.
    let signWidth = numberWidth ?? (isTasks ? leading : hasMarks ? nil : markWidth)
    let places = marker(for: marks, sign: signWidth, in: column, node: own)
    let inner = column.indented(places.width)
    for (index, item) in list.items.enumerated() {
      let start = strips.count
      let itemNode = StructureNode(.item, in: own)
      let space = index == 0 ? gap : list.isTight ? .zero : leading / 2
      var places = places
      places.node = itemNode
      let marker = places.marker(item.mark, sign: sign(item, numbers?[index], itemNode))
      setItem(item, marker, in: inner, node: itemNode, gap: space)
      mark(item.place, from: start)
    }
    keepEnds(from: begin, whole: Self.wholeList)
  }

  /// What a letter or a disc takes, and a bullet as well, so that the texts of all lists stand in one line.
  private var markWidth: Length { style.role("report-text").size * 1.04 + style.unit * 0.75 }

  private func sign(
    _ item: ReportList.Item, _ number: String?, _ node: StructureNode
  ) -> Strip.Marker.Sign? {
    if let isDone = item.isDone { return .box(isDone: isDone) }
    guard let number else { return item.mark?.isEmpty == false ? nil : .bullet }
    let (text, lines) = lines(Prose(number), "text", width: .mm(50), node: node)
    return lines.first.map { .number($0, text) }
  }

  private mutating func setItem(
    _ item: ReportList.Item, _ marker: Strip.Marker, in column: Column, node: StructureNode, gap: Length
  ) {
    let start = strips.count
    var passages = item.passages[...]
    if case .paragraph(let first)? = passages.first, !first.words.isEmpty {
      setLines(first.words, "text", in: column, node: node, gap: gap, kind: .item)
      passages = passages.dropFirst()
    }
    if strips.count == start {
      // An item that begins with a list or a table, or with nothing, has its mark on a line of its own.
      setLines(Prose("\u{A0}"), "text", in: column, node: node, gap: gap, kind: .item)
    }
    change(start) {
      if case .line(var line) = $0.content {
        line.marker = marker
        $0.content = .line(line)
      }
    }
    for passage in passages {
      let isList = if case .list = passage { true } else { false }
      set(passage, in: column, node: node, gap: isList ? .zero : leading / 2)
    }
  }
}
