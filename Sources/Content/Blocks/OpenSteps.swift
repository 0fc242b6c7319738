import Diagnostics
import Languages
import LocatedYAML
import Rules
import WorkbookModel

/// Something that is not known or not written yet, with who should find it out and how.
struct OpenStep: Sendable {
  enum Kind: Sendable {
    /// Nobody has tested it, and the concept rests on it.
    case assumption
    /// A pain or a blocker without an answer.
    case unanswered
    case missing
    /// A score on which the first place hangs.
    case score
  }

  var kind: Kind
  var what: Prose
  /// What kind of thing that is.
  var kindName: Prose
  var who: Prose
  var how: Prose
  /// What to do about it, as the summary says it.
  var step: Prose
}

extension ReportData {
  /// Everything that is open, in the order in which it is told.
  var openSteps: [OpenStep] { assumptions + unanswered + missing }

  /// The most pressing ones, of different kinds as far as there are: what the concept rests on and nobody tested, what it
  /// lacks, on which score the choice hangs.
  func nextSteps(_ count: Int) -> [OpenStep] {
    let groups = [assumptions, missing, showsScores ? scores : [], unanswered]
    var steps: [OpenStep] = []
    var round = 0
    while steps.count < count, groups.contains(where: { $0.count > round }) {
      for group in groups where group.count > round && steps.count < count { steps.append(group[round]) }
      round += 1
    }
    return steps
  }

  // MARK: What nobody tested

  private var assumptions: [OpenStep] {
    var seen: Set<ConceptBasis.Assumption> = []
    return workbook.concepts.flatMap { ConceptBasis(of: $0, in: facts).untested }.filter {
      seen.insert($0).inserted
    }.map { assumption in
      let kind = assumption.kind.rawValue
      let name = stageName(assumption) ?? Prose(assumption.text)
      return OpenStep(
        kind: .assumption, what: name, kindName: phrase("report.open.kinds." + kind),
        who: phrase("report.open.who." + (assumption.kind == .marketRisk ? "sales" : "team")),
        how: sentence("report.open.how." + kind, ["customers": customers]),
        step: sentence("report.open.step." + kind, ["name": name, "customers": customers]))
    }
  }

  /// A generic stage is called by its phrase, not by its word in the file.
  private func stageName(_ assumption: ConceptBasis.Assumption) -> Prose? {
    guard assumption.kind == .stage,
      let stage = workbook.journeys.flatMap(\.stages).first(where: {
        ($0.name ?? $0.stage?.text)?.span == assumption.text.span
      })
    else { return nil }
    return word(stage.view(of: "label"))
  }

  /// Whom the concept is for: the segments behind it, else all of them.
  private var customers: Prose {
    let path = trace.path.sorted().filter { trace.nodes[$0].kind == .segment }
    let named = path.compactMap { trace.nodes[$0].id }.map { names.mention(Text($0)) }
    let all = workbook.segments.prefix(3).compactMap { $0.id.map { names.mention($0.text) } }
    let known = named.isEmpty ? all : named
    return known.isEmpty ? phrase("report.open.customers") : known.joined(", ")
  }

  // MARK: What has no answer

  private var unanswered: [OpenStep] {
    let answered = facts.answered
    let blockers = workbook.utility.filter {
      $0.mark == .blocker && !answered.contains($0.id?.text.string ?? "")
    }
    let ordered =
      blockers.filter { $0.biggest?.isSet == true } + blockers.filter { $0.biggest?.isSet != true }
    let pains = workbook.journeys.flatMap { $0.stages.flatMap(\.pains) }.filter {
      !answered.contains($0.note.id?.text.string ?? "")
    }
    func step(_ kind: String, _ id: Text?, _ words: Prose) -> OpenStep {
      let name = id.map { names.mention($0) } ?? words
      return OpenStep(
        kind: .unanswered, what: name, kindName: phrase("report.open.kinds." + kind),
        who: phrase("report.open.who.team"), how: phrase("report.open.how.unanswered"),
        step: sentence("report.open.step.unanswered", ["name": name]))
    }
    return ordered.map { step("blocker", $0.id?.text, word($0.view(of: "text"))) }
      + pains.map { step("pain", $0.note.id?.text, Prose($0.note.text)) }
  }

  // MARK: What is not written

  private var missing: [OpenStep] {
    workbook.concepts.flatMap { concept -> [OpenStep] in
      let completeness = facts.completeness(of: concept)
      let elements = completeness.missing.map { element -> OpenStep in
        let key = "concept.elements.\(element.rawValue)"
        return open(phrase(key + ".label"), "element", phrase(key + ".prompt"), concept)
      }
      let kpis =
        completeness.filled.contains(.kpis)
        ? concept.organisation.kpis.filter { !isFilled($0.measure) || !isFilled($0.target) } : []
      return elements
        + kpis.compactMap { kpi in
          guard let name = [kpi.measure, kpi.goal, kpi.target].compactMap({ $0 }).first else { return nil }
          return open(Prose(name), "kpi", phrase("concept.elements.kpis.prompt"), concept)
        }
    } + emptyBlocks
  }

  private var emptyBlocks: [OpenStep] {
    guard let model = workbook.businessModel else { return [] }
    return BusinessBlock.allCases.filter { $0.statements(in: model).isEmpty }.map { block in
      let question = catalogue.list("bmc.blocks.\(block.rawValue).questions").first ?? ""
      return open(phrase(block.phrase), "block", Prose(question), carriedConcept)
    }
  }

  private func open(_ name: Prose, _ kind: String, _ how: Prose, _ concept: Concept?) -> OpenStep {
    let responsible = concept?.responsibilities.development.first { isFilled($0.text) }
    return OpenStep(
      kind: .missing, what: name, kindName: phrase("report.open.kinds." + kind),
      who: responsible.map { Prose($0.text) } ?? phrase("report.open.who.team"), how: how,
      step: sentence("report.open.step." + kind, ["name": name]))
  }

  // MARK: On what the choice hangs

  private var scores: [OpenStep] {
    let changes = Robustness(facts.candidates).singles.compactMap(\.changes.first)
    // Scores that would be called the same are one step.
    func label(_ change: Robustness.Change) -> String {
      name(of: change.criterion).text + owner(of: change).text
    }
    let alike = Dictionary(grouping: changes, by: label)
    var seen: Set<String> = []
    return changes.compactMap { change in
      let label = label(change)
      guard seen.insert(label).inserted else { return nil }
      let (criterion, owner) = (name(of: change.criterion), owner(of: change))
      let check = phrase("report.checks." + change.criterion.check.rawValue)
      let isOnlyOne = alike[label]?.count == 1
      let direction = isOnlyOne ? (change.to > change.from ? "Up" : "Down") : ""
      return OpenStep(
        kind: .score, what: owner, kindName: criterion, who: phrase("report.open.who.team"), how: check,
        step: sentence(
          "report.open.step.score" + direction,
          movement(of: change).merging(["check": check]) { first, _ in first }))
    }
  }
}
