import Content
package import Languages
import LayoutModel
import LocatedYAML
import PageModel
package import Rules
import WorkbookModel

/// What the figures of a report are drawn by.
package struct ReportDrawings {
  private let facts: WorkbookFacts
  private let catalogue: Catalogue

  package init(facts: WorkbookFacts, catalogue: Catalogue) {
    self.facts = facts
    self.catalogue = catalogue
  }

  /// A drawing and how it wants to stand.
  struct Entry {
    var drawing: any Drawing
    /// It takes the narrow column's room as well.
    var isWide = false
    /// Height over width.
    var shape = 0.0
    /// Parts beside each other, of the same width.
    var columnCount = 1
    /// Of the width, what stands before the columns.
    var sideShare = 0.0

    func columns(x: Length, width: Length) -> [Rect] {
      let start = width * sideShare
      let column = (width - start) / Double(max(1, columnCount))
      return (0..<columnCount).map {
        Rect(x: x + start + column * Double($0), y: .zero, width: column, height: .zero)
      }
    }

    func leastHeight(_ width: Length) -> Length { width * shape }
  }

  /// Nothing for a picture, and for something that the workbook does not have.
  func drawing(of figure: Figure.Drawing) -> Entry? {
    let workbook = facts.workbook
    switch figure {
    case .picture, .portrait: return nil
    case .matrix:
      guard !workbook.solutions.isEmpty else { return nil }
      return Entry(
        drawing: MatrixBlock.drawing(of: workbook.solutions.view, facts, catalogue, showsPrompts: true),
        shape: 0.82)
    case .curve(let journey):
      guard workbook.journeys.indices.contains(journey) else { return nil }
      let data = SheetData(facts: facts, catalogue: catalogue, state: .filled, root: .record(workbook))
      let stages = workbook.journeys[journey].stages
      return Entry(
        drawing: StagedCurve(stages: stages.view, in: data), isWide: true, columnCount: stages.count,
        sideShare: 0.1)
    case .ranking: return Entry(drawing: RankingBars(facts, catalogue))
    case .completeness(let concept):
      guard workbook.concepts.indices.contains(concept) else { return nil }
      return Entry(drawing: CompletenessStrip(workbook.concepts[concept], facts, catalogue))
    case .evidence: return Entry(drawing: EvidenceBars(facts, catalogue))
    }
  }
}
