import PageModel

/// Writes the headings that readers show beside the pages; the first two levels are open.
struct OutlineWriter {
  let outline: [OutlineEntry]
  let pages: PDFPages

  func write(into file: borrowing QPDFFile) throws(PDFError) {
    guard !outline.isEmpty else { return }
    let root = file.reserve(outline.count + 1)
    let parents = parents()
    var children: [[Int]] = Array(repeating: [], count: outline.count + 1)
    for (index, parent) in parents.enumerated() { children[parent + 1].append(index) }
    func reference(_ index: Int) -> PDFValue { .reference(root + 1 + index) }
    func ends(_ own: [Int]) -> [(key: String, value: PDFValue)] {
      guard let first = own.first, let last = own.last else { return [] }
      return [("/First", reference(first)), ("/Last", reference(last))]
    }
    for (index, entry) in outline.enumerated() {
      let siblings = children[parents[index] + 1]
      let own = children[index + 1]
      var entries = ends(own)
      entries.append(("/Parent", reference(parents[index])))
      entries.append(("/Dest", try pages.destination(of: entry.anchor)))
      if let place = siblings.firstIndex(of: index) {
        if place > 0 { entries.append(("/Prev", reference(siblings[place - 1]))) }
        if place + 1 < siblings.count { entries.append(("/Next", reference(siblings[place + 1]))) }
      }
      // A closed entry says how many there would be, as a negative number.
      let count = own.isEmpty ? "" : " /Count \(entry.level == 1 ? own.count : -own.count)"
      file.put(
        .dictionary("<< /Title \(PDFSyntax.text(entry.title))\(count) >>", entries), at: root + 1 + index)
    }
    let top = children[0]
    let shown = top.count + top.reduce(0) { $0 + children[$1 + 1].count }
    file.put(.dictionary("<< /Type /Outlines /Count \(shown) >>", ends(top)), at: root)
    file.set(file.root, "/Outlines", .reference(root))
    file.set(file.root, "/PageMode", "/UseOutlines")
  }

  /// Of each entry the one that it is below; -1 for none.
  private func parents() -> [Int] {
    var open: [(level: Int, index: Int)] = []
    return outline.enumerated().map { index, entry in
      while let last = open.last, last.level >= entry.level { open.removeLast() }
      defer { open.append((entry.level, index)) }
      return open.last?.index ?? -1
    }
  }
}
