import Diagnostics
import Languages
import LocatedYAML
import Rules
import WorkbookModel

/// What the blocks of a report draw from: the workbook as its readers may see it, what the rules know of it, and words.
struct ReportData: Sendable {
  let workbook: Workbook
  let facts: WorkbookFacts
  let trace: Trace
  let catalogue: Catalogue
  let words: DataWords
  let names: ReportNames
  let audience: Audience
  /// How many things of the workbook these readers may not see.
  let leftOut: Int
  /// The phrase keys of what canvases are called, by the names of their files; nothing for those with nothing to show.
  let canvasTitles: [String: String]
  /// The program that makes the report, with its version.
  let maker: String
  /// The ranking is in the report for these readers: then other parts may speak of it.
  let showsScores: Bool

  /// A phrase with its places filled by prose: `{name}` in the catalogue.
  func sentence(_ key: String, _ places: [String: Prose] = [:], count: Int? = nil) -> Prose {
    let template = catalogue.phrase(key, count.map { ["count": String($0)] } ?? [:])
    var prose = Prose()
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      prose += Prose(String(rest[..<open]))
      prose += places[String(rest[rest.index(after: open)..<close])] ?? Prose()
      rest = rest[rest.index(after: close)...]
    }
    return prose + Prose(String(rest))
  }

  func phrase(_ key: String) -> Prose { Prose(catalogue.phrase(key)) }

  func isFilled(_ text: Text?) -> Bool { facts.placeholders.isFilled(text) }

  // MARK: Notes

  /// Statements as a list, with what they bear; `more` adds to one what its kind has besides.
  func list<Item: NoteRecord>(_ notes: [Item], more: (Item) -> Prose = { _ in Prose() }) -> [Passage] {
    let items = notes.filter { !$0.note.text.string.isEmpty }.map { item in
      ReportList.Item(Prose(item.note.text) + more(item), mark: mark(item.note), place: place(item.note))
    }
    return items.isEmpty ? [] : [.list(ReportList(items: items))]
  }

  /// Statements as paragraphs, the first perhaps larger.
  func paragraphs(_ notes: [Note], role: Paragraph.Role = .body) -> [Passage] {
    notes.filter { !$0.text.string.isEmpty }.map {
      .paragraph(Paragraph(Prose($0.text), role: role, place: place($0), mark: mark($0)))
    }
  }

  /// One statement as a paragraph, several as a list.
  func statements(_ notes: [Note]) -> [Passage] { notes.count == 1 ? paragraphs(notes) : list(notes) }

  /// A row of facts, unless there is nothing to say.
  func fact(_ key: String, _ passages: [Passage]) -> [Fact] {
    passages.isEmpty ? [] : [Fact(phrase(key), passages)]
  }

  func mark(_ note: Note) -> NoteMark? {
    var segment: String?
    if case .one(let reference)? = note.segment { segment = reference.text.string }
    let mark = mark(segment: segment, note.evidence)
    return mark.isEmpty ? nil : mark
  }

  func mark(segment: String? = nil, _ evidence: Evidence?) -> NoteMark {
    let index = segment.flatMap { id in workbook.segments.firstIndex { $0.id?.text.string == id } }
    return NoteMark(
      segment: index, segmentName: index.flatMap { workbook.segments[$0].name?.string },
      evidence: evidence, evidenceName: evidence.map { catalogue.phrase($0.phrase) })
  }

  private func place(_ note: Note) -> Place? { note.id.map { .item(NoteKind.name, $0.text.string) } }

  /// An author's few words in CommonMark, where footnotes and pictures have no place.
  func prose(_ text: Text) -> [Passage] {
    ProseReader(names: { names[$0] }).read(text, part: "words", firstFootnote: 1).passages
  }

  // MARK: Words of values

  func word(_ value: DataView) -> Prose { words.texts(value).map { Prose($0) }.joined(", ") }

  /// A field of the catalogue's `<group>.fields.<name>.label`.
  func label(_ group: String, _ name: String) -> String { "\(group).fields.\(name).label" }

  /// Names of several things with commas between, each leading to its place.
  func mentions(_ ids: [Text]) -> Prose { ids.map { names.mention($0) }.joined("; ") }

  func number(_ value: Int) -> String { catalogue.number(String(value)) }

  /// A sum of money without decimals, in the workbook's currency.
  func money(_ value: Double) -> String {
    let plain = catalogue.number(String(Int(value.rounded())))
    return [plain, workbook.project.currency?.string].compactMap { $0 }.joined(separator: "\u{A0}")
  }

  func points(_ points: HalfPoints?) -> String { points.map { catalogue.number($0.text) } ?? "–" }
}
