import PageModel

/// Something of a report that becomes an element of the document's structure when its first mark is drawn: a paragraph
/// over two pages is one element. A class because all its lines point at it.
final class StructureNode {
  private let kind: StructureTree.Kind
  private let parent: StructureNode?
  private let alternative: String?
  private var known: StructureTree.ID?

  init(_ kind: StructureTree.Kind, in parent: StructureNode?, alternative: String? = nil) {
    self.kind = kind
    self.parent = parent
    self.alternative = alternative
  }

  func id(in structure: inout StructureTree) -> StructureTree.ID {
    if let known { return known }
    let above = parent?.id(in: &structure) ?? StructureTree.root
    let id = structure.add(kind, in: above, alternative: alternative)
    known = id
    return id
  }
}
