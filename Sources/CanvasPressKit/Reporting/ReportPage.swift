import Content
import Languages
import LayoutEngine
import LayoutModel
import PageModel
import SVGBackend

/// A report as one HTML file: its figures as drawings, its pictures inside it.
struct ReportPage {
  let draft: ReportPress.Draft
  let job: ReportComposer.Job
  let typesetter: Typesetter

  func html(of report: Report) -> String {
    let catalogue = draft.catalogue
    func word(_ name: String) -> String { catalogue.phrase("report.html." + name) }
    func colour(_ name: String) -> String { (draft.theme.colours[name] ?? .white).hex }
    var drawings: [Place: String] = [:]
    for (place, figure, page) in ReportComposer.figures(of: job, typesetter: typesetter) {
      drawings[place] = SVGPainting.svg(of: page, as: .figure(label: figure.alternative))
    }
    let pictures = Dictionary(draft.pictures.pictures.map { ($0.path, PictureAddress.of($0)) }) { first, _ in
      first
    }
    return HTMLWriter.write(
      report, pictures: pictures, drawings: drawings,
      words: HTMLWords(
        skip: word("skip"), contents: word("contents"), mentionedIn: word("mentionedIn"),
        notes: word("notes"), note: word("note"), backToText: word("backToText"), table: word("table"),
        done: word("done"), open: word("open")),
      look: HTMLLook(
        ink: colour("ink"), quiet: colour("quiet"), rule: colour("rule"),
        accent: colour(draft.flow.family.rawValue), segments: draft.theme.segments.map(\.hex)))
  }
}
