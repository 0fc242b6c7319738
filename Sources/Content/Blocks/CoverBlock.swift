import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import WorkbookModel

/// The first page: whose report it is, what it proposes, who made it and when.
struct CoverBlock: ReportBlock {
  let traits = named("cover")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] {
    let project = data.workbook.project
    let words = data.workbook.report
    let concept = data.carriedConcept
    let idea = concept?.tagline.flatMap { data.isFilled($0) ? Prose($0) : nil }
    func fact(_ key: String, _ value: Prose) -> [Fact] {
      value.isEmpty ? [] : [Fact(data.phrase(key), [.paragraph(Paragraph(value))])]
    }
    let authors = words?.authors.map { Prose($0.text) }.joined("\n") ?? Prose()
    func text(_ text: Text?) -> Prose { text.map { Prose($0) } ?? Prose() }
    var facts = fact("header.designedFor", text(project.designedFor))
    facts += fact("report.cover.authors", authors)
    facts += fact("header.designedBy", text(project.designedBy))
    facts += fact("header.facilitator", text(project.facilitator))
    facts += fact("header.date", project.date.map { Prose(data.catalogue.date($0)) } ?? Prose())
    facts += fact("header.version", text(project.version))
    var logos: [Cover.Logo] = []
    if let logo = words?.logo {
      logos.append(Cover.Logo(path: logo, alternative: project.company?.string ?? ""))
    }
    if let funding = project.funding, let logo = funding.logo {
      logos.append(
        Cover.Logo(
          path: logo, alternative: funding.text?.string ?? data.catalogue.phrase("header.funding"),
          minimum: funding.logoMinimum?.value))
    }
    return [
      .cover(
        Cover(
          company: text(project.company), product: text(project.product),
          title: words?.title.map { Prose($0) } ?? data.phrase("report.title"), keyIdea: idea ?? Prose(),
          facts: facts, logos: logos, funding: text(project.funding?.text)))
    ]
  }
}

extension ReportData {
  /// The concept that the business model is made of, else the first.
  var carriedConcept: Concept? {
    let id = workbook.businessModel?.concept?.text.string
    return workbook.concepts.first { $0.id?.text.string == id } ?? workbook.concepts.first
  }
}

/// The place of the contents, which writers fill.
struct ContentsBlock: ReportBlock {
  let traits = named("contents")

  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage] { [.contents] }
}
