package import Diagnostics
package import Languages
package import LayoutModel
import LocatedYAML
package import Rules
package import WorkbookModel

/// Makes a report of a workbook, part by part, as its flow says. Pure: the same arguments give the same report.
package struct ReportBuilder {
  package struct Job: Sendable {
    package var flow: FlowDefinition
    /// As the readers may see it.
    package var workbook: Workbook
    /// With what they may not see: an id that it has is no slip.
    package var whole: Workbook
    package var placeholders: Placeholders
    /// With the phrases of reports.
    package var catalogue: Catalogue
    package var audience: Audience
    /// How many things of the workbook they may not see.
    package var leftOut: Int
    /// The phrase keys of the titles of canvases that have something to show, by the names that the flow gives them.
    package var canvasTitles: [String: String]
    /// The program and its version.
    package var maker: String
    /// The day of the report when the workbook names none.
    package var date: String

    package init(
      flow: FlowDefinition, workbook: Workbook, whole: Workbook, placeholders: Placeholders,
      catalogue: Catalogue,
      audience: Audience, leftOut: Int, canvasTitles: [String: String], maker: String, date: String
    ) {
      self.flow = flow
      self.workbook = workbook
      self.whole = whole
      self.placeholders = placeholders
      self.catalogue = catalogue
      self.audience = audience
      self.leftOut = leftOut
      self.canvasTitles = canvasTitles
      self.maker = maker
      self.date = date
    }
  }

  /// What came of a flow.
  package struct Built: Sendable {
    package var report: Report
    /// Every part of the flow and every chapter of the authors', in or out.
    package var outline: [OutlinePart]
    package var diagnostics: [Diagnostic]
    /// Paths of pictures in the authors' prose.
    package var pictures: [Text]
    package var facts: WorkbookFacts
  }

  private let job: Job
  private let data: ReportData
  private let reader: ProseReader
  private var parts: [ReportPart] = []
  private var outline: [OutlinePart] = []
  private var pictures: [Text] = []
  private var diagnostics: [Diagnostic] = []
  /// Of the prose read so far, by part.
  private var lastHeadings: [String: Int] = [:]

  package static func build(_ job: Job) -> Built {
    var builder = ReportBuilder(job)
    return builder.build()
  }

  private init(_ job: Job) {
    self.job = job
    let words = DataWords(job.workbook, job.catalogue)
    let names = ReportNames(job.workbook, words)
    let scores = job.flow.parts.flatMap { part in
      part.blocks.filter { $0.name == "ranking" }.map { (part.audience, $0.audience) }
    }
    data = ReportData(
      workbook: job.workbook, facts: WorkbookFacts(job.workbook, placeholders: job.placeholders),
      trace: Trace(job.workbook), catalogue: job.catalogue, words: words, names: names,
      audience: job.audience, leftOut: job.leftOut, canvasTitles: job.canvasTitles, maker: job.maker,
      showsScores: job.audience > .public
        && scores.contains {
          Self.isFor(job.audience, $0.0) && Self.isFor(job.audience, $0.1)
        })
    reader = ProseReader(names: { names[$0] })
  }

  /// Scores are not for the public, whatever a flow says.
  private func isHidden(_ block: FlowDefinition.Block) -> Bool {
    job.audience == .public && ReportBlockRegister.scoring.contains(block.name)
  }

  /// Whether an audience may read what is marked with a word.
  private static func isFor(_ audience: Audience, _ word: String?) -> Bool {
    word.flatMap { Audience(rawValue: $0) }.map { $0 <= audience } ?? true
  }

  // MARK: Parts

  private mutating func build() -> Built {
    let chapters = (job.workbook.report?.chapters ?? []).filter { !($0.text?.string.isEmpty ?? true) }
    let known = job.flow.parts.map(\.name.string)
    for chapter in chapters {
      if let place = chapter.place, !known.contains(place.string) {
        let suggestion = Suggestion.nearest(to: place.string, among: known)
        diagnostics.append(
          Diagnostic(
            finding: "report/unknown-part", .warning, at: place.span,
            [
              "word": .text(place.string), "suggestion": .text(suggestion ?? ""),
              "known": .text(known.joined(separator: ", ")),
            ], hint: suggestion == nil ? "known-here" : "did-you-mean"))
      }
    }
    let last = job.flow.parts.last { $0.matter == .body }?.name.string ?? known.last
    for part in job.flow.parts {
      let name = part.name.string
      func own(_ place: (ReportChapter) -> Text?) -> [ReportChapter] {
        chapters.filter { place($0)?.string == name }
      }
      let (before, after) = (own(\.before), own(\.after))
      let homeless =
        name == last ? chapters.filter { !known.contains($0.place?.string ?? "") } : []
      for chapter in before where chapter.title != nil { add(chapter, beside: part) }
      add(
        part, opening: before.filter { $0.title == nil },
        closing: (after + homeless).filter { $0.title == nil })
      for chapter in after + homeless where chapter.title != nil { add(chapter, beside: part) }
    }
    let numbered = ReportNumbering(data).numbered(parts)
    return Built(
      report: report(numbered), outline: outline, diagnostics: diagnostics, pictures: pictures,
      facts: data.facts)
  }

  private mutating func add(
    _ part: FlowDefinition.Part, opening: [ReportChapter], closing: [ReportChapter]
  ) {
    let name = part.name.string
    let title = part.title.map { data.phrase($0) }
    func leaveOut(_ reason: Prose) {
      outline.append(OutlinePart(name: name, title: title ?? Prose(name), reason: reason, headings: []))
    }
    guard Self.isFor(job.audience, part.audience) else {
      return leaveOut(data.phrase("report.out.\(part.audience ?? "")"))
    }
    var draft = ReportPart(name: name, matter: matter(part.matter), title: title, passages: [])
    for chapter in opening { read(chapter.text, into: &draft) }
    var reasons: [Prose] = []
    var content: [Passage] = []
    for block in part.blocks {
      guard Self.isFor(job.audience, block.audience), !isHidden(block) else {
        reasons.append(data.phrase("report.out.\(block.audience ?? "company")"))
        continue
      }
      guard let kind = ReportBlockRegister.block(named: block.name) else { continue }
      if kind is ProseBlock {
        var inner = ReportPart(name: name, matter: .body, title: nil, passages: [])
        inner.footnotes = draft.footnotes
        read(ProseBlock.text(of: block, in: data), into: &inner)
        content += inner.passages
        draft.footnotes = inner.footnotes
        continue
      }
      let passages = kind.passages(block, data)
      if passages.isEmpty { reasons.append(lack(kind, block)) }
      // Canvases that several blocks name, because not all are for everyone, are one list.
      if case .canvases(let before)? = content.last, case .canvases(let more)? = passages.first {
        content[content.count - 1] = .canvases(before + more)
      } else {
        content += passages
      }
    }
    if !content.isEmpty, let key = part.opening {
      draft.passages.append(.paragraph(Paragraph(data.phrase(key), role: .lead)))
    }
    draft.passages += content
    // The authors' own words are not the last item's.
    if !content.isEmpty, !closing.isEmpty { draft.passages.append(.pause) }
    for chapter in closing { read(chapter.text, into: &draft) }
    guard !draft.passages.isEmpty else {
      return leaveOut(reasons.isEmpty ? data.phrase("report.out.empty") : Self.unique(reasons).joined("; "))
    }
    append(draft, name: name)
  }

  private static func unique(_ reasons: [Prose]) -> [Prose] {
    reasons.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func lack(_ kind: any ReportBlock, _ block: FlowDefinition.Block) -> Prose {
    guard let path = block.from else { return data.phrase(kind.lack) }
    return data.sentence("report.out.path", ["path": Prose(path.text)])
  }

  /// A chapter of the authors' own.
  private mutating func add(_ chapter: ReportChapter, beside part: FlowDefinition.Part) {
    guard let title = chapter.title, Self.isFor(job.audience, chapter.audience?.rawValue) else { return }
    let name = "chapter-\(outline.count { $0.name.hasPrefix("chapter-") } + 1)"
    var draft = ReportPart(
      name: name, matter: part.matter == .cover ? .front : matter(part.matter), title: Prose(title),
      passages: [])
    read(chapter.text, into: &draft)
    append(draft, name: name)
  }

  private mutating func append(_ part: ReportPart, name: String) {
    parts.append(part)
    outline.append(
      OutlinePart(
        name: name, title: part.title ?? data.phrase("report.coverLabel"), reason: nil,
        headings: part.passages.compactMap { passage in
          if case .heading(let heading) = passage, heading.level == 2 { heading.words } else { nil }
        }))
  }

  private mutating func read(_ text: Text?, into part: inout ReportPart) {
    guard let text else { return }
    let read = reader.read(
      text, part: part.name, firstHeading: lastHeadings[part.name, default: 0] + 1,
      firstFootnote: part.footnotes.count + 1)
    lastHeadings[part.name] = read.lastHeading
    part.passages += read.passages
    part.footnotes += read.footnotes
    pictures += read.pictures
    guard !read.unknown.isEmpty else { return }
    let whole = ReportNames(job.whole, data.words)
    diagnostics += read.unknown.filter { whole[$0] == nil }.map { id in
      Diagnostic(finding: "report/unknown-id", .warning, at: text.span, ["word": .text(id)])
    }
  }

  private func matter(_ matter: FlowDefinition.Matter) -> ReportPart.Matter {
    switch matter {
    case .cover: .cover
    case .front: .front
    case .body: .body
    case .annex: .annex
    }
  }

  // MARK: The whole

  private func report(_ parts: [ReportPart]) -> Report {
    let project = job.workbook.project
    let company = project.company?.string ?? ""
    let title = job.workbook.report?.title?.string ?? data.catalogue.phrase(job.flow.title)
    let idea = data.carriedConcept?.tagline.flatMap { data.isFilled($0) ? $0.string : nil }
    let authors = job.workbook.report?.authors.map(\.text.string).joined(separator: ", ") ?? ""
    let head = [company, project.product?.string].compactMap { $0 }.filter { !$0.isEmpty }
    let foot = [
      project.date.map { data.catalogue.date($0) },
      project.version.map { data.catalogue.phrase("header.version") + " " + $0.string },
    ].compactMap { $0 }
    return Report(
      title: [title, company].filter { !$0.isEmpty }.joined(separator: " – "), subject: idea ?? "",
      author: authors.isEmpty ? project.designedBy?.string ?? "" : authors, language: data.catalogue.code,
      date: project.date?.iso ?? job.date, runningHead: head.joined(separator: " · "),
      runningFoot: foot.joined(separator: " · "), parts: parts)
  }
}

/// A part of a flow or a chapter of the authors', and why it is not in the report when it is not.
package struct OutlinePart: Sendable {
  package var name: String
  package var title: Prose
  /// Nothing when it is in.
  package var reason: Prose?
  package var headings: [Prose]
}

extension ReportChapter {
  /// The part that it stands beside.
  fileprivate var place: Text? { before ?? after }
}
