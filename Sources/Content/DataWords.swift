package import Diagnostics
package import Languages
package import LocatedYAML
package import WorkbookModel

/// What a value of the workbook is called on paper, in one language. A class because sheets, which are copied, share it.
package final class DataWords: Sendable {
  private let workbook: Workbook
  private let catalogue: Catalogue

  package init(_ workbook: Workbook, _ catalogue: Catalogue) {
    self.workbook = workbook
    self.catalogue = catalogue
  }

  /// A value as texts.
  package func texts(_ value: DataView) -> [Text] {
    switch value {
    case .nothing: []
    case .text(let text): [text]
    case .phrase(let key): catalogue.list(key).map { Text($0) }
    case .date(let date): [Text(catalogue.date(date))]
    case .number(_, let text): [Text(catalogue.number(text.string), at: text.span)]
    case .labelled(let phrase, let value): [labelled(phrase, value)]
    case .reference(let kind, let id): named(kind, id)
    case .list(let list): list.flatMap(texts)
    case .record: texts(value.step("text"))
    }
  }

  /// A value in the middle of its phrase; sums of money with the workbook's currency.
  private func labelled(_ phrase: String, _ value: DataView) -> Text {
    let inner = texts(value)
    let currency = workbook.project.currency?.string ?? ""
    let words = catalogue.phrase(
      phrase, ["value": inner.map(\.string).joined(separator: " · "), "currency": currency])
    return Text(currency.isEmpty ? words.replacing("  ", with: " ") : words, at: inner.first?.span)
  }

  /// The name behind an id, or the id itself.
  private func named(_ kind: String, _ id: Text) -> [Text] {
    let record = workbook.record(kind: kind, id: id.string)
    let names = ["name", "text"].lazy.map { self.texts(record.step($0)) }.first { !$0.isEmpty }
    return names ?? [id]
  }
}
