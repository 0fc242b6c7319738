import CPangoCairo
import PageModel

/// One worker's fonts: the files of the text, opened at once, and what else is needed when it is.
/// A class because HarfBuzz's and Pango's objects are shared by reference and are not thread-safe: one thread has it at a
/// time.
package final class FontShelf {
  private let files: FontFiles
  private var fonts: [String: OpenFont] = [:]
  private(set) lazy var pango = PangoFonts(files: paths)
  /// Asked for what the text's own files lack.
  package let fallbacks: FallbackShelf

  package init(files: FontFiles) throws(BackendError) {
    self.files = files
    fallbacks = FallbackShelf(files: files)
    Self.withoutSystemFonts
    for path in paths {
      let font: OpenFont?
      do { font = try OpenFont(path: path) } catch { throw .fontUnusable(path: path, error.fault) }
      guard let font else { throw .fontUnusable(path: path, .notAFont) }
      guard !font.isOfCollection else { throw .fontUnusable(path: path, .collection) }
      fonts[path] = font
    }
    guard !fonts.isEmpty else { throw .fontUnusable(path: "", .notAFont) }
  }

  /// Text in an SVG picture is set from these files too, on the thread that calls this.
  package func serveThisThread() { pango.serveThisThread() }

  /// Fontconfig reads the system's configuration at the first call that has none: an empty one spares the time.
  static let withoutSystemFonts: Void = {
    if let empty = FcConfigCreate() { FcConfigSetCurrent(empty) }
  }()

  /// The file that text of a style is set in; where one is missing, the next to it.
  func path(_ style: TextStyle) -> String {
    let upright = files.text[style.weight] ?? files.text[.regular] ?? paths[0]
    return style.isItalic ? files.italic[style.weight] ?? files.italic[.regular] ?? upright : upright
  }

  func font(_ style: TextStyle) -> OpenFont {
    guard let font = fonts[path(style)] else { preconditionFailure("every file of the shelf is open") }
    return font
  }

  private var paths: [String] { Set(files.text.values).union(files.italic.values).sorted() }

  /// Paths of all files opened so far.
  package var openedFiles: [String] { paths + fallbacks.opened }
}
