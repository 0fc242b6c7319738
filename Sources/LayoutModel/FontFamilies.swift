package import Diagnostics
package import LocatedYAML
package import PageModel

/// Which font files play which weight: `fonts/families.yml`.
package struct FontFamilies: Sendable {
  package struct Entry: Sendable {
    package var weight: TextStyle.Weight
    package var file: Text
  }

  /// Files of the family that pages are set in.
  package var text: [Entry]
  /// The same leaning, for emphasis in reports.
  package var italic: [Entry]
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
      folders: file.folders.map(\.string), packages: file.packages.map(\.string))
    return (families, document.diagnostics + reading.diagnostics)
  }
}

private struct FamiliesFile: Record {
  var text = Keyed<Text>()
  var italic = Keyed<Text>()
  var folders: [Text] = []
  var packages: [Text] = []

  static let table = RecordTable<FamiliesFile>(
    "families",
    [
      Field("text", \.text, required: true),
      Field("italic", \.italic),
      Field("folders", \.folders, required: true),
      Field("packages", \.packages),
    ])
}
