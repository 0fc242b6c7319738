import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import WorkbookModel

/// The chain from the segments to the business model: cards joined by lines, the path of the concept in strong ones,
/// loose ends dashed. Reads the whole workbook.
struct TraceBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "trace", accepts: nil)

  var takesSeveralSheets: Bool { true }

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    let columns = ["customer", "pain", "opportunity", "solution", "concept", "model"]
    guard sheet.state == .filled else {
      return .drawing(
        TraceForm(
          alternative: sheet.catalogue.phrase("alternative.traceEmpty"),
          blocks: BusinessBlock.allCases.map { sheet.catalogue.phrase($0.phrase) }))
    }
    var chart = TraceCards(Trace(sheet.workbook), sheet).chart
    chart.names = columns.map { sheet.catalogue.phrase("trace.columns.\($0).label") }
    if let window = sheet.window { chart = chart.showing(window.range) }
    let key = ["path", "links", "loose"].map { sheet.catalogue.phrase("trace.key." + $0) }
    return .drawing(TraceMap(chart: chart, key: key, catalogue: sheet.catalogue))
  }
}

/// Turns the facts of a trace into cards.
private struct TraceCards {
  private let trace: Trace
  private let sheet: SheetData
  private(set) var chart = TraceChart()
  /// Ends a line rather than start one.
  private static let dot = "\u{A0}· "
  /// The card of a node; a segment's personas are on its card, the blocks of the business model on one.
  private var places: [Int: Int] = [:]

  init(_ trace: Trace, _ sheet: SheetData) {
    self.trace = trace
    self.sheet = sheet
    let opportunities = ordered(.opportunity) { _ in 0 }
    let rank = Dictionary(uniqueKeysWithValues: zip(opportunities, opportunities.indices))
    let byResult = { (node: Int) in trace.results(of: node).compactMap { rank[$0] }.min() ?? Int.max }
    addCustomers()
    for node in ordered([.pain, .blocker, .note, .idea], by: byResult)
    where trace.nodes[node].kind != .idea || isAnswered(node) {
      add(node, column: 1)
    }
    for node in opportunities { add(node, column: 2) }
    for node in ordered(.idea, by: { _ in 0 }) where !isAnswered(node) { add(node, column: 2) }
    let byCause = { (node: Int) in trace.causes(of: node).compactMap { rank[$0] }.min() ?? Int.max }
    for node in ordered(.solution, by: byCause) { add(node, column: 3) }
    for node in ordered(.concept, by: { _ in 0 }) { add(node, column: 4) }
    addModel()
    addLinks()
    chart.makeStrands(from: opportunities.compactMap { places[$0] })
    let path = trace.path.sorted().filter {
      [.opportunity, .solution, .concept].contains(trace.nodes[$0].kind)
    }
    chart.path = path.compactMap { words(of: $0)?.string }
  }

  private func isAnswered(_ node: Int) -> Bool { !trace.results(of: node).isEmpty }

  /// What the concept rests on first, then by a rank, then as the workbook has it.
  private func ordered(_ kind: Trace.Kind, by rank: (Int) -> Int) -> [Int] { ordered([kind], by: rank) }

  private func ordered(_ kinds: [Trace.Kind], by rank: (Int) -> Int) -> [Int] {
    let nodes = trace.nodes.indices.filter { kinds.contains(trace.nodes[$0].kind) }
    return nodes.map { (trace.path.contains($0) ? 0 : 1, rank($0), $0) }.sorted { $0 < $1 }.map(\.2)
  }

  private func words(of node: Int) -> Text? {
    sheet.texts(trace.nodes[node].words).first
      ?? trace.nodes[node].id.map { Text($0, at: trace.nodes[node].span) }
  }

  // MARK: Cards

  private mutating func addCustomers() {
    for node in ordered([.segment, .persona], by: { _ in 0 }) where places[node] == nil {
      let segments = trace.causes(of: node).filter { trace.nodes[$0].kind == .segment }
      // A persona stands on the card of its segment.
      guard segments.isEmpty else { continue }
      var item = item(of: node, role: trace.path.contains(node) ? "label" : "body")
      item.marker.sign = segmentSign(node)
      let personas = trace.results(of: node).filter { trace.nodes[$0].kind == .persona }
      item.paragraphs += personas.map { persona in
        let texts = ([words(of: persona)] + trace.nodes[persona].details.map { sheet.texts($0).first })
          .compactMap { $0 }
        return FlowParagraph(
          texts.map(\.string).joined(separator: Self.dot), role: "caption", origin: texts.first?.span)
      }
      for other in [node] + personas { places[other] = chart.cards.count }
      chart.cards.append(card(of: node, column: 0, item))
    }
  }

