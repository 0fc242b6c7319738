import Diagnostics
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// The segments, one after the other, and what a customer of each is worth.
struct SegmentsBlock: ReportBlock {
  let traits = named("segments")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let segments = data.workbook.segments
    guard !segments.isEmpty else { return [] }
    var passages: [Passage] = [.heading(data.heading("report.segments.title", "segments"))]
    for segment in segments {
      let id = segment.id?.text.string ?? ""
      passages.append(
        .heading(
          Heading(
            level: 3, words: Prose(Text.title(segment.name, segment.id?.text), at: segment.name?.span),
            place: .item(SegmentKind.name, id))))
      passages.append(.facts(facts(segment, data)))
    }
    return passages + worth(data)
  }

  private func facts(_ segment: Segment, _ data: ReportData) -> [Fact] {
    func label(_ name: String) -> String { data.label("segments", name) }
    var facts: [Fact] = []
    if let role = segment.role {
      var words = data.word(role.view)
      if let payer = segment.paidBy {
        words += Prose("; ") + data.sentence("segments.paidBy", ["value": data.names.mention(payer.text)])
      }
      facts += data.fact(label("role"), [.paragraph(Paragraph(words))])
    } else if let payer = segment.paidBy {
      let words = data.sentence("segments.paidBy", ["value": data.names.mention(payer.text)])
      facts += data.fact(label("role"), [.paragraph(Paragraph(words))])
    }
    facts += data.fact(label("who"), data.statements(segment.who))
    facts += data.fact(label("jobs"), data.statements(segment.jobs))
    facts += data.fact(label("channels"), data.statements(segment.channels))
    facts += data.fact(label("buying"), data.statements(segment.buying))
    facts += data.fact(label("using"), data.statements(segment.using))
    let figures = data.words.texts(segment.view(of: "figures")).map { Prose($0) }
    if !figures.isEmpty {
      facts += data.fact(label("value"), [.paragraph(Paragraph(figures.joined("; ")))])
    }
    return facts
  }

  private func worth(_ data: ReportData) -> [Passage] {
    let segments = data.workbook.segments
    let worths = segments.map { CustomerWorth($0) }
    guard worths.contains(where: { $0 != nil }) else { return [] }
    let rows = CustomerWorth.order(segments).map { index -> ReportTable.Row in
      let segment = segments[index]
      let name = segment.id.map { data.names.mention($0.text) } ?? Prose()
      let worth = worths[index]
      let cells: [Prose] = [
        name, Prose(segment.customers.map { data.number($0.value) } ?? "–"),
        Prose(worth.map { data.money($0.perCustomer) } ?? "–"),
        Prose(worth?.total.map { data.money($0) } ?? "–"),
      ]
      return ReportTable.Row(cells.map { ReportTable.Cell($0) })
    }
    return [
      .table(
        ReportTable(
          label: "", caption: data.phrase("report.worth.caption"), place: .table("worth"),
          columns: [
            .init(data.phrase("header.segment"), share: 1),
            .init(data.phrase("report.worth.customers"), .end),
            .init(data.phrase("report.worth.each"), .end), .init(data.phrase("report.worth.total"), .end),
          ], rows: rows))
    ]
  }
}

/// The personas: portrait, what they say, and what is known of them.
struct PersonasBlock: ReportBlock {
  let traits = named("personas")

  private static let fields: [(String, String, @Sendable (Persona) -> [Note])] = [
    ("personaA", "work", \.work), ("personaA", "role", \.role),
    ("personaA", "demographics", \.demographics), ("personaA", "goals", \.goals),
    ("personaA", "challenges", \.challenges), ("personaA", "values", \.values),
    ("personaA", "fears", \.fears), ("personaB", "likes", \.likes), ("personaB", "dislikes", \.dislikes),
    ("personaB", "routines", \.routines), ("personaB", "service", \.service),
    ("personaB", "product", \.product), ("personaB", "others", \.others),
    ("personaA", "marketing", \.marketing), ("personaA", "pitch", \.pitch),
    ("personaA", "additional", \.additional),
  ]

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    guard !data.workbook.personas.isEmpty else { return [] }
    var passages: [Passage] = [.heading(data.heading("report.personas.title", "personas"))]
    for persona in data.workbook.personas {
      let id = persona.id?.text.string ?? ""
      passages.append(
        .heading(
          Heading(
            level: 3, words: Prose(Text.title(persona.name, persona.id?.text), at: persona.name?.span),
            place: .item(PersonaKind.name, id))))
      var line: [Prose] = []
      if let job = persona.job { line.append(Prose(job)) }
      if let segment = persona.segment { line.append(data.names.mention(segment.text)) }
      if let picture = persona.picture {
        passages.append(
          .figure(
            Figure(
              .portrait(picture.string),
              alternative: data.sentence(
                "report.personas.portrait", ["name": Prose(Text.title(persona.name, persona.id?.text))]
              ).text, origin: picture.span)))
      }
      if !line.isEmpty { passages.append(.paragraph(Paragraph(line.joined(" · ")))) }
      passages += persona.quote.filter { !$0.text.string.isEmpty }.map { quote in
        let words = data.quoted(Prose(quote.text))
        return .paragraph(Paragraph(words, role: .quotation, mark: data.mark(quote)))
      }
      passages += data.paragraphs(persona.descriptive)
      let facts = Self.fields.flatMap { group, name, notes in
        data.fact(data.label(group, name), data.statements(notes(persona)))
      }
      if !facts.isEmpty { passages.append(.facts(facts)) }
    }
    return passages
  }
}

extension ReportData {
  /// In the quotation marks of the language, unless its author has put some.
  func quoted(_ words: Prose) -> Prose {
    let marks: Set<Character> = ["\"", "“", "«", "„", "'", "‘"]
    if let first = words.text.first, marks.contains(first) { return words }
    return sentence("report.quotation", ["words": words])
  }

  /// A heading of the report's own below a part's title.
  func heading(_ key: String, _ name: String, level: Int = 2) -> Heading {
    Heading(level: level, words: phrase(key), place: Place("section/" + name))
  }
}
