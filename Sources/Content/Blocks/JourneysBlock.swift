import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import WorkbookModel

/// Each journey with its curve of moods, and what hurts at which stage.
struct JourneysBlock: ReportBlock {
  let traits = named("journeys")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    data.workbook.journeys.enumerated().flatMap { index, journey in
      passages(journey, index, data)
    }
  }

  private func passages(_ journey: Journey, _ index: Int, _ data: ReportData) -> [Passage] {
    let stages = journey.stages.filter { $0.stage != nil }
    guard !stages.isEmpty else { return [] }
    let names = Self.names(of: journey)
    let who = names.map { data.names.mention($0) }
    let title = Self.title(journey, index, data)
    var passages: [Passage] = [
      .heading(Heading(level: 2, words: title, place: Place("section/journey-\(index)")))
    ]
    let hasCurve = stages.contains { $0.feeling?.mood != nil }
    let opening = [
      who.count > 1
        ? data.sentence("report.journeys.opening", ["persona": who[0], "segment": who[1]]) : nil,
      hasCurve
        ? data.sentence("report.journeys.figure", ["figure": data.figure("curve-\(index)")]) : nil,
    ].compactMap { $0 }
    if !opening.isEmpty { passages.append(.paragraph(Paragraph(opening.joined(" ")))) }
    if hasCurve {
      passages.append(.figure(curve(journey, index, names.isEmpty ? title : who[0], data)))
      if stages.count > Figure.mostNamedStages {
        let items = stages.map { stage in
          let words = stage.feeling?.words.map { Prose(": ") + Prose($0) } ?? Prose()
          return ReportList.Item(data.word(stage.view(of: "label")) + words)
        }
        passages.append(.list(ReportList(start: 1, items: items)))
      }
    }
    let facts = stages.compactMap { fact($0, data) }
    if !facts.isEmpty {
      passages.append(
        .heading(
          Heading(
            level: 3, words: data.phrase("report.journeys.pains"),
            place: Place("section/journey-\(index)-pains"))))
      passages.append(.facts(facts))
    }
    return passages
  }

  private static func names(of journey: Journey) -> [Text] {
    [journey.persona?.text, journey.segment?.text].compactMap { $0 }
  }

  /// Whose journey it is, or which.
  static func title(_ journey: Journey, _ index: Int, _ data: ReportData) -> Prose {
    guard let name = names(of: journey).first else {
      return data.sentence("report.journeys.untold", ["number": Prose(String(index + 1))])
    }
    return data.sentence("report.journeys.title", ["name": Prose(data.names.mention(name).text)])
  }

  private func curve(_ journey: Journey, _ index: Int, _ who: Prose, _ data: ReportData) -> Figure {
    let moods = journey.stages.compactMap { stage -> String? in
      guard let mood = stage.feeling?.mood else { return nil }
      let name = data.word(stage.view(of: "label")).text
      let word = data.catalogue.phrase("mood.\(mood.value)")
      // With a minus: a hyphen is not heard.
      let number = mood.value > 0 ? "+\(mood.value)" : mood.value < 0 ? "−\(-mood.value)" : "0"
      return "\(name): \(word) (\(number))"
    }
    return Figure(
      .curve(journey: index), label: "",
      caption: data.sentence("report.journeys.caption", ["name": Prose(who.text)]),
      alternative: moods.joined(separator: "; "), place: .figure("curve-\(index)"))
  }

  /// Longer words may find no room on the curve.
  private static let longestOnCurve = 24

  /// What a stage feels like and where it hurts; nothing for a stage that says neither.
  private func fact(_ stage: Stage, _ data: ReportData) -> Fact? {
    var passages: [Passage] = []
    let isLong = (stage.feeling?.words?.string.count ?? 0) > Self.longestOnCurve
    if let words = stage.feeling?.words, !words.string.isEmpty, isLong || !stage.pains.isEmpty {
      passages.append(
        .paragraph(Paragraph(data.sentence("report.journeys.feels", ["words": Prose(words)]))))
    }
    passages += data.list(stage.pains) { data.details(cause: $0.cause, id: $0.note.id?.text) }
    guard !passages.isEmpty else { return nil }
    return Fact(data.word(stage.view(of: "label")), passages)
  }
}

extension ReportData {
  /// What causes a pain or a blocker, and which opportunities answer it.
  func details(cause: Text?, id: Text?) -> Prose {
    var details = Prose()
    if let cause {
      details += Prose(" (") + sentence("notes.cause", ["cause": Prose(cause)]) + Prose(")")
    }
    return details + answers(id)
  }

  /// Which opportunities answer a pain or a blocker, after a dash; nothing for one without an id.
  private func answers(_ id: Text?) -> Prose {
    guard let id else { return Prose() }
    let answering = workbook.opportunities.filter { $0.answers.contains { $0.text.string == id.string } }
    let words =
      answering.isEmpty
      ? phrase("report.unanswered.short")
      : sentence(
        "report.answeredBy", ["opportunities": mentions(answering.compactMap { $0.id?.text })])
    return Prose(" – ") + words.styled(.quiet)
  }
}
