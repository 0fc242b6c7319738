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
}
