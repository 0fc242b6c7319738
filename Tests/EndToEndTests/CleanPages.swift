import PageModel
import Testing

/// Expects that no line touches another, leaves its sheet, or is smaller than what its paper allows.
func expectCleanPages(_ pages: [Page]) {
  #expect(!pages.isEmpty)
  let found = pages.enumerated().flatMap { number, page in
    page.problems.map { "page \(number + 1): \($0)" }
  }
  #expect(found.prefix(5) == [])
}

extension Page {
  fileprivate var problems: [String] {
    var problems: [String] = []
    let sheet = Rect(x: .zero, y: .zero, width: size.width, height: size.height).inset(by: .mm(4))
    // A page's area in square metres, as the papers halve it.
    let area = size.width.millimetres * size.height.millimetres / 1_000_000
    let floor = area > 0.9 ? 24.0 : area > 0.45 ? 16 : area > 0.2 ? 12 : area > 0.07 ? 8 : 7
    let lines = textLines.filter { $0.line.text.contains { !$0.isWhitespace } }
    for line in lines {
      let text = line.line.text.prefix(60)
      if line.size.points < floor - 0.001 { problems.append("'\(text)' is set at \(line.size.points) pt") }
      if !sheet.contains(line.box) { problems.append("'\(text)' leaves the sheet: \(line.box)") }
    }
    let sorted = lines.sorted { $0.box.y < $1.box.y }
    for (index, line) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.box.y >= line.box.maxY { break }
        if line.box.intersects(other.box, tolerance: .mm(0.05)) {
          problems.append("'\(line.line.text.prefix(60))' and '\(other.line.text.prefix(60))' touch")
        }
      }
    }
    return problems
  }
}
