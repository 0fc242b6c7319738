/// The way back from content and annotations to the elements that they belong to.
struct ParentTree {
  /// By page and number of the content.
  private var owners: [[Int]]
  private var annotations: [Int: Int] = [:]

  init(marks: [StructureWriter.Piece]) {
    owners = Array(repeating: [], count: (marks.map(\.page).max() ?? -1) + 1)
    for piece in marks { owners[piece.page].append(0) }
  }

  mutating func set(_ piece: StructureWriter.Piece, _ element: Int) {
    owners[piece.page][piece.number] = element
  }

  mutating func set(annotation: Int, _ element: Int) { annotations[annotation] = element }

  /// Pages have the first keys, by their positions; then come the links of one page after the other.
  static func key(ofLink position: Int, pages: Int) -> Int { pages + position }

  /// A number tree of one node. `links` are the annotations by page.
  func value(links: [[Int]]) -> PDFValue {
    var entries: [PDFValue] = []
    for (page, elements) in owners.enumerated() where !elements.isEmpty {
      entries += [.integer(page), .references(elements)]
    }
    for (position, annotation) in links.joined().enumerated() {
      guard let element = annotations[annotation] else { continue }
      entries += [.integer(Self.key(ofLink: position, pages: links.count)), .reference(element)]
    }
    return .dictionary(nil, [("/Nums", .array(entries))])
  }
}
