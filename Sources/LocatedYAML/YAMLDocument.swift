package import Diagnostics

/// A YAML file as read: what could be understood, and what could not.
package struct YAMLDocument: Sendable {
  /// What a file may ask of the reader before it is refused.
  package struct Limits: Sendable {
    package var bytes = 8 << 20
    /// Nodes with every alias expanded.
    package var nodes = 200_000
    package var depth = 48
    /// Syntax errors reported before giving up.
    package var syntaxErrors = 20

    package init() {}
  }

  package var file: SourceFile
  /// Nothing when the text has no content at all.
  package var root: LocatedNode?
  package var diagnostics: [Diagnostic]
  /// False when a syntax error hides part of the text: what seems missing may only be unread.
  package var isWhole: Bool

  /// A file that could not even be read as a text.
  package static func unreadable(_ path: String, _ fault: Diagnostic) -> YAMLDocument {
    YAMLDocument(file: SourceFile(name: path, bytes: []), root: nil, diagnostics: [fault], isWhole: false)
  }

  package static func parse(_ file: SourceFile, limits: Limits = Limits()) -> YAMLDocument {
    if let fault = file.unusable(atMost: limits.bytes) {
      return YAMLDocument(file: file, root: nil, diagnostics: [fault], isWhole: false)
    }
    var composer = Composer(file: file, limits: limits)
    composer.run()
    if composer.root == nil, composer.diagnostics.isEmpty {
      composer.diagnostics.append(Diagnostic(fault: "file/empty", at: Span(file, 0..<0)))
    }
    return YAMLDocument(
      file: file, root: composer.root, diagnostics: composer.diagnostics, isWhole: composer.isWhole)
  }
}
