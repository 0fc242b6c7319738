/// What a document says, apart from where: headings, lists, tables and figures in reading order. Pages point into it.
/// An element either has elements in it or is painted, never both, and only the second kind can be given to a text.
package struct StructureTree: Sendable {
  /// An element that has elements in it.
  package struct Container: Hashable, Sendable {
    package let index: Int
  }

  /// An element that is painted.
  package struct Leaf: Hashable, Sendable {
    package let index: Int
  }

  package enum ContainerKind: String, Sendable {
    case document, section, quotation
    /// Items are all that is in a list, and a label and a body all that is in an item.
    case list, item, itemBody
    /// Rows are all that is in a table but for its caption, and cells all that is in a row.
    case table, row
    /// Cells that have elements in them.
    case headCell, cell
    /// A table of contents: entries, and contents of their own below them.
    case contents
    /// Where else something is spoken of: a sign and the numbers of pages.
    case mentions
  }

  package enum LeafKind: String, Sendable {
    case heading1, heading2, heading3, heading4, paragraph, caption, code
    /// An item's mark or number, and its words where they are all of its body.
    case label, itemText
    case headCell, cell
    /// A line of a table of contents.
    case entry
    case figure
    /// Of pages that speak of something: what stands before their numbers, and the numbers.
    case sign, pages
  }

  package enum Kind: Hashable, Sendable {
    case container(ContainerKind)
    case leaf(LeafKind)
  }

  /// What the head of a table is the head of.
  package enum Scope: String, Sendable { case column, row, both }

  package struct Element: Sendable {
    package var kind: Kind
    package var parent: Container?
    /// What a figure shows or the mark of an item means, for those who cannot see it.
    package var alternative: String?
    /// Of the head cells of tables.
    package var scope: Scope?
    /// How many columns of its table a cell takes.
    package var columns = 1
  }

  package private(set) var elements: [Element]

  package init() { elements = [Element(kind: .container(.document), parent: nil)] }

  package static let root = Container(index: 0)

  /// Adds an element after all that were added before, which is where it is read.
  package mutating func add(_ kind: ContainerKind, in parent: Container) -> Container {
    elements.append(Element(kind: .container(kind), parent: parent))
    return Container(index: elements.count - 1)
  }

  /// Adds an element for what is painted; `alternative` says in words what a mark says by its shape.
  package mutating func add(
    _ kind: LeafKind, in parent: Container, alternative: String? = nil
  ) -> Leaf {
    elements.append(Element(kind: .leaf(kind), parent: parent, alternative: alternative))
    return Leaf(index: elements.count - 1)
  }

  /// Adds a figure with the words that stand for it.
  package mutating func addFigure(_ alternative: String, in parent: Container) -> Leaf {
    elements.append(Element(kind: .leaf(.figure), parent: parent, alternative: alternative))
    return Leaf(index: elements.count - 1)
  }

  /// Adds a cell of a row that is the head of others.
  package mutating func addHeadCell(_ scope: Scope, columns: Int = 1, in row: Container) -> Leaf {
    elements.append(Element(kind: .leaf(.headCell), parent: row, scope: scope, columns: columns))
    return Leaf(index: elements.count - 1)
  }

  /// Adds a cell of a row.
  package mutating func addCell(columns: Int = 1, in row: Container) -> Leaf {
    elements.append(Element(kind: .leaf(.cell), parent: row, columns: columns))
    return Leaf(index: elements.count - 1)
  }

  /// Adds a cell of a row that has elements in it; with a scope it is the head of others.
  package mutating func addCellOfElements(_ scope: Scope? = nil, columns: Int = 1, in row: Container)
    -> Container
  {
    elements.append(
      Element(
        kind: .container(scope == nil ? .cell : .headCell), parent: row, scope: scope, columns: columns))
    return Container(index: elements.count - 1)
  }

  /// Puts the headings from an element on one level lower: what they are headings of has become part of something.
  package mutating func lowerHeadings(from first: Int) {
    let levels: [LeafKind] = [.heading1, .heading2, .heading3, .heading4]
    for index in elements.indices.dropFirst(first) {
      guard case .leaf(let kind) = elements[index].kind, let level = levels.firstIndex(of: kind) else {
        continue
      }
      elements[index].kind = .leaf(levels[min(level + 1, levels.count - 1)])
    }
  }

  package subscript(container: Container) -> Element { elements[container.index] }
  package subscript(leaf: Leaf) -> Element { elements[leaf.index] }
}