  private mutating func add(_ node: Int, column: Int) {
    let isStrong = trace.path.contains(node)
    var item = item(of: node, role: isStrong ? (column == 1 ? "label" : "statement") : "body")
    let kind = trace.nodes[node].kind
    if column < 3 {
      item.marker.evidence = trace.nodes[node].evidence
      // As on its own sheet, an opportunity whose scores nobody has heard from customers says so.
      if kind == .opportunity { item.marker.evidence = item.marker.evidence ?? .assumption }
      item.countsAs = trace.nodes[node].evidence ?? .assumption
    }
    if column == 1 || kind == .idea {
      item.marker.sign = kind == .blocker ? .blocker : sign(ofSegmentBehind: node)
    }
    // Where it hurts is said of what the concept rests on; the others keep quiet.
    if isStrong, column == 1, let place = place(of: node) {
      item.paragraphs.append(FlowParagraph(place, role: "caption"))
    }
    places[node] = chart.cards.count
    chart.cards.append(card(of: node, column: column, item))
  }

  private mutating func addModel() {
    let blocks = trace.nodes.indices.filter { trace.nodes[$0].kind == .block }
    guard let first = blocks.first else { return }
    let items = BusinessBlock.allCases.map { block -> FlowItem in
      let name = sheet.catalogue.phrase(block.phrase)
      let node = blocks.first { sheet.texts(trace.nodes[$0].words).first?.string == name }
      let statements = node.map { trace.nodes[$0].details.flatMap(sheet.texts) } ?? []
      let words =
        statements.isEmpty
        ? sheet.catalogue.phrase("concept.missing") : statements.map(\.string).joined(separator: Self.dot)
      return FlowItem(paragraphs: [
        FlowParagraph(name, role: "label"),
        FlowParagraph(words, role: "caption", origin: statements.first?.span),
      ])
    }
    for block in blocks { places[block] = chart.cards.count }
    chart.cards.append(
      TraceChart.Card(column: 5, items: items, isStrong: trace.path.contains(first)))
  }

  private func item(of node: Int, role: String) -> FlowItem {
    FlowItem(paragraphs: [FlowParagraph(words(of: node) ?? Text("–"), role: role)])
  }

  /// With the reason for which it is a loose end; a second one stands on the card.
  private func card(of node: Int, column: Int, _ item: FlowItem) -> TraceChart.Card {
    let reasons = trace.reasons(of: node).map { sheet.catalogue.phrase($0.phrase) }
    var item = item
    item.paragraphs += reasons.dropFirst().map { FlowParagraph($0, role: "caption") }
    return TraceChart.Card(
      column: column, items: [item], isStrong: trace.path.contains(node), reason: reasons.first)
  }

  // MARK: Marks

  private func segmentSign(_ node: Int) -> FlowItem.Sign? {
    guard trace.nodes[node].kind == .segment, let id = trace.nodes[node].id else { return nil }
    return sheet.segmentIndex(id).map(FlowItem.Sign.segment)
  }

  private func sign(ofSegmentBehind node: Int) -> FlowItem.Sign? {
    trace.segments(behind: node).first.flatMap(segmentSign)
  }

  /// The stage of a pain, the stage and lever of a blocker.
  private func place(of node: Int) -> String? {
    let stages = trace.causes(of: node).filter { trace.nodes[$0].kind == .stage }.map {
      trace.nodes[$0].words
    }
    let words = (stages + trace.nodes[node].details).flatMap(sheet.texts).map(\.string)
    return words.isEmpty ? nil : words.joined(separator: " · ")
  }

  // MARK: Links

  /// Stages stand on no card of their own: what they lead to follows from their persona or segment.
  private mutating func addLinks() {
    var links: [TraceChart.Link] = []
    func link(_ from: Int, _ to: Int) {
      guard let start = places[from], let end = places[to], start != end,
        chart.cards[start].column + 1 == chart.cards[end].column
      else { return }
      let isStrong = trace.path.contains(from) && trace.path.contains(to)
      if let known = links.firstIndex(where: { $0.from == start && $0.to == end }) {
        links[known].isStrong = links[known].isStrong || isStrong
      } else {
        links.append(TraceChart.Link(from: start, to: end, isStrong: isStrong))
      }
    }
    for from in trace.nodes.indices {
      for to in trace.results(of: from) {
        if trace.nodes[to].kind == .stage {
          for next in trace.results(of: to) { link(from, next) }
        } else {
          link(from, to)
        }
      }
    }
    chart.links = links
  }
}
