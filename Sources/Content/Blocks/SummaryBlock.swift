import Diagnostics
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// The whole on one page: what the concept is, how it was chosen, how complete it is, what comes next.
struct SummaryBlock: ReportBlock {
  let traits = named("summary")

  /// More of each would be a page of its own.
  private static let most = 3
  private static let steps = 3
  /// In characters; a longer offer is set as running text.
  private static let longestLead = 420

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let concept = data.carriedConcept
    var passages: [Passage] = []
    if let tagline = concept?.tagline, data.isFilled(tagline) {
      passages.append(.paragraph(Paragraph(Prose(tagline), role: .statement)))
    }
    if let offer = concept?.description.first(where: { data.isFilled($0.text) }) {
      let role: Paragraph.Role = offer.text.string.count > Self.longestLead ? .body : .lead
      passages.append(.paragraph(Paragraph(Prose(offer.text), role: role)))
    }
    var facts = outline(concept, data)
    if data.showsScores { facts += choice(concept, data) }
    facts += state(concept, data)
    if !facts.isEmpty { passages.append(.facts(facts)) }
    let steps = data.nextSteps(Self.steps)
    if !steps.isEmpty, !facts.isEmpty {
      passages.append(.heading(data.heading("report.summary.next", "next-steps", level: 3)))
      passages.append(.list(ReportList(start: 1, items: steps.map { ReportList.Item($0.step) })))
    }
    return passages
  }

  /// For whom, against what, with what, to what end, paid how.
  private func outline(_ concept: Concept?, _ data: ReportData) -> [Fact] {
    func fact(_ name: String, _ words: [Prose]) -> [Fact] {
      let items = words.prefix(Self.most).map { ReportList.Item($0) }
      guard items.count > 1 else {
        return data.fact("report.summary." + name, words.prefix(1).map { .paragraph(Paragraph($0)) })
      }
      return data.fact("report.summary." + name, [.list(ReportList(items: items))])
    }
    let path = data.trace.path.sorted()
    func nodes(_ kind: Trace.Kind) -> [Trace.Node] {
      path.map { data.trace.nodes[$0] }.filter { $0.kind == kind }
    }
    func mentions(_ nodes: [Trace.Node]) -> [Prose] {
      nodes.map { node in node.id.map { data.names.mention(Text($0)) } ?? data.word(node.words) }
    }
    let segments = mentions(nodes(.segment))
    let hurts = nodes(.pain) + nodes(.blocker)
    // What customers have confirmed says more than what was guessed.
    func isTested(_ node: Trace.Node) -> Bool { node.evidence == .observed || node.evidence == .confirmed }
    let sure = hurts.filter(isTested) + hurts.filter { !isTested($0) }
    let notes = { (notes: [Note]) in notes.filter { data.isFilled($0.text) }.map { Prose($0.text) } }
    let revenue = (data.workbook.businessModel?.revenue ?? []).map { item -> Prose in
      let share = data.word(item.view(of: "share"))
      return Prose(item.note.text) + (share.isEmpty ? Prose() : Prose(" (") + share + Prose(")"))
    }
    let served = servedSegments(data)
    return fact("whom", served.isEmpty ? segments : served)
      + fact("problem", mentions(sure))
      + fact("gain", notes(concept?.benefits ?? [])) + fact("money", revenue)
  }

  /// Whom the business model is for; nothing when it does not say.
  private func servedSegments(_ data: ReportData) -> [Prose] {
    (data.workbook.businessModel?.segments ?? []).filter { data.isFilled($0.text) }.map { note in
      guard case .one(let segment)? = note.segment else { return Prose(note.text) }
      return Prose(note.text).linked(to: .place(.item(SegmentKind.name, segment.text.string)))
    }
  }

  /// Where the concept's solution stands, then how firm the first place is.
  private func choice(_ concept: Concept?, _ data: ReportData) -> [Fact] {
    let ranking = data.facts.ranking
    guard !ranking.places.isEmpty else { return [] }
    var words = concept.flatMap { data.standing(of: $0) } ?? Prose()
    if !words.isEmpty { words += Prose(" ") }
    // One solution alone is first whatever its scores are.
    if ranking.places.count > 1 {
      words += RobustnessWords(Robustness(data.facts.candidates), data).verdict
    }
    guard !words.isEmpty else { return [] }
    return data.fact("report.summary.choice", [.paragraph(Paragraph(words))])
  }

  private func state(_ concept: Concept?, _ data: ReportData) -> [Fact] {
    guard let concept else { return [] }
    let completeness = data.facts.completeness(of: concept)
    var words = data.sentence(
      completeness.missing.isEmpty ? "report.summary.allWritten" : "report.summary.complete",
      [
        "count": Prose(String(completeness.filled.count)), "total": Prose(String(Completeness.total)),
      ])
    if !completeness.missing.isEmpty {
      let names = completeness.missing.map { data.phrase("concept.elements.\($0.rawValue).label") }
      words += Prose(" ") + data.sentence("report.concept.lacks", ["elements": names.joined(", ")])
      words += Prose(".")
    }
    let untested = ConceptBasis(of: concept, in: data.facts).untested.count
    if untested > 0 {
      words += Prose(" ") + data.sentence("report.summary.untested", count: untested)
    }
    return data.fact("report.summary.state", [.paragraph(Paragraph(words))])
  }
}

extension ReportData {
  /// Where a concept's solution stands when it is not first; nothing when it is, or has no place.
  func standing(of concept: Concept) -> Prose? {
    guard let solution = concept.solution.flatMap({ facts.solution($0.text.string) }), let id = solution.id,
      let place = facts.place(of: solution), place.rank > 1
    else { return nil }
    return sentence(
      "report.summary." + (place.isOnFront ? "carriedOnFront" : "carried"),
      [
        "solution": names.mention(id.text), "rank": Prose(place.label),
        "solutions": Prose(String(facts.ranking.places.count)),
      ])
  }
}
