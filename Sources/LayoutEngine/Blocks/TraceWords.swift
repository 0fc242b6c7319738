import Languages

/// A trace told in words, for those who cannot see its lines: how many cards each column has, what the concept
/// rests on, a sentence for each chain, and the loose ends.
struct TraceWords {
  private let chart: TraceChart
  private let catalogue: Catalogue

  init(_ chart: TraceChart, _ catalogue: Catalogue) {
    self.chart = chart
    self.catalogue = catalogue
  }

  var text: String {
    let counts = chart.names.enumerated().map { number, name in
      "\(name): \(chart.cards.filter { $0.column == number }.reduce(0) { $0 + $1.items.count })"
    }
    let loose = chart.cards.filter { $0.reason != nil }.flatMap(\.items).compactMap(\.paragraphs.first?.text)
    var sentences = [catalogue.phrase("alternative.trace", ["columns": counts.joined(separator: ", ")])]
    sentences += sentence("alternative.tracePath", chart.path)
    sentences += chart.cards.indices.compactMap { chain(through: $0) }
    sentences += sentence("alternative.traceLoose", loose)
    return sentences.joined(separator: " ")
  }

  /// What an opportunity answers and leads to; what the concept carries. The other cards are told with these, but
  /// for solutions that answer no opportunity.
  private func chain(through card: Int) -> String? {
    switch chart.cards[card].column {
    case 2:
      let causes = neighbours(before: [card])
      let solutions = neighbours(after: [card])
      let chosen = solutions.filter { !neighbours(after: [$0]).isEmpty }
      return sentence(
        of: card,
        part("alternative.traceCauses", causes)
          + part("alternative.traceSegments", neighbours(before: causes))
          + part("alternative.traceSolutions", solutions) + concept(after: chosen, of: solutions))
    case 3 where neighbours(before: [card]).isEmpty:
      return sentence(of: card, part("alternative.traceSolutions", neighbours(after: [card])))
    case 4 where !neighbours(after: [card]).isEmpty:
      return sentence(of: card, [catalogue.phrase("alternative.traceModel")])
    default: return nil
    }
  }

  private func sentence(of card: Int, _ parts: [String]) -> String? {
    guard !parts.isEmpty, let name = name(card) else { return nil }
    return catalogue.phrase(
      "alternative.traceChain", ["name": quoted(name), "parts": parts.joined(separator: "; ")])
  }

  /// Which of several solutions it is that a concept was made of is said again.
  private func concept(after chosen: [Int], of solutions: [Int]) -> [String] {
    let concepts = neighbours(after: chosen)
    guard chosen != solutions, !concepts.isEmpty else { return part("alternative.traceOn", concepts) }
    return [
      catalogue.phrase("alternative.traceConcept", ["solutions": listed(chosen), "names": listed(concepts)])
    ]
  }

  private func part(_ phrase: String, _ cards: [Int]) -> [String] {
    cards.isEmpty ? [] : [catalogue.phrase(phrase, ["names": listed(cards)])]
  }

  private func sentence(_ phrase: String, _ names: [String]) -> [String] {
    names.isEmpty ? [] : [catalogue.phrase(phrase, ["names": names.map(quoted).joined(separator: ", ")])]
  }

  private func neighbours(before cards: [Int]) -> [Int] {
    let cards = Set(cards)
    return Set(chart.links.filter { cards.contains($0.to) }.map(\.from)).sorted()
  }

  private func neighbours(after cards: [Int]) -> [Int] {
    let cards = Set(cards)
    return Set(chart.links.filter { cards.contains($0.from) }.map(\.to)).sorted()
  }

  private func name(_ card: Int) -> String? { chart.cards[card].items.first?.paragraphs.first?.text }

  private func listed(_ cards: [Int]) -> String { cards.compactMap(name).map(quoted).joined(separator: ", ") }

  private func quoted(_ name: String) -> String { catalogue.phrase("alternative.traceName", ["name": name]) }
}
