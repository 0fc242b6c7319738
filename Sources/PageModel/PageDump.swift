/// A page as lines of text, for golden files: millimetres from the top left, what is painted, whose it is.
package struct PageDump: Sendable {
  private let structure: StructureTree

  package init(structure: StructureTree) { self.structure = structure }

  package func dump(_ page: Page) -> String {
    var lines = ["page \(number(page.size.width)) x \(number(page.size.height))"]
    for item in page.items { lines.append("\(owner(item.owner)) \(paint(item.paint))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func owner(_ owner: DisplayItem.Owner) -> String {
    switch owner {
    case .leaf(let leaf): "\(name(structure[leaf].kind))#\(leaf.index)"
    case .decoration: "decoration"
    case .pagination: "pagination"
    }
  }

  private func name(_ kind: StructureTree.Kind) -> String {
    switch kind {
    case .container(let kind): kind.rawValue
    case .leaf(let kind): kind.rawValue
    }
  }

  private func paint(_ paint: DisplayItem.Paint) -> String {
    switch paint {
    case .text(let line):
      let place = "\(number(line.baseline.x)) \(number(line.baseline.y))"
      return "text \(place) \(number(line.size.points))pt \(line.role) \(line.colour.hex) |\(line.line.text)|"
    case .path(let path, let fill, let stroke):
      let box = path.bounds.map(rect) ?? "empty"
      let ink = stroke.map {
        " stroke \($0.colour.hex) \(number($0.width))" + ($0.dashes.isEmpty ? "" : " dashed")
      }
      return "path \(box)" + (fill.map { " fill \($0.hex)" } ?? "") + (ink ?? "")
    case .picture(let id, let frame, let fit):
      return "picture \(id.index) \(rect(frame))" + (fit == .fits ? " whole" : "")
    }
  }

  private func rect(_ rect: Rect) -> String {
    "\(number(rect.x)) \(number(rect.y)) \(number(rect.width)) x \(number(rect.height))"
  }

  private func number(_ length: Length) -> String { number(length.millimetres) }

  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    return (hundredths < 0 ? "-" : "") + "\(whole)." + (part < 10 ? "0" : "") + "\(part)"
  }
}
