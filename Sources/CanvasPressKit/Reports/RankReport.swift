import Diagnostics
import Languages
import LocatedYAML
import Rules
import Spreadsheet
package import WorkbookModel

/// The ranking of a workbook's solutions, and how firm its first place is: as a table, as JSON, as CSV.
package struct RankReport {
  private let facts: WorkbookFacts
  private let robustness: Robustness
  private let ranges: [ClosedRange<Int>?]
  private let weighted: WeightedView
  private let messages: Messages
  private let catalogue: Catalogue

  package init(_ workbook: Workbook, _ library: Library, language: String) {
    facts = WorkbookFacts(workbook, placeholders: library.placeholders())
    robustness = Robustness(facts.candidates)
    ranges = robustness.ranges()
    weighted = WeightedView(facts.candidates, workbook.weights)
    messages = library.messages(language)
    catalogue = library.catalogue(language)
  }

  private var workbook: Workbook { facts.workbook }

  private func name(_ index: Int) -> String {
    let solution = workbook.solutions[index]
    return OneLine.text(Text.title(solution.name, solution.id?.text))
  }

  private func names(_ indices: [Int]) -> String { indices.map { "'\(name($0))'" }.joined(separator: ", ") }

  private func word(_ key: String) -> String { messages.phrase("rank." + key) }

  private func points(_ points: HalfPoints) -> String { catalogue.number(points.text) }

  /// The customer's and the company's half of an impact.
  private func halves(_ index: Int) -> (customer: HalfPoints?, company: HalfPoints?) {
    let scores = facts.candidates[index].impact
    return (Array(scores.prefix(2)).sum, Array(scores.dropFirst(2)).sum)
  }

  // MARK: Text

  /// The table, lines as wide as a terminal or as long as they are.
  package func outline(width: Int?) -> Outline {
    var outline = Outline()
    if facts.ranking.places.isEmpty {
      outline.add(Outline.Line(hang: "  ", text: [Outline.Part(word("none"))]))
    } else {
      for (number, line) in table(width).lines.enumerated() {
        // Set as it is: columns would not stand a break.
        outline.add(Outline.Line(label: [Outline.Part(line, number == 0 ? .strong : .plain)], text: []))
      }
      outline.addGap()
      for sentence in sentences { outline.add(sentence) }
    }
    if !facts.ranking.unranked.isEmpty {
      outline.addGap()
      outline.add(Outline.Line(hang: "  ", text: [Outline.Part(word("unranked"))]))
      for index in facts.ranking.unranked {
        outline.add(Outline.Line(lead: "  ", hang: "    ", text: [Outline.Part(name(index))]))
      }
    }
    return outline
  }

  /// On narrow terminals without the halves of the impact, then without the range of ranks.
  private func table(_ width: Int?) -> TextTable {
    let width = width ?? Int.max
    let tables = [(true, true), (false, true), (false, false)].map { table(width, halves: $0, ranges: $1) }
    return tables.first { $0.fits } ?? tables[2]
  }

  private func table(_ width: Int, halves showsHalves: Bool, ranges showsRanges: Bool) -> TextTable {
    var columns = ["rank", "solution", "challenge", "impact", "priority"]
    if workbook.weights != nil { columns.append("weighted") }
    if showsRanges { columns.append("range") }
    columns.append("field")
    let rows = facts.ranking.places.map { place -> [String] in
      let halves = halves(place.index)
      let parts = [halves.customer, halves.company].compactMap { $0 }.map(points).joined(separator: " + ")
      let field =
        place.isOnTheLine ? messages.phrase("terms.on-the-line") : word(place.quadrant.rawValue)
      return columns.map { column in
        switch column {
        case "rank": place.label
        case "solution": name(place.index)
        case "challenge": points(place.point.challenge)
        case "impact": points(place.point.impact) + (showsHalves ? " (\(parts))" : "")
        case "priority": decimal(place.priority)
        case "weighted": weighted.priorities[place.index].map(decimal) ?? ""
        case "range": range(place.index)
        default: place.isOnFront ? "\(field), \(word("front"))" : field
        }
      }
    }
    return TextTable(heads: columns.map(word), rows: rows, flexible: 1, width: width)
  }

  private func decimal(_ value: Rational) -> String { catalogue.number(value.text(decimals: 4)) }

  private func range(_ index: Int) -> String {
    guard let range = ranges[index] else { return "" }
    return range.lowerBound == range.upperBound
      ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)"
  }

  /// How firm the first place is, one plain sentence a fact; what a sentence lists stands below it.
  private var sentences: [Outline.Line] {
    func line(_ words: String) -> Outline.Line { Outline.Line(hang: "  ", text: [Outline.Part(words)]) }
    func item(_ words: String) -> Outline.Line {
      Outline.Line(lead: "  ", hang: "    ", text: [Outline.Part(words)])
    }
    guard let leader = robustness.leaders.first else { return [] }
    guard robustness.leaders.count == 1 else {
      return [line(messages.phrase("rank.shared", ["names": names(robustness.leaders)]))]
    }
    guard facts.ranking.places.count > 1 else { return [] }
    let name = name(leader)
    var lines: [Outline.Line] = []
    let pairs = robustness.pairs()
    if robustness.isFragile {
      var told: Set<[Int]> = []
      for upset in robustness.singles where told.insert(upset.leaders).inserted {
        lines.append(line(fragile(upset.leaders, leader)))
        lines += robustness.singles.filter { $0.leaders == upset.leaders }.flatMap(\.changes)
          .map { item(change($0)) }
      }
      lines.append(line(checks))
    } else if let first = pairs.first {
      let list = first.changes.map(change).joined(separator: " " + word("and") + " ")
      lines.append(
        line(
          messages.phrase(
            "rank.pairs", ["name": name, "count": String(pairs.count), "list": list])))
    } else {
      lines.append(line(messages.phrase("rank.firm", ["name": name])))
    }
    lines.append(
      line(
        robustness.holdsWithoutDoable
          ? messages.phrase("rank.doable-holds", ["name": name])
          : messages.phrase("rank.doable-changes", ["names": names(robustness.leadersWithoutDoable)])))
    let weights = weights(leader)
    return lines + weights.prefix(1).map(line) + weights.dropFirst().map(item)
  }

  private func fragile(_ leaders: [Int], _ leader: Int) -> String {
    let others = names(leaders.filter { $0 != leader })
    return messages.phrase(
      leaders.contains(leader) ? "rank.fragile-shared" : "rank.fragile",
      ["name": name(leader), "names": others])
  }

  private func change(_ change: Robustness.Change) -> String {
    messages.phrase(
      "rank.change",
      [
        "score": messages.phrase("terms." + change.criterion.rawValue), "owner": owner(change),
        "from": points(change.from), "to": points(change.to),
      ])
  }

  /// Whose score it is: an opportunity's or a solution's.
  private func owner(_ change: Robustness.Change) -> String {
    guard change.criterion.isImpact, let opportunity = facts.candidates[change.candidate].opportunity else {
      return name(change.candidate)
    }
    return Text.title(workbook.opportunities[opportunity].name, workbook.opportunities[opportunity].id?.text)
  }

  /// Where to check the scores that decide.
  private var checks: String {
    let criteria = Criterion.allCases.filter { criterion in
      robustness.singles.contains { $0.changes.contains { $0.criterion == criterion } }
    }
    let list = Criterion.Check.allCases.compactMap { check -> String? in
      let scores = criteria.filter { $0.check == check }.map { messages.phrase("terms." + $0.rawValue) }
      return scores.isEmpty ? nil : "\(word(check.rawValue)): \(scores.joined(separator: ", "))"
    }
    return messages.phrase("rank.check", ["list": list.joined(separator: "; ")])
  }

  /// Within which weights the leader stays first: a question and its answers, or one sentence.
  private func weights(_ leader: Int) -> [String] {
    let name = name(leader)
    guard weighted.leaders.contains(leader) else {
      return [
        messages.phrase("rank.weights-never", ["name": name, "names": names(weighted.leaders)])
      ]
    }
    let bounded = Criterion.allCases.enumerated().compactMap { index, criterion -> String? in
      guard let interval = weighted.interval(of: criterion, for: leader), !interval.isEverything else {
        return nil
      }
      return messages.phrase(
        workbook.weights == nil ? "rank.weights-interval" : "rank.weights-interval-now",
        [
          "score": messages.phrase("terms." + criterion.rawValue), "interval": words(interval),
          "now": weight(Rational(weighted.weights[index], 1000)),
        ])
    }
    return bounded.isEmpty
      ? [messages.phrase("rank.weights-always", ["name": name])] : [word("weights-head")] + bounded
  }

  private func words(_ interval: WeightedView.Interval) -> String {
    let low = weight(interval.low)
    guard let high = interval.high else { return messages.phrase("rank.at-least", ["low": low]) }
    if interval.low == Rational(0) { return messages.phrase("rank.at-most", ["high": weight(high)]) }
    return messages.phrase("rank.between", ["low": low, "high": weight(high)])
  }

  /// At most two decimals, and none where they are zero.
  private func weight(_ value: Rational) -> String {
    var text = value.text(decimals: 2)
    while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") { text.removeLast() }
    return catalogue.number(text)
  }

  // MARK: For programs

  package var json: String {
    let places = facts.ranking.places.map { place -> JSONValue in
      let solution = workbook.solutions[place.index]
      let halves = halves(place.index)
      var members: [(String, JSONValue)] = [
        ("rank", .integer(place.rank)), ("shared", .boolean(place.isShared)),
        ("id", text(solution.id?.text)), ("name", text(solution.name)),
        ("opportunity", text(solution.opportunity?.text)),
        ("challenge", .decimal(place.point.challenge.text)), ("impact", .decimal(place.point.impact.text)),
        ("customer", halves.customer.map { .decimal($0.text) } ?? .null),
        ("company", halves.company.map { .decimal($0.text) } ?? .null),
        ("priority", .decimal(place.priority.text(decimals: 6))),
        ("field", .string(place.quadrant.rawValue)), ("onTheLine", .boolean(place.isOnTheLine)),
        ("front", .boolean(place.isOnFront)),
      ]
      if let range = ranges[place.index] {
        members += [("bestRank", .integer(range.lowerBound)), ("worstRank", .integer(range.upperBound))]
      }
      members.append(
        ("weighted", weighted.priorities[place.index].map { .decimal($0.text(decimals: 6)) } ?? .null))
      return .object(members)
    }
    return JSONValue.object([
      ("ranking", .array(places)),
      ("unranked", .array(facts.ranking.unranked.map { text(workbook.solutions[$0].id?.text) })),
      ("robustness", firmness),
    ]).text + "\n"
  }

  private var firmness: JSONValue {
    func ids(_ indices: [Int]) -> JSONValue { .array(indices.map { text(workbook.solutions[$0].id?.text) }) }
    func upset(_ upset: Robustness.Upset) -> JSONValue {
      let changes = upset.changes.map { change -> JSONValue in
        let opportunity = facts.candidates[change.candidate].opportunity
        let owner =
          change.criterion.isImpact
          ? opportunity.flatMap { workbook.opportunities[$0].id?.text }
          : workbook.solutions[change.candidate].id?.text
        return .object([
          ("score", .string(change.criterion.rawValue)), ("of", text(owner)),
          ("from", .decimal(change.from.text)), ("to", .decimal(change.to.text)),
          ("check", .string(change.criterion.check.rawValue)),
        ])
      }
      return .object([("changes", .array(changes)), ("leaders", ids(upset.leaders))])
    }
    let intervals =
      robustness.leaders.count == 1
      ? Criterion.allCases.map { criterion -> (String, JSONValue) in
        let interval = weighted.interval(of: criterion, for: robustness.leaders[0])
        return (
          criterion.rawValue,
          interval.map {
            .array([
              .decimal($0.low.text(decimals: 6)), $0.high.map { .decimal($0.text(decimals: 6)) } ?? .null,
            ])
          } ?? .null
        )
      } : []
    return .object([
      ("leaders", ids(robustness.leaders)), ("singles", .array(robustness.singles.map(upset))),
      ("pairs", .array(robustness.pairs().map(upset))),
      ("leadersWithoutDoable", ids(robustness.leadersWithoutDoable)), ("weights", .object(intervals)),
    ])
  }

  private func text(_ text: Text?) -> JSONValue { text.map { .string($0.string) } ?? .null }

  /// One line a solution, those without a rank last, in the words of the workbook's fields and with the marks of its language.
  package var csv: String {
    let head = [
      "rank", "shared", "id", "name", "opportunity", "challenge", "impact", "customer", "company", "priority",
      "field", "front",
    ]
    let decimals = { (text: String) in text.replacing(".", with: catalogue.decimalMark) }
    let rows = facts.ranking.places.map { place -> [String] in
      let solution = workbook.solutions[place.index]
      let halves = halves(place.index)
      return [
        String(place.rank), place.isShared ? "yes" : "no", guarded(solution.id?.text), guarded(solution.name),
        guarded(solution.opportunity?.text), decimals(place.point.challenge.text),
        decimals(place.point.impact.text), decimals(halves.customer?.text ?? ""),
        decimals(halves.company?.text ?? ""), decimals(place.priority.text(decimals: 4)),
        place.quadrant.rawValue, place.isOnFront ? "yes" : "no",
      ]
    }
    let unranked = facts.ranking.unranked.map { index -> [String] in
      let solution = workbook.solutions[index]
      let known = [guarded(solution.id?.text), guarded(solution.name), guarded(solution.opportunity?.text)]
      return ["", ""] + known + Array(repeating: "", count: head.count - 5)
    }
    return CSVText.written([head] + rows + unranked, separator: .usual(decimalMark: catalogue.decimalMark))
  }

  private func guarded(_ text: Text?) -> String { FormulaGuard.guarded(text?.string ?? "") }
}
