package import Diagnostics
import LocatedYAML

/// A canvas that is checked in everything but its words: they are in a catalogue, which may not have been read yet.
package struct CanvasDraft: Sendable {
  let definition: CanvasDefinition?
  let diagnostics: [Diagnostic]
  /// The keys of phrases that it names.
  let phrases: [Text]

  /// The names of icons that its cells show.
  package var icons: [String] { definition?.cells.compactMap(\.icon) ?? [] }

  /// The canvas, unless there is a fault in it.
  package func settled(
    hasPhrase: (_ key: String) -> Bool
  ) -> (definition: CanvasDefinition?, diagnostics: [Diagnostic]) {
    let unknown = phrases.filter { !hasPhrase($0.string) }.map { key in
      Diagnostic(fault: "layout/unknown-phrase", at: key.span, ["key": .text(key.string)])
    }
    let diagnostics = diagnostics + unknown
    return (diagnostics.haveFaults ? nil : definition, diagnostics)
  }
}
