/// Numbers of parts, headings, figures and tables, and the references to them; links that lead nowhere are taken off.
struct ReportNumbering {
  private let data: ReportData
  private var figures = 0
  private var tables = 0
  private var labels: [Place: String] = [:]
  private var places: Set<Place> = []

  init(_ data: ReportData) { self.data = data }

  func numbered(_ parts: [ReportPart]) -> [ReportPart] {
    var numbering = self
    return numbering.number(parts)
  }

  private mutating func number(_ parts: [ReportPart]) -> [ReportPart] {
    var (chapters, annexes) = (0, 0)
    var parts = parts
    for index in parts.indices {
      switch parts[index].matter {
      case .cover, .front: break
      case .body:
        chapters += 1
        parts[index].number = String(chapters)
      case .annex:
        annexes += 1
        parts[index].number = SolutionLetter.letter(annexes - 1)
      }
      places.insert(parts[index].place)
      var sections = 0
      parts[index].passages = parts[index].passages.map { number($0, in: parts[index].number, &sections) }
      for (number, passages) in parts[index].footnotes.enumerated() {
        places.insert(.footnote(parts[index].name, number + 1))
        parts[index].footnotes[number] = passages.map { self.number($0, in: nil, &sections) }
      }
    }
    for index in parts.indices {
      parts[index].passages = parts[index].passages.map { $0.mapped(settled) }
      parts[index].footnotes = parts[index].footnotes.map { $0.map { $0.mapped(settled) } }
    }
    return parts
  }

  private mutating func number(_ passage: Passage, in part: String?, _ sections: inout Int) -> Passage {
    switch passage {
    case .heading(var heading):
      if let part, heading.level == 2 {
        sections += 1
        heading.number = "\(part).\(sections)"
      }
      places.insert(heading.place)
      return .heading(heading)
    case .figure(var figure):
      if figure.label != nil {
        figures += 1
        figure.label = label("report.figure", figures, figure.place)
      }
      note(figure.place)
      return .figure(figure)
    case .table(var table):
      if table.label != nil {
        tables += 1
        table.label = label("report.table", tables, table.place)
      }
      note(table.place)
      for row in table.rows { note(row.place) }
      return .table(table)
    case .paragraph(let paragraph): note(paragraph.place)
    case .list(let list):
      for item in list.items {
        note(item.place)
        for inner in item.passages { _ = number(inner, in: nil, &sections) }
      }
    case .facts(let facts):
      for fact in facts {
        note(fact.place)
        for inner in fact.passages { _ = number(inner, in: nil, &sections) }
      }
    case .quote(let passages): for inner in passages { _ = number(inner, in: nil, &sections) }
    case .canvases(let canvases): for canvas in canvases { note(canvas.place) }
    case .code, .pause, .cover, .contents: break
    }
    return passage
  }

  private mutating func label(_ key: String, _ number: Int, _ place: Place?) -> String {
    let label = data.sentence(key, ["number": Prose(String(number))]).text
    if let place { labels[place] = label }
    return label
  }

  private mutating func note(_ place: Place?) {
    if let place { places.insert(place) }
  }

  /// References get the number of what they name; links to what is not in the report become words.
  private func settled(_ prose: Prose) -> Prose {
    guard prose.spans.contains(where: { $0.link != nil }) else { return prose }
    return Prose(
      prose.spans.map { span in
        guard case .place(let place)? = span.link else { return span }
        var span = span
        if span.text == "\u{FFFC}" { span.text = labels[place] ?? "" }
        if !places.contains(place) { span.link = nil }
        return span
      })
  }
}

extension Passage {
  /// The same with all its prose changed.
  fileprivate func mapped(_ change: (Prose) -> Prose) -> Passage {
    switch self {
    case .heading(var heading):
      heading.words = change(heading.words)
      return .heading(heading)
    case .paragraph(var paragraph):
      paragraph.words = change(paragraph.words)
      return .paragraph(paragraph)
    case .list(var list):
      for index in list.items.indices {
        list.items[index].passages = list.items[index].passages.map { $0.mapped(change) }
      }
      return .list(list)
    case .table(var table):
      table.caption = change(table.caption)
      for column in table.columns.indices {
        table.columns[column].title = change(table.columns[column].title)
      }
      for row in table.rows.indices {
        for cell in table.rows[row].cells.indices {
          table.rows[row].cells[cell].paragraphs = table.rows[row].cells[cell].paragraphs.map(change)
        }
      }
      return .table(table)
    case .figure(var figure):
      figure.caption = change(figure.caption)
      return .figure(figure)
    case .facts(let facts):
      return .facts(
        facts.map { Fact(change($0.label), $0.passages.map { $0.mapped(change) }, place: $0.place) })
    case .quote(let passages): return .quote(passages.map { $0.mapped(change) })
    case .code, .pause, .cover, .contents, .canvases: return self
    }
  }
}
