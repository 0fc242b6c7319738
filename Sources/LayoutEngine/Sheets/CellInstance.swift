import LayoutModel
import LocatedYAML
import PageModel

/// A cell on one sheet: one for each element of a repeated track, and what it shows.
struct CellInstance {
  var definition: CellDefinition
  var heading: CellHeading
  var content: CellContent
  /// Concrete columns and rows.
  var columns: Range<Int>
  var rows: Range<Int>
  /// Where the heading stands beside the content: the columns before the repeated ones.
  var headingColumns: Range<Int>?
  /// What it is called where it is carried on.
  var name: String
}

/// Columns with repeated tracks written out.
struct ColumnPlan {
  struct Column {
    var track: Int
    var element: DataView?
  }

  var columns: [Column] = []
  /// The concrete columns of each track.
  var ranges: [Range<Int>] = []

  init(_ tracks: [Track], elements: (DataPath) -> [DataView]) {
    for (index, track) in tracks.enumerated() {
      let start = columns.count
      if let per = track.per {
        columns += elements(per).map { Column(track: index, element: $0) }
      } else {
        columns.append(Column(track: index))
      }
      ranges.append(start..<columns.count)
    }
  }

  func concrete(_ tracks: Range<Int>) -> Range<Int> {
    ranges[tracks.lowerBound].lowerBound..<ranges[tracks.upperBound - 1].upperBound
  }
}
