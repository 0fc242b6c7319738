package import CairoBackend
import Diagnostics
import Hyphenation
import LayoutModel
import PDFFinishing
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
      + (PDFFinisher.libraryVersion.map { [("qpdf", $0)] } ?? [])
  }

  package var folders: [(name: String, path: String)] {
    [("layouts", library.installation.layouts), ("fonts", library.installation.fonts)]
  }

  package func fonts() -> [FontReport] {
    let families = library.installation.families().families
    let found = library.fonts()
    return families.text.map {
      FontReport(weight: $0.weight.rawValue, file: $0.file.string, path: found.text[$0.weight])
    }
  }

  /// A family that stands in for characters that the text's own lacks.
  package struct FallbackReport: Sendable {
    package var file: String
    /// Nothing when it is not on this machine; that is no fault.
    package var path: String?
    /// Codes of ISO 15924; none for everything.
    package var scripts: [String]
    /// The Debian package that would bring it.
    package var package: String?
  }

  package func fallbacks() -> [FallbackReport] {
    library.fonts().fallbacks().map { family in
      FallbackReport(
        file: family.regular, path: library.installation.place(ofFont: family.regular),
        scripts: family.scripts.sorted(), package: family.package)
    }
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
      for run in word.runs {
        let file: String? =
          switch run.drawing {
          case .letters: run.face.file
          case .picture(let glyphs): glyphs.face.file
          case .box: nil
          }
        result.append((run.text, file))
      }
    }
    return result
  }
}
