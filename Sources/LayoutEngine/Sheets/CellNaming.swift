import Diagnostics
import Languages
import LayoutModel
import LocatedYAML

/// What a cell is called where it is carried on, worked out when it is: its heading or its row's or column's, and its
/// element.
struct CellNaming {
  /// All cells of the canvas, and the phrase key of its title.
  let cells: [CellDefinition]
  let title: String
  let data: SheetData
  let definition: CellDefinition
  let heading: CellHeading
  let element: DataView?

  var name: String {
    let label = element.flatMap { element in
      ["label", "name", "text"].lazy.compactMap { data.texts(element.step($0)).first?.string }.first
    }
    let own = heading.texts.isEmpty ? lineName : heading.name
    let name = [own, label].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    return name.isEmpty ? data.catalogue.phrase(title) : name
  }

  /// What a cell without a heading is called: the label at the start of its row, or at the head of its column.
  private var lineName: String {
    let label =
      cells.first { $0.block == "label" && $0.rows == definition.rows }
      ?? cells.last {
        $0.block == "label" && $0.columns == definition.columns
          && $0.rows.upperBound <= definition.rows.lowerBound
      }
    return data.words(label?.heading ?? label?.label, element: nil).map(\.string).joined(separator: " ")
  }
}
