package import Diagnostics

/// A concept report as it reads, whatever it is written as.
package struct Report: Sendable {
  /// What the file says of itself.
  package var title: String
  package var subject: String
  package var author: String
  /// The code of its language.
  package var language: String
  /// The day of the workbook, `2026-11-21`.
  package var date: String
  /// At the head of every page: whose report it is.
  package var runningHead: String
  /// At the foot of every page: day and version.
  package var runningFoot: String
  package var parts: [ReportPart]

  package init(
    title: String, subject: String, author: String, language: String, date: String, runningHead: String,
    runningFoot: String, parts: [ReportPart]
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.language = language
    self.date = date
    self.runningHead = runningHead
    self.runningFoot = runningFoot
    self.parts = parts
  }

  /// What stands largest on the cover; the file's own title where there is none.
  package var coverTitle: Prose {
    for case .cover(let cover) in parts.flatMap(\.passages) where !cover.title.isEmpty { return cover.title }
    return Prose(title)
  }

  /// A line of the table of contents, and of the outline.
  package struct Entry: Sendable {
    /// 1 for parts.
    package var level: Int
    package var number: String?
    package var words: Prose
    package var place: Place
    /// A heading within an annex: contents may leave it out.
    package var isInAnnex = false

    package init(level: Int, number: String?, words: Prose, place: Place) {
      self.level = level
      self.number = number
      self.words = words
      self.place = place
    }
  }

  /// Every title and heading in reading order; the cover has none.
  package var contents: [Entry] {
    parts.flatMap { part -> [Entry] in
      guard let title = part.title else { return [] }
      let inside = headings(of: part).map { entry in
        var entry = entry
        entry.isInAnnex = part.matter == .annex
        return entry
      }
      return [Entry(level: 1, number: part.number, words: title, place: part.place)] + inside
    }
  }

  private func headings(of part: ReportPart) -> [Entry] {
    part.passages.flatMap { passage -> [Entry] in
      switch passage {
      case .heading(let heading):
        [
          Entry(level: heading.level, number: heading.number, words: heading.words, place: heading.place)
        ]
      case .canvases(let canvases):
        canvases.map { Entry(level: 3, number: nil, words: $0.words, place: $0.place) }
      default: []
      }
    }
  }
}

/// A chapter of the report, or what stands in its place: the cover, the contents, an annex.
package struct ReportPart: Sendable {
  /// The pages before the text, the text, and what is added to it are counted apart: i, ii; 1, 2.
  package enum Matter: String, Sendable { case cover, front, body, annex }

  /// By which the flow and the workbook name it.
  package var name: String
  package var matter: Matter
  /// Such as `3`, or `B` for an annex.
  package var number: String?
  package var title: Prose?
  package var place: Place
  package var passages: [Passage]
  /// In the order of their numbers, from 1.
  package var footnotes: [[Passage]]

  package init(
    name: String, matter: Matter, number: String? = nil, title: Prose?, passages: [Passage],
    footnotes: [[Passage]] = []
  ) {
    self.name = name
    self.matter = matter
    self.number = number
    self.title = title
    self.place = .part(name)
    self.passages = passages
    self.footnotes = footnotes
  }
}

/// What stands on the first page.
package struct Cover: Sendable {
  package var company: Prose
  package var product: Prose
  package var title: Prose
  /// The concept in one line.
  package var keyIdea: Prose
  package var facts: [Fact]
  /// Paths of pictures as the workbook writes them: the company's, then who pays.
  package var logos: [Logo]
  /// Who pays, in words.
  package var funding: Prose

  package struct Logo: Sendable {
    package var path: Text
    package var alternative: String
    /// The least width in millimetres.
    package var minimum: Double?

    package init(path: Text, alternative: String, minimum: Double? = nil) {
      self.path = path
      self.alternative = alternative
      self.minimum = minimum
    }
  }

  package init(
    company: Prose, product: Prose, title: Prose, keyIdea: Prose, facts: [Fact], logos: [Logo],
    funding: Prose
  ) {
    self.company = company
    self.product = product
    self.title = title
    self.keyIdea = keyIdea
    self.facts = facts
    self.logos = logos
    self.funding = funding
  }
}

/// A canvas to be drawn in full on a sheet of its own, named in the contents.
package struct CanvasReference: Sendable {
  /// A file of `layouts` or a path.
  package var name: Text
  package var words: Prose
  package var place: Place

  package init(name: Text, words: Prose, place: Place) {
    self.name = name
    self.words = words
    self.place = place
  }
}
