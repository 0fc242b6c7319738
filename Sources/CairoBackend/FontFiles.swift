package import PageModel

/// The font files that a document may use. Nothing else on the machine can change a page.
package struct FontFiles: Sendable {
  /// A file for each weight.
  package var text: [TextStyle.Weight: String]
  /// The same leaning, for running text; where one is missing the upright one stands in.
  package var italic: [TextStyle.Weight: String]
  /// Opened only when the text's own file lacks a character, in this order.
  package var fallbacks: [String]

  package init(
    text: [TextStyle.Weight: String], italic: [TextStyle.Weight: String] = [:], fallbacks: [String]
  ) {
    self.text = text
    self.italic = italic
    self.fallbacks = fallbacks
  }
}

/// Why the machine could not do its part.
package enum BackendError: Error, Sendable {
  case fontUnusable(path: String)
  case cairo(task: String, status: String)
  case png(String)
  case picture(path: String)
  case tooLarge(width: Int, height: Int)
}
