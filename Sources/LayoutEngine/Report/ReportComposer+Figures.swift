package import Content
import LayoutModel
package import PageModel
import Rules

extension ReportComposer {
  /// The drawings of a report, each on a page of its own that is no larger, for those who show them without pages.
  package static func figures(
    of job: Job, typesetter: Typesetter
  ) -> [(place: Place, figure: Figure, page: Page)] {
    let style = job.style
    let frame = ReportFrame(paper: job.paper, style: style)
    let drawings = ReportDrawings(facts: job.facts, catalogue: job.catalogue)
    return job.report.parts.flatMap(\.passages).compactMap {
      passage -> (place: Place, figure: Figure, page: Page)? in
      guard case .figure(let figure) = passage, let place = figure.place,
        let entry = drawings.drawing(of: figure.drawing)
      else { return nil }
      let width = entry.isWide ? frame.wide.width : frame.main.width
      let columns = entry.columns(x: .zero, width: width)
      let wanted = entry.drawing.height(
        width: width, columns: columns, step: .natural, style, typesetter)
      let size = Size(width, max(wanted, entry.leastHeight(width)))
      var builder = PageBuilder(
        size: size, style: style, typesetter: typesetter, icons: job.icons,
        words: MarkWords(job.facts.workbook, job.catalogue))
      var structure = StructureTree()
      let spot = DrawingPlace(
        frame: Rect(x: .zero, y: .zero, width: size.width, height: size.height), columns: columns, side: nil,
        step: .natural, reading: .elements(StructureTree.root), naming: nil)
      _ = entry.drawing.draw(spot, on: &builder, &structure)
      return (place, figure, builder.page)
    }
  }
}

extension ReportComposer.Job {
  /// The look of the report's pages.
  var style: PageStyle {
    .report(theme: theme, paper: paper, family: family, language: report.language)
  }
}
