import PageModel

/// Writes the structure of a document into its file: elements in reading order, each with the stretches of content that
/// are its own, and the way back from these.
struct StructureWriter {
  /// A stretch of content by its page and its number there.
  struct Piece: Hashable {
    var page: Int
    var number: Int
    var link: Int?
  }

  private let structure: StructureTree
  private let pages: PDFPages
  /// By the elements' indices.
  private var pieces: [[Piece]]
  private var children: [[Int]]
  private var isWritten: [Bool]
  private let traits: PaintedTraits

  init(_ structure: StructureTree, _ pages: PDFPages, marks: [[ContentMark]], _ document: Document) {
    self.structure = structure
    self.pages = pages
    let elements = structure.elements
    pieces = Array(repeating: [], count: elements.count)
    for (page, marks) in marks.enumerated() {
      var number = 0
      for mark in marks {
        guard case .leaf(let leaf) = mark.owner else { continue }
        pieces[leaf.index].append(Piece(page: page, number: number, link: mark.link))
        number += 1
      }
    }
    children = Array(repeating: [], count: elements.count)
    isWritten = pieces.map { !$0.isEmpty }
    // Children come after their parents.
    for index in elements.indices.reversed() where isWritten[index] {
      if let parent = elements[index].parent { isWritten[parent.index] = true }
    }
    isWritten[StructureTree.root.index] = true
    for index in elements.indices {
      guard let parent = elements[index].parent?.index else { continue }
      // A table keeps its empty cells, or its columns would not agree.
      if Self.isCell(elements[index].kind), isWritten[parent] { isWritten[index] = true }
      if isWritten[index] { children[parent].append(index) }
    }
    traits = PaintedTraits(document)
  }

  private static func isCell(_ kind: StructureTree.Kind) -> Bool {
    switch kind {
    case .leaf(.cell), .leaf(.headCell), .container(.cell), .container(.headCell): true
    default: false
    }
  }

  /// Writes everything; `links` are the annotations by page and position.
  func write(into file: borrowing QPDFFile, links: [[Int]]) throws(PDFError) {
    let elements = structure.elements
    var numbers = Array(repeating: 0, count: elements.count)
    let written = elements.indices.filter { isWritten[$0] }
    let root = file.reserve(written.count + 2)
    let parents = root + 1
    for (position, index) in written.enumerated() { numbers[index] = root + 2 + position }

    var owners = ParentTree(marks: pieces.flatMap { $0 })
    var placed: Set<LinkPlace> = []
    for index in written {
      var kids = children[index].map { PDFValue.reference(numbers[$0]) }
      for group in groups(pieces[index]) {
        let page = pieces[index][0].page
        let content = group.map { kid($0, relativeTo: page) }
        guard let first = group.first, let link = first.link else {
          kids += content
          for piece in group { owners.set(piece, numbers[index]) }
          continue
        }
        let place = LinkPlace(page: first.page, link: link)
        let annotation = links[place.page][link]
        let number = file.add(linkElement(content, annotation, in: numbers[index], on: page, place))
        kids.append(.reference(number))
        for piece in group { owners.set(piece, number) }
        if placed.insert(place).inserted { owners.set(annotation: annotation, number) }
      }
      let parent = elements[index].parent.map { numbers[$0.index] } ?? root
      let type = StructureTypes.name(elements[index].kind)
      var entries: [(key: String, value: PDFValue)] = [("/S", .name("/" + type)), ("/P", .reference(parent))]
      if let first = pieces[index].first {
        entries.append(("/Pg", .reference(pages.pages[first.page].number)))
      }
      if !kids.isEmpty { entries.append(("/K", kids.count == 1 ? kids[0] : .array(kids))) }
      file.put(
        .dictionary(attributes(of: elements[index], index), [("/Type", .name("/StructElem"))] + entries),
        at: numbers[index])
    }
    for (page, links) in links.enumerated() {
      for link in links.indices where !placed.contains(LinkPlace(page: page, link: link)) {
        throw .unexpected("no text is part of a link on page \(page + 1)")
      }
    }
    file.put(
      .dictionary(
        "<< /Type /StructTreeRoot /ParentTreeNextKey \(links.count + links.joined().count) >>",
        [("/K", .reference(root + 2)), ("/ParentTree", .reference(parents))]), at: root)
    file.put(owners.value(links: links), at: parents)
    file.set(file.root, "/StructTreeRoot", .reference(root))
    file.set(file.root, "/MarkInfo", "<< /Marked true >>")
  }

  private struct LinkPlace: Hashable {
    var page: Int
    var link: Int
  }

  /// Pieces that follow each other and belong to one link, or to none.
  private func groups(_ pieces: [Piece]) -> [ArraySlice<Piece>] {
    pieces.chunked { $0.link == $1.link && ($0.page == $1.page || $0.link == nil) }
  }

  private func kid(_ piece: Piece, relativeTo page: Int) -> PDFValue {
    if piece.page == page { return .integer(piece.number) }
    return .dictionary(
      nil,
      [
        ("/Type", .name("/MCR")), ("/MCID", .integer(piece.number)),
        ("/Pg", .reference(pages.pages[piece.page].number)),
      ])
  }

  private func linkElement(
    _ content: [PDFValue], _ annotation: Int, in parent: Int, on page: Int, _ place: LinkPlace
  ) -> PDFValue {
    let object = PDFValue.dictionary(
      "<< /Type /OBJR >>",
      [("/Pg", .reference(pages.pages[place.page].number)), ("/Obj", .reference(annotation))])
    return .dictionary(
      nil,
      [
        ("/Type", .name("/StructElem")), ("/S", .name("/Link")), ("/P", .reference(parent)),
        ("/Pg", .reference(pages.pages[page].number)), ("/K", .array(content + [object])),
      ])
  }

  /// What else an element says, as a dictionary; nothing for most of them.
  private func attributes(of element: StructureTree.Element, _ index: Int) -> String? {
    var entries = ""
    if let alternative = element.alternative { entries += " /Alt \(PDFSyntax.text(alternative))" }
    var table = element.scope.map { " /Scope /\(StructureTypes.name($0))" } ?? ""
    if element.columns > 1 { table += " /ColSpan \(element.columns)" }
    if !table.isEmpty { entries += " /A << /O /Table\(table) >>" }
    if element.kind == .container(.list), let label = firstLabel(of: index) {
      entries += " /A << /O /List /ListNumbering /\(traits.numbering(ofLabel: label)) >>"
    }
    if element.kind == .leaf(.figure), let page = pieces[index].first?.page,
      let box = traits.box(of: index, on: page)
    {
      entries += " /A << /O /Layout /Placement /Block /BBox \(pages.box(box, on: page)) >>"
    }
    return entries.isEmpty ? nil : "<<\(entries) >>"
  }

  private func firstLabel(of list: Int) -> Int? {
    for item in children[list] {
      for child in children[item] where structure.elements[child].kind == .leaf(.label) { return child }
    }
    return nil
  }
}

extension Array {
  /// The array in stretches, each as long as neighbours belong together.
  fileprivate func chunked(by belongs: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where index > startIndex && !belongs(self[index - 1], self[index]) {
      chunks.append(self[start..<index])
      start = index
    }
    if start < endIndex { chunks.append(self[start...]) }
    return chunks
  }
}
