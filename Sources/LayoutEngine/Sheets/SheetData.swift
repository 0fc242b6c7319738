import Content
import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// What one sheet shows: the workbook, the record that the canvas reads, the words of its language.
struct SheetData: Sendable {
  let facts: WorkbookFacts
  let catalogue: Catalogue
  let state: SheetState
  /// The record that paths start from.
  let root: DataView
  private let dataWords: DataWords
  var workbook: Workbook { facts.workbook }
  /// The elements of a repeated track that this sheet shows, when there are too many for one.
  var window: Window?
  /// The questions of a table's head go to a sheet of their own, so that rows find room.
  var asksElsewhere = false

  init(facts: WorkbookFacts, catalogue: Catalogue, state: SheetState, root: DataView) {
    self.facts = facts
    self.catalogue = catalogue
    self.state = state
    self.root = root
    dataWords = DataWords(facts.workbook, catalogue)
  }

  struct Window: Sendable {
    var path: [String]
    var range: Range<Int>
    /// Rows of a blank table: its first element, as often as this.
    var copies: Int?
  }

  /// Follows a path from the sheet's record, or from the element of a repeated track.
  func value(_ path: DataPath, element: DataView? = nil, onBlank: Bool = false) -> DataView {
    guard state == .filled || onBlank || path.startsAtElement else { return .nothing }
    return seen(path, from: path.startsAtElement ? element ?? .nothing : root)
  }

  /// The list behind a path, blank sheets included: they show a journey's generic stages.
  func elements(_ path: DataPath) -> [DataView] {
    seen(path, from: root).list
  }

  private func seen(_ path: DataPath, from start: DataView) -> DataView {
    let value = path.value(from: start) { kind, id in workbook.record(kind: kind, id: id) }
    guard let window, path.steps == window.path, !path.startsAtElement, case .list(let list) = value else {
      return value
    }
    if let copies = window.copies, let first = list.first {
      return .list(Array(repeating: first, count: copies))
    }
    return .list(Array(list[window.range.clamped(to: list.indices)]))
  }

  /// A heading's or prompt's words: a phrase of the catalogue, or with a dot in front a value of the element.
  func words(_ key: String?, element: DataView?) -> [Text] {
    guard let key else { return [] }
    guard key.hasPrefix(".") else { return catalogue.list(key).map { Text($0) } }
    return texts(value(DataPath(Text(key)), element: element))
  }

  /// A value as texts.
  func texts(_ value: DataView) -> [Text] { dataWords.texts(value) }

  /// The place of a segment among the workbook's, which gives it a letter and a colour.
  func segmentIndex(_ id: String) -> Int? { workbook.segments.firstIndex { $0.id?.text.string == id } }
}
