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

    /// In the middle of the place of marks, where there are any.
    var bulletOffset = Length.zero

    func marker(
      _ mark: NoteMark?, sign: Strip.Marker.Sign? = nil, as leaf: StructureTree.Leaf?
    ) -> Strip.Marker {
      Strip.Marker(
        sign: sign, segment: mark?.segment, evidence: mark?.evidence, x: x, bulletOffset: bulletOffset,
        segmentOffset: segmentOffset, evidenceOffset: evidenceOffset, leaf: leaf)
    }
  }

  /// Room for the marks of some items, beside each other.
  func marker(
    for marks: [NoteMark?], sign: Length?, in column: Column
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
      x: column.x, width: x, segmentOffset: segment, evidenceOffset: evidence,
      bulletOffset: offset)
  }

  mutating func set(_ list: ReportList, in column: Column, parent: StructureTree.Container, gap: Length) {
    let begin = strips.count
    let own = structure.add(.list, in: parent)
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
    let places = marker(for: marks, sign: signWidth, in: column)
    let inner = column.indented(places.width)
    for (index, item) in list.items.enumerated() {
      let start = strips.count
      let itemPlace = structure.add(.item, in: own)
      let space = index == 0 ? gap : list.isTight ? .zero : leading / 2
      let label = label(of: item, numbers?[index], in: itemPlace)
      let marker = places.marker(item.mark, sign: sign(item, numbers?[index], label), as: label)
      let body = setItem(item, marker, in: inner, parent: itemPlace, gap: space)
      mark(item.place, from: start, in: body)
    }
    keepEnds(from: begin, whole: Self.wholeList)
  }

  /// What a letter or a disc takes, and a bullet as well, so that the texts of all lists stand in one line.
  private var markWidth: Length { style.role("report-text").size * 1.04 + style.unit * 0.75 }

  /// What stands before an item: a number is read as it is, marks and boxes in words, a bullet not at all.
  private mutating func label(
    of item: ReportList.Item, _ number: String?, in place: StructureTree.Container
  ) -> StructureTree.Leaf? {
    let mark = item.mark.flatMap { $0.isEmpty ? nil : words.mark($0) }
    let told = [item.isDone.map { words.box(isTicked: $0) }, mark].compactMap { $0 }
    guard !told.isEmpty else { return number == nil ? nil : structure.add(.label, in: place) }
    // The box takes the number's place.
    let before = item.isDone == nil ? [number].compactMap { $0 } : []
    return structure.add(.label, in: place, alternative: (before + told).joined(separator: ", "))
  }

  private func sign(
    _ item: ReportList.Item, _ number: String?, _ leaf: StructureTree.Leaf?
  ) -> Strip.Marker.Sign? {
    if let isDone = item.isDone { return .box(isDone: isDone) }
    guard let number, let leaf else { return item.mark?.isEmpty == false ? nil : .bullet }
    let (text, lines) = lines(Prose(number), "text", width: .mm(50), as: leaf)
    return lines.first.map { .number($0, text) }
  }

  /// What the item's words are in, if they are not all of it.
  private mutating func setItem(
    _ item: ReportList.Item, _ marker: Strip.Marker, in column: Column, parent: StructureTree.Container,
    gap: Length
  ) -> StructureTree.Container? {
    let start = strips.count
    var passages = item.passages[...]
    var first: Prose?
    if case .paragraph(let paragraph)? = passages.first, !paragraph.words.isEmpty {
      first = paragraph.words
      passages = passages.dropFirst()
    }
    // Words alone are all of the body; with anything else they are a paragraph of it.
    let isAll = passages.isEmpty && item.place?.isItem != true
    let body = isAll ? nil : structure.add(.itemBody, in: parent)
    let leaf =
      body.map { structure.add(.paragraph, in: $0) } ?? structure.add(.itemText, in: parent)
    if let first { setLines(first, "text", in: column, as: leaf, gap: gap) }
    if strips.count == start {
      // An item that begins with a list or a table, or with nothing, has its mark on a line of its own.
      setLines(Prose("\u{A0}"), "text", in: column, as: leaf, gap: gap)
    }
    change(start) {
      if case .line(var line) = $0.content {
        line.marker = marker
        $0.content = .line(line)
      }
    }
    guard let body else { return nil }
    for passage in passages {
      let isList = if case .list = passage { true } else { false }
      set(passage, in: column, parent: body, gap: isList ? .zero : leading / 2)
    }
    return body
  }
}
