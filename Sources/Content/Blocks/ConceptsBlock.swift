import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// Each concept, element by element; what is still to be written is said where it would stand.
struct ConceptsBlock: ReportBlock {
  let traits = named("concept")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let concepts = data.workbook.concepts
    return concepts.enumerated().flatMap { index, concept in
      passages(concept, index, isOnly: concepts.count == 1, data)
    }
  }

  private func passages(_ concept: Concept, _ index: Int, isOnly: Bool, _ data: ReportData) -> [Passage] {
    let id = concept.id?.text.string ?? ""
    var passages: [Passage] = []
    let completeness = data.facts.completeness(of: concept)
    let tagline = concept.tagline.flatMap { data.isFilled($0) ? Prose($0) : nil }
    if !isOnly {
      let title = tagline ?? data.sentence("report.concept.untold", ["number": Prose(String(index + 1))])
      passages.append(
        .heading(Heading(level: 2, words: title, place: .item(ConceptKind.name, id))))
    } else if let tagline {
      passages.append(
        .paragraph(Paragraph(tagline, role: .statement, place: .item(ConceptKind.name, id))))
    }
    passages += data.paragraphs(concept.description.filter { data.isFilled($0.text) })
    passages += basis(concept, data)
    passages += completenessFigure(concept, index, completeness, data)
    passages += elements(concept, completeness, "\(index)", data)
    return passages
  }

  /// The solution that it describes, and what that answers.
  private func basis(_ concept: Concept, _ data: ReportData) -> [Passage] {
    guard let reference = concept.solution else { return [] }
    let solution = data.facts.solution(reference.text.string)
    guard let opportunity = solution?.opportunity else {
      return [
        .paragraph(
          Paragraph(data.sentence("report.concept.basis", ["solution": data.names.mention(reference.text)])))
      ]
    }
    let answers = data.facts.opportunity(opportunity.text.string)?.answers ?? []
    var passages: [Passage] = [
      .paragraph(
        Paragraph(
          data.sentence(
            answers.isEmpty ? "report.concept.basisAlone" : "report.concept.basisOpportunity",
            [
              "solution": data.names.mention(reference.text),
              "opportunity": data.names.mention(opportunity.text),
            ])))
    ]
    if let standing = data.standing(of: concept), data.showsScores {
      passages.insert(.paragraph(Paragraph(standing)), at: 0)
    }
    if !answers.isEmpty {
      passages.append(.list(ReportList(items: answers.map { ReportList.Item(data.names.mention($0.text)) })))
    }
    return passages
  }

  private func completenessFigure(
    _ concept: Concept, _ index: Int, _ completeness: Completeness, _ data: ReportData
  ) -> [Passage] {
    func names(_ elements: [Completeness.Element]) -> String {
      elements.map { data.catalogue.phrase("concept.elements.\($0.rawValue).label") }.joined(separator: ", ")
    }
    let total = Completeness.total
    let count = data.sentence(
      "concept.count",
      ["count": Prose(String(completeness.filled.count)), "total": Prose(String(total))])
    var alternative = count.text
    if !completeness.missing.isEmpty {
      alternative +=
        "; " + data.sentence("report.concept.lacks", ["elements": Prose(names(completeness.missing))]).text
    }
    let words = data.sentence(
      "report.concept.figure", ["figure": data.figure("completeness-\(index)")])
    return [
      .paragraph(Paragraph(words)),
      .figure(
        Figure(
          .completeness(concept: index), label: "", caption: count, alternative: alternative,
          place: .figure("completeness-\(index)"))),
    ]
  }

  private func elements(
    _ concept: Concept, _ completeness: Completeness, _ name: String, _ data: ReportData
  ) -> [Passage] {
    let organisation = concept.organisation
    func element(_ element: Completeness.Element, _ passages: [Passage]) -> Fact {
      let label = data.phrase("concept.elements.\(element.rawValue).label")
      guard completeness.missing.contains(element) else { return Fact(label, passages) }
      // A word such as "TBD" stays to be seen, with what it means.
      let missing = data.phrase("concept.missing").styled(.quiet)
      if passages.count == 1, case .paragraph(var paragraph) = passages[0] {
        paragraph.words += Prose(" – ") + missing
        return Fact(label, [.paragraph(paragraph)])
      }
      return Fact(label, passages + [.paragraph(Paragraph(missing))])
    }
    func section(_ key: String, _ place: String, _ facts: [Fact]) -> [Passage] {
      [
        .heading(
          Heading(level: 3, words: data.phrase(key), place: Place("section/concept-\(name)-\(place)"))),
        .facts(facts),
      ]
    }
    let experience: [Passage] =
      concept.experience.isEmpty
      ? []
      : [
        .list(
          ReportList(
            start: 1,
            items: concept.experience.map { ReportList.Item(Prose($0.text), mark: data.mark($0)) }))
      ]
    let unfilled = concept.description.filter { !data.isFilled($0.text) }
    var first: [Fact] = []
    if completeness.missing.contains(.tagline) {
      first.append(element(.tagline, concept.tagline.map { [.paragraph(Paragraph(Prose($0)))] } ?? []))
    }
    if completeness.missing.contains(.description) {
      first.append(element(.description, data.paragraphs(unfilled)))
    }
    first += [
      element(.experience, experience), element(.benefits, data.statements(concept.benefits)),
      element(.emotions, data.statements(concept.emotions)), element(.value, data.statements(concept.value)),
    ]
    return section("concept.groups.outcome", "outcome", first)
      + section(
        "concept.groups.organisation", "organisation",
        [
          element(.resources, data.statements(organisation.resources)),
          element(
            .processes,
            data.list(organisation.processes) { process in
              process.change.map { Prose(" (") + data.word($0.view) + Prose(")") } ?? Prose()
            }), element(.structure, data.statements(organisation.structure)),
          element(.kpis, kpis(organisation.kpis, data)),
        ])
      + section(
        "concept.groups.responsibilities", "responsibilities",
        [
          element(.development, data.statements(concept.responsibilities.development)),
          element(.implementation, data.statements(concept.responsibilities.implementation)),
        ])
  }

  private func kpis(_ kpis: [KPI], _ data: ReportData) -> [Passage] {
    let items = kpis.compactMap { kpi -> ReportList.Item? in
      let measure = kpi.measure.map { Prose($0) }
      let more = [
        kpi.goal.map { data.sentence("concept.goal", ["goal": Prose($0)]) },
        kpi.target.map { data.sentence("concept.target", ["target": Prose($0)]) },
      ].compactMap { $0 }
      let words = [measure].compactMap { $0 } + more
      return words.isEmpty ? nil : ReportList.Item(words.joined(" – "))
    }
    return items.isEmpty ? [] : [.list(ReportList(items: items))]
  }
}
