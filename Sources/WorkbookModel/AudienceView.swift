package import LocatedYAML

extension Workbook {
  /// What an audience may read of a workbook without faults, and how many things were left out: those marked
  /// for others, and those that went with them. Words that name a hidden thing cannot be known, and stay.
  package static func read(
    _ document: YAMLDocument, for audience: Audience
  ) -> (workbook: Workbook, leftOut: Int) {
    guard audience < .mentor, let root = document.root else { return (read(document).workbook, 0) }
    let view = AudienceView(root, for: audience)
    var visible = document
    visible.root = view.root
    return (read(visible).workbook, view.leftOut)
  }
}

/// A workbook's tree as one audience may read it. It is made before anything is read of it, so that nothing
/// which looks at a workbook can forget a mark; the tables say where marks, ids and references stand.
package struct AudienceView {
  private struct Hidden: Hashable {
    var kind: String
    var id: String
  }

  package private(set) var root: LocatedNode
  /// How many things were left out; what stood in another thing that was is not counted again.
  package private(set) var leftOut = 0
  private let audience: Audience
  /// What the ids name that stood in what is left out.
  private var hidden: Set<Hidden> = []

  /// The tree must be read without faults as the shape that it is said to have.
  package init(_ root: LocatedNode, as shape: Shape = Workbook.shape, for audience: Audience) {
    self.root = root
    self.audience = audience
    // What goes takes its ids along, and what points at those may stand above.
    var known: Int
    repeat {
      known = hidden.count
      leftOut = 0
      self.root = visible(root, shape) ?? root.holding(.mapping([]))
    } while hidden.count > known
  }

  // MARK: What stays

  /// The node without what is hidden in it; nothing when it is hidden itself, or points at what is.
  private mutating func visible(_ node: LocatedNode, _ shape: Shape) -> LocatedNode? {
    switch (shape, node.content) {
    case (.record(let record), .mapping(let entries)):
      let before = leftOut
      if mayBeRead(entries, record), let visible = visible(entries, of: record) {
        return node.holding(.mapping(visible))
      }
      leftOut = before + 1
      hide(node, shape)
      return nil
    case (.list(let element, _), .sequence(let elements)):
      return node.holding(.sequence(elements.compactMap { visible($0, element) }))
    case (.list(let element, _), _):
      return visible(node, element)
    case (.keyed(let value), .mapping(let entries)):
      return node.holding(
        .mapping(
          entries.compactMap { entry in
            visible(entry.value, value).map { LocatedNode.Entry(key: entry.key, value: $0) }
          }))
    case (.either(let shapes), _):
      var rest: LocatedNode? = node
      for shape in shapes { rest = rest.flatMap { visible($0, shape) } }
      return rest
    case (.reference(let kind), .scalar(let id)):
      return hidden.contains(Hidden(kind: kind, id: id)) ? nil : node
    default:
      return node
    }
  }

  /// A word that is no audience is not taken for everyone.
  private func mayBeRead(_ entries: [LocatedNode.Entry], _ record: RecordDescription) -> Bool {
    guard record.field(named: "audience") != nil,
      let mark = entries.first(where: { $0.key.string == "audience" })?.value, !mark.isNothing
    else { return true }
    return (mark.string.flatMap { Audience(rawValue: $0) } ?? .mentor) <= audience
  }

  /// The entries of a record that stay; nothing when it cannot do without one that goes.
  private mutating func visible(
    _ entries: [LocatedNode.Entry], of record: RecordDescription
  ) -> [LocatedNode.Entry]? {
    var stay: [LocatedNode.Entry] = []
    for entry in entries {
      guard let field = record.fields.first(where: { $0.name == entry.key.string }) else {
        stay.append(entry)
        continue
      }
      let value = visible(entry.value, field.shape())
      let isGone = value.map { $0.isEmptied && !entry.value.isEmptied } ?? true
      if isGone, field.isRequired || Self.isAbout(field.name, record) { return nil }
      if let value { stay.append(LocatedNode.Entry(key: entry.key, value: value)) }
    }
    return stay
  }

  /// True when a record is about what the field names: a note for a hidden segment would else hold for all.
  private static func isAbout(_ field: String, _ record: RecordDescription) -> Bool {
    field == "segment" || field == "opportunity" && record.name == Solution.table.name
  }

  // MARK: What goes

  /// Remembers the ids of what is left out.
  private mutating func hide(_ node: LocatedNode, _ shape: Shape) {
    switch (shape, node.content) {
    case (.identifier(let kind), .scalar(let id)): hidden.insert(Hidden(kind: kind, id: id))
    case (.record(let record), .mapping(let entries)):
      for entry in entries {
        if let field = record.fields.first(where: { $0.name == entry.key.string }) {
          hide(entry.value, field.shape())
        }
      }
    case (.list(let element, _), .sequence(let elements)): for node in elements { hide(node, element) }
    case (.list(let element, _), _): hide(node, element)
    case (.keyed(let value), .mapping(let entries)): for entry in entries { hide(entry.value, value) }
    case (.either(let shapes), _): for shape in shapes { hide(node, shape) }
    default: break
    }
  }
}

extension LocatedNode {
  /// The same place with other content.
  fileprivate func holding(_ content: Content) -> LocatedNode {
    var node = self
    node.content = content
    return node
  }

  /// A list without elements.
  fileprivate var isEmptied: Bool {
    if case .sequence(let elements) = content { elements.isEmpty } else { false }
  }
}
