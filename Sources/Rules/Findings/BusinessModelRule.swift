import Diagnostics
import LocatedYAML
import WorkbookModel

/// R10: nine blocks, and for each segment its own offer, channel, relationship and income.
enum BusinessModelRule: Rule {
  static func findings(in facts: WorkbookFacts) -> [Diagnostic] {
    guard let model = facts.workbook.businessModel else { return [] }
    return empty(model, facts) + unserved(model, facts)
  }

  private static func texts(in block: BusinessBlock, of model: BusinessModel) -> [Text] {
    block.statements(in: model).compactMap { view in
      if case .text(let text) = view.step("text") { text } else { nil }
    }
  }

  private static func term(_ block: BusinessBlock) -> String { "terms.block-" + block.rawValue }

  /// Block 4 shows the relationships of T11 when it has none of its own.
  private static func relationships(_ model: BusinessModel, _ facts: WorkbookFacts) -> [Note] {
    model.relationships.isEmpty ? facts.workbook.relationships.map(\.note) : model.relationships.map(\.note)
  }

  private static func empty(_ model: BusinessModel, _ facts: WorkbookFacts) -> [Diagnostic] {
    let empty = BusinessBlock.allCases.map { ($0, texts(in: $0, of: model)) }.filter { _, texts in
      !texts.contains { facts.placeholders.isFilled($0) }
    }
    var findings = empty.filter { !$0.1.isEmpty }.map { block, texts in
      Diagnostic(
        finding: "business/block-empty", .warning, at: texts.first?.span,
        ["block": .phrase(term(block))], hint: "placeholder")
    }
    let absent = empty.filter(\.1.isEmpty).map(\.0)
    if !absent.isEmpty {
      findings.append(
        Diagnostic(
          finding: "business/block-empty", .warning, at: model.place,
          ["block": .phrases(absent.map(term))]))
    }
    return findings
  }

  private static func unserved(_ model: BusinessModel, _ facts: WorkbookFacts) -> [Diagnostic] {
    let parts: [(block: BusinessBlock, notes: [Note])] = [
      (.propositions, model.propositions), (.channels, model.channels.map(\.note)),
      (.relationships, relationships(model, facts)), (.revenue, model.revenue.map(\.note)),
    ]
    return model.segments.flatMap { item -> [Diagnostic] in
      guard case .one(let reference)? = item.segment else { return [] }
      let id = reference.text.string
      let segment = facts.workbook.segments.first { $0.id?.text.string == id }
      return parts.compactMap { block, notes in
        // An empty block is said once.
        let notes = notes.filter { facts.placeholders.isFilled($0.text) }
        guard !notes.isEmpty else { return nil }
        let isServed = notes.contains { note in
          switch note.segment {
          case .all: true
          case .one(let own): own.text.string == id
          case nil: false
          }
        }
        if isServed { return nil }
        let isShared = notes.contains { $0.segment == nil }
        if block == .revenue, let payer = segment?.paidBy, payer.text.string != id { return nil }
        return Diagnostic(
          finding: isShared ? "business/segment-shared-only" : "business/segment-unserved",
          isShared ? .note : .warning, at: item.text.span,
          [
            "name": .text(segment?.name?.string ?? item.text.string),
            "block": .phrase(term(block)),
          ])
      }
    }
  }
}
