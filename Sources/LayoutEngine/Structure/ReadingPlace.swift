import PageModel

/// Where in a document's structure something goes that is about to be drawn. Whoever draws asks for elements and need
/// not know whether there is room for them: in a cell of a table all of it is one, and what repeats an earlier sheet
/// has none.
enum ReadingPlace: Hashable, Sendable {
  /// It makes elements of its own in here.
  case elements(StructureTree.Container)
  /// All of it is one element.
  case leaf(StructureTree.Leaf)
  /// It is not read: heads, feet and what stands on an earlier sheet.
  case nowhere

  init(_ owner: DisplayItem.TextOwner) {
    switch owner {
    case .leaf(let leaf): self = .leaf(leaf)
    case .pagination: self = .nowhere
    }
  }

  /// What stands in it as a whole, if it takes no elements.
  fileprivate var owner: DisplayItem.TextOwner? {
    switch self {
    case .elements: nil
    case .leaf(let leaf): .leaf(leaf)
    case .nowhere: .pagination
    }
  }
}

extension StructureTree {
  /// Adds an element for something painted.
  mutating func add(
    _ kind: LeafKind, in place: ReadingPlace, alternative: String? = nil
  ) -> DisplayItem.TextOwner {
    switch place {
    case .elements(let container): .leaf(add(kind, in: container, alternative: alternative))
    case .leaf(let leaf): .leaf(leaf)
    case .nowhere: .pagination
    }
  }

  /// Adds an element that others go into.
  mutating func add(_ kind: ContainerKind, in place: ReadingPlace) -> ReadingPlace {
    switch place {
    case .elements(let container): .elements(add(kind, in: container))
    case .leaf, .nowhere: place
    }
  }

  /// Adds a figure with the words that stand for it.
  mutating func addFigure(_ alternative: String, in place: ReadingPlace) -> DisplayItem.TextOwner {
    switch place {
    case .elements(let container): .leaf(addFigure(alternative, in: container))
    case .leaf(let leaf): .leaf(leaf)
    case .nowhere: .pagination
    }
  }

  /// What the mark and the words of an item are part of.
  struct Item {
    /// Nothing where the item has no mark that is read.
    var label: DisplayItem.TextOwner?
    /// Of the part that is being drawn.
    var words: DisplayItem.TextOwner
    /// Where its further parts go.
    var further = Further.same

    /// A mark without an element is decoration.
    var markOwner: DisplayItem.Owner { label?.owner ?? .decoration }
  }

  /// What the further parts of an item are: a name and what is said of it are not read in one breath.
  enum Further {
    /// More of the element that the first one is.
    case same
    case paragraphs(ReadingPlace)
    /// Items of the same list, of an item that is a list itself.
    case items(ReadingPlace)
  }

  /// What stands before an item's words.
  enum ItemLabel {
    /// Nothing, or something that means nothing.
    case none
    /// It is read as it is painted.
    case painted
    /// Words are read in its place.
    case told(String)
  }

  /// Adds an item to a list; `inParts` if it has several that are elements of their own.
  mutating func addItem(_ label: ItemLabel = .none, inParts: Bool = false, in list: ReadingPlace) -> Item {
    let item = add(.item, in: list)
    if let owner = item.owner { return Item(label: owner, words: owner) }
    let mark: DisplayItem.TextOwner? =
      switch label {
      case .none: nil
      case .painted: add(.label, in: item)
      case .told(let words): add(.label, in: item, alternative: words)
      }
    guard inParts else { return Item(label: mark, words: add(.itemText, in: item)) }
    let body = add(.itemBody, in: item)
    return Item(label: mark, words: add(.paragraph, in: body), further: .paragraphs(body))
  }

  /// Goes on to the next part of an item.
  mutating func startPart(of item: inout Item) {
    switch item.further {
    case .same: break
    case .paragraphs(let body): item.words = add(.paragraph, in: body)
    case .items(let list): item.words = addItem(in: list).words
    }
  }
}
