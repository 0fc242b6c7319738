package import Content
package import Diagnostics
package import Languages
package import LayoutModel
package import PageModel
package import Rules

/// Sets a report as pages: parts as strips, strips shared out to pages, then numbers, links and references, which are
/// known only when all pages are.
package struct ReportComposer {
  /// Everything that decides how the pages look and what they say.
  package struct Job {
    package var report: Report
    package var facts: WorkbookFacts
    package var paper: Paper
    package var family: CanvasFamily
    package var theme: Theme
    package var catalogue: Catalogue
    package var icons: IconSet
    package var pictures: PictureShelf
    /// How a canvas is to be printed; nothing when there is none of that name.
    package var canvas: (CanvasReference) -> DocumentComposer.Job?

    package init(
      report: Report, facts: WorkbookFacts, paper: Paper, family: CanvasFamily, theme: Theme,
      catalogue: Catalogue, icons: IconSet, pictures: PictureShelf,
      canvas: @escaping (CanvasReference) -> DocumentComposer.Job?
    ) {
      self.report = report
      self.facts = facts
      self.paper = paper
      self.family = family
      self.theme = theme
      self.catalogue = catalogue
      self.icons = icons
      self.pictures = pictures
      self.canvas = canvas
    }
  }

  /// A part on its pages.
  private struct ComposedPart {
    var part: ReportPart
    var pages: [[ReportPaginator.PlacedStrip]]
    var sheets: [(place: Place, sheets: ComposedSheets)]
  }

  private let job: Job
  private let typesetter: Typesetter
  private let style: PageStyle
  private let frame: ReportFrame
  private var structure = StructureTree()
  private var headings = HeadingLevels()
  private var findings: [Diagnostic] = []

  /// Gives out the pages of each part as soon as they are made, with a document that has only its head, so that they can
  /// be drawn meanwhile; the first time none, before anything is laid out.
  package static func compose(
    _ job: Job, typesetter: Typesetter, emit: ((_ head: Document, _ pages: [Page]) -> Void)? = nil
  ) -> (document: Document, findings: [Diagnostic]) {
    var composer = ReportComposer(job, typesetter)
    return composer.compose(emit)
  }

  private init(_ job: Job, _ typesetter: Typesetter) {
    self.job = job
    self.typesetter = typesetter
    style = job.style
    frame = ReportFrame(paper: job.paper, style: style)
  }

  private mutating func compose(
    _ emit: ((_ head: Document, _ pages: [Page]) -> Void)?
  ) -> (document: Document, findings: [Diagnostic]) {
    let report = job.report
    let head = Document(
      title: report.title, subject: report.subject, author: report.author, language: report.language,
      date: report.date, pages: [], structure: StructureTree(), pictures: job.pictures.pictures)
    emit?(head, [])
    let composed = report.parts.map { compose($0) }
    let index = PageIndex(
      composed.map { part in
        PageIndex.Part(
          matter: part.part.matter,
          pages: part.pages.map { page in
            page.flatMap { placed in placed.strip.places.map { ($0, placed.y) } }
          },
          sheets: part.sheets.map { ($0.place, $0.sheets.count) })
      }, coverName: job.catalogue.phrase("report.coverLabel"))
    let mentions = mentions(composed, index)
    let painter = ReportPainter(
      job: job, frame: frame, style: style, typesetter: typesetter, index: index, mentions: mentions)
    var pages: [Page] = []
    for part in composed {
      let first = pages.count
      for placed in part.pages {
        pages.append(painter.page(placed, of: part.part, number: pages.count, &structure))
      }
      for (_, sheets) in part.sheets {
        for sheet in 0..<sheets.count {
          var page = sheets.page(sheet, numbered: painter.folio(pages.count))
          page.label = index.labels[pages.count]
          page.anchors = index.anchors(on: pages.count)
          pages.append(page)
        }
        findings += sheets.findings
      }
      let order = ReadingOrder(structure, typesetter)
      for page in first..<pages.count { pages[page] = order.arranged(pages[page]) }
      emit?(head, Array(pages[first...]))
    }
    var document = head
    document.pages = pages
    document.structure = structure
    document.outline = report.contents.compactMap { entry in
      let title = [entry.number, entry.words.text].compactMap { $0 }.joined(separator: " ")
      return index.anchor(of: entry.place).map {
        OutlineEntry(level: entry.level, title: title.replacing("\n", with: " "), anchor: $0)
      }
    }
    return (document, findings + MissingGlyphs.findings(in: document, typesetter))
  }

  private mutating func compose(_ part: ReportPart) -> ComposedPart {
    let node = structure.add(.section, in: StructureTree.root)
    var setter = StripSetter(
      frame: frame, style: style, typesetter: typesetter, pictures: job.pictures,
      drawings: ReportDrawings(facts: job.facts, catalogue: job.catalogue),
      words: MarkWords(job.facts.workbook, job.catalogue), structure: structure, after: headings)
    defer { (structure, headings) = (setter.structure, setter.headings) }
    setter.set(titleOf: part, parent: node)
    var sheets: [(place: Place, sheets: ComposedSheets)] = []
    for passages in Self.runs(part.passages) {
      switch passages[0] {
      case .cover(let cover): setter.set(cover, parent: node)
      case .contents: setter.setContents(job.report.contents, parent: node)
      case .canvases(let canvases):
        // What names the sheets is read before them, and set when it is known how many there are.
        let names = setter.structure.add(.section, in: node)
        let section = setter.structure.add(.section, in: node)
        let first = setter.structure.elements.count
        let printed = canvases.compactMap { reference in
          job.canvas(reference).map { canvas in
            (
              reference,
              DocumentComposer.sheets(canvas, typesetter: typesetter, &setter.structure, in: section)
            )
          }
        }.filter { $0.1.count > 0 }
        setter.structure.lowerHeadings(from: first)
        sheets += printed.map { ($0.0.place, $0.1) }
        setter.setContents(
          printed.map { Report.Entry(level: 2, number: nil, words: $0.0.words, place: $0.0.place) },
          parent: names)
      default: setter.set(passages, in: setter.mainColumn, parent: node, isFirst: setter.isAtStart)
      }
    }
    setter.set(footnotes: part.footnotes, of: part.name, parent: node)
    return ComposedPart(
      part: part, pages: ReportPaginator(frame: frame).pages(setter.strips), sheets: sheets)
  }

  /// Passages that are set together; what stands for something else alone.
  private static func runs(_ passages: [Passage]) -> [[Passage]] {
    passages.reduce(into: []) { runs, passage in
      switch (runs.last?.last, passage) {
      case (nil, _), (_, .cover), (_, .contents), (_, .canvases), (.cover?, _), (.contents?, _),
        (.canvases?, _):
        runs.append([passage])
      default: runs[runs.count - 1].append(passage)
      }
    }
  }

  /// For each item, the pages on which something leads to it.
  private func mentions(_ composed: [ComposedPart], _ index: PageIndex) -> [Place: [Int]] {
    var mentions: [Place: [Int]] = [:]
    var page = 0
    for part in composed {
      for placed in part.pages {
        for strip in placed {
          for line in strip.strip.lines where line.text.hasLinks {
            for case .place(let place)? in Set(line.line.runs.map(\.part)).map({ line.text.link($0) })
            where place.isItem && index.page(of: place) != page && mentions[place]?.last != page {
              mentions[place, default: []].append(page)
            }
          }
        }
        page += 1
      }
      page += part.sheets.reduce(0) { $0 + $1.sheets.count }
    }
    return mentions
  }
}

extension Place {
  /// Something of the workbook, whose mentions are listed beside it.
  var isItem: Bool { name.hasPrefix("item/") }
}

extension SetText {
  /// Where a part of it leads.
  func link(_ part: Int32) -> Link? { looks.indices.contains(Int(part)) ? looks[Int(part)].link : nil }
}

extension Strip {
  /// All texts in it.
  var lines: [Line] {
    let own: [Line] =
      switch content {
      case .line(let line), .entry(let line, _, _): [line]
      case .cells(let lines, _): lines
      case .opening(let number, let line): [number, line].compactMap { $0 }
      case .space, .bar, .figure: []
      }
    return own + (side?.lines ?? [])
  }
}
