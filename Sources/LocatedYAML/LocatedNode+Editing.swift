import Diagnostics

/// What an edit asks of nodes.
extension LocatedNode {
  /// What a path leads to.
  func node(at path: ArraySlice<YAMLEdit.Step>) -> LocatedNode? {
    switch path.first {
    case nil: self
    case .key(let key): self[key]?.node(at: path.dropFirst())
    case .element(let index):
      elements.indices.contains(index) ? elements[index].node(at: path.dropFirst()) : nil
    }
  }

  /// The same with another text at the end of a path, under a new key if need be.
  func setting(_ path: [YAMLEdit.Step], to text: String) -> LocatedNode {
    var node = self
    guard let step = path.first else {
      node.content = .scalar(text)
      return node
    }
    let rest = Array(path.dropFirst())
    switch (step, content) {
    case (.key(let key), .mapping(var entries)):
      if let index = entries.firstIndex(where: { $0.key.string == key }) {
        entries[index].value = entries[index].value.setting(rest, to: text)
      } else {
        var name = self
        name.content = .scalar(key)
        entries.append(Entry(key: name, value: name.setting(rest, to: text)))
      }
      node.content = .mapping(entries)
    case (.element(let index), .sequence(var elements)) where elements.indices.contains(index):
      elements[index] = elements[index].setting(rest, to: text)
      node.content = .sequence(elements)
    default: break
    }
    return node
  }

  /// Says the same as another, in whatever style and order of keys.
  func says(_ other: LocatedNode) -> Bool {
    switch (content, other.content) {
    case (.nothing, .nothing): true
    case (.scalar(let one), .scalar(let two)): one == two
    case (.sequence(let one), .sequence(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.says($1) }
    case (.mapping(let one), .mapping(let two)):
      one.count == two.count
        && one.allSatisfy { entry in
          entry.key.string.flatMap { other[$0] }.map { entry.value.says($0) } ?? false
        }
    default: false
    }
  }

  /// Where the values stand that aliases in this one point at.
  var sharedRanges: [Range<Int>] {
    if cameThroughAlias { return [span.range] }
    switch content {
    case .nothing, .scalar: return []
    case .sequence(let elements): return elements.flatMap(\.sharedRanges)
    case .mapping(let entries): return entries.flatMap { $0.key.sharedRanges + $0.value.sharedRanges }
    }
  }

  /// Where it ends, comments after it left out; nothing when it stands elsewhere, or when the empty lines after it may
  /// belong to it.
  var lastByte: Int? {
    if cameThroughAlias { return nil }
    switch (style, content) {
    case (.block, .sequence(let elements)): return elements.last.map(\.lastByte) ?? span.range.upperBound
    case (.block, .mapping(let entries)): return entries.last.map(\.value.lastByte) ?? span.range.upperBound
    case (.literal, _), (.folded, _): return header.contains("+") ? nil : span.range.upperBound
    default: return span.range.upperBound
    }
  }

  /// The comment beside the mark that begins a block scalar, with the space before it.
  var headerComment: String? {
    guard style == .literal || style == .folded, let sign = header.firstIndex(of: "#") else { return nil }
    return " " + header[sign...]
  }

  /// The first line of a block scalar.
  private var header: String {
    String(decoding: span.file.line(span.start.line).bytes.dropFirst(column), as: UTF8.self)
  }

  private var column: Int { span.range.lowerBound - span.file.line(span.start.line).start }
}
