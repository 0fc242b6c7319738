package import Diagnostics
package import LocatedYAML
package import WorkbookModel

/// Why a concept exists: the chain from the segments to the business model, each thing with what leads to it and what
/// follows from it (R6). Everything is in the workbook's own order.
package struct Trace: Sendable {
  /// What a thing is, in the order of the chain.
  package enum Kind: String, Sendable, CaseIterable {
    case segment, persona, stage, pain, blocker, idea, note, opportunity, solution, concept, block

    /// The phrase key of its name.
    package var phrase: String { "trace.kinds." + rawValue }
  }

  package struct Node: Sendable {
    package var kind: Kind
    /// What other parts of the workbook call it by; stages, blocks and most ideas have none.
    package var id: String?
    /// A text of the workbook, or a phrase of the catalogues.
    package var words: DataView
    /// Further words: a persona's job, where a blocker stands, what a block says.
    package var details: [DataView] = []
    package var evidence: Evidence?
    /// Its place in the workbook.
    package var span: Span?
  }

  /// Why something is a loose end of the chain.
  package enum Reason: String, Sendable, CaseIterable {
    /// A segment that has neither persona nor journey, or only one of them.
    case neither
    case noPersona = "no-persona"
    case noJourney = "no-journey"
    /// A pain or a blocker that no opportunity answers.
    case unanswered
    /// An idea of a journey that no opportunity took up.
    case notTakenUp = "not-taken-up"
    /// An opportunity.
    case answersNothing = "answers-nothing"
    /// An opportunity or a concept.
    case noSolution = "no-solution"
    /// A solution.
    case noOpportunity = "no-opportunity"
    /// A concept that the business model is not made of.
    case notCarriedOn = "not-carried-on"

    /// The phrase key of its words.
    package var phrase: String { "trace.loose." + rawValue }
  }

  /// A loose end.
  package struct Orphan: Sendable, Hashable {
    package var node: Int
    package var reason: Reason
  }

  /// Other parts of a trace name a node by its position here.
  package private(set) var nodes: [Node]
  /// What each node leads to, and what leads to it.
  private let results: [[Int]]
  private let causes: [[Int]]
  /// In the order of their nodes; something may be one for two reasons.
  package private(set) var orphans: [Orphan]
  /// The concepts that the business model is made of, or all when it names none, with all that led to them and all
  /// that follows from them.
  package private(set) var path: Set<Int> = []

  package init(_ workbook: Workbook) {
    let builder = TraceBuilder(workbook)
    nodes = builder.nodes
    orphans = builder.orphans
    (results, causes) = builder.links
    let concepts = nodes.indices.filter { nodes[$0].kind == .concept }
    let carried = concepts.filter { $0 == builder.carriedConcept }
    for concept in carried.isEmpty ? concepts : carried {
      path.insert(concept)
      path.formUnion(everything(from: concept, causes))
      path.formUnion(everything(from: concept, results))
    }
  }

  /// What a node leads to.
  package func results(of node: Int) -> [Int] { results[node] }

  /// What leads to a node.
  package func causes(of node: Int) -> [Int] { causes[node] }

  /// The nodes that an id names: several when things of different kinds share it.
  package func nodes(named id: String) -> [Int] { nodes.indices.filter { nodes[$0].id == id } }

  /// A node with all that leads to it and all that follows from it.
  package func around(_ node: Int) -> Set<Int> {
    everything(from: node, causes).union(everything(from: node, results)).union([node])
  }

  /// The reasons for which a node is a loose end.
  package func reasons(of node: Int) -> [Reason] { orphans.filter { $0.node == node }.map(\.reason) }

  /// The segments behind a node, nearest first.
  package func segments(behind node: Int) -> [Int] {
    everything(from: node, causes).filter { nodes[$0].kind == .segment }.sorted()
  }

  private func everything(from start: Int, _ next: [[Int]]) -> Set<Int> {
    var found: Set<Int> = []
    var open = next[start]
    while let node = open.popLast() {
      if found.insert(node).inserted { open += next[node] }
    }
    return found
  }
}
