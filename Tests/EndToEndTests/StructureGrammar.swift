import PageModel

/// What must hold of the structure of every document, as PDF/UA asks for it.
struct StructureGrammar {
  private let document: Document
  private let structure: StructureTree
  private var children: [[Int]]
  /// The words painted in each leaf; nothing where nothing is painted.
  private var words: [String?]
  private(set) var problems: [String] = []

  init(_ document: Document) {
    self.document = document
    structure = document.structure
    let count = structure.elements.count
    children = Array(repeating: [], count: count)
    words = Array(repeating: nil, count: count)
    for (index, element) in structure.elements.enumerated() {
      if let parent = element.parent { children[parent.index].append(index) }
    }
    for item in document.pages.flatMap(\.items) {
      guard case .leaf(let leaf) = item.owner else { continue }
      words[leaf.index] = words[leaf.index] ?? ""
      if case .text(let line) = item.paint { words[leaf.index]? += line.line.text }
    }
    // What stays when elements in which nothing is painted are left out.
    var stays = words.map { $0 != nil }
    for index in structure.elements.indices.reversed() {
      stays[index] =
        stays[index] || [.leaf(.cell), .leaf(.headCell)].contains(kind(index))
        || children[index].contains { stays[$0] }
    }
    children = children.map { $0.filter { stays[$0] } }
    for index in structure.elements.indices where stays[index] { check(index) }
    checkHeadings()
    checkLinks()
  }

  private func kind(_ index: Int) -> StructureTree.Kind { structure.elements[index].kind }

  private mutating func check(_ index: Int) {
    let element = structure.elements[index]
    let inside = children[index].map(kind)
    func only(_ allowed: StructureTree.Kind...) -> Bool { inside.allSatisfy(allowed.contains) }
    let name = "\(element.kind) #\(index)"
    switch element.kind {
    case .container(.list):
      if !only(.container(.item)) { problems.append("\(name) has more than items") }
    case .container(.item):
      let bodies = inside.filter { $0 != .leaf(.label) }
      let isBody = [.leaf(.itemText), .container(.itemBody)].contains(bodies.first)
      if bodies.count != 1 || !isBody || inside.dropFirst().contains(.leaf(.label)) {
        problems.append("\(name) has \(inside)")
      }
    case .container(.table): checkTable(index)
    case .container(.row):
      if !only(.leaf(.cell), .leaf(.headCell), .container(.cell), .container(.headCell)) {
        problems.append("\(name) has more than cells")
      }
    case .container(.contents):
      if !only(.leaf(.entry), .container(.contents)) { problems.append("\(name) has more than entries") }
    case .container(.mentions):
      if inside != [.leaf(.sign), .leaf(.pages)] { problems.append("\(name) has \(inside)") }
    case .container(.document), .container(.section), .container(.quotation), .container(.itemBody),
      .container(.cell), .container(.headCell):
      let misplaced: [StructureTree.Kind] = [
        .container(.item), .container(.itemBody), .container(.row), .container(.cell),
        .container(.headCell), .leaf(.label), .leaf(.itemText), .leaf(.cell), .leaf(.headCell), .leaf(.entry),
        .leaf(.caption), .leaf(.sign), .leaf(.pages),
      ]
      if inside.contains(where: misplaced.contains) { problems.append("\(name) has \(inside)") }
    case .leaf(.figure):
      if element.alternative?.isEmpty != false { problems.append("\(name) says nothing") }
    case .leaf(.label), .leaf(.sign):
      if words[index] == "", element.alternative?.isEmpty != false {
        problems.append("\(name) says nothing")
      }
    case .leaf(.headCell):
      if element.scope == nil { problems.append("\(name) is the head of nothing") }
    case .leaf: break
    }
    if element.alternative?.contains("‹") == true { problems.append("\(name) lacks a phrase") }
  }

  private mutating func checkTable(_ index: Int) {
    let rows = children[index].filter { kind($0) == .container(.row) }
    let captions = children[index].filter { kind($0) == .leaf(.caption) }
    let ends = [children[index].first, children[index].last]
    if rows.count + captions.count != children[index].count || captions.count > 1
      || !captions.allSatisfy({ ends.contains($0) }) || rows.isEmpty
    {
      problems.append("table #\(index) has \(children[index].map(kind))")
    }
    let widths = rows.map { row in children[row].reduce(0) { $0 + structure.elements[$1].columns } }
    if Set(widths).count > 1 { problems.append("table #\(index) has rows of \(widths) columns") }
  }

  private mutating func checkHeadings() {
    let levels: [StructureTree.Kind: Int] = [
      .leaf(.heading1): 1, .leaf(.heading2): 2, .leaf(.heading3): 3, .leaf(.heading4): 4,
    ]
    var last = 0
    var order: [Int] = []
    func walk(_ index: Int) {
      order.append(index)
      for child in children[index] { walk(child) }
    }
    walk(StructureTree.root.index)
    for index in order {
      guard let level = levels[kind(index)] else { continue }
      if level > last + 1 { problems.append("heading '\(words[index] ?? "")' skips a level") }
      if words[index]?.allSatisfy(\.isWhitespace) != false { problems.append("heading #\(index) is empty") }
      last = level
    }
    if last == 0 { problems.append("there is no heading") }
  }

  /// Every link is some words of a leaf.
  private mutating func checkLinks() {
    for (number, page) in document.pages.enumerated() {
      var linked: [Int: [DisplayItem]] = [:]
      for item in page.items { if let link = item.link { linked[link, default: []].append(item) } }
      for (index, link) in page.links.enumerated() {
        let name = "page \(number): link '\(link.words)'"
        let leaves = Set(linked[index, default: []].map(\.owner))
        if leaves.isEmpty || leaves.contains(.pagination) || leaves.contains(.decoration) {
          problems.append("\(name) is in no leaf")
        }
        let painted = linked[index, default: []].map { item -> String in
          if case .text(let line) = item.paint { line.line.text } else { "" }
        }
        for words in painted where !link.words.contains(words.trimmed) {
          problems.append("\(name) does not say '\(words)'")
        }
      }
      if let most = linked.keys.max(), most >= page.links.count {
        problems.append("page \(number) has no link \(most)")
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
