import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// Any statements of the workbook, by their path.
struct NotesBlock: ReportBlock {
  let traits = LayoutVocabulary.BlockTraits(name: "notes") { shape in
    switch shape {
    case .text, .word, .date, .list(.text, _), .list(.record, _), .list(.word, _): true
    default: false
    }
  }

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    if let path = block.from, data.isHiddenScore(path) { return [] }
    let values = data.value(block.from).list.flatMap { value -> [ReportList.Item] in
      var mark: NoteMark?
      if case .record(let record) = value, let note = (record as? any NoteRecord)?.note {
        mark = data.mark(note)
      }
      return data.words.texts(value).map { ReportList.Item(Prose($0), mark: mark) }
    }
    guard !values.isEmpty else { return [] }
    return data.heading(of: block) + [.list(ReportList(items: values))]
  }
}

/// Any list of the workbook as a table, a row an element.
struct TableBlock: ReportBlock {
  let traits = LayoutVocabulary.BlockTraits(name: "table") { shape in
    if case .list(.record, _) = shape { true } else { false }
  }

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let columns = block.columns.filter { !data.isHiddenScore($0.from) }
    let rows = data.value(block.from).list.map { element in
      ReportTable.Row(
        columns.map { column in
          ReportTable.Cell(data.words.texts(data.value(column.from, of: element)).map { Prose($0) })
        })
    }
    guard !rows.isEmpty, !columns.isEmpty else { return [] }
    return data.heading(of: block) + [
      .table(
        ReportTable(
          columns: columns.map { .init(data.phrase($0.heading), share: 1) }, rows: rows))
    ]
  }
}

/// CommonMark of the report's own file, in the report's language.
struct ProseBlock: ReportBlock {
  let traits = named("prose")

  /// Prose brings footnotes and pictures along: whoever builds the part reads its text.
  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] { [] }

  /// What to read in the report's language, else in English, else in any.
  static func text(of block: FlowDefinition.Block, in data: ReportData) -> Text? {
    block.text[data.catalogue.code] ?? block.text["en"]
      ?? block.text.sorted { $0.key < $1.key }.first?.value
  }
}

extension ReportData {
  /// What a path of the report's file leads to.
  func value(_ path: DataPath?, of start: DataView? = nil) -> DataView {
    path?.value(from: start ?? .record(workbook)) { workbook.record(kind: $0, id: $1) } ?? .nothing
  }

  /// A path to scores, in a report for the public.
  fileprivate func isHiddenScore(_ path: DataPath) -> Bool {
    let scores = Set(
      Criterion.allCases.flatMap { [$0.rawValue, $0.rawValue + "Score", $0.rawValue + "Raters"] }
    )
    .union(["impact", "challenge", "phase1Impact", "phase1", "raters", "weights"])
    return audience == .public && path.steps.contains(where: scores.contains)
  }

  fileprivate func heading(of block: FlowDefinition.Block) -> [Passage] {
    block.heading.map { [.heading(heading($0, "block/" + $0))] } ?? []
  }
}
