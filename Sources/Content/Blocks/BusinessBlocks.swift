import Diagnostics
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// The nine blocks of the business model in their order, each with its statements and its types.
struct BusinessModelBlock: ReportBlock {
  let traits = named("business-model")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    guard let model = data.workbook.businessModel else { return [] }
    let facts = BusinessBlock.allCases.enumerated().map { index, block -> Fact in
      var passages = statements(of: block, in: model, data)
      passages += types(of: block, in: model, data)
      if passages.isEmpty {
        passages = [.paragraph(Paragraph(data.phrase("concept.missing").styled(.quiet)))]
      }
      let label = Prose("\(index + 1)\u{2002}").styled(.strong) + data.phrase(block.phrase)
      return Fact(label, passages, place: Place("block/" + block.rawValue))
    }
    var passages: [Passage] = []
    if let concept = model.concept {
      passages.append(
        .paragraph(
          Paragraph(data.sentence("report.model.opening", ["concept": data.names.mention(concept.text)]))))
    }
    return passages + [.facts(facts)]
  }

  private func statements(of block: BusinessBlock, in model: BusinessModel, _ data: ReportData) -> [Passage] {
    let items = block.statements(in: model).compactMap { view -> ReportList.Item? in
      guard case .record(let record) = view, let note = (record as? any NoteRecord)?.note else { return nil }
      let details = ["types", "phases", "share", "kind", "purpose", "why"].compactMap { name -> Prose? in
        let words = data.word(record.view(of: name))
        return words.isEmpty ? nil : words
      }
      let more = details.isEmpty ? Prose() : Prose(" (") + details.joined("; ") + Prose(")")
      return ReportList.Item(Prose(note.text) + more, mark: data.mark(note))
    }
    return items.isEmpty ? [] : [.list(ReportList(items: items))]
  }

  /// The types that are ticked for the block as a whole.
  private func types(of block: BusinessBlock, in model: BusinessModel, _ data: ReportData) -> [Passage] {
    var lines: [Prose] = []
    func add(_ label: String, _ words: Prose) {
      guard !words.isEmpty else { return }
      lines.append(data.phrase(label) + Prose(": ") + words)
    }
    add("bmc.blocks.\(block.rawValue).typesTitle", data.word(model.types.view(of: block.rawValue)))
    if block == .revenue {
      add("report.model.pricing", data.word(model.types.view(of: "pricing")))
    }
    if block == .costs, let orientation = model.orientation {
      add("report.model.orientation", data.word(orientation.view))
    }
    return lines.map { .paragraph(Paragraph($0, role: .small)) }
  }
}

/// How the company keeps in touch with each segment.
struct RelationshipsBlock: ReportBlock {
  let traits = named("relationships")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let relationships = data.workbook.relationships
    guard !relationships.isEmpty else { return [] }
    let facts = RelationshipPurpose.allCases.compactMap { purpose -> Fact? in
      let items = relationships.filter { $0.purpose == purpose }.map { relationship -> ReportList.Item in
        let kind = relationship.kind.map { Prose(" (") + data.word($0.view) + Prose(")") } ?? Prose()
        let why = relationship.why.map { Prose(". ") + Prose($0).styled(.quiet) } ?? Prose()
        return ReportList.Item(
          Prose(relationship.note.text) + kind + why, mark: data.mark(relationship.note))
      }
      guard !items.isEmpty else { return nil }
      return Fact(
        data.phrase("relationships.purposes.\(purpose.rawValue).label"), [.list(ReportList(items: items))])
    }
    return [.heading(data.heading("relationships.title", "relationships")), .facts(facts)]
  }
}

/// How the service is kept in hand.
struct GovernanceBlock: ReportBlock {
  let traits = named("governance")

  private static let levers: [(String, @Sendable (Governance) -> [Note])] = [
    ("levers.salesMethod", \.salesMethod), ("levers.communication", \.communication),
    ("levers.time", \.time), ("levers.peaks", \.peaks), ("levers.measurement", \.measurement),
    ("fields.customerPart", \.customerPart), ("fields.judgement", \.judgement),
  ]

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    guard let governance = data.workbook.governance else { return [] }
    var facts = Self.levers.flatMap { name, notes in
      data.fact("governance.\(name).label", data.statements(notes(governance)))
    }
    for (key, isInside) in [("inside", true), ("outside", false)] {
      let effects = governance.effects.filter { ($0.type?.isInside != false) == isInside }
      let items = data.list(effects) { effect in
        effect.type.map { Prose(" (") + data.word($0.view) + Prose(")") } ?? Prose()
      }
      facts += data.fact("governance.sides." + key, items)
    }
    return facts.isEmpty ? [] : [.facts(facts)]
  }
}
