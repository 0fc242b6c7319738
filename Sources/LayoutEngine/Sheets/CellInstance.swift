import Diagnostics
import LayoutModel
import LocatedYAML
import PageModel

/// A cell on one sheet: one for each element of a repeated track, and what it shows. A class, because a sheet looks at
/// its cells over and over, and each is large; nobody changes one after the factory.
final class CellInstance {
  let definition: CellDefinition
  var heading: CellHeading
  let content: CellContent
  /// Concrete columns and rows.
  let columns: Range<Int>
  let rows: Range<Int>
  /// Where the heading stands beside the content: the columns before the repeated ones.
  let headingColumns: Range<Int>?
  let naming: CellNaming
  /// It shows an element of a repeated track.
  let isOfElement: Bool
  /// What it is called where it is carried on.
  var name: String { naming.name }
  /// Words to tick at its foot.
  var ticks: TickArea?
  /// What stands in its dashed frame when a filled sheet has nothing for it.
  var missing: Text?
  /// Guiding questions that go to a sheet of their own.
  var questionsElsewhere: [Text] = []

  /// What its row of a table is known by.
  var isName: Bool { definition.from?.steps == ["name"] }

  init(
    definition: CellDefinition, heading: CellHeading, content: CellContent, columns: Range<Int>,
    rows: Range<Int>, headingColumns: Range<Int>?, naming: CellNaming, isOfElement: Bool
  ) {
    self.definition = definition
    self.heading = heading
    self.content = content
    self.columns = columns
    self.rows = rows
    self.headingColumns = headingColumns
    self.naming = naming
    self.isOfElement = isOfElement
  }
}

/// Columns, or rows, with repeated tracks written out.
struct TrackPlan {
  struct Line {
    var track: Int
    var element: DataView?
  }

  var lines: [Line] = []
  /// The concrete lines of each track.
  var ranges: [Range<Int>] = []

  init(_ tracks: [Track], elements: (DataPath) -> [DataView]) {
    for (index, track) in tracks.enumerated() {
      let start = lines.count
      if let per = track.per {
        lines += elements(per).map { Line(track: index, element: $0) }
      } else {
        lines.append(Line(track: index))
      }
      ranges.append(start..<lines.count)
    }
  }

  /// The lines of the repeated track, if there is one.
  func repeated(_ tracks: [Track]) -> Range<Int>? {
    tracks.firstIndex { $0.per != nil }.map { ranges[$0] }
  }

  func concrete(_ tracks: Range<Int>) -> Range<Int> {
    ranges[tracks.lowerBound].lowerBound..<ranges[tracks.upperBound - 1].upperBound
  }
}
