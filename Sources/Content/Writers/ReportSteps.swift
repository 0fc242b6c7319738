/// What a reader of a report meets, one after the other: titles, places that may be linked to, and texts.
enum ReportStep {
  /// What follows stands under this title; nothing for what stands under none.
  case section(Report.Entry?)
  case place(Place)
  case words(Prose)
}

extension Report {
  /// Through all parts, each with its footnotes after it.
  var steps: [ReportStep] {
    var steps: [ReportStep] = []
    for part in parts {
      let title = part.title.map { Entry(level: 1, number: part.number, words: $0, place: part.place) }
      steps += [.section(title), .place(part.place)]
      if let title { steps += title.steps }
      steps += part.passages.flatMap(\.steps)
      for (index, note) in part.footnotes.enumerated() {
        steps += [.section(title), .place(.footnote(part.name, index + 1))] + note.flatMap(\.steps)
      }
    }
    return steps
  }
}

extension Report.Entry {
  fileprivate var steps: [ReportStep] { (number.map { [.words(Prose($0))] } ?? []) + [.words(words)] }
}

extension Passage {
  fileprivate var steps: [ReportStep] {
    switch self {
    case .heading(let heading):
      let entry = Report.Entry(
        level: heading.level, number: heading.number, words: heading.words, place: heading.place)
      return [.section(entry), .place(heading.place)] + entry.steps
    case .paragraph(let paragraph):
      return places(paragraph.place) + [.words(paragraph.words)] + marks(paragraph.mark)
    case .list(let list):
      return list.items.flatMap { places($0.place) + $0.passages.flatMap(\.steps) + marks($0.mark) }
    case .table(let table): return table.steps
    case .figure(let figure):
      return places(figure.place) + texts([figure.label, figure.alternative]) + [.words(figure.caption)]
    case .facts(let facts): return facts.flatMap(\.steps)
    case .quote(let passages): return passages.flatMap(\.steps)
    case .code(let text): return [.words(Prose(text))]
    case .pause, .contents: return []
    case .cover(let cover): return cover.steps
    case .canvases(let canvases):
      return canvases.flatMap { canvas -> [ReportStep] in
        let entry = Report.Entry(level: 2, number: nil, words: canvas.words, place: canvas.place)
        return [.section(entry), .place(canvas.place)] + entry.steps
      }
    }
  }
}

extension ReportTable {
  fileprivate var steps: [ReportStep] {
    var steps = places(place) + texts([label]) + [.words(caption)] + columns.map { .words($0.title) }
    for row in rows {
      steps += places(row.place)
      for cell in row.cells { steps += cell.paragraphs.map { .words($0) } + marks(cell.mark) }
    }
    return steps
  }
}

extension Fact {
  fileprivate var steps: [ReportStep] { places(place) + [.words(label)] + passages.flatMap(\.steps) }
}

extension Cover {
  fileprivate var steps: [ReportStep] {
    [company, product, title, keyIdea].map { .words($0) } + facts.flatMap(\.steps)
      + texts(logos.map(\.alternative)) + [.words(funding)]
  }
}

private func places(_ place: Place?) -> [ReportStep] { place.map { [.place($0)] } ?? [] }

private func texts(_ texts: [String?]) -> [ReportStep] { texts.compactMap { $0.map { .words(Prose($0)) } } }

private func marks(_ mark: NoteMark?) -> [ReportStep] { texts(mark?.names ?? []) }

extension NoteMark {
  /// What it says in words: whom it is for, how sure it is.
  var names: [String] { [segmentName, evidenceName].compactMap { $0 }.filter { !$0.isEmpty } }
}
