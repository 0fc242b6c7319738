package import CairoBackend
package import Diagnostics
package import Languages
import LayoutEngine
package import LayoutModel
import LocatedYAML
import PageModel
import WorkbookModel

/// The data that every job shares: catalogues, themes, canvases, icons, fonts, each read when first asked for.
/// A class because it remembers what it read, and every file's faults.
package final class Library {
  package let installation: Installation
  /// Faults of the files read so far.
  package private(set) var diagnostics: [Diagnostic] = []

  private var catalogues: [String: Catalogue] = [:]
  private var wordings: [String: Messages] = [:]
  private var knownIcons: IconSet?

  /// In `layouts`, and no canvas.
  private static let otherFiles: Set<String> = ["icons"]

  package init(_ installation: Installation) { self.installation = installation }

  // MARK: Languages

  package var languageCodes: [String] {
    names(in: "languages").filter { !$0.contains(".") }
  }

  package func catalogue(_ code: String) -> Catalogue {
    if let known = catalogues[code] { return known }
    let (catalogue, faults) = Catalogue.read(document("languages/\(code).yml"))
    diagnostics += faults
    catalogues[code] = catalogue
    return catalogue
  }

  /// The sentences of a language; English when it has none.
  package func messages(_ code: String) -> Messages {
    // A language may have words for pages before it has any for messages.
    let code = names(in: "languages").contains(code + ".messages") ? code : "en"
    if let known = wordings[code] { return known }
    let (messages, faults) = Messages.read(
      document("languages/\(code).messages.yml"), in: catalogue(code))
    diagnostics += faults
    wordings[code] = messages
    return messages
  }

  /// Looks for phrases that English has and another language lacks: blocks name some that no canvas does.
  package func checkPhrases() {
    let english = catalogue("en").phrases.keys.sorted()
    for code in languageCodes where code != "en" {
      let phrases = catalogue(code).phrases
      for key in english where phrases[key] == nil {
        diagnostics.append(
          Diagnostic(
            fault: "language/missing-phrase", at: nil, ["language": .text(code), "key": .text(key)]))
      }
    }
  }

  /// The messages of a language with its help texts, which only those read who start a workbook.
  package func help(_ code: String) -> Messages {
    let code = names(in: "languages").contains(code + ".help") ? code : "en"
    let (help, faults) = Messages.read(document("languages/\(code).help.yml"), in: catalogue(code))
    diagnostics += faults
    return messages(code).merged(with: help)
  }

  /// Where the hyphenation patterns of a language may be.
  func dictionaries(for code: String) -> [String] { installation.dictionaries(catalogue(code).hyphenation) }

  // MARK: Looks

  package var themeNames: [String] { names(in: "themes") }

  package func theme(_ name: String) -> Theme? {
    guard themeNames.contains(name) else {
      unknown("theme/unknown", Text(name), known: themeNames)
      return nil
    }
    return readTheme(name, depth: 0)
  }

  private func readTheme(_ name: String, depth: Int) -> Theme {
    let file = document("themes/\(name).yml")
    var base: Theme?
    if let parent = Theme.base(of: file) {
      if themeNames.contains(parent.string), parent.string != name, depth < 4 {
        base = readTheme(parent.string, depth: depth + 1)
      } else {
        unknown("theme/unknown", parent, known: themeNames.filter { $0 != name })
      }
    }
    let (theme, faults) = Theme.read(file, over: base)
    diagnostics += faults
    return theme
  }

  package var icons: IconSet {
    if let knownIcons { return knownIcons }
    let (icons, faults) = IconSet.read(document("icons.yml"))
    diagnostics += faults
    knownIcons = icons
    return icons
  }

  /// Looks at every icon's drawing.
  package func checkIcons() { diagnostics += icons.faults }

  // MARK: Canvases

  package var canvasNames: [String] { names(in: "").filter { !Self.otherFiles.contains($0) } }

  /// All canvases, in the order of the method's tools.
  package func canvases() -> [CanvasDefinition] {
    canvasNames.compactMap { canvas(at: Disk.join(installation.layouts, $0 + ".yml")) }
      .sorted { ($0.toolOrder, $0.name) < ($1.toolOrder, $1.name) }
  }

  /// A canvas by its name, or a file of the user's own by its path.
  package func canvas(_ name: String) -> CanvasDefinition? {
    if name.hasSuffix(".yml") || name.hasSuffix(".yaml") { return canvas(at: name) }
    guard canvasNames.contains(name) else {
      unknown("canvas/unknown", Text(name), known: canvasNames)
      return nil
    }
    return canvas(at: Disk.join(installation.layouts, name + ".yml"))
  }

  private func canvas(at path: String) -> CanvasDefinition? {
    let (definition, faults) = CanvasChecker.check(read(path), vocabulary)
    diagnostics += faults
    return definition
  }

  private var vocabulary: LayoutVocabulary {
    // All catalogues have the same keys (a test holds them to it): the one at hand will do.
    let phrases = (catalogues.first?.value ?? catalogue("en")).phrases
    return LayoutVocabulary(
      blocks: BlockRegister.traits, root: Workbook.table.description,
      describe: { Workbook.description(ofKind: $0) },
      hasPhrase: { phrases[$0] != nil }, icons: icons.names, roles: Theme.roleNames)
  }

  /// The steps of the phase that come with canvaspress, by the name of their file.
  func workflow(_ name: Text) -> Workflow? {
    let known = names(in: "workflows")
    guard known.contains(name.string) else {
      unknown("workflow/unknown", name, known: known)
      return nil
    }
    var reading = Reading()
    let file = document("workflows/\(name.string).yml")
    let workflow = file.root.flatMap { Workflow.read($0, &reading) }
    diagnostics += file.diagnostics + reading.diagnostics
    return workflow
  }

  // MARK: Fonts

  package func families() -> FontFamilies {
    let (families, faults) = FontFamilies.read(read(Disk.join(installation.fonts, "families.yml")))
    diagnostics += faults
    return families
  }

  /// The font files on this machine; a fault for each that is missing.
  package func fonts() -> FontFiles {
    let families = families()
    let packages = families.packages.joined(separator: ", ")
    var text: [TextStyle.Weight: String] = [:]
    if !families.text.contains(where: { $0.weight == .regular }) {
      diagnostics.append(
        Diagnostic(
          fault: "fonts/missing", at: nil, ["file": .text("regular"), "packages": .text(packages)],
          hint: "install-fonts"))
    }
    for entry in families.text {
      if let path = find(entry.file.string, families) {
        text[entry.weight] = path
      } else {
        diagnostics.append(
          Diagnostic(
            fault: "fonts/missing", at: entry.file.span,
            ["file": .text(entry.file.string), "packages": .text(packages)], hint: "install-fonts"))
      }
    }
    return FontFiles(text: text, fallbacks: families.fallbacks.compactMap { find($0.string, families) })
  }

  private func find(_ file: String, _ families: FontFamilies) -> String? {
    ([installation.fonts] + families.folders).lazy.map { Disk.join($0, file) }
      .first { Disk.entry(at: $0) == .file }
  }

  // MARK: Files

  private func names(in folder: String) -> [String] {
    Disk.names(in: folder.isEmpty ? installation.layouts : Disk.join(installation.layouts, folder))
      .filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }
  }

  private func document(_ name: String) -> YAMLDocument { read(Disk.join(installation.layouts, name)) }

  private func read(_ path: String) -> YAMLDocument {
    YAMLFile.read(path)
  }

  private func unknown(_ code: String, _ word: Text, known: [String]) {
    var reading = Reading()
    reading.unknown(code, word, known: known)
    diagnostics += reading.diagnostics
  }
}
