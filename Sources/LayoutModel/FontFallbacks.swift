package import Diagnostics
package import LocatedYAML

/// Which font files stand in for characters that the text's own lacks: `fonts/fallbacks.yml`.
package struct FontFallbacks: Sendable {
  /// A family asked for characters that the text's own lacks.
  package struct Family: Sendable {
    package var file: Text
    /// For semibold text.
    package var bold: String
    /// Codes of ISO 15924, such as `Arab`; none for a family that is asked for everything.
    package var scripts: Set<String>
    /// In a collection, the number of the face for each language.
    package var faces: [String: Int]
    /// Of the size of the text around it.
    package var size: Double
    package var package: String?

    /// The code of coloured pictures among the scripts.
    package var isPictures: Bool { scripts.contains("Zsye") }
  }

  /// In the order in which they are asked.
  package var families: [Family] = []

  package init() {}

  package static func read(
    _ document: YAMLDocument
  ) -> (fallbacks: FontFallbacks, diagnostics: [Diagnostic]) {
    var reading = Reading()
    let file = document.root.flatMap { FallbacksFile.read($0, &reading) } ?? FallbacksFile()
    var fallbacks = FontFallbacks()
    fallbacks.families = file.fallbacks.map { $0.fallback(&reading) }
    return (fallbacks, document.diagnostics + reading.diagnostics)
  }
}

private struct FallbacksFile: Record {
  var fallbacks: [FallbackFile] = []

  static let table = RecordTable<FallbacksFile>(
    "fallbacks", [Field("fallbacks", \.fallbacks, required: true)])
}

private struct FallbackFile: Record {
  var file = Text("")
  var bold: Text?
  var scripts: [LoneText] = []
  var faces: Keyed<Text>?
  var size: Percentage?
  var package: Text?

  static let table = RecordTable<FallbackFile>(
    "fallback",
    [
      Field("file", \.file, required: true),
      Field("bold", \.bold),
      Field("scripts", \.scripts),
      Field("faces", \.faces),
      Field("size", \.size),
      Field("package", \.package),
    ], writtenAs: "file")

  func fallback(_ reading: inout Reading) -> FontFallbacks.Family {
    var numbers: [String: Int] = [:]
    for (language, number) in faces?.entries ?? [] {
      numbers[language.string] = Int(number.string)
      if numbers[language.string] == nil {
        reading.report(
          Diagnostic(fault: "value/not-an-integer", at: number.span, ["word": .text(number.string)]))
      }
    }
    return FontFallbacks.Family(
      file: file, bold: bold?.string ?? file.string.replacing("-Regular.", with: "-Bold."),
      scripts: Set(scripts.map(\.text.string)), faces: numbers, size: size?.fraction ?? 1,
      package: package?.string)
  }
}
