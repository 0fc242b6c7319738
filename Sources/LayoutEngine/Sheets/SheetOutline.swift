import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel

/// The headings that readers show beside the pages of a print: one a canvas and, where it has a sheet for each of several
/// records, one below it for each, named after what stands in the sheet's head.
struct SheetOutline {
  private struct Canvas {
    var title: String
    /// Of each record, what its first sheet says and which page it is.
    var sheets: [(words: [String], page: Int)] = []
  }

  private var canvases: [Canvas] = []

  /// The sheets that follow are those of a canvas.
  mutating func open(_ canvas: CanvasDefinition, _ catalogue: Catalogue) {
    canvases.append(Canvas(title: catalogue.phrase(canvas.title)))
  }

  /// From this page on, counted from 0, the canvas shows a record.
  mutating func add(_ sheet: SheetComposer, at page: Int) {
    guard !canvases.isEmpty else { return }
    canvases[canvases.count - 1].sheets.append((Self.words(of: sheet), page))
  }

  /// Each leads to the anchor that has its page's number; nothing where there is nothing to choose from. `number` is
  /// what stands at the foot of a page.
  func entries(numbered number: (Int) -> String) -> [OutlineEntry] {
    let entries = canvases.flatMap { canvas -> [OutlineEntry] in
      guard let first = canvas.sheets.first else { return [] }
      let names = names(of: canvas, number)
      return [OutlineEntry(level: 1, title: canvas.title, anchor: first.page)]
        + zip(canvas.sheets, names).map { OutlineEntry(level: 2, title: $1, anchor: $0.page) }
    }
    return entries.count > 1 ? entries : []
  }

  /// As many words of its head as tell a sheet from its neighbours; where they do not, its number as well.
  private func names(of canvas: Canvas, _ number: (Int) -> String) -> [String] {
    guard canvas.sheets.count > 1 else { return [] }
    var names = canvas.sheets.map { $0.words.first ?? "" }
    func isClear(_ name: String) -> Bool { !name.isEmpty && names.count { $0 == name } == 1 }
    let areShort = names.map(isClear)
    for (index, sheet) in canvas.sheets.enumerated() where !areShort[index] {
      names[index] = sheet.words.joined(separator: " · ")
    }
    let areWhole = names.map(isClear)
    for (index, sheet) in canvas.sheets.enumerated() where !areWhole[index] {
      names[index] = [names[index], number(sheet.page)].filter { !$0.isEmpty }.joined(separator: " · ")
    }
    return names
  }

  /// What the head says that the sheet is about, else the name of what it shows.
  private static func words(of sheet: SheetComposer) -> [String] {
    let data = sheet.data
    let about = sheet.canvas.about.map { data.value($0.path) }
    let own = ["name", "label", "text"].lazy.map { data.root.step($0) }.first { !$0.isNothing }
    let texts = [about, own.map { [$0] } ?? []].lazy.map { $0.flatMap(data.texts).map(\.string) }
    return (texts.first { !$0.isEmpty } ?? []).map { $0.replacing("\n", with: " ") }
  }
}
