package import PageModel

/// The font files that a document may use. Nothing else on the machine can change a page.
package struct FontFiles: Sendable {
  /// A file for each weight.
  package var text: [TextStyle.Weight: String]
  /// The same leaning, for running text; where one is missing the upright one stands in.
  package var italic: [TextStyle.Weight: String]
  /// Asked only when the text's own file lacks a character.
  package var fallbacks: @Sendable () -> [FallbackFamily]
  /// Where fallbacks are looked for, in this order.
  package var folders: [String]

  package init(
    text: [TextStyle.Weight: String], italic: [TextStyle.Weight: String] = [:],
    fallbacks: @escaping @autoclosure @Sendable () -> [FallbackFamily] = [], folders: [String] = []
  ) {
    self.text = text
    self.italic = italic
    self.fallbacks = fallbacks
    self.folders = folders
  }

  /// Where a file may be.
  func places(of file: String) -> [String] { file.hasPrefix("/") ? [file] : folders.map { $0 + "/" + file } }
}

/// A family that stands in for characters that the text's own lacks.
package struct FallbackFamily: Sendable {
  /// A file's name, or its whole path.
  package var regular: String
  /// For semibold text; the regular one when nothing is said.
  package var bold: String?
  /// Codes of ISO 15924, such as `Arab`: what it is for. None: asked for everything, after those that are for a script.
  package var scripts: Set<String>
  /// Its characters are coloured pictures.
  package var isPictures: Bool
  /// In a collection, the number of the face for each language.
  package var faces: [String: Int]
  /// Of the size around it, for scripts that stand taller or lower than Latin letters.
  package var zoom: Double
  /// The Debian package that brings it.
  package var package: String?

  package init(
    regular: String, bold: String? = nil, scripts: Set<String> = [], isPictures: Bool = false,
    faces: [String: Int] = [:], zoom: Double = 1, package: String? = nil
  ) {
    self.regular = regular
    self.bold = bold
    self.scripts = scripts
    self.isPictures = isPictures
    self.faces = faces
    self.zoom = zoom
    self.package = package
  }
}

/// Why a file cannot be used as a font.
package enum FontFault: Sendable {
  /// One file for all weights: a PDF would show the lightest or the plain one only.
  case variable
  /// Several fonts in one file, where one is asked for.
  case collection
  case notAFont
}

/// Why the machine could not do its part.
package enum BackendError: Error, Sendable {
  case fontUnusable(path: String, FontFault)
  case cairo(task: String, status: String)
  case png(String)
  case picture(path: String)
  /// A picture of so many pixels; `most` is the highest whole number of dots per inch that the paper takes.
  case tooLarge(width: Int, height: Int, most: Int)
}
