import Diagnostics

/// Builds located nodes from events, and goes on after a syntax error at the next key that starts a line.
struct Composer {
  let file: SourceFile
  let limits: YAMLDocument.Limits
  private(set) var root: LocatedNode?
  var diagnostics: [Diagnostic] = []
  private(set) var isWhole = true

  private var anchors: [String: (node: LocatedNode, size: Int)] = [:]
  private var openAnchors: Set<String> = []
  private var nodes = 0
  private var stopped = false
  private(set) var cursor: CharacterCursor

  init(file: SourceFile, limits: YAMLDocument.Limits) {
    self.file = file
    self.limits = limits
    cursor = CharacterCursor(bytes: file.bytes, start: 0)
  }

  mutating func run() {
    var start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for _ in 0..<limits.syntaxErrors {
      guard let resume = fragment(from: start), let next = nextTopLevelKey(after: resume) else { return }
      start = next
    }
  }

  /// Reads the text from a byte on; the place after which to look for a fresh start when a syntax error ended it.
  private mutating func fragment(from start: Int) -> Int? {
    cursor = CharacterCursor(bytes: file.bytes, start: start)
    stopped = false
    return file.bytes.withUnsafeBufferPointer { bytes -> Int? in
      let stream = EventStream(UnsafeBufferPointer(rebasing: bytes[start...]))
      do throws(SyntaxStop) {
        var documents = 0
        while true {
          let event = try next(stream)
          switch event.kind {
          case .streamEnd: return nil
          case .documentStart: documents += 1
          case .documentEnd, .other: break
          default:
            if documents > 1 {
              let place = offset(event.start)
              report("yaml/second-document", place..<place + 1)
              return nil
            }
            let node = try node(event, stream, depth: 1).node
            merge(node)
            if stopped { return nil }
          }
        }
      } catch {
        isWhole = false
        if let partial = error.partial { merge(partial) }
        return explain(error.problem)
      }
    }
  }

  /// A syntax error on its way out, with what had been built.
  private struct SyntaxStop: Error {
    var problem: YAMLProblem
    var partial: LocatedNode?
  }

  private func next(_ stream: borrowing EventStream) throws(SyntaxStop) -> YAMLEvent {
    do { return try stream.next() } catch { throw SyntaxStop(problem: error, partial: nil) }
  }

  private mutating func node(
    _ event: YAMLEvent, _ stream: borrowing EventStream, depth: Int
  ) throws(SyntaxStop) -> (node: LocatedNode, size: Int) {
    var start = offset(event.start)
    if let tag = event.tag, !tag.hasPrefix("tag:yaml.org,2002:"), tag != "!" {
      report("yaml/tag", start..<start + tag.utf8.count, ["tag": .text(tag)])
    }
    start = value(after: start, hasTag: event.tag != nil, hasAnchor: event.anchor != nil)
    if let anchor = event.anchor { openAnchors.insert(anchor) }
    var result: (node: LocatedNode, size: Int)
    switch event.kind {
    case .alias(let name): return alias(name, start..<offset(event.end))
    case .scalar(let value, let style):
      let end = offset(event.end)
      let span = Span(file, trimmed(min(start, end)..<end, style))
      let isNothing = style == .plain && (value.isEmpty || value == "~" || value == "null")
      result = (
        LocatedNode(
          content: isNothing ? .nothing : .scalar(value), span: span, style: style
        ), 1
      )
      count(1, at: span)
      if style == .plain, !isNothing { warnOfLostText(after: span) }
    case .sequenceStart(let style):
      result = try sequence(start, style, stream, depth: depth)
    case .mappingStart(let style):
      result = try mapping(start, style, stream, depth: depth)
    default: preconditionFailure("an event that starts no node")
    }
    if let anchor = event.anchor {
      anchors[anchor] = result
      openAnchors.remove(anchor)
    }
    return result
  }

