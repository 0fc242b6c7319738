import Diagnostics
import LocatedYAML
import Spreadsheet
import WorkbookModel

/// Compares the rows of a spreadsheet with a workbook and notes what to change. An empty cell changes nothing, and so
/// does one that says what was exported.
struct ScoreImport {
  private(set) var edit: YAMLEdit
  /// Values that get another one.
  private(set) var changes = 0

  private let root: LocatedNode
  private let workbook: Workbook
  private var reading = Reading()

  /// Of a workbook without faults.
  init(_ root: LocatedNode, _ workbook: Workbook) {
    self.root = root
    self.workbook = workbook
    edit = YAMLEdit(root)
  }

  /// What does not fit, each at its cell.
  var diagnostics: [Diagnostic] { reading.diagnostics }

  mutating func take(_ table: CSVTable) {
    let positions = positions(of: table.head)
    guard let kind = positions["kind"], let id = positions["id"], diagnostics.isEmpty else { return }
    for row in table.rows {
      guard let columns = columns(row[kind]), let id = identifier(row[id], columns),
        let record = columns.record(id.string, in: workbook)
      else { continue }
      take(row, positions, Target(columns: columns, id: id.string, record: record))
    }
  }

  /// What a row is about.
  private struct Target {
    var columns: ScoreColumns
    var id: String
    var record: any Record
  }

  // MARK: The head

  private mutating func positions(of head: [Text]) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (position, cell) in head.enumerated() {
      let name = trimmed(cell)
      if !ScoreColumns.head.contains(name.string) {
        reading.unknown("scores/unknown-column", name, known: ScoreColumns.head)
      } else if positions.updateValue(position, forKey: name.string) != nil {
        reading.report(
          Diagnostic(fault: "scores/column-twice", at: cell.span, ["column": .text(name.string)]))
      }
    }
    for name in ["kind", "id"] where positions[name] == nil && diagnostics.isEmpty {
      reading.report(
        Diagnostic(fault: "scores/missing-column", at: head.first?.span, ["column": .text(name)]))
    }
    return positions
  }

  // MARK: Rows

  private mutating func columns(_ cell: Text) -> ScoreColumns? {
    let word = trimmed(cell)
    let found = ScoreColumns.all.first { $0.kind == word.string }
    if found == nil { reading.unknownWord(word, known: ScoreColumns.all.map(\.kind)) }
    return found
  }

  private mutating func identifier(_ cell: Text, _ columns: ScoreColumns) -> Text? {
    let id = trimmed(Text(FormulaGuard.unguarded(cell.string), at: cell.span))
    guard !id.string.isEmpty else {
      reading.report(
        Diagnostic(
          fault: "key/empty", at: cell.span,
          ["key": .text("id"), "record": .phrase("record." + columns.kind)]))
      return nil
    }
    guard columns.record(id.string, in: workbook) != nil else {
      reading.unknown(
        "scores/unknown-id", id, known: columns.ids(in: workbook), ["kind": .phrase("kind." + columns.kind)])
      return nil
    }
    let faults = diagnostics.count
    reading.declare(id, kind: columns.kind)
    return diagnostics.count == faults ? id : nil
  }

  private mutating func take(_ row: [Text], _ positions: [String: Int], _ target: Target) {
    let own = target.columns.texts + target.columns.scores
    for name in ScoreColumns.head.dropFirst(2) where !own.contains(name) {
      guard let position = positions[name], !trimmed(row[position]).string.isEmpty else { continue }
      let word = Text(name, at: row[position].span)
      _ = reading.unknown(
        "key/unknown", word, known: [], ["record": .phrase("record." + target.columns.kind)])
    }
    // In their own order, so that fields that are new at one place come in that order.
    for field in own {
      guard let position = positions[field] else { continue }
      take(row[position], field, target)
    }
  }

  // MARK: Cells

  private mutating func take(_ cell: Text, _ field: String, _ target: Target) {
    let given = Text(withoutReturns(cell.string), at: cell.span)
    let isScore = target.columns.scores.contains(field)
    let isAsExported = given.string == withoutReturns(target.columns.cell(field, of: target.record))
    guard !isAsExported, !trimmed(given).string.isEmpty,
      let value = isScore ? score(given) : text(given, field),
      value != target.columns.text(field, of: target.record)
    else { return }
    do throws(YAMLEdit.Obstacle) {
      let section = root[target.columns.section]?.elements ?? []
      let index = section.firstIndex { $0["id"]?.string == target.id } ?? section.endIndex
      try edit.set(
        field, to: value, in: [.key(target.columns.section), .element(index)],
        near: isScore ? target.columns.scores : target.columns.texts)
      changes += 1
    } catch {
      report(error, cell, field, target)
    }
  }

  /// A whole number from 1 to 5, as spreadsheets write it: `3`, `3.0`, `3,00`.
  private mutating func score(_ cell: Text) -> String? {
    let word = trimmed(cell)
    let parts = word.string.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let isWhole =
      parts.count == 1 || parts.count == 2 && !parts[1].isEmpty && parts[1].allSatisfy { $0 == "0" }
    if isWhole, let value = Int(parts[0]), Score.bounds.contains(value) { return String(value) }
    reading.report(
      Diagnostic(
        fault: "value/not-an-integer", at: cell.span,
        [
          "word": .text(word.string), "least": .text(String(Score.bounds.lowerBound)),
          "most": .text(String(Score.bounds.upperBound)),
        ]))
    return nil
  }

  private mutating func text(_ cell: Text, _ field: String) -> String? {
    let text = trimmed(Text(FormulaGuard.unguarded(cell.string), at: cell.span))
    guard text.isPrintable else {
      reading.report(Diagnostic(fault: "value/control-character", at: cell.span))
      return nil
    }
    // The one text that is the id of something else.
    if let named = ScoreColumns.all.first(where: { $0.kind == field }) {
      let known = named.ids(in: workbook)
      guard known.contains(text.string) else {
        reading.unknown("id/unknown", text, known: known, ["kind": .phrase("kind." + field)])
        return nil
      }
    }
    return text.string
  }

  private mutating func report(
    _ obstacle: YAMLEdit.Obstacle, _ cell: Text, _ field: String, _ target: Target
  ) {
    let (code, place) =
      switch obstacle {
      case .shared(let span): ("scores/shared-value", span)
      case .noPlace(let span): ("scores/no-place", span)
      }
    reading.report(
      Diagnostic(
        fault: code, at: cell.span,
        [
          "column": .text(field), "kind": .phrase("kind." + target.columns.kind), "id": .text(target.id),
        ], related: [Diagnostic.Related(key: "written-here", span: place)]))
  }

  /// Without the spaces at both ends that nobody sees in a cell.
  private func trimmed(_ cell: Text) -> Text {
    let scalars = cell.string.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return Text("", at: cell.span) }
    return Text(String(scalars[first...last]), at: cell.span)
  }

  /// Line ends in cells as the workbook has them: programs on the way may have changed them.
  private func withoutReturns(_ text: String) -> String { text.replacing("\r\n", with: "\n") }
}
