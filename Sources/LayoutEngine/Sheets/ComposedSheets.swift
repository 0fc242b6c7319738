import Diagnostics
import LayoutModel
import PageModel

/// Sheets that are laid out and wait for their numbers.
package struct ComposedSheets {
  let builders: [PageBuilder]
  let findings: [Diagnostic]

  var count: Int { builders.count }

  /// A sheet with its number at its foot.
  func page(_ index: Int, numbered number: String) -> Page { builders[index].page(numbered: number) }
}

extension PageBuilder {
  /// The page with its number, after that of its tool.
  func page(numbered number: String) -> Page {
    guard let folio else { return page }
    var builder = self
    let words = [tool, number].compactMap { $0 }.joined(separator: " · ")
    builder.textEnding(words, style.role("caption"), at: folio, owner: .pagination)
    return builder.page
  }
}