  private mutating func sequence(
    _ start: Int, _ style: LocatedNode.Style, _ stream: borrowing EventStream, depth: Int
  ) throws(SyntaxStop) -> (node: LocatedNode, size: Int) {
    var elements: [LocatedNode] = []
    var size = 1
    var result = collection(start, style)
    guard enter(depth, at: start) else { return (unread(result), 1) }
    do {
      while !stopped {
        let event = try next(stream)
        if case .collectionEnd = event.kind {
          result.span = Span(file, trimmed(start..<max(start + 1, offset(event.end)), style))
          break
        }
        let element = try node(event, stream, depth: depth + 1)
        elements.append(element.node)
        size += element.size
      }
    } catch {
      if let partial = error.partial { elements.append(partial) }
      result.content = .sequence(elements)
      throw SyntaxStop(problem: error.problem, partial: cut(result, elements.last))
    }
    result.content = .sequence(elements)
    result.isCut = stopped
    return (result, size)
  }

  private mutating func mapping(
    _ start: Int, _ style: LocatedNode.Style, _ stream: borrowing EventStream, depth: Int
  ) throws(SyntaxStop) -> (node: LocatedNode, size: Int) {
    var entries: [LocatedNode.Entry] = []
    var known = KnownKeys()
    var size = 1
    var result = collection(start, style)
    guard enter(depth, at: start) else { return (unread(result), 1) }
    do {
      while !stopped {
        let event = try next(stream)
        if case .collectionEnd = event.kind {
          result.span = Span(file, trimmed(start..<max(start + 1, offset(event.end)), style))
          break
        }
        let key = try node(event, stream, depth: depth + 1)
        if stopped { break }
        let value = try node(next(stream), stream, depth: depth + 1)
        size += key.size + value.size
        guard let name = key.node.string else {
          report("yaml/key", key.node.span.range)
          continue
        }
        if name == "<<", key.node.style == .plain {
          report("yaml/merge-key", key.node.span.range)
        } else if let first = known.span(of: name, in: entries) {
          diagnostics.append(
            Diagnostic(
              fault: "yaml/duplicate-key", at: key.node.span,
              ["key": .text(name), "line": .count(first.start.line)],
              related: [Diagnostic.Related(key: "first-given-here", span: first)]))
        } else {
          entries.append(LocatedNode.Entry(key: key.node, value: value.node))
        }
      }
    } catch {
      result.content = .mapping(entries)
      throw SyntaxStop(problem: error.problem, partial: cut(result, entries.last?.value))
    }
    result.content = .mapping(entries)
    result.isCut = stopped
    return (result, size)
  }

