package import Diagnostics
import Languages
import LocatedYAML
import Rules
import WorkbookModel

/// Tells the chain of a workbook: as trees for people, or as JSON for programs.
package struct TraceGuide {
  /// Of the workbook, and of a language that there is not.
  package private(set) var diagnostics: [Diagnostic]
  /// The language in which it speaks.
  package let language: String

  private let library: Library
  private let catalogue: Catalogue
  private let trace: Trace

  /// Speaks the language asked for, else the workbook's, else the session's.
  package init(_ library: Library, _ path: String, language asked: String?, session: String) {
    let codes = library.languageCodes
    let file = WorkbookFile.read(path, languages: codes)
    diagnostics = file.diagnostics
    language = [asked, file.language].lazy.compactMap { $0 }.first(where: codes.contains) ?? session
    if let asked, !codes.contains(asked) {
      var reading = Reading()
      reading.unknown("language/unknown", Text(asked), known: codes)
      diagnostics += reading.diagnostics
    }
    self.library = library
    catalogue = library.catalogue(language)
    trace = Trace(file.workbook)
  }

  /// A fault when nothing has the id: with the one that was probably meant, or all.
  package func faults(ofID id: String) -> [Diagnostic] {
    guard trace.nodes(named: id).isEmpty else { return [] }
    var reading = Reading()
    reading.unknown("id/nowhere", Text(id), known: trace.nodes.compactMap(\.id))
    return reading.diagnostics
  }

  // MARK: For people

  /// From each pain and blocker down to the business model, then the loose ends.
  package func whole() -> Outline {
    var outline = Outline()
    var told: Set<Int> = []
    for node in trace.nodes.indices where isStart(node) {
      outline.addGap()
      outline.add(line(node))
      let results = trace.results(of: node)
      let path = crumbs(to: node)
      if !path.isEmpty {
        let stem = results.isEmpty ? "   " : "│  "
        outline.add(Outline.Line(lead: stem, hang: stem, text: [Outline.Part(path, .quiet)]))
      }
      add(results, of: trace.results, below: "", to: &outline, &told)
    }
    addLooseEnds(to: &outline)
    return outline
  }

  /// What leads to the things that an id names, and what follows from them.
  package func outline(of id: String) -> Outline {
    var outline = Outline()
    for node in trace.nodes(named: id) {
      outline.addGap()
      outline.add(line(node))
      for (heading, next) in [("trace.comesFrom", trace.causes), ("trace.leadsTo", trace.results)] {
        outline.addHeading(said(heading))
        var told: Set<Int> = []
        add(next(node), of: next, below: "", to: &outline, &told)
        if next(node).isEmpty {
          outline.add(Outline.Line(text: [Outline.Part(said("trace.nothing"), .quiet)]))
        }
      }
    }
    return outline
  }

  /// Where a chain starts for a reader: at what opportunities answer, or should; further on where nothing leads to it.
  private func isStart(_ node: Int) -> Bool {
    switch trace.nodes[node].kind {
    case .pain, .blocker, .note: true
    case .idea: !trace.results(of: node).isEmpty
    case .opportunity, .solution, .concept: trace.causes(of: node).isEmpty
    case .segment, .persona, .stage, .block: false
    }
  }

  /// Segment, persona and stage behind something, in one line.
  private func crumbs(to node: Int) -> String {
    let behind = trace.around(node).filter {
      [.segment, .persona, .stage].contains(trace.nodes[$0].kind)
    }
    return behind.sorted().map { words($0) }.joined(separator: " › ")
  }

  /// The branches below a node; what was told before is not told again.
  private func add(
    _ nodes: [Int], of next: (Int) -> [Int], below stem: String, to outline: inout Outline,
    _ told: inout Set<Int>
  ) {
    for (position, node) in nodes.enumerated() {
      let isLast = position + 1 == nodes.count
      let more = next(node)
      let isNew = told.insert(node).inserted || more.isEmpty
      let below = stem + (isLast ? "   " : "│  ")
      var line = line(node, withMore: isNew)
      line.lead = stem + (isLast ? "└─ " : "├─ ")
      line.hang = below + (isNew && !more.isEmpty ? "│  " : "   ")
      if !isNew { line.text.append(Outline.Part(" " + said("trace.again"), .quiet)) }
      outline.add(line)
      if isNew { add(more, of: next, below: below, to: &outline, &told) }
    }
  }

  private func addLooseEnds(to outline: inout Outline) {
    if outline.lines.isEmpty, trace.orphans.isEmpty {
      outline.add(Outline.Line(text: [Outline.Part(said("trace.empty"))]))
      return
    }
    outline.addHeading(said(trace.orphans.isEmpty ? "trace.none" : "trace.loose"))
    for reason in Trace.Reason.allCases {
      let nodes = trace.orphans.filter { $0.reason == reason }.map(\.node)
      guard !nodes.isEmpty else { continue }
      outline.add(
        Outline.Line(lead: "  ", hang: "  ", text: [Outline.Part(catalogue.phrase(reason.phrase), .warning)]))
      for node in nodes {
        var line = line(node, withReasons: false)
        (line.lead, line.hang) = ("    ", "    ")
        outline.add(line)
      }
    }
  }

  /// Kind, id and words of a node, with what else is to know of it between brackets.
  private func line(_ index: Int, withMore: Bool = true, withReasons: Bool = true) -> Outline.Line {
    let node = trace.nodes[index]
    guard node.kind != .block else {
      let statements = node.details.map(words).joined(separator: "; ")
      return Outline.Line(
        label: [Outline.Part(words(index), .quiet), Outline.Part("  ")], text: [Outline.Part(statements)])
    }
    var label = [Outline.Part(catalogue.phrase(node.kind.phrase), .quiet)]
    if let id = node.id { label.append(Outline.Part(" " + id, .strong)) }
    label.append(Outline.Part("  "))
    var text = [Outline.Part(words(index))]
    var more = node.details.map(words)
    if let evidence = node.evidence { more.append(catalogue.phrase(evidence.phrase)) }
    if withMore, !more.isEmpty {
      text.append(Outline.Part(" (" + more.joined(separator: ", ") + ")", .quiet))
    }
    if withReasons {
      text += trace.reasons(of: index).map { reason in
        Outline.Part(" ! " + catalogue.phrase(reason.phrase), .warning)
      }
    }
    return Outline.Line(label: label, text: text)
  }

  private func words(_ node: Int) -> String {
    let words = words(trace.nodes[node].words)
    return words.isEmpty ? trace.nodes[node].id ?? "–" : words
  }

  private func words(_ view: DataView) -> String {
    switch view {
    case .text(let text): text.string.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .phrase(let key): catalogue.phrase(key)
    default: ""
    }
  }

  /// A sentence of the tool's own.
  private func said(_ key: String) -> String { library.phrase(key, in: language) }

  // MARK: For programs

  /// Nodes with their links by number, and the loose ends; of an id, what leads to it and what follows from it.
  package func json(of id: String? = nil) -> String {
    let asked = id.map { trace.nodes(named: $0) }
    let shown = asked.map { $0.reduce(into: Set<Int>()) { $0.formUnion(trace.around($1)) } }
    func isShown(_ node: Int) -> Bool { shown?.contains(node) != false }
    func numbers(_ nodes: [Int]) -> JSONValue { .array(nodes.filter(isShown).map { .integer($0) }) }
    let nodes = trace.nodes.enumerated().filter { isShown($0.offset) }.map { index, node in
      var members: [(String, JSONValue)] = [("node", .integer(index)), ("kind", .string(node.kind.rawValue))]
      if let id = node.id { members.append(("id", .string(id))) }
      members.append(("text", .string(words(index))))
      if !node.details.isEmpty {
        members.append(("details", .array(node.details.map { .string(words($0)) })))
      }
      if let evidence = node.evidence { members.append(("evidence", .string(evidence.rawValue))) }
      if let span = node.span {
        members += [
          ("file", .string(span.file.name)), ("line", .integer(span.start.line)),
          ("column", .integer(span.start.column)),
        ]
      }
      members += [
        ("onPath", .boolean(trace.path.contains(index))),
        ("comesFrom", numbers(trace.causes(of: index))), ("leadsTo", numbers(trace.results(of: index))),
      ]
      return JSONValue.object(members)
    }
    let loose = trace.orphans.filter { isShown($0.node) }.map { orphan in
      JSONValue.object([
        ("node", .integer(orphan.node)), ("reason", .string(orphan.reason.rawValue)),
        ("message", .string(catalogue.phrase(orphan.reason.phrase))),
      ])
    }
    var members: [(String, JSONValue)] = [("nodes", .array(nodes)), ("looseEnds", .array(loose))]
    if let asked { members.insert(("asked", .array(asked.map { .integer($0) })), at: 0) }
    return JSONValue.object(members).text + "\n"
  }
}
