package import Diagnostics
package import Languages
package import LayoutModel
package import LocatedYAML
package import PageModel
package import Rules
package import WorkbookModel

/// What a facilitator can switch off.
package struct PrintSwitches: Sendable {
  /// The order numbers of cells.
  package var numbers: Bool
  package var icons: Bool
  /// The guiding questions.
  package var prompts: Bool

  package init(numbers: Bool = true, icons: Bool = true, prompts: Bool = true) {
    self.numbers = numbers
    self.icons = icons
    self.prompts = prompts
  }
}

/// Lays out canvases into one document. Pure: the same arguments give the same pages.
package struct DocumentComposer {
  /// Everything that decides how pages look and what they say.
  package struct Job: Sendable {
    package var canvases: [CanvasDefinition]
    /// Nothing for blank sheets of nobody in particular.
    package var workbook: Workbook?
    /// Words that count as nothing written.
    package var placeholders: Placeholders
    package var state: SheetState
    package var paper: Paper?
    package var theme: Theme
    package var catalogue: Catalogue
    package var icons: IconSet
    package var pictures: PictureShelf
    package var switches: PrintSwitches
    /// The day written into the file when the workbook names none.
    package var date: CalendarDateText

    package init(
      canvases: [CanvasDefinition], workbook: Workbook?, placeholders: Placeholders, state: SheetState,
      paper: Paper?, theme: Theme,
      catalogue: Catalogue, icons: IconSet, pictures: PictureShelf, switches: PrintSwitches,
      date: CalendarDateText
    ) {
      self.canvases = canvases
      self.workbook = workbook
      self.placeholders = placeholders
      self.state = state
      self.paper = paper
      self.theme = theme
      self.catalogue = catalogue
      self.icons = icons
      self.pictures = pictures
      self.switches = switches
      self.date = date
    }
  }

  /// A day as `2026-11-21`.
  package typealias CalendarDateText = String

  private var job: Job
  private let typesetter: Typesetter
  private let facts: WorkbookFacts
  private var workbook: Workbook { facts.workbook }
  private var builders: [PageBuilder] = []
  private var structure = StructureTree()
  /// What its sheets are parts of.
  private var root = StructureTree.root
  private var findings: [Diagnostic] = []
  private var outline = SheetOutline()
  /// Pages that have gone out already, numbered.
  private var emitted: [Page] = []

  package static func compose(
    _ job: Job, typesetter: Typesetter
  ) -> (document: Document, findings: [Diagnostic]) {
    let composed = compose(job, typesetter: typesetter, emit: nil)
    return (composed.document, composed.findings)
  }

  /// Gives out the pages of each canvas as soon as they are laid out, with a document that has only its head, so that
  /// they can be drawn meanwhile. They bear the number of sheets that there will be if no text is carried on: when
  /// there are more, the pages that went out are not the document's, and `isEmitted` is false.
  package static func compose(
    _ job: Job, typesetter: Typesetter, emit: ((_ head: Document, _ pages: [Page]) -> Void)?
  ) -> (document: Document, findings: [Diagnostic], isEmitted: Bool) {
    var composer = DocumentComposer(job: job, typesetter: typesetter)
    // Only tables and drawings that may be shared out must be measured to know how many sheets they take; the others are made when their turn comes.
    let tables = composer.job.canvases.map { canvas in
      let isMeasured = canvas.repetition?.isRows == true || DrawingWindows.canTakeSeveralSheets(canvas)
      return isMeasured ? composer.sheets(of: canvas) : nil
    }
    let expected = zip(composer.job.canvases, tables).reduce(0) {
      $0 + ($1.1?.joined().count ?? composer.sheetCount(of: $1.0))
    }
    emit?(composer.head, [])
    for (canvas, sheets) in zip(composer.job.canvases, tables) {
      composer.outline.open(canvas, job.catalogue)
      composer.add(sheets ?? composer.sheets(of: canvas)) { composer in
        guard let emit, composer.builders.count <= expected else { return }
        let pages = (composer.emitted.count..<composer.builders.count).map {
          composer.numbered($0, of: expected)
        }
        composer.emitted += pages
        emit(composer.head, pages)
      }
    }
    let isEmitted = emit != nil && composer.builders.count == expected && composer.emitted.count == expected
    if !isEmitted { composer.emitted = [] }
    let (document, findings) = composer.finish()
    return (document, findings, isEmitted)
  }

  /// Lays out the sheets of one canvas to be bound with other pages, whose numbers are not known yet.
  package static func sheets(
    _ job: Job, typesetter: Typesetter, _ structure: inout StructureTree, in section: StructureTree.Container
  ) -> ComposedSheets {
    var composer = DocumentComposer(job: job, typesetter: typesetter)
    composer.structure = structure
    composer.root = section
    for canvas in job.canvases { composer.add(composer.sheets(of: canvas)) { _ in } }
    structure = composer.structure
    return ComposedSheets(
      builders: composer.builders, findings: composer.findings + composer.logoFindings())
  }

  /// How many sticky notes each cell of blank canvases takes, by its name.
  package static func capacities(
    _ job: Job, typesetter: Typesetter
  ) -> [(cell: String, notes: StickyNotes?)] {
    let composer = DocumentComposer(job: job, typesetter: typesetter)
    return job.canvases.flatMap { canvas in
      composer.sheets(of: canvas).first?.first?.capacities() ?? []
    }
  }

  private init(job: Job, typesetter: Typesetter) {
    self.job = job
    if job.state == .prompts, !job.switches.prompts { self.job.state = .blank }
    self.typesetter = typesetter
    facts = WorkbookFacts(
      job.state == .filled ? job.workbook ?? Workbook() : Workbook.blank(of: job.workbook),
      placeholders: job.placeholders)
  }

  /// Adds the sheets of a canvas, those of each record together; `each` is called after each of them.
  private mutating func add(_ records: [[SheetComposer]], each: (inout DocumentComposer) -> Void) {
    let fits = records.map { $0.map { $0.chooseFit() } }
    // Sheets of one set share one size of type: the smallest that one of them asks for.
    let rung = fits.joined().map(\.rung).max() ?? 0
    for (sheets, fits) in zip(records, fits) {
      if let first = sheets.first { outline.add(first, at: builders.count) }
      for (sheet, fit) in zip(sheets, fits) {
        add(sheet, fit, rung)
        each(&self)
      }
    }
  }

  private func style(of canvas: CanvasDefinition) -> PageStyle {
    PageStyle(
      theme: job.theme, paper: job.paper ?? canvas.paper, family: canvas.family, language: job.catalogue.code)
  }

  /// How many sheets a canvas without a table takes.
  private func sheetCount(of canvas: CanvasDefinition) -> Int {
    CanvasSheets.roots(of: canvas, in: workbook).reduce(0) { count, root in
      let data = SheetData(facts: facts, catalogue: job.catalogue, state: job.state, root: root)
      return count + TrackWindows.windows(of: canvas, data, style(of: canvas)).count
    }
  }

  /// By the records that they show.
  private func sheets(of whole: CanvasDefinition) -> [[SheetComposer]] {
    let style = style(of: whole)
    return CanvasSheets.roots(of: whole, in: workbook).map { root in
      var canvas = whole
      var data = SheetData(facts: facts, catalogue: job.catalogue, state: job.state, root: root)
      func composer(_ window: SheetData.Window?) -> SheetComposer {
        var data = data
        data.window = window
        return SheetComposer(
          canvas: canvas, data: data, style: style, typesetter: typesetter, icons: job.icons,
          pictures: job.pictures, switches: job.switches)
      }
      if DrawingWindows.canTakeSeveralSheets(canvas) {
        let drawn = composer(nil)
        let windows = job.state == .filled ? DrawingWindows.windows(of: drawn) : [nil]
        return windows.map { $0 == nil ? drawn : composer($0) }
      }
      guard canvas.repetition?.isRows == true else {
        return TrackWindows.windows(of: canvas, data, style).map(composer)
      }
      var table = composer(nil)
      canvas = EmptyColumns.removed(from: table)
      if canvas.columns.count < whole.columns.count { table = composer(nil) }
      var windows = RowWindows.windows(of: table)
      if job.state == .prompts, let copies = windows.first??.copies, copies < RowWindows.fewestRows {
        // Better no questions in its head than a table of one row.
        data.asksElsewhere = true
        windows = RowWindows.windows(of: composer(nil))
      }
      // A table that one sheet holds is laid out already.
      if windows.count == 1, windows[0] == nil { return [table] }
      return windows.map(composer)
    }
  }

  private mutating func add(_ sheet: SheetComposer, _ fit: SheetComposer.Fit, _ rung: Int) {
    let section = structure.add(.section, in: root)
    var (page, found, notes) = sheet.compose(at: fit, atLeast: rung, &structure, section: section)
    findings += notes
    // Text of the workbook goes on first, then the questions that found no room.
    let leftovers = found.filter { $0.kind == .continued } + found.filter { $0.kind == .questions }
    let continuation = ContinuationComposer(sheet: sheet, firstPage: builders.count + 2)
    var (more, starts) = continuation.compose(
      leftovers.filter { $0.kind == .continued }, &structure, section: section)
    let questions = leftovers.filter { $0.kind == .questions }
    if !questions.isEmpty {
      // Nobody pins questions to a wall: those of a poster go to a sheet for the hand.
      let asking = ContinuationComposer(
        sheet: sheet.style.paper.isPoster ? sheet.on(.a4, theme: job.theme) : sheet,
        firstPage: builders.count + 2 + more.count)
      let asked = asking.compose(questions, &structure, section: section)
      more += asked.pages
      starts += asked.starts
    }
    for (leftover, start) in zip(leftovers, starts) {
      let isContinued = leftover.kind == .continued
      findings.append(
        Diagnostic(
          finding: isContinued ? "fit/continued" : "fit/questions", .note, at: leftover.items.first?.origin,
          ["cell": .text(leftover.name), "page": .count(start), "paper": .text(sheet.style.paper.rawValue)]))
      guard let marker = leftover.marker else { continue }
      let caption = sheet.style.role("caption")
      let long = isContinued ? "sheet.continuesOn" : "sheet.moreQuestions"
      let words = [long, "sheet.continuesShort"].map {
        job.catalogue.phrase($0, ["page": String(start), "count": String(leftover.items.count)])
      }
      let fitting = words.first { typesetter.width($0, caption) <= marker.width } ?? words[1]
      page.textEnding(
        fitting, caption, at: marker.right, owner: .pagination, colour: sheet.style.accent)
    }
    builders.append(page)
    builders += more
  }

  /// Says once a paper when the logo of who pays comes out narrower than it may.
  private func logoFindings() -> [Diagnostic] {
    guard let funding = workbook.project.funding, let logo = funding.logo, let minimum = funding.logoMinimum,
      let id = job.pictures.id(of: logo.string)
    else { return [] }
    let line = FundingLine(
      statement: nil, logo: job.pictures[id], logoID: id, origin: logo.span, minimum: .mm(minimum.value),
      alternative: "")
    return Set(builders.map(\.style.paper)).sorted { $0.rawValue < $1.rawValue }.compactMap { paper in
      guard let builder = builders.first(where: { $0.style.paper == paper }),
        let width = line.logoSize(builder.style, within: builder.page.size.width * 0.9)?.width,
        width.millimetres < minimum.value - 0.05
      else { return nil }
      return Diagnostic(
        finding: "funding/logo-small", .warning, at: logo.span,
        [
          "width": .count(Int(width.millimetres)), "minimum": .text(minimum.text.string),
          "paper": .text(paper.rawValue),
        ], hint: "larger-paper")
    }
  }

  /// A page with its sheet's number at its foot.
  private func numbered(_ index: Int, of total: Int) -> Page {
    let page = builders[index].page(numbered: number(of: index, of: total))
    return ReadingOrder(structure, typesetter).arranged(page)
  }

  private func number(of index: Int, of total: Int) -> String {
    job.catalogue.phrase("sheet.number", ["page": String(index + 1), "pages": String(total)])
  }

  /// What the file says of itself, without its pages.
  private var head: Document {
    let project = workbook.project
    let titles = job.canvases.map { job.catalogue.phrase($0.title) }
    let company = [project.company, project.product].compactMap { $0?.string }.joined(separator: ", ")
    return Document(
      title: (titles.count == 1 ? titles : [company]).filter { !$0.isEmpty }.first
        ?? titles.joined(separator: ", "),
      subject: titles.count == 1 ? company : titles.joined(separator: ", "),
      author: project.designedBy?.string ?? "",
      language: job.catalogue.code, date: project.date?.iso ?? job.date, pages: [],
      structure: StructureTree(), pictures: job.pictures.pictures)
  }

  private consuming func finish() -> (document: Document, findings: [Diagnostic]) {
    var document = head
    document.pages = emitted.isEmpty ? builders.indices.map { numbered($0, of: builders.count) } : emitted
    document.structure = structure
    document.outline = outline.entries { number(of: $0, of: builders.count) }
    for page in Set(document.outline.map(\.anchor)) {
      document.pages[page].anchors.append(PageAnchor(number: page, y: .zero))
    }
    return (document, findings + logoFindings() + MissingGlyphs.findings(in: document, typesetter))
  }
}

/// Which records a canvas makes a sheet of.
package enum CanvasSheets {
  package static func roots(of canvas: CanvasDefinition, in workbook: Workbook) -> [DataView] {
    func resolve(_ kind: String, _ id: String) -> DataView { workbook.record(kind: kind, id: id) }
    var root = DataView.record(workbook)
    if let reads = canvas.reads { root = reads.value(from: root, resolve: resolve) }
    guard !root.isNothing else { return [] }
    if let needs = canvas.needs, needs.value(from: root, resolve: resolve).isNothing { return [] }
    guard let sheets = canvas.sheets else { return [root] }
    return sheets.value(from: root, resolve: resolve).list.filter { element in
      guard let filter = canvas.filter else { return true }
      switch filter.path.value(from: element, resolve: resolve) {
      case .phrase(let key): return key.hasSuffix("." + filter.word)
      case .text(let text): return text.string == filter.word
      default: return false
      }
    }
  }
}
