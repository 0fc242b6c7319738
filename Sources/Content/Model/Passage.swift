package import Diagnostics
package import WorkbookModel

/// What parts of a report are made of, before any page.
package indirect enum Passage: Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(ReportList)
  case table(ReportTable)
  case figure(Figure)
  /// Labels with what is said to each.
  case facts([Fact])
  case quote([Passage])
  /// Lines as they were typed.
  case code(Text)
  /// A pause between paragraphs.
  case pause
  case cover(Cover)
  /// The table of contents of the whole report; writers make it from `Report.contents`.
  case contents
  /// The workbook's canvases, each on a sheet of its own, by the names of their files in `layouts`.
  case canvases([CanvasReference])
}

/// A heading within a part; the part's own title is level 1.
package struct Heading: Sendable {
  /// From 2 to 6.
  package var level: Int
  /// Such as `4.1`; nothing for headings that are not counted.
  package var number: String?
  package var words: Prose
  package var place: Place

  package init(level: Int, number: String? = nil, words: Prose, place: Place) {
    self.level = level
    self.number = number
    self.words = words
    self.place = place
  }
}

package struct Paragraph: Sendable {
  package enum Role: Sendable {
    case body
    /// Opens a part, larger.
    case lead
    /// What someone said, larger.
    case quotation
    /// An aside in small type.
    case small
    /// Stands out: the one thing to take away.
    case statement
  }

  package var words: Prose
  package var role: Role
  package var place: Place?
  package var mark: NoteMark?

  package init(_ words: Prose, role: Role = .body, place: Place? = nil, mark: NoteMark? = nil) {
    self.words = words
    self.role = role
    self.place = place
    self.mark = mark
  }
}

/// What a statement of the workbook bears: whom it is for, how sure it is.
package struct NoteMark: Hashable, Sendable {
  /// The place of its segment among the workbook's.
  package var segment: Int?
  /// The segment's name, for writers without colours.
  package var segmentName: String?
  package var evidence: Evidence?
  /// The catalogue's word for it.
  package var evidenceName: String?

  package init(
    segment: Int? = nil, segmentName: String? = nil, evidence: Evidence? = nil, evidenceName: String? = nil
  ) {
    self.segment = segment
    self.segmentName = segmentName
    self.evidence = evidence
    self.evidenceName = evidenceName
  }

  package var isEmpty: Bool { segment == nil && evidence == nil }
}

package struct ReportList: Sendable {
  package struct Item: Sendable {
    package var passages: [Passage]
    package var mark: NoteMark?
    package var place: Place?
    /// A task, done or not; nothing for other items.
    package var isDone: Bool?

    package init(_ passages: [Passage], mark: NoteMark? = nil, place: Place? = nil, isDone: Bool? = nil) {
      self.passages = passages
      self.mark = mark
      self.place = place
      self.isDone = isDone
    }

    package init(_ words: Prose, mark: NoteMark? = nil, place: Place? = nil) {
      self.init([.paragraph(Paragraph(words))], mark: mark, place: place)
    }
  }

  /// The number of the first item; nothing where they are not counted.
  package var start: Int?
  /// Items follow each other without gaps.
  package var isTight: Bool
  package var items: [Item]

  package init(start: Int? = nil, isTight: Bool = true, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A label and what is said to it.
package struct Fact: Sendable {
  package var label: Prose
  package var passages: [Passage]
  package var place: Place?

  package init(_ label: Prose, _ passages: [Passage], place: Place? = nil) {
    self.label = label
    self.passages = passages
    self.place = place
  }
}
