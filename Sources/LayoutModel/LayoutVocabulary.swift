import Diagnostics
package import LocatedYAML

/// The words that a layout may use: what the engine, the model, the icons and the theme offer.
package struct LayoutVocabulary: Sendable {
  /// What a block says of itself, so that a layout can be checked without a workbook.
  package struct BlockTraits: Sendable {
    package var name: String
    /// Whether it can show such data; nothing when it shows none.
    package var accepts: (@Sendable (Shape) -> Bool)?

    package init(name: String, accepts: (@Sendable (Shape) -> Bool)?) {
      self.name = name
      self.accepts = accepts
    }
  }

  package var blocks: [BlockTraits]
  package var root: RecordDescription
  /// The record behind a reference of a kind.
  package var describe: @Sendable (_ kind: String) -> RecordDescription?
  package var icons: [String]
  package var roles: [String]

  package init(
    blocks: [BlockTraits], root: RecordDescription,
    describe: @escaping @Sendable (_ kind: String) -> RecordDescription?,
    icons: [String], roles: [String]
  ) {
    self.blocks = blocks
    self.root = root
    self.describe = describe
    self.icons = icons
    self.roles = roles
  }

  /// The shape that a path leads to from a record; reports the step that leads nowhere.
  func shape(at path: DataPath, from start: RecordDescription, _ reading: inout Reading) -> Shape? {
    var shape = Shape.record(start)
    for step in path.steps {
      var description: RecordDescription?
      switch shape {
      case .record(let record): description = record
      case .reference(let kind): description = describe(kind)
      default: break
      }
      guard let description, let field = description.field(named: step) else {
        let known = description.map { ($0.fields + $0.derived).map(\.name) } ?? []
        reading.unknown(
          "layout/unknown-path", Text(step, at: path.text.span), known: known,
          ["path": .text(path.text.string)])
        return nil
      }
      shape = field.shape()
    }
    return shape
  }
}
