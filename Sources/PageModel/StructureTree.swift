/// What a document says, apart from where: headings, lists and figures in reading order. Pages point into it.
package struct StructureTree: Sendable {
  package struct ID: Hashable, Sendable {
    package let index: Int
  }

  package enum Kind: String, Sendable {
    case document, section, heading1, heading2, heading3, heading4, paragraph, list, item, figure
    case table, row, headCell, cell
  }

  package struct Element: Sendable {
    package var kind: Kind
    package var parent: ID?
    /// What a figure shows, for those who cannot see it.
    package var alternative: String?
  }

  package private(set) var elements: [Element]

  package init() { elements = [Element(kind: .document, parent: nil, alternative: nil)] }

  package static let root = ID(index: 0)

  /// Adds an element after all that were added before, which is where it is read.
  package mutating func add(_ kind: Kind, in parent: ID, alternative: String? = nil) -> ID {
    elements.append(Element(kind: kind, parent: parent, alternative: alternative))
    return ID(index: elements.count - 1)
  }

  package subscript(id: ID) -> Element { elements[id.index] }
}
