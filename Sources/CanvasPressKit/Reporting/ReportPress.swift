import CairoBackend
import Content
import Diagnostics
import Hyphenation
import Languages
import LayoutEngine
import LayoutModel
import LocatedYAML
package import PageModel
import Rules
import WorkbookModel

/// The whole way from a workbook to a report.
package struct ReportPress {
  /// A report before it is written as anything.
  struct Draft {
    var file: WorkbookFile
    var fonts: FontFiles
    var shelf: FontShelf
    var shaper: PangoShaper
    var built: ReportBuilder.Built
    var flow: FlowDefinition
    var workbook: Workbook
    var catalogue: Catalogue
    var theme: Theme
    var pictures: PictureShelf
    var placeholders: Placeholders
    /// By the names that the flow gives them.
    var canvases: [String: CanvasDefinition]
  }

  private let library: Library
  private let request: ReportRequest
  private let begun: Beginning?

  /// `begun`: what was begun with before it was known what for.
  package init(_ library: Library, _ request: ReportRequest, _ begun: Beginning? = nil) {
    self.library = library
    self.request = request
    self.begun = begun
  }

  /// Writes the files that the request names.
  package func write() throws(Press.Failure) -> Press.Outcome {
    var (outcome, draft) = try drafted()
    guard let draft, !outcome.diagnostics.haveFaults else { return outcome }
    guard draft.built.report.parts.contains(where: { $0.matter == .body }) else {
      outcome.diagnostics.append(Diagnostic(fault: "report/nothing-to-tell", at: nil))
      return outcome
    }
    let typesetter = typesetter(draft)
    outcome.diagnostics += unwritable(draft.pictures)
    guard !outcome.diagnostics.haveFaults else { return outcome }
    var files: [(path: String, bytes: [UInt8])] = []
    for (path, format) in request.files {
      switch format {
      case .pdf:
        switch try pdf(draft, typesetter, &outcome) {
        case .finished(let bytes): files.append((path, bytes))
        case .refused(let faults):
          outcome.diagnostics += faults
          return outcome
        }
      case .markdown:
        let report = withoutSheets(draft)
        files.append(
          (
            path,
            Array(
              MarkdownWriter.write(report) { picture in
                draft.pictures.has(picture) ? Disk.relative(picture, of: request.workbook, from: path) : nil
              }.utf8)
          ))
      case .html:
        let page = ReportPage(draft: draft, job: job(draft), typesetter: typesetter)
        files.append((path, Array(page.html(of: withoutSheets(draft)).utf8)))
      }
    }
    outcome.diagnostics += library.icons.diagnostics + library.installation.faults(of: draft.shelf)
    guard !outcome.diagnostics.haveFaults else { return outcome }
    for (path, bytes) in files {
      do {
        try Disk.makeFolder(Disk.folder(of: path))
        try Disk.replace(path, with: bytes)
      } catch { throw .disk(error) }
      outcome.files.append(path)
    }
    return outcome
  }

  /// Outputs that would replace what the report is made of, or that are folders: known before anything is written.
  private func unwritable(_ pictures: PictureShelf) -> [Diagnostic] {
    let inputs = InputFiles(
      [request.workbook, request.flow], pictures: pictures.pictures.map(\.path), of: request.workbook)
    return request.files.compactMap { path, _ in
      let isInput = inputs.contain(path)
      guard isInput || Disk.entry(at: path) == .folder else { return nil }
      return Diagnostic(
        fault: isInput ? "report/over-input" : "report/over-folder", at: nil, ["path": .text(path)])
    }
  }

  /// What would be in the report, and why the rest is not.
  package func outline() throws(Press.Failure) -> (outcome: Press.Outcome, outline: Outline?) {
    let (outcome, draft) = try drafted()
    guard let draft, !outcome.diagnostics.haveFaults else { return (outcome, nil) }
    return (outcome, ReportOutline(draft.built, draft.catalogue).outline)
  }

  /// The pages, for those who look at them before they are drawn.
  package func layOut() throws(Press.Failure) -> (outcome: Press.Outcome, document: Document?) {
    var (outcome, draft) = try drafted()
    guard let draft, !outcome.diagnostics.haveFaults else { return (outcome, nil) }
    let (document, findings) = ReportComposer.compose(job(draft), typesetter: typesetter(draft))
    outcome.diagnostics += findings + library.icons.diagnostics + library.installation.faults(of: draft.shelf)
    return (outcome, document)
  }

  // MARK: Steps

  /// The report on pages, each drawn on another thread while those after it are made.
  private func pdf(
    _ draft: Draft, _ typesetter: Typesetter, _ outcome: inout Press.Outcome
  ) throws(Press.Failure) -> PDFFile.Result {
    // Text in an SVG is set with the fonts of the thread that laid out.
    let paints = !draft.pictures.pictures.contains { $0.format == .svg }
    let fonts = draft.fonts.text.values.sorted()
    var painter: PainterThread?
    let composed = ReportComposer.compose(
      job(draft), typesetter: typesetter,
      emit: paints
        ? { head, pages in
          if painter == nil {
            painter = PainterThread(pictures: head.pictures, margin: request.pdf.margin, fonts: fonts)
          }
          painter?.add(pages)
        } : nil)
    outcome.diagnostics += unsaid(composed.findings, outcome)
    // While the last pages are still being drawn: the sentences for what there is to say.
    if painter != nil, !outcome.diagnostics.isEmpty { _ = library.messages(outcome.language) }
    return try PDFFile(request.pdf, workbook: draft.file).finish(composed.document, painter)
  }

  private func drafted() throws(Press.Failure) -> (outcome: Press.Outcome, draft: Draft?) {
    // What stands on the pages on one thread, what they are made of on the other.
    let beginning = Beginning.of(
      request.workbook, language: request.language, italic: true, library.installation, begun)
    library.readAhead(request)
    let (begun, letters) = try beginning.value(language: request.language, library.installation)
    library.adopt(begun.catalogue, begun.language, begun.catalogueFaults)
    guard let file = begun.file else { preconditionFailure("a report is asked for with its workbook") }
    var outcome = Press.Outcome(diagnostics: file.diagnostics, language: begun.language)
    if let asked = request.language { outcome.diagnostics += library.faults(ofLanguage: asked) }
    let catalogue = library.reportCatalogue(outcome.language)
    let flow = library.flow(request.flow, catalogue)
    let theme = library.theme(request.theme)
    let placeholders = library.placeholders()
    guard !outcome.diagnostics.haveFaults, let flow, let theme else {
      outcome.diagnostics += library.diagnostics
      return (outcome, nil)
    }
    let edition = Edition(of: file, for: request.audience)
    if request.pdf.attachesWorkbook { outcome.diagnostics += edition.attachmentFaults }
    let workbook = library.withWorkflow(edition.workbook)
    let names = flow.parts.flatMap { $0.blocks.flatMap(\.canvases) }
    var canvases: [String: CanvasDefinition] = [:]
    for name in names where canvases[name.string] == nil {
      // A file of one's own stands beside the flow that names it.
      let isFile = name.string.hasSuffix(".yml") || name.string.hasSuffix(".yaml")
      let path = isFile ? Disk.join(Disk.folder(of: request.flow ?? ""), name.string) : name.string
      if let canvas = library.canvas(path, namedAt: name.span),
        !CanvasSheets.roots(of: canvas, in: workbook).isEmpty,
        edition.shows(canvas)
      {
        canvases[name.string] = canvas
      }
    }
    let built = ReportBuilder.build(
      ReportBuilder.Job(
        flow: flow, workbook: workbook, whole: file.workbook, placeholders: placeholders,
        catalogue: catalogue,
        audience: request.audience, leftOut: edition.leftOut, canvasTitles: canvases.mapValues(\.title),
        maker: Release.creator, date: Release.fallbackDate))
    outcome.diagnostics += built.diagnostics + library.diagnostics
    outcome.diagnostics += letters.diagnostics
    guard let (shelf, shaper) = letters.shaper else { return (outcome, nil) }
    let loader = PictureLoader(
      workbookPath: request.workbook, allowOutside: request.allowOutside, fonts: shelf)
    let (pictures, findings) = loader.load(
      [workbook.report?.logo, workbook.project.funding?.logo].compactMap { $0 }
        + workbook.personas.compactMap(\.picture) + built.pictures)
    outcome.diagnostics += findings
    return (
      outcome,
      Draft(
        file: file, fonts: letters.fonts, shelf: shelf, shaper: shaper, built: built, flow: flow,
        workbook: workbook, catalogue: catalogue,
        theme: theme,
        pictures: pictures, placeholders: placeholders, canvases: canvases)
    )
  }

  private func typesetter(_ draft: Draft) -> Typesetter {
    let code = draft.catalogue.code
    let hyphenator = LibHyphenator(dictionaries: [code: library.dictionaries(for: code)])
    return Typesetter(shaper: draft.shaper, hyphenator: hyphenator)
  }

  private func job(_ draft: Draft) -> ReportComposer.Job {
    ReportComposer.Job(
      report: draft.built.report, facts: draft.built.facts, paper: draft.flow.paper,
      family: draft.flow.family, theme: draft.theme, catalogue: draft.catalogue, icons: library.icons,
      pictures: draft.pictures, canvas: { canvas($0, draft) })
  }

  private func canvas(_ reference: CanvasReference, _ draft: Draft) -> DocumentComposer.Job? {
    draft.canvases[reference.name.string].map { canvas in
      DocumentComposer.Job(
        canvases: [canvas], workbook: draft.workbook, placeholders: draft.placeholders, state: .filled,
        paper: .a3, theme: draft.theme, catalogue: draft.catalogue, icons: library.icons,
        pictures: draft.pictures, switches: PrintSwitches(), date: Release.fallbackDate)
    }
  }

  /// The report for those who read no sheets: these are named, and what they say is told elsewhere in it.
  private func withoutSheets(_ draft: Draft) -> Report {
    var report = draft.built.report
    for index in report.parts.indices {
      report.parts[index].passages = report.parts[index].passages.flatMap { passage -> [Passage] in
        guard case .canvases(let references) = passage else { return [passage] }
        let note = draft.catalogue.phrase("report.canvases.elsewhere")
        return [
          .list(ReportList(items: references.map { ReportList.Item($0.words, place: $0.place) })),
          .paragraph(Paragraph(Prose(note), role: .small)),
        ]
      }
    }
    return report
  }

  /// What has not been said of another form of the same report.
  private func unsaid(_ findings: [Diagnostic], _ outcome: Press.Outcome) -> [Diagnostic] {
    let said = Set(outcome.diagnostics)
    return findings.filter { !said.contains($0) }
  }
}
