import Diagnostics
import LocatedYAML
import WorkbookModel

/// Follows the references of a workbook from the segments to the business model. Those that lead nowhere are faults of
/// the file and are passed over here.
struct TraceBuilder {
  private(set) var nodes: [Trace.Node] = []
  private(set) var orphans: [Trace.Orphan] = []
  /// The concept that the business model names.
  private(set) var carriedConcept: Int?
  private var pairs: [(from: Int, to: Int)] = []
  /// Ideas of journeys, and the opportunities that took them up.
  private var ideas: [(idea: Int, opportunity: Reference<OpportunityKind>?)] = []
  /// Nodes by what their ids name, then by the id.
  private var known: [String: [String: Int]] = [:]

  init(_ workbook: Workbook) {
    addCustomers(workbook)
    addUtility(workbook)
    addOpportunities(workbook)
    for solution in workbook.solutions {
      let node = add(
        Trace.Node(
          kind: .solution, words: solution.name.view, evidence: solution.evidence, span: solution.name?.span),
        id: solution.id)
      link(find(solution.opportunity), node, else: .noOpportunity)
    }
    addConcepts(workbook)
    addOrphans(workbook)
  }

  /// What each node leads to and what leads to it, in their order.
  var links: (results: [[Int]], causes: [[Int]]) {
    var results = [[Int]](repeating: [], count: nodes.count)
    var causes = results
    for (from, to) in pairs where !results[from].contains(to) {
      results[from].append(to)
      causes[to].append(from)
    }
    return (results.map { $0.sorted() }, causes.map { $0.sorted() })
  }

  // MARK: The chain

  private mutating func addCustomers(_ workbook: Workbook) {
    for segment in workbook.segments {
      _ = add(
        Trace.Node(kind: .segment, words: segment.name.view, span: segment.name?.span), id: segment.id)
    }
    for persona in workbook.personas {
      let node = add(
        Trace.Node(
          kind: .persona, words: persona.name.view, details: [persona.job.view].filter { !$0.isNothing },
          span: persona.name?.span), id: persona.id)
      link(find(persona.segment), node)
    }
    for journey in workbook.journeys {
      let (segment, persona) = (find(journey.segment), find(journey.persona))
      // Through its persona a journey belongs to the persona's segment; another one leads to its stages itself.
      let isSame = persona != nil && pairs.contains { $0.from == segment && $0.to == persona }
      for stage in journey.stages {
        let node = add(
          Trace.Node(
            kind: .stage, words: stage.view(of: "label"), span: stage.name?.span ?? stage.stage?.text.span))
        link(persona, node)
        if !isSame { link(segment, node) }
        for pain in stage.pains { link(node, add(pain.note, .pain)) }
        for idea in stage.opportunities {
          let added = add(idea.note, .idea)
          link(node, added)
          ideas.append((added, idea.opportunity))
        }
      }
    }
  }

  private mutating func addUtility(_ workbook: Workbook) {
    for mark in workbook.utility where mark.mark == .blocker {
      _ = add(
        Trace.Node(
          kind: .blocker, words: mark.view(of: "text"), details: Self.place(of: mark, workbook),
          evidence: mark.evidence, span: mark.note?.span ?? mark.stage?.text.span), id: mark.id)
    }
  }

  /// The stage and the lever of a mark on the map.
  private static func place(of mark: UtilityMark, _ workbook: Workbook) -> [DataView] {
    [
      mark.stage.map(workbook.label), mark.lever.map { .phrase("utility.levers.\($0.rawValue).label") },
    ].compactMap { $0 }
  }

  private mutating func addOpportunities(_ workbook: Workbook) {
    let answered = workbook.opportunities.flatMap(\.answers)
    for answer in answered where find(answer) == nil {
      // Neither pain nor blocker nor idea: another note, which anything may have.
      guard let found = workbook.anyNote(answer.text.string) else { continue }
      let words = found.note.step("text")
      let node = add(
        Trace.Node(
          kind: .note, words: words, evidence: Self.evidence(of: found.note), span: words.span),
        id: answer.text, of: NoteKind.name)
      link(found.persona?.id.flatMap { find(Reference<PersonaKind>(text: $0.text)) }, node)
      link(found.segment?.id.flatMap { find(Reference<SegmentKind>(text: $0.text)) }, node)
    }
    for opportunity in workbook.opportunities {
      let node = add(
        Trace.Node(
          kind: .opportunity, words: opportunity.name.view, evidence: opportunity.evidence,
          span: opportunity.name?.span), id: opportunity.id)
      let answers = opportunity.answers.compactMap { find($0) }
      for answer in answers { link(answer, node) }
    }
    for (idea, opportunity) in ideas {
      if let opportunity = find(opportunity) { link(idea, opportunity) }
    }
  }