  /// A `#` or a comma that ends a text where its author hardly meant it to: valid YAML, and words that vanish.
  private mutating func warnOfLostText(after span: Span) {
    let bytes = file.bytes
    var place = span.range.upperBound
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && (48...57).contains(bytes[index]) }
    if place < bytes.count, bytes[place] == UInt8(ascii: ","), isDigit(place - 1), isDigit(place + 1) {
      let finding = Diagnostic(
        finding: "yaml/decimal-comma", .warning, at: Span(file, place..<place + 1), hint: "quote-it")
      diagnostics.append(finding)
    }
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    guard place > span.range.upperBound, place + 1 < bytes.count, bytes[place] == UInt8(ascii: "#"),
      bytes[place + 1] > 32, bytes[place + 1] != UInt8(ascii: "#")
    else { return }
    var end = place
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
    diagnostics.append(
      Diagnostic(finding: "yaml/comment-in-text", .warning, at: Span(file, place..<end), hint: "quote-it"))
  }

  private func collection(_ start: Int, _ style: LocatedNode.Style) -> LocatedNode {
    LocatedNode(
      content: .sequence([]), span: Span(file, start..<start + 1), style: style)
  }

  /// What stands where reading stopped.
  private func unread(_ node: LocatedNode) -> LocatedNode {
    var node = node
    node.content = .nothing
    node.isCut = true
    return node
  }

  private func cut(_ node: LocatedNode, _ last: LocatedNode?) -> LocatedNode {
    var node = node
    node.isCut = true
    if let last {
      node.span.range =
        node.span.range.lowerBound..<max(node.span.range.upperBound, last.span.range.upperBound)
    }
    return node
  }

  private mutating func alias(_ name: String, _ range: Range<Int>) -> (node: LocatedNode, size: Int) {
    let nothing = LocatedNode(
      content: .nothing, span: Span(file, range), style: .plain, isCut: true)
    if openAnchors.contains(name) {
      report("yaml/recursive-alias", range, ["name": .text(name)])
      return (nothing, 1)
    }
    guard let target = anchors[name] else {
      report(
        "yaml/unknown-alias", range,
        ["name": .text(name), "suggestion": .text(Suggestion.nearest(to: name, among: anchors.keys) ?? "")],
        hint: Suggestion.nearest(to: name, among: anchors.keys) == nil ? "quote-star" : "did-you-mean")
      return (nothing, 1)
    }
    count(target.size, at: Span(file, range))
    var node = target.node
    node.cameThroughAlias = true
    return (node, target.size)
  }

  private mutating func count(_ size: Int, at span: Span) {
    nodes += size
    if nodes > limits.nodes, !stopped {
      stopped = true
      isWhole = false
      diagnostics.append(Diagnostic(fault: "yaml/too-many-nodes", at: span, ["limit": .count(limits.nodes)]))
    }
  }

  private mutating func enter(_ depth: Int, at start: Int) -> Bool {
    count(1, at: Span(file, start..<start + 1))
    if depth > limits.depth, !stopped {
      stopped = true
      isWhole = false
      report("yaml/too-deep", start..<start + 1, ["limit": .count(limits.depth)])
    }
    return !stopped
  }

  /// Joins what a fresh start found to the mapping that came before it.
  private mutating func merge(_ node: LocatedNode) {
    guard var whole = root, case .mapping(var entries) = whole.content else {
      root = node
      root?.isCut = node.isCut || !isWhole
      return
    }
    guard case .mapping(let more) = node.content else { return }
    for entry in more {
      if let first = entries.first(where: { $0.key.string == entry.key.string }) {
        diagnostics.append(
          Diagnostic(
            fault: "yaml/duplicate-key", at: entry.key.span,
            ["key": .text(entry.key.string ?? ""), "line": .count(first.key.span.start.line)],
            related: [Diagnostic.Related(key: "first-given-here", span: first.key.span)]))
      } else {
        entries.append(entry)
      }
    }
    whole.content = .mapping(entries)
    root = whole
  }

  mutating func report(
    _ code: String, _ range: Range<Int>, _ arguments: [String: Diagnostic.Argument] = [:], hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(fault: code, at: Span(file, range), arguments, hint: hint))
  }

  mutating func offset(_ character: Int) -> Int { cursor.byte(of: character) }

  /// Where a value itself begins: libyaml begins it at its tag or anchor.
  private func value(after start: Int, hasTag: Bool, hasAnchor: Bool) -> Int {
    let bytes = file.bytes
    var place = start
    func skip(while belongs: (UInt8) -> Bool) {
      while place < bytes.count, belongs(bytes[place]) { place += 1 }
    }
    for _ in 0..<(hasTag ? 1 : 0) + (hasAnchor ? 1 : 0) {
      skip { $0 > 32 }
      skip { $0 <= 32 }
      while place < bytes.count, bytes[place] == UInt8(ascii: "#") {
        skip { $0 != UInt8(ascii: "\n") }
        skip { $0 <= 32 }
      }
    }
    return place
  }

  /// Ends a block collection or scalar at its last visible byte: libyaml ends it where the next thing starts.
  private func trimmed(_ range: Range<Int>, _ style: LocatedNode.Style) -> Range<Int> {
    guard style == .block || style == .literal || style == .folded else { return range }
    var end = min(range.upperBound, file.bytes.count)
    while end > range.lowerBound + 1, file.bytes[end - 1] <= 32 { end -= 1 }
    return range.lowerBound..<end
  }
}
