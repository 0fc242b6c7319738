package import Diagnostics
package import LocatedYAML
package import PageModel

/// Which font files play which weight: `fonts/families.yml`.
package struct FontFamilies: Sendable {
  package struct Entry: Sendable {
    package var weight: TextStyle.Weight
    package var file: Text
  }

  /// A family asked for characters that the text's own lacks.
  package struct Fallback: Sendable {
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

  /// Files of the family that pages are set in.
  package var text: [Entry]
  /// The same leaning, for emphasis in reports.
  package var italic: [Entry]
  /// Families asked for characters that it lacks, in this order.
  package var fallbacks: [Fallback]
  /// Folders searched for the files, after the `fonts` folder itself.
  package var folders: [String]
  /// The Debian package that brings them, for messages.
  package var packages: [String]

  package static func read(_ document: YAMLDocument) -> (families: FontFamilies, diagnostics: [Diagnostic]) {
    var reading = Reading()
    let file = document.root.flatMap { FamiliesFile.read($0, &reading) } ?? FamiliesFile()
    func entries(_ files: Keyed<Text>) -> [Entry] {
      files.entries.compactMap { key, value in
        guard let weight = TextStyle.Weight(rawValue: key.string) else {
          reading.unknown("fonts/unknown-weight", key, known: TextStyle.Weight.allCases.map(\.rawValue))
          return nil
        }
        return Entry(weight: weight, file: value)
      }
    }
    let families = FontFamilies(
      text: entries(file.text), italic: entries(file.italic),
      fallbacks: file.fallbacks.map { $0.fallback(&reading) }, folders: file.folders.map(\.string),
      packages: file.packages.map(\.string))
    return (families, document.diagnostics + reading.diagnostics)
  }
}

private struct FamiliesFile: Record {
  var text = Keyed<Text>()
  var italic = Keyed<Text>()
  var fallbacks: [FallbackFile] = []
  var folders: [Text] = []
  var packages: [Text] = []

  static let table = RecordTable<FamiliesFile>(
    "families",
    [
      Field("text", \.text, required: true),
      Field("italic", \.italic),
      Field("fallbacks", \.fallbacks),
      Field("folders", \.folders, required: true),
      Field("packages", \.packages),
    ])
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

  func fallback(_ reading: inout Reading) -> FontFamilies.Fallback {
    var numbers: [String: Int] = [:]
    for (language, number) in faces?.entries ?? [] {
      numbers[language.string] = Int(number.string)
      if numbers[language.string] == nil {
        reading.report(
          Diagnostic(fault: "value/not-an-integer", at: number.span, ["word": .text(number.string)]))
      }
    }
    return FontFamilies.Fallback(
      file: file, bold: bold?.string ?? file.string.replacing("-Regular.", with: "-Bold."),
      scripts: Set(scripts.map(\.text.string)), faces: numbers, size: size?.fraction ?? 1,
      package: package?.string)
  }
}
