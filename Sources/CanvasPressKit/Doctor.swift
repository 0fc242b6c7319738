package import CairoBackend
import Diagnostics
import Hyphenation
import LayoutModel
import PageModel

/// Says what canvaspress runs on, and which font sets each character.
package struct Doctor {
  package struct FontReport: Sendable {
    package var weight: String
    package var file: String
    /// Nothing when it is not on this machine.
    package var path: String?
  }

  private let library: Library

  package init(_ library: Library) { self.library = library }

  package var versions: [(name: String, version: String)] {
    [("canvaspress", Release.version)] + BackendVersions.all
  }

  package var folders: [(name: String, path: String)] {
    [("layouts", library.installation.layouts), ("fonts", library.installation.fonts)]
  }

  package func fonts() -> (fonts: [FontReport], fallbacks: [String]) {
    let families = library.installation.families().families
    let found = library.fonts()
    return (
      families.text.map {
        FontReport(weight: $0.weight.rawValue, file: $0.file.string, path: found.text[$0.weight])
      },
      found.fallbacks
    )
  }

  /// Languages and whether words are hyphenated in them.
  package func languages() -> [(code: String, isHyphenated: Bool)] {
    library.languageCodes.map { code in
      let hyphenator = LibHyphenator(dictionaries: [code: library.dictionaries(for: code)])
      return (code, hyphenator.hasDictionary(for: code))
    }
  }

  /// Which file draws each stretch of a text; nothing where none does.
  package func faces(of text: String) throws(BackendError) -> [(text: String, file: String?)] {
    let shaper = PangoShaper(shelf: try FontShelf(files: library.fonts()))
    var result: [(text: String, file: String?)] = []
    for piece in shaper.shape(text, TextStyle(weight: .regular, language: "en")).pieces {
      guard case .word(let word) = piece else { continue }
      for run in word.runs { result.append((run.text, run.glyphs.contains(0) ? nil : run.face.file)) }
    }
    return result
  }
}
