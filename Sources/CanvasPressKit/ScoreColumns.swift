import Diagnostics
import LocatedYAML
import Spreadsheet
import WorkbookModel

/// What a spreadsheet of scores shows of opportunities (T6) and solutions (T7), by the names of their fields.
struct ScoreColumns {
  /// What ids call it: `opportunity` or `solution`.
  let kind: String
  /// Its list at the root of a workbook.
  let section: String
  /// In the order of its record's table.
  let scores: [String]
  /// Texts that a spreadsheet may change.
  let texts: [String]
  private let records: @Sendable (Workbook) -> [any Record]

  static let all = [
    ScoreColumns(OpportunityKind.name, "opportunities", Opportunity.table.description) { $0.opportunities },
    ScoreColumns(SolutionKind.name, "solutions", Solution.table.description) { $0.solutions },
  ]

  /// The head of the whole table.
  static let head: [String] = {
    let fields = all.flatMap(\.texts) + all.flatMap(\.scores)
    return fields.reduce(into: ["kind", "id"]) { head, field in
      if !head.contains(field) { head.append(field) }
    }
  }()

  private init(
    _ kind: String, _ section: String, _ description: RecordDescription,
    _ records: @escaping @Sendable (Workbook) -> [any Record]
  ) {
    self.kind = kind
    self.section = section
    self.records = records
    scores = description.fields.filter { Self.isScore($0.shape()) }.map(\.name)
    texts = ["name", "opportunity"].filter { description.field(named: $0) != nil }
  }

  private static func isScore(_ shape: Shape) -> Bool {
    if case .integer(Score.bounds) = shape { true } else { false }
  }

  /// Every opportunity, then every solution, below the head.
  static func rows(of workbook: Workbook) -> [[String]] {
    [head]
      + all.flatMap { columns in
        columns.records(workbook).map { record in
          head.map { $0 == "kind" ? columns.kind : columns.cell($0, of: record) }
        }
      }
  }

  /// The record that an id names.
  func record(_ id: String, in workbook: Workbook) -> (any Record)? {
    if case .record(let record) = workbook.record(kind: kind, id: id) { record } else { nil }
  }

  /// Every id, in the order of the file.
  func ids(in workbook: Workbook) -> [String] { records(workbook).map { text("id", of: $0) } }

  /// What a field says, as it stands in a cell.
  func cell(_ field: String, of record: any Record) -> String {
    let text = text(field, of: record)
    return scores.contains(field) ? text : FormulaGuard.guarded(text)
  }

  /// What a field says; nothing of one that is not there.
  func text(_ field: String, of record: any Record) -> String {
    switch record.view(of: field) {
    case .number(let number, _): String(Int(number))
    case .text(let text), .reference(_, let text): text.string
    default: ""
    }
  }
}
