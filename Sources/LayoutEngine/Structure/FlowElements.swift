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

  /// Of the next item; of the last one again if it goes on.
  mutating func item(
    _ label: StructureTree.ItemLabel, isListed: Bool, goesOn: Bool, _ structure: inout StructureTree
  ) -> StructureTree.Item {
    if goesOn, let last { return last }
    if isListed, list == nil { list = structure.add(.list, in: place) }
    let item =
      list.map { structure.addItem(label, in: $0) }
      ?? StructureTree.Item(words: structure.add(.paragraph, in: place))
    last = item
    return item
  }
}
