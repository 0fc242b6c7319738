package import Diagnostics

/// Changes of single values in a YAML text. Comments, order, quotes, line ends and everything else stay byte for byte.
package struct YAMLEdit: Sendable {
  /// One step from the root to a value.
  package enum Step: Sendable {
    case key(String)
    case element(Int)
  }

  /// Why a value cannot be changed where it stands.
  package enum Obstacle: Error {
    /// It is written here, and several places point at it.
    case shared(Span)
    /// There is no plain place to write it at; the record is here.
    case noPlace(Span)
  }

  package private(set) var patch: TextPatch
  /// As it was read.
  private let root: LocatedNode
  /// As it should be read when all is changed.
  private var wanted: LocatedNode
  /// What aliases point at.
  private let shared: [Range<Int>]

  /// A text without faults, and what was read from it.
  package init(_ root: LocatedNode) {
    self.root = root
    wanted = root
    shared = root.sharedRanges
    patch = TextPatch(root.span.file)
  }

  /// Sets a field of a record, each once. One that is not there yet comes after the nearest of its siblings, which
  /// stand in their order, or before the next one, or last.
  package mutating func set(
    _ field: String, to text: String, in path: [Step], near siblings: [String]
  ) throws(Obstacle) {
    guard let record = root.node(at: path[...]) else { throw .noPlace(root.span) }
    if let entry = record.entries.first(where: { $0.key.string == field }) {
      try replace(entry, with: text, in: record)
    } else {
      try add(field, text, to: record, siblings)
    }
    wanted = wanted.setting(path + [.key(field)], to: text)
  }

  /// The text with all changes; nothing if it said anything but what it should.
  package var result: YAMLDocument? {
    let file = SourceFile(name: patch.file.name, bytes: patch.bytes)
    let document = YAMLDocument.parse(file)
    guard document.isWhole, !document.diagnostics.haveFaults, let root = document.root, root.says(wanted)
    else { return nil }
    return document
  }

  // MARK: A value that is there

  private mutating func replace(
    _ entry: LocatedNode.Entry, with text: String, in record: LocatedNode
  ) throws(Obstacle) {
    let value = entry.value
    if isShared(value) { throw .shared(value.span) }
    let written = ScalarText.written(text, like: value.style, inFlow: record.style == .flow)
    if value.span.range.isEmpty {
      let sign = try sign(before: entry, in: record)
      patch.replace(sign, with: patch.file.text(in: sign) + " " + written)
    } else {
      patch.replace(value.span.range, with: written + (value.headerComment ?? ""))
    }
  }

  /// What a missing value would follow: the colon of its key, or the end of the anchor that stands for it.
  private func sign(
    before entry: LocatedNode.Entry, in record: LocatedNode
  ) throws(Obstacle) -> Range<Int> {
    let bytes = patch.file.bytes
    let keyEnd = entry.key.span.range.upperBound
    guard !entry.key.cameThroughAlias,
      let colon = bytes[keyEnd...].firstIndex(where: { $0 != UInt8(ascii: " ") }),
      bytes[colon] == UInt8(ascii: ":")
    else { throw .noPlace(record.span) }
    let place = entry.value.span.range.lowerBound
    return place > colon + 1 && bytes[place - 1] > 32 ? place - 1..<place : colon..<colon + 1
  }

  // MARK: A value that is not there yet

  private mutating func add(
    _ field: String, _ text: String, to record: LocatedNode, _ siblings: [String]
  ) throws(Obstacle) {
    if isShared(record) { throw .shared(record.span) }
    let entries = record.entries
    func position(_ name: String) -> Int? { entries.firstIndex { $0.key.string == name } }
    let before = siblings.prefix { $0 != field }.reversed().compactMap(position)
    let after = siblings.drop { $0 != field }.dropFirst().compactMap(position).map { max(0, $0 - 1) }
    let places = (before + after + entries.indices.reversed()).lazy.map { entries[$0] }
    let place = places.compactMap { entry in entry.value.lastByte.map { (key: entry.key, end: $0) } }.first
    guard let (key, end) = place, !key.cameThroughAlias else { throw .noPlace(record.span) }
    let inFlow = record.style == .flow
    let keyStyle = key.style == .doubleQuoted || key.style == .singleQuoted ? key.style : .plain
    let written =
      ScalarText.written(field, like: keyStyle, inFlow: inFlow) + ": "
      + ScalarText.written(text, like: .plain, inFlow: inFlow)
    if inFlow {
      patch.replace(end..<end, with: ", " + written)
    } else {
      let file = patch.file
      let line = file.line(file.position(of: end).line)
      let lineEnd = line.start + line.bytes.count
      let indentation = String(repeating: " ", count: key.indentation)
      patch.replace(lineEnd..<lineEnd, with: file.lineEnding(at: lineEnd) + indentation + written)
    }
  }

  private func isShared(_ node: LocatedNode) -> Bool {
    let range = node.span.range
    return node.cameThroughAlias
      || shared.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }
}

extension SourceFile {
  /// The line end that stands at an offset, or that of the first line where there is none.
  fileprivate func lineEnding(at offset: Int) -> String {
    var offset = offset
    if offset == bytes.count {
      let first = line(1)
      offset = first.start + first.bytes.count
    }
    return offset < bytes.count && bytes[offset] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }
}
