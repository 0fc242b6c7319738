import PageModel

/// Puts the texts of a page in the order in which they are read, and a space between two that stand apart in one element:
/// whoever takes the text out of a file, or has it read aloud, gets words and not "CompanyThornbeck". Nothing moves on
/// paper: no text lies over another, and a space at a line's end is not seen.
struct ReadingOrder {
  private let structure: StructureTree
  private let typesetter: Typesetter

  init(_ structure: StructureTree, _ typesetter: Typesetter) {
    self.structure = structure
    self.typesetter = typesetter
  }

  func arranged(_ page: Page) -> Page {
    var shapes: [DisplayItem] = []
    var texts: [(leaf: Int?, item: DisplayItem)] = []
    for item in page.items {
      switch (item.paint, item.owner) {
      case (.text, .leaf(let leaf)): texts.append((leaf.index, item))
      case (.text, _): texts.append((nil, item))
      default: shapes.append(item)
      }
    }
    let ranks = ranks(Set(texts.compactMap(\.leaf)))
    // Heads and feet come last; in one element the order of painting stays.
    let order = texts.indices.sorted {
      (rank(texts[$0].leaf, ranks), $0) < (rank(texts[$1].leaf, ranks), $1)
    }
    var page = page
    page.items = shapes
    for (position, index) in order.enumerated() {
      var item = texts[index].item
      if position + 1 < order.count {
        let next = texts[order[position + 1]]
        if let leaf = texts[index].leaf, leaf == next.leaf { item = item.apart(from: next.item, typesetter) }
      }
      page.items.append(item)
    }
    return page
  }

  private func rank(_ leaf: Int?, _ ranks: [Int: Int]) -> Int { leaf.flatMap { ranks[$0] } ?? Int.max }

  /// The places of leaves in the order of the tree: an element comes before those made after it, with all that is in it.
  private func ranks(_ leaves: Set<Int>) -> [Int: Int] {
    let paths = leaves.map { leaf -> (leaf: Int, path: [Int]) in
      var path = [leaf]
      while let parent = structure.elements[path[path.count - 1]].parent { path.append(parent.index) }
      return (leaf, path.reversed())
    }
    let sorted = paths.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element.leaf, $0.offset) })
  }
}

extension DisplayItem {
  /// The same text, ended by a space if the next one of its element would else run into it.
  fileprivate func apart(from next: DisplayItem, _ typesetter: Typesetter) -> DisplayItem {
    guard case .text(var line) = paint, case .text(let other) = next.paint, case .leaf(let leaf) = owner,
      let last = line.line.text.unicodeScalars.last, last != " ", last != "\u{AD}",
      other.line.text.first != " "
    else { return self }
    let goesOn =
      other.line.source.lowerBound > 0 && other.line.source.lowerBound == line.line.source.upperBound
    let isBeside =
      abs((line.baseline.y - other.baseline.y).points) < 0.01
      && abs((line.baseline.x + line.width - other.baseline.x).points) < 0.5
    // A line that goes on without a space was ended after a dash or between two ideographs.
    guard !isBeside, !(goesOn && origin == next.origin), let space = typesetter.space(line.style) else {
      return self
    }
    line.line.runs.append(
      SetLine.Placed(run: space, x: line.line.width, part: line.line.runs.last?.part ?? 0))
    return DisplayItem(line, owner: .leaf(leaf), origin: origin, link: link)
  }
}
