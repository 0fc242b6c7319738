import Diagnostics
import Languages
import LayoutEngine
import LayoutModel
import PageModel

/// Explains canvases to those who make them.
package struct LayoutGuide {
  private let library: Library

  package init(_ library: Library) { self.library = library }

  package func list(language: String) -> [(tool: String, name: String, title: String)] {
    let catalogue = library.catalogue(language)
    return library.canvases().map { ($0.tool ?? "", $0.name, catalogue.phrase($0.title)) }
  }

  /// Checks files, or all canvases; the names of those that are good.
  package func check(_ files: [String]) -> [String] {
    let names = files.isEmpty ? library.canvasNames : files
    if files.isEmpty {
      library.checkIcons()
      library.checkPhrases()
    }
    return names.filter { library.canvas($0) != nil }
  }

  /// How many sticky notes the cells of a blank canvas take on a paper; nothing when it cannot be read.
  package func capacities(_ name: String, paper: String, language: String) throws(Press.Failure) -> String? {
    var request = PrintRequest()
    guard request.choose(paper: paper) else { return nil }
    request.canvases = [name]
    request.language = language
    request.state = .blank
    let catalogue = library.catalogue(language)
    let lines = try Press(library).capacities(request).map { cell, notes in
      let words = notes.map {
        catalogue.phrase("sheet.capacity", ["count": String($0.count), "size": $0.sizeText])
      }
      return "\(pad(cell, 40)) \(words ?? "–")"
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n"
  }

  /// A canvas's paper, grid and cells; nothing when it cannot be read.
  package func show(_ name: String, language: String) -> String? {
    guard let canvas = library.canvas(name) else { return nil }
    let catalogue = library.catalogue(language)
    var lines = [
      "\(canvas.name)  \(catalogue.phrase(canvas.title))",
      "paper    \(canvas.paper.rawValue) \(canvas.orientation.rawValue)",
      "columns  \(canvas.columns.map(text).joined(separator: ", "))",
      "rows     \(canvas.rows.map(text).joined(separator: ", "))",
    ]
    if let reads = canvas.reads { lines.append("reads    \(reads.text.string)") }
    if let sheets = canvas.sheets { lines.append("sheets   per \(sheets.text.string)") }
    lines.append("")
    for cell in canvas.cells {
      let heading = cell.heading.map { $0.hasPrefix(".") ? $0 : catalogue.phrase($0) } ?? ""
      let from = cell.from.map { " from \($0.text.string)" } ?? ""
      lines.append("\(pad(cell.name, 16)) \(pad(cell.block + from, 28)) \(heading)")
    }
    return lines.map { $0.trimmingEnd() }.joined(separator: "\n") + "\n"
  }

  private func text(_ track: Track) -> String {
    let extent =
      switch track.extent {
      case .auto: "auto"
      case .share(let share): "\(number(share))fr"
      case .fixed(.millimetres(let value)): "\(number(value))mm"
      case .fixed(.units(let value)): "\(number(value))u"
      }
    return extent + (track.per.map { " per \($0.text.string)" } ?? "")
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
