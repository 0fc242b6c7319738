package import CairoBackend
package import Diagnostics
import Hyphenation
import LayoutEngine
import LayoutModel
package import PDFFinishing
package import PageModel
import Rules
import WorkbookModel

/// The whole way from a workbook to files: reads, lays out, draws, writes.
package struct Press {
  /// What came of a request.
  package struct Outcome: Sendable {
    /// Paths of the files written, in order.
    package var files: [String] = []
    package var diagnostics: [Diagnostic] = []
    /// The language in which to speak of it.
    package var language = "en"
  }

  /// A document and what its file is called, without folder and ending.
  package struct Print: Sendable {
    package var name: String
    package var document: Document
    /// Draws it since its first pages were laid out.
    var painter: PainterThread?
  }

  /// Why the machine could not do its part; what was written before stays whole.
  package enum Failure: Error, Sendable {
    case disk(DiskError)
    case backend(BackendError)
    case pdf(PDFError)
  }

  package let library: Library
  private let begun: Beginning?

  /// `begun`: what was begun with before it was known what for.
  package init(_ library: Library, _ begun: Beginning? = nil) {
    self.library = library
    self.begun = begun
  }

  /// A workbook without a judgement.
  package func read(_ path: String) -> WorkbookFile {
    WorkbookFile.read(path, languages: library.languageCodes)
  }

  package func check(_ path: String) -> WorkbookCheck {
    WorkbookCheck(read(path), placeholders: library.placeholders())
  }

  /// Prints to files.
  package func print(_ request: PrintRequest) throws(Failure) -> Outcome {
    var (outcome, prints, workbook) = try layOut(
      request, paintsMeanwhile: request.formats.contains(.pdf))
    defer { for print in prints { print.painter?.abandon() } }
    guard !outcome.diagnostics.contains(where: { $0.severity == .error }) else { return outcome }
    // While the last pages are still being drawn: the sentences for what there is to say.
    if !outcome.diagnostics.isEmpty { _ = library.messages(outcome.language) }
    outcome.diagnostics += overwritten(prints, request, workbook)
    guard !outcome.diagnostics.haveFaults else { return outcome }
    let pdf = PDFFile(request.pdf, workbook: workbook)
    for print in prints { try write(print, request, pdf, &outcome) }
    return outcome
  }

  /// Lays out and writes nothing: pages and what there is to say about them.
  package func layOut(_ request: PrintRequest) throws(Failure) -> (outcome: Outcome, prints: [Print]) {
    let (outcome, prints, _) = try layOut(request, paintsMeanwhile: false)
    return (outcome, prints)
  }

  private func layOut(
    _ request: PrintRequest, paintsMeanwhile: Bool
  ) throws(Failure) -> (outcome: Outcome, prints: [Print], workbook: WorkbookFile?) {
    // What stands on the pages on one thread, what they are made of on the other.
    let beginning = Beginning.of(
      request.workbook, language: request.language, italic: false, library.installation, begun)
    library.readAhead(request)
    let (begun, letters) = try beginning.value(language: request.language, library.installation)
    let (file, code, catalogue) = (begun.file, begun.language, begun.catalogue)
    library.adopt(catalogue, code, begun.catalogueFaults)
    var outcome = Outcome(diagnostics: file?.diagnostics ?? [], language: code)
    if let asked = request.language { outcome.diagnostics += library.faults(ofLanguage: asked) }
    outcome.diagnostics += letters.diagnostics
    let matter = PrintMatter(request, file, library, isFaulty: outcome.diagnostics.haveFaults)
    let (workbook, canvases) = (matter.workbook, matter.canvases)
    outcome.diagnostics += matter.diagnostics
    if let file = request.chosenFile, !request.joined, canvases.count > 1, !outcome.diagnostics.haveFaults {
      outcome.diagnostics.append(
        Diagnostic(
          fault: "canvas/one-file", at: nil, ["path": .text(file.path), "count": .count(canvases.count)]))
    }
    let theme = library.theme(request.theme)
    let placeholders =
      canvases.contains(where: \.namesWhatIsMissing) ? library.placeholders() : Placeholders([])
    outcome.diagnostics += library.diagnostics
    guard !outcome.diagnostics.haveFaults, let theme, let (shelf, shaper) = letters.shaper, !canvases.isEmpty
    else {
      return (outcome, [], file)
    }

    var pictures = PictureShelf([])
    if let file {
      let loader = PictureLoader(workbookPath: file.path, allowOutside: request.allowOutside, fonts: shelf)
      let loaded = loader.load(
        workbook, portraits: request.state == .filled && canvases.contains { $0.has(block: "picture") })
      pictures = loaded.shelf
      outcome.diagnostics += loaded.findings
    }
    let typesetter = typesetter(shaper, code)
    let sets = request.joined ? [canvases] : canvases.map { [$0] }
    let jobs = sets.map { set in
      DocumentComposer.Job(
        canvases: set, workbook: workbook, placeholders: placeholders, state: request.state,
        paper: request.paper, theme: theme,
        catalogue: catalogue, icons: library.icons, pictures: pictures, switches: request.switches,
        date: Release.fallbackDate)
    }
    // The head of every sheet says the same: what is to say of it is said once.
    var said: Set<Diagnostic> = []
    // Text in an SVG is set with the fonts of the thread that laid out.
    let paints = paintsMeanwhile && !pictures.pictures.contains { $0.format == .svg }
    let prints = zip(sets, jobs).map { set, job in
      var painter: PainterThread?
      let composed = DocumentComposer.compose(
        job, typesetter: typesetter,
        emit: paints
          ? { head, pages in
            if painter == nil {
              painter = PainterThread(
                pictures: head.pictures, margin: request.pdf.margin, fonts: letters.fonts.text.values.sorted()
              )
            }
            painter?.add(pages)
          } : nil)
      if !composed.isEmitted {
        painter?.abandon()
        painter = nil
      }
      for finding in composed.findings where said.insert(finding).inserted {
        outcome.diagnostics.append(request.strict ? strict(finding) : finding)
      }
      return Print(
        name: OutputName(request: request, canvases: set, language: code).stem, document: composed.document,
        painter: painter)
    }
    outcome.diagnostics += library.icons.diagnostics + library.installation.faults(of: shelf)
    return (outcome, prints, file)
  }

  /// How many sticky notes each cell of blank canvases takes.
  func capacities(_ request: PrintRequest) throws(Failure) -> [(cell: String, notes: StickyNotes?)] {
    let code = library.languageCodes.first { $0 == request.language } ?? "en"
    var outcome = Outcome()
    let matter = PrintMatter(request, nil, library, isFaulty: false)
    outcome.diagnostics += matter.diagnostics
    guard let theme = library.theme(request.theme), !matter.canvases.isEmpty else { return [] }
    let job = DocumentComposer.Job(
      canvases: matter.canvases, workbook: matter.workbook, placeholders: Placeholders([]),
      state: .blank, paper: request.paper,
      theme: theme, catalogue: library.catalogue(code), icons: library.icons, pictures: PictureShelf([]),
      switches: request.switches, date: Release.fallbackDate)
    guard let shelf = try library.installation.shelf(library.fonts(), &outcome.diagnostics) else { return [] }
    return DocumentComposer.capacities(job, typesetter: typesetter(PangoShaper(shelf: shelf), code))
  }

  // MARK: Steps

  private func typesetter(_ shaper: PangoShaper, _ code: String) -> Typesetter {
    let hyphenator = LibHyphenator(dictionaries: [code: library.dictionaries(for: code)])
    return Typesetter(shaper: shaper, hyphenator: hyphenator)
  }

  private func strict(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    if finding.code == "fit/continued" { finding.severity = .error }
    return finding
  }

  /// Outputs that would replace the workbook or a picture that it names: known before anything is written.
  private func overwritten(
    _ prints: [Print], _ request: PrintRequest, _ file: WorkbookFile?
  ) -> [Diagnostic] {
    guard let file else { return [] }
    let inputs = InputFiles([file.path], pictures: file.workbook.pictures.map(\.string), of: file.path)
    return prints.flatMap { print -> [Diagnostic] in
      let pages = PageFiles(document: print.document, place: PrintPlace(print.name, of: request))
      let files = request.formats.flatMap { $0 == .pdf ? [pages.place.pdf] : pages.paths($0) }
      return files.filter(inputs.contain).map {
        Diagnostic(fault: "canvas/over-input", at: nil, ["path": .text($0)])
      }
    }
  }

  private func write(
    _ print: Print, _ request: PrintRequest, _ pdf: PDFFile, _ outcome: inout Outcome
  ) throws(Failure) {
    let document = print.document
    let pages = PageFiles(document: document, place: PrintPlace(print.name, of: request))
    do { try Disk.makeFolder(pages.place.folder) } catch { throw .disk(error) }
    for format in PrintRequest.Format.allCases where request.formats.contains(format) {
      switch format {
      case .pdf:
        let file = pages.place.pdf
        switch try pdf.finish(document, print.painter) {
        case .finished(let bytes):
          try replace(file, with: bytes)
          outcome.files.append(file)
        case .refused(let faults): outcome.diagnostics += faults
        }
      case .png:
        outcome.files += try pages.writePNG(dotsPerInch: request.dotsPerInch, isSmall: request.small)
      case .svg:
        outcome.files += try pages.writeSVG(outlinesText: request.outlinesText)
      }
    }
  }

  private func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    do { try Disk.replace(path, with: bytes) } catch { throw .disk(error) }
  }
}

/// What a file is called: the workbook, the canvas, the paper; for blank sheets the language and the state.
struct OutputName {
  let stem: String

  init(request: PrintRequest, canvases: [CanvasDefinition], language: String) {
    let papers = Set(request.paper.map { [$0] } ?? canvases.map(\.paper))
    var parts: [String] = []
    if let workbook = request.workbook { parts.append(Disk.stem(of: workbook)) }
    if !request.joined || canvases.count == 1, let canvas = canvases.first { parts.append(canvas.name) }
    if parts.isEmpty { parts.append("canvases") }
    // Sheets of several papers in one file are named after none.
    if papers.count == 1, let paper = papers.first { parts.append(paper.rawValue) }
    // What makes the sheets different makes the name different, so that one print does not replace another.
    if request.state != .filled {
      parts += [language, request.state.rawValue]
    } else if request.language != nil {
      parts.append(language)
    }
    if let audience = request.audience { parts.append(audience.rawValue) }
    if request.theme != "standard" { parts.append(request.theme) }
    stem = parts.joined(separator: "-")
  }
}
