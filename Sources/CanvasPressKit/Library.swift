package import CairoBackend
import Content
package import Diagnostics
package import Languages
import LayoutEngine
package import LayoutModel
import LocatedYAML
import PageModel
package import Rules
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
  private var knownPlaceholders: Placeholders?
  private var themes: [String: Theme] = [:]
  /// Canvases read ahead, by path.
  private var drafts: [String: CanvasDraft] = [:]
  /// Flows read ahead, by path; nothing for the one that comes with canvaspress.
  private var flows: [String?: YAMLDocument] = [:]

  /// In `layouts`, and no canvas.
  private static let otherFiles: Set<String> = ["placeholders", "report"]

  package init(_ installation: Installation) { self.installation = installation }

  // MARK: Languages

  package var languageCodes: [String] { installation.languageCodes }

  /// A fault when there is no language of that code.
  package func faults(ofLanguage code: String) -> [Diagnostic] {
    var reading = Reading()
    if !languageCodes.contains(code) { reading.unknown("language/unknown", Text(code), known: languageCodes) }
    return reading.diagnostics
  }

  package func catalogue(_ code: String) -> Catalogue {
    if let known = catalogues[code] { return known }
    let (catalogue, faults) = installation.catalogue(code)
    adopt(catalogue, code, faults)
    return catalogue
  }

  /// Takes a catalogue that was read elsewhere.
  func adopt(_ catalogue: Catalogue, _ code: String, _ faults: [Diagnostic]) {
    diagnostics += faults
    catalogues[code] = catalogue
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
  package func help(_ code: String) -> Messages { messages(code, with: "help") }

  /// The messages of a language with what each code means, which only those read who ask.
  package func explanations(_ code: String) -> Messages { messages(code, with: "explain") }

  /// The messages of a language and another file of it; the English one when it has none.
  private func messages(_ code: String, with kind: String) -> Messages {
    let other = names(in: "languages").contains("\(code).\(kind)") ? code : "en"
    let (more, faults) = Messages.read(document("languages/\(other).\(kind).yml"), in: catalogue(other))
    diagnostics += faults
    return messages(code).merged(with: more)
  }

  /// Where the hyphenation patterns of a language may be.
  func dictionaries(for code: String) -> [String] { installation.dictionaries(catalogue(code).hyphenation) }

  /// The words that count as nothing written, of all languages.
  package func placeholders() -> Placeholders {
    if let knownPlaceholders { return knownPlaceholders }
    let file = document("placeholders.yml")
    var reading = Reading()
    let lists = file.root.flatMap { Keyed<[Text]>.read($0, &reading) } ?? Keyed()
    diagnostics += file.diagnostics + reading.diagnostics
    let placeholders = Placeholders(lists.entries.flatMap { $0.value.map(\.string) })
    knownPlaceholders = placeholders
    return placeholders
  }

  // MARK: Looks

  package var themeNames: [String] { names(in: "themes") }

  package func theme(_ name: String) -> Theme? {
    guard themeNames.contains(name) else {
      unknown("theme/unknown", Text(name), known: themeNames)
      return nil
    }
    return themes.removeValue(forKey: name) ?? readTheme(name, depth: 0)
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
    let folder = Disk.join(installation.layouts, "icons")
    let icons = IconSet(names(in: "icons")) { YAMLFile.read(Disk.join(folder, $0 + ".yml")) }
    knownIcons = icons
    return icons
  }

  /// Looks at every icon's drawing.
  package func checkIcons() { diagnostics += icons.faults() }

  // MARK: Canvases

  package var canvasNames: [String] { names(in: "").filter { !Self.otherFiles.contains($0) } }

  /// Reads what a request will ask for, as far as no language is needed for it.
  func readAhead(_ request: PrintRequest) {
    readAhead(theme: request.theme, canvases: request.canvases.isEmpty ? canvasNames : request.canvases)
  }

  /// The same for a report, whose flow names its canvases.
  func readAhead(_ request: ReportRequest) {
    let document = flowDocument(request.flow)
    flows[request.flow] = document
    let (flow, _) = FlowDefinition.read(document, Self.flowVocabulary, audiences: Self.audiences) { _ in true
    }
    let canvases = flow?.parts.flatMap { $0.blocks.flatMap(\.canvases) } ?? []
    readAhead(theme: request.theme, canvases: Set(canvases.map(\.string)).sorted())
  }

  private func readAhead(theme: String, canvases: [String]) {
    if themeNames.contains(theme) { themes[theme] = readTheme(theme, depth: 0) }
    let known = canvasNames
    for name in canvases where known.contains(name) {
      let path = path(ofCanvas: name)
      let draft = draft(at: path)
      icons.read(draft.icons)
      drafts[path] = draft
    }
  }

  /// All canvases, in the order of the method's tools.
  package func canvases() -> [CanvasDefinition] {
    canvasNames.compactMap { canvas(at: path(ofCanvas: $0)) }
      .sorted { ($0.toolOrder, $0.name) < ($1.toolOrder, $1.name) }
  }

  /// A canvas by its name, or a file of the user's own by its path.
  package func canvas(_ name: String, namedAt span: Span? = nil) -> CanvasDefinition? {
    if name.hasSuffix(".yml") || name.hasSuffix(".yaml") { return canvas(at: name) }
    guard canvasNames.contains(name) else {
      unknown("canvas/unknown", Text(name, at: span), known: canvasNames)
      return nil
    }
    return canvas(at: path(ofCanvas: name))
  }

  private func path(ofCanvas name: String) -> String { Disk.join(installation.layouts, name + ".yml") }

  private func canvas(at path: String) -> CanvasDefinition? {
    let draft = drafts.removeValue(forKey: path) ?? draft(at: path)
    // All catalogues have the same keys (a test holds them to it): the one at hand will do.
    let phrases = (catalogues.first?.value ?? catalogue("en")).phrases
    let (definition, faults) = draft.settled { phrases[$0] != nil }
    diagnostics += faults
    return definition
  }

  private func draft(at path: String) -> CanvasDraft { CanvasChecker.check(read(path), vocabulary) }

  private var vocabulary: LayoutVocabulary {
    LayoutVocabulary(
      blocks: BlockRegister.traits, root: Workbook.table.description,
      describe: { Workbook.description(ofKind: $0) }, icons: icons.names, roles: Theme.roleNames)
  }

  // MARK: Reports

  /// What stands in a report and in which order: a file of the user's own, or the one that comes with canvaspress. Words are
  /// looked for in a catalogue that has those of reports.
  func flow(_ path: String?, _ catalogue: Catalogue) -> FlowDefinition? {
    let document = flows.removeValue(forKey: path) ?? flowDocument(path)
    let (flow, faults) = FlowDefinition.read(document, Self.flowVocabulary, audiences: Self.audiences) {
      catalogue.phrases[$0] != nil
    }
    diagnostics += faults
    return flow
  }

  private func flowDocument(_ path: String?) -> YAMLDocument { path.map(read) ?? document("report.yml") }

  private static var flowVocabulary: LayoutVocabulary {
    LayoutVocabulary(
      blocks: ReportBlockRegister.traits, root: Workbook.table.description,
      describe: { Workbook.description(ofKind: $0) }, icons: [], roles: [])
  }

  private static var audiences: [String] { Audience.allCases.map(\.rawValue) }

  /// The catalogue of a language with what only reports say.
  func reportCatalogue(_ code: String) -> Catalogue {
    var catalogue = catalogue(code)
    let more = names(in: "languages").contains(code + ".report") ? code : "en"
    diagnostics += catalogue.add(document("languages/\(more).report.yml"))
    return catalogue
  }

  /// A workbook with the steps of the phase that it only names.
  func withWorkflow(_ workbook: Workbook) -> Workbook {
    guard let own = workbook.workflow, own.steps.isEmpty else { return workbook }
    var workbook = workbook
    workbook.workflow = workflow(own.preset ?? Text("things"))
    workbook.workflow?.name = own.name
    return workbook
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

  /// The font files on this machine; a fault for each that is missing.
  package func fonts() -> FontFiles {
    let (fonts, faults) = installation.fontFiles()
    diagnostics += faults
    return fonts
  }

  // MARK: Files

  private func names(in folder: String) -> [String] { installation.names(in: folder) }

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
