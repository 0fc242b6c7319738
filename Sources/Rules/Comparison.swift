import Diagnostics
import LocatedYAML
package import WorkbookModel

/// How a workbook moved from one state to another: what came and went, what was scored anew, and what that did to the
/// ranking and the concepts. Things are the same when they have the same id, or without one the same words.
package struct Comparison: Sendable {
  /// Something that the chain is made of, under its name in the newer state that has it.
  package struct Item: Hashable, Sendable {
    package var kind: Trace.Kind
    package var id: String?
    package var name: String
  }

  package struct Change<Value: Sendable>: Sendable {
    package var item: Item
    package var from: Value
    package var to: Value
  }

  package struct ScoreChange: Sendable {
    package var criterion: Criterion
    package var from: HalfPoints?
    package var to: HalfPoints?
  }

  /// The elements that a concept gained and lost, and how many it has of twelve.
  package struct Progress: Sendable {
    package var item: Item
    package var from: Int
    package var to: Int
    package var gained: [Completeness.Element]
    package var lost: [Completeness.Element]
  }

  package struct BlockChange: Sendable {
    package var block: BusinessBlock
    package var added: [String]
    package var dropped: [String]
  }

  package private(set) var added: [Item] = []
  package private(set) var dropped: [Item] = []
  package private(set) var renamed: [Change<String>] = []
  /// What is told of the customer or the market, and is better or worse known now.
  package private(set) var tested: [Change<Evidence?>] = []
  package private(set) var rescored: [(item: Item, scores: [ScoreChange])] = []
  /// Solutions of both states whose rank has another label now; nothing stands for no rank.
  package private(set) var moved: [Change<String?>] = []
  package private(set) var progress: [Progress] = []
  package private(set) var blocks: [BlockChange] = []
  /// Who is first.
  package let leaders: (old: [Item], new: [Item])
  /// How much is untested under the concepts that are in both.
  package let untested: (old: Int, new: Int)

  package init(_ old: WorkbookFacts, _ new: WorkbookFacts) {
    func leaders(_ facts: WorkbookFacts) -> [Item] {
      facts.ranking.leaders.map { index in
        let solution = facts.workbook.solutions[index]
        return Item(
          kind: .solution, id: solution.id?.text.string,
          name: Text.title(solution.name, solution.id?.text))
      }
    }
    func ids(_ facts: WorkbookFacts) -> Set<String> {
      Set(facts.workbook.concepts.compactMap { $0.id?.text.string })
    }
    let both = ids(old).intersection(ids(new))
    func untested(_ facts: WorkbookFacts) -> Int {
      let concepts = facts.workbook.concepts.filter { both.contains($0.id?.text.string ?? "") }
      return Set(concepts.flatMap { ConceptBasis(of: $0, in: facts).untested }).count
    }
    self.leaders = (leaders(old), leaders(new))
    self.untested = (untested(old), untested(new))
    compareThings(Self.things(old.workbook), Self.things(new.workbook))
    compareScores(old, new)
    compareConcepts(old, new)
    compareBlocks(old.workbook.businessModel, new.workbook.businessModel)
  }

  /// Nothing that the method knows of has changed.
  package var isEmpty: Bool {
    added.isEmpty && dropped.isEmpty && renamed.isEmpty && tested.isEmpty && rescored.isEmpty && moved.isEmpty
      && progress.isEmpty && blocks.isEmpty && leaders.old.map(\.id) == leaders.new.map(\.id)
      && untested.old == untested.new
  }

  // MARK: Things

  private struct Key: Hashable {
    var kind: Trace.Kind
    var id: String
    /// Of several with the same words, the first, the second …
    var number: Int
  }

  private struct Thing {
    var key: Key
    var item: Item
    var evidence: Evidence?
  }

  /// Everything that the chain is made of but stages, which stand for their journey, and blocks.
  private static func things(_ workbook: Workbook) -> [Thing] {
    var counts: [Key: Int] = [:]
    return Trace(workbook).nodes.compactMap { node in
      guard node.kind != .stage, node.kind != .block else { return nil }
      let name = if case .text(let text) = node.words { text.string } else { node.id ?? "" }
      var key = Key(kind: node.kind, id: node.id.map { "#" + $0 } ?? name, number: 0)
      counts[key, default: 0] += 1
      key.number = counts[key, default: 1] - 1
      return Thing(
        key: key, item: Item(kind: node.kind, id: node.id, name: name), evidence: node.evidence)
    }
  }

  private mutating func compareThings(_ old: [Thing], _ new: [Thing]) {
    let before = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
    let after = Set(new.map(\.key))
    dropped = old.filter { !after.contains($0.key) }.map(\.item)
    for thing in new {
      guard let was = before[thing.key] else {
        added.append(thing.item)
        continue
      }
      if was.item.name != thing.item.name {
        renamed.append(Change(item: thing.item, from: was.item.name, to: thing.item.name))
      }
      // No mark and the mark of an assumption say the same.
      if (was.evidence ?? .assumption) != (thing.evidence ?? .assumption) {
        tested.append(Change(item: thing.item, from: was.evidence, to: thing.evidence))
      }
    }
  }

  // MARK: Scores

  private mutating func compareScores(_ old: WorkbookFacts, _ new: WorkbookFacts) {
    for opportunity in new.workbook.opportunities {
      guard let id = opportunity.id?.text.string, let was = old.opportunity(id) else { continue }
      let item = Item(kind: .opportunity, id: id, name: opportunity.name?.string ?? id)
      compare(was.points, opportunity.points, Criterion.impact, item)
    }
    for (index, solution) in new.workbook.solutions.enumerated() {
      guard let id = solution.id?.text.string,
        let before = old.workbook.solutions.firstIndex(where: { $0.id?.text.string == id })
      else { continue }
      let item = Item(kind: .solution, id: id, name: solution.name?.string ?? id)
      compare(old.workbook.solutions[before].points, solution.points, Criterion.challenge, item)
      let (from, to) = (old.ranking.place(of: before)?.label, new.ranking.place(of: index)?.label)
      if from != to { moved.append(Change(item: item, from: from, to: to)) }
    }
  }

  private mutating func compare(
    _ old: [HalfPoints?], _ new: [HalfPoints?], _ criteria: [Criterion], _ item: Item
  ) {
    let changes = criteria.enumerated().compactMap { index, criterion in
      old[index] == new[index]
        ? nil : ScoreChange(criterion: criterion, from: old[index], to: new[index])
    }
    if !changes.isEmpty { rescored.append((item, changes)) }
  }

  // MARK: Concepts and business model

  private mutating func compareConcepts(_ old: WorkbookFacts, _ new: WorkbookFacts) {
    for concept in new.workbook.concepts {
      guard let id = concept.id?.text.string,
        let was = old.workbook.concepts.first(where: { $0.id?.text.string == id })
      else { continue }
      let (before, after) = (old.completeness(of: was).filled, new.completeness(of: concept).filled)
      guard before != after else { continue }
      progress.append(
        Progress(
          item: Item(kind: .concept, id: id, name: concept.tagline?.string ?? id), from: before.count,
          to: after.count, gained: after.filter { !before.contains($0) },
          lost: before.filter { !after.contains($0) }))
    }
  }

  private mutating func compareBlocks(_ old: BusinessModel?, _ new: BusinessModel?) {
    func texts(_ model: BusinessModel?, _ block: BusinessBlock) -> [String] {
      (model.map { block.statements(in: $0) } ?? []).compactMap { view in
        if case .text(let text) = view.step("text") { text.string } else { nil }
      }
    }
    for block in BusinessBlock.allCases {
      let (before, after) = (texts(old, block), texts(new, block))
      let added = after.filter { !before.contains($0) }
      let dropped = before.filter { !after.contains($0) }
      if !added.isEmpty || !dropped.isEmpty {
        blocks.append(BlockChange(block: block, added: added, dropped: dropped))
      }
    }
  }
}
