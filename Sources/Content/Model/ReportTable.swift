/// Rows under heads that are repeated on each page.
package struct ReportTable: Sendable {
  package enum Alignment: Sendable { case start, middle, end }

  package struct Column: Sendable {
    package var title: Prose
    package var alignment: Alignment
    /// Its share of the width that figures leave; nothing for a column as narrow as its words.
    package var share: Double?

    package init(_ title: Prose, _ alignment: Alignment = .start, share: Double? = nil) {
      self.title = title
      self.alignment = alignment
      self.share = share
    }
  }

  package struct Cell: Sendable {
    /// Below each other.
    package var paragraphs: [Prose]
    package var mark: NoteMark?

    package init(_ paragraphs: [Prose], mark: NoteMark? = nil) {
      self.paragraphs = paragraphs
      self.mark = mark
    }

    package init(_ words: Prose) { self.init([words]) }
  }

  package struct Row: Sendable {
    /// As many as there are columns.
    package var cells: [Cell]
    package var place: Place?
    /// Stands out from the others.
    package var isStrong: Bool

    package init(_ cells: [Cell], place: Place? = nil, isStrong: Bool = false) {
      self.cells = cells
      self.place = place
      self.isStrong = isStrong
    }
  }

  /// Such as `Table 2`; nothing for the author's own tables, which are not counted.
  package var label: String?
  package var caption: Prose
  package var place: Place?
  package var columns: [Column]
  package var rows: [Row]

  package init(
    label: String? = nil, caption: Prose = Prose(), place: Place? = nil, columns: [Column], rows: [Row]
  ) {
    self.label = label
    self.caption = caption
    self.place = place
    self.columns = columns
    self.rows = rows
  }
}