  private static func evidence(of note: DataView) -> Evidence? {
    guard case .phrase(let key) = note.step("evidence") else { return nil }
    return Evidence.allCases.first { $0.phrase == key }
  }

  private mutating func addConcepts(_ workbook: Workbook) {
    let model = workbook.businessModel
    for concept in workbook.concepts {
      let node = add(
        Trace.Node(kind: .concept, words: concept.tagline.view, span: concept.tagline?.span),
        id: concept.id)
      link(find(concept.solution), node, else: .noSolution)
    }
    carriedConcept = find(model?.concept)
    for (index, node) in nodes.enumerated() where node.kind == .concept && index != carriedConcept {
      orphans.append(Trace.Orphan(node: index, reason: .notCarriedOn))
    }
    for block in BusinessBlock.allCases {
      let statements = model.map { block.statements(in: $0) } ?? []
      guard !statements.isEmpty else { continue }
      let node = add(
        Trace.Node(
          kind: .block, words: .phrase(block.phrase), details: statements.map { $0.step("text") },
          span: statements.lazy.compactMap { $0.step("text").span }.first))
      link(carriedConcept, node)
    }
  }

  /// Loose ends that show only when all links are known.
  private mutating func addOrphans(_ workbook: Workbook) {
    let (results, causes) = links
    let journeys = Set(
      workbook.journeys.flatMap { journey -> [Int?] in
        let persona = find(journey.persona)
        return [find(journey.segment)] + (persona.map { causes[$0].map(Optional.init) } ?? [])
      })
    for (index, node) in nodes.enumerated() {
      func orphan(_ reason: Trace.Reason) {
        orphans.append(Trace.Orphan(node: index, reason: reason))
      }
      func leads(to kind: Trace.Kind) -> Bool { results[index].contains { nodes[$0].kind == kind } }
      switch node.kind {
      case .segment:
        switch (leads(to: .persona), journeys.contains(index)) {
        case (false, false): orphan(.neither)
        case (false, true): orphan(.noPersona)
        case (true, false): orphan(.noJourney)
        case (true, true): break
        }
      case .pain, .blocker: if !leads(to: .opportunity) { orphan(.unanswered) }
      case .idea: if !leads(to: .opportunity) { orphan(.notTakenUp) }
      case .opportunity:
        if causes[index].isEmpty { orphan(.answersNothing) }
        if !leads(to: .solution) { orphan(.noSolution) }
      case .persona, .stage, .note, .solution, .concept, .block: break
      }
    }
    orphans = orphans.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }
      .map(\.element)
  }

  // MARK: Nodes and links

  private mutating func add(_ note: Note, _ kind: Trace.Kind) -> Int {
    add(
      Trace.Node(kind: kind, words: note.text.view, evidence: note.evidence, span: note.text.span),
      id: note.id)
  }

  private mutating func add<Kind: IdentifierKind>(_ node: Trace.Node, id: Identifier<Kind>?) -> Int {
    add(node, id: id?.text, of: Kind.name)
  }

  /// Adds a node; its id is one of those of a kind.
  private mutating func add(_ node: Trace.Node, id: Text? = nil, of kind: String = "") -> Int {
    var node = node
    node.id = id?.string
    node.span = node.span ?? id?.span
    nodes.append(node)
    // Of two equal ids the first counts, as everywhere.
    if let id, known[kind]?[id.string] == nil { known[kind, default: [:]][id.string] = nodes.count - 1 }
    return nodes.count - 1
  }

  private func find<Kind: IdentifierKind>(_ reference: Reference<Kind>?) -> Int? {
    reference.flatMap { known[Kind.name]?[$0.text.string] }
  }

  private mutating func link(_ from: Int?, _ to: Int, else reason: Trace.Reason? = nil) {
    if let from {
      pairs.append((from, to))
    } else if let reason {
      orphans.append(Trace.Orphan(node: to, reason: reason))
    }
  }
}

extension DataView {
  /// The place of a text.
  fileprivate var span: Span? {
    if case .text(let text) = self { text.span } else { nil }
  }
}
