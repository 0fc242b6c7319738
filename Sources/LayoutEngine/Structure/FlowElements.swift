import PageModel

/// The elements of the items of a flow, made as they are drawn. What goes on in another column or on another sheet is
/// part of the element that it began in.
struct FlowElements {
  private let place: ReadingPlace
  private var list: ReadingPlace?
  private var last: StructureTree.Item?

  /// `list` is one that its items are part of.
  init(in place: ReadingPlace, list: ReadingPlace? = nil) {
    self.place = place
    self.list = list
  }

  /// Of the first line of an item; of the last item again if it goes on, perhaps with its next paragraph.
  mutating func item(
    _ item: FlowItem, _ label: StructureTree.ItemLabel, isListed: Bool, goesOn: Bool, startsParagraph: Bool,
    _ structure: inout StructureTree
  ) -> StructureTree.Item {
    if goesOn, let last { return startsParagraph ? paragraph(of: last, &structure) : last }
    if isListed, list == nil { list = structure.add(.list, in: place) }
    let inParts = item.paragraphs.count > 1
    var made: StructureTree.Item
    if let list {
      made = structure.addItem(label, inParts: inParts && !item.isList, in: list)
      if item.isList { made.further = .items(list) }
    } else {
      made = StructureTree.Item(
        words: structure.add(.paragraph, in: place), further: inParts ? .paragraphs(place) : .same)
    }
    last = made
    return made
  }

  /// Of the next paragraph of an item.
  mutating func paragraph(
    of item: StructureTree.Item, _ structure: inout StructureTree
  ) -> StructureTree.Item {
    var item = item
    structure.startPart(of: &item)
    last = item
    return item
  }
}
