import LayoutModel
import LocatedYAML
import WorkbookModel

/// How to read the marks that statements bear.
struct KeyBlock: ReportBlock {
  let traits = named("key")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    var items = [Evidence.confirmed, .observed, .assumption].map { evidence -> ReportList.Item in
      ReportList.Item(data.phrase("report.key." + evidence.rawValue), mark: NoteMark(evidence: evidence))
    }
    if data.workbook.segments.count > 1 {
      items.append(ReportList.Item(data.phrase("report.key.segment"), mark: NoteMark(segment: 0)))
    }
    items.append(ReportList.Item(data.phrase("report.key.pages")))
    return [
      .heading(Heading(level: 4, words: data.phrase("report.key.title"), place: Place("section/key"))),
      .list(ReportList(items: items)),
    ]
  }
}
