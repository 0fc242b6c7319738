/// A document's structure as lines of text, for golden files: what somebody hears who is read to. Elements in which
/// nothing is painted are left out, but for the cells of tables.
package struct StructureDump: Sendable {
  private let structure: StructureTree
  private var children: [[Int]]
  /// The words painted in each leaf, over all pages.
  private var words: [String]
  private var isPainted: [Bool]
  /// Where the last text of each leaf ends.
  private var ends: [Point]

  package init(_ document: Document) {
    structure = document.structure
    children = Array(repeating: [], count: structure.elements.count)
    words = Array(repeating: "", count: structure.elements.count)
    ends = Array(repeating: Point(.zero, .zero), count: structure.elements.count)
    isPainted = Array(repeating: false, count: structure.elements.count)
    for (index, element) in structure.elements.enumerated() {
      if let parent = element.parent { children[parent.index].append(index) }
    }
    for page in document.pages { for item in page.items { add(item) } }
    for index in structure.elements.indices.reversed() {
      let isCell = [.leaf(.cell), .leaf(.headCell)].contains(structure.elements[index].kind)
      isPainted[index] = isPainted[index] || isCell || children[index].contains { isPainted[$0] }
    }
  }

  /// One element a line, each below what it is in.
  package func dump() -> String {
    var lines: [String] = []
    add(StructureTree.root.index, depth: 0, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Such as `paragraph |Bread by six|`.
  private func add(_ index: Int, depth: Int, to lines: inout [String]) {
    guard isPainted[index] || index == StructureTree.root.index else { return }
    let element = structure.elements[index]
    var line = String(repeating: "  ", count: depth)
    switch element.kind {
    case .container(let kind): line += kind.rawValue
    case .leaf(let kind): line += kind.rawValue
    }
    if let scope = element.scope { line += " of \(scope.rawValue)" }
    if element.columns > 1 { line += " over \(element.columns)" }
    if let alternative = element.alternative { line += " alt |\(alternative)|" }
    if case .leaf = element.kind { line += " |\(words[index])|" }
    lines.append(line)
    for child in children[index] { add(child, depth: depth + 1, to: &lines) }
  }

  private mutating func add(_ item: DisplayItem) {
    guard case .leaf(let leaf) = item.owner else { return }
    isPainted[leaf.index] = true
    guard case .text(let line) = item.paint else { return }
    let text = line.line.text
    // A line that goes on ends with its space or its dash, and words of another look follow right after.
    let end = ends[leaf.index]
    let goesOn =
      abs((end.y - line.baseline.y).points) < 0.01 && abs((end.x - line.baseline.x).points) < 0.5
    let isApart = !goesOn && words[leaf.index].last.map { $0 != " " && $0 != "-" } ?? false
    ends[leaf.index] = Point(line.baseline.x + line.width, line.baseline.y)
    // A hyphen at a line's end is none of the word's.
    if words[leaf.index].last == "\u{AD}" {
      words[leaf.index].removeLast()
    } else if isApart, text.first != " " {
      words[leaf.index] += " "
    }
    words[leaf.index] += text
  }
}
