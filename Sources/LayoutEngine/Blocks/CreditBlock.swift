import Diagnostics
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Rules
import WorkbookModel

/// The foot of a sheet: its licence line, who led the workshop, how sure its notes are, who pays, the sheet's number.
struct CreditBlock: Block {
  let traits = LayoutVocabulary.BlockTraits(name: "credit", accepts: nil)

  func content(of cell: CellInput, in sheet: SheetData) -> CellContent {
    var texts: [FlowParagraph] = []
    if let facilitator = sheet.workbook.project.facilitator {
      let label = sheet.catalogue.phrase("header.facilitator")
      texts.append(
        FlowParagraph(Text("\(label): \(facilitator.string)", at: facilitator.span), role: "caption"))
    }
    if cell.canvas.namesWhatIsMissing, sheet.state == .filled, case .record(let record) = sheet.root,
      let concept = record as? Concept
    {
      let count = sheet.facts.completeness(of: concept).filled.count
      texts.append(
        FlowParagraph(
          Text(
            sheet.catalogue.phrase(
              "concept.count", ["count": String(count), "total": String(Completeness.total)])),
          role: "caption"))
    }
    var foot = SheetFoot(texts: texts, facilitator: sheet.catalogue.phrase("header.facilitator"))
    foot.licence = cell.canvas.licence.map { sheet.catalogue.phrase($0) }
    foot.evidence = evidence(cell.evidence, sheet.catalogue)
    if let funding = sheet.workbook.project.funding {
      foot.funding = FundingLine(
        statement: funding.text.map { FlowParagraph($0, role: "caption") },
        logo: funding.logo.flatMap { cell.pictures.id(of: $0.string) }.map { cell.pictures[$0] },
        logoID: funding.logo.flatMap { cell.pictures.id(of: $0.string) }, origin: funding.logo?.span,
        minimum: funding.logoMinimum.map { .mm($0.value) } ?? .zero,
        alternative: sheet.catalogue.phrase("header.funding"))
    }
    return .drawing(foot)
  }

  /// How many notes of the sheet are how sure; a statement without a mark is an assumption.
  private func evidence(_ evidence: [Evidence], _ catalogue: Catalogue) -> [EvidenceCount] {
    [Evidence.confirmed, .observed, .assumption].compactMap { kind in
      let count = evidence.filter { $0 == kind }.count
      guard count > 0 else { return nil }
      let words = catalogue.phrase("evidence.counts." + kind.rawValue, ["count": String(count)])
      return EvidenceCount(kind: kind, words: words)
    }
  }
}

/// `3 confirmed`, with the mark that notes bear.
struct EvidenceCount {
  var kind: Evidence
  var words: String
}

private struct SheetFoot: Drawing {
  var texts: [FlowParagraph]
  /// What the longest of them is called where it is carried on.
  var facilitator: String
  /// Stands whole on every sheet.
  var licence: String?
  var evidence: [EvidenceCount] = []
  var funding: FundingLine?

  init(texts: [FlowParagraph], facilitator: String) {
    self.texts = texts
    self.facilitator = facilitator
  }

  /// Longer texts run on to another sheet.
  private static let mostLines = 2
  /// Of the foot's width, kept for the sheet's number.
  private static let folioShare = 0.14

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    let flows = set(width: width, style, typesetter)
    let lines = max(1, flows.map { min($0.lines.count, Self.mostLines) }.max() ?? 1)
    return style.role("caption").leading * Double(lines) + style.unit
      + licenceHeight(width, style, typesetter)
      + (funding?.height(width: width, style, typesetter) ?? .zero)
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let frame = place.frame
    let role = style.role("caption")
    page.rule(from: Point(frame.x, frame.y), to: Point(frame.maxX, frame.y), style.colour("rule"))
    var top = frame.y + style.unit
    if let licence {
      page.paragraph(
        licence, role, at: Point(frame.x, top), width: licenceWidth(frame.width, style, page.typesetter),
        owner: structure.add(.paragraph, in: place.reading))
      if !isOneLine(frame.width, style, page.typesetter) {
        top += licenceHeight(frame.width, style, page.typesetter)
      }
    }
    page.folio = Point(frame.maxX, top + page.typesetter.baseline(role))
    var leftovers: [Leftover] = []
    var x = frame.x
    if let licence, isOneLine(frame.width, style, page.typesetter) {
      x += page.typesetter.width(licence, role) + style.unit * 4
    }
    let flows = set(width: frame.width, style, page.typesetter)
    for flow in flows {
      let count = flow.lines.count <= Self.mostLines ? flow.lines.count : Self.mostLines - 1
      var y = top
      let owner = structure.add(.paragraph, in: place.reading)
      for line in flow.lines.prefix(count) {
        page.text(
          line.line, role, at: line.line.start(Point(x, y + page.typesetter.baseline(role)), role),
          owner: owner, origin: flow.items[line.item].origin)
        y += role.leading
      }
      let rest = flow.rest(after: count)
      if !rest.isEmpty {
        let right = Point(x + flow.width, y + page.typesetter.baseline(role))
        let name = place.name.isEmpty ? facilitator : place.name
        leftovers.append(
          Leftover(name: name, items: rest, marker: Leftover.Marker(right: right, width: flow.width)))
      }
      x += flow.width + style.unit * 4
    }
    if !evidence.isEmpty {
      drawEvidence(from: x, top, place.reading, on: &page, &structure)
    }
    if let funding {
      let height = funding.height(width: frame.width, style, page.typesetter)
      leftovers += funding.draw(
        in: Rect(x: frame.x, y: frame.maxY - height, width: frame.width, height: height), place, on: &page,
        &structure)
    }
    return leftovers
  }

  /// Whether the licence and everything else stand side by side on one line.
  private func isOneLine(_ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Bool {
    let role = style.role("caption")
    let others = texts.reduce(evidenceWidth(style, typesetter)) {
      $0 + typesetter.width($1.text, role) + style.unit * 4
    }
    let licence = licence.map { typesetter.width($0, role) + style.unit * 4 } ?? .zero
    return licence + others <= width * (1 - Self.folioShare)
  }

  private func licenceWidth(_ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    isOneLine(width, style, typesetter) ? width * (1 - Self.folioShare) : width
  }

  /// What the licence takes above the other texts; nothing where it stands beside them.
  private func licenceHeight(_ width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    guard let licence, !isOneLine(width, style, typesetter) else { return .zero }
    let role = style.role("caption")
    return role.leading * Double(typesetter.lines(licence, role, width: width).count)
  }

  private func evidenceWidth(_ style: PageStyle, _ typesetter: Typesetter) -> Length {
    let role = style.role("caption")
    return evidence.reduce(.zero) {
      $0 + role.size * 1.4 + typesetter.width($1.words, role) + style.unit * 2.5
    }
  }

  private func drawEvidence(
    from left: Length, _ top: Length, _ reading: ReadingPlace, on page: inout PageBuilder,
    _ structure: inout StructureTree
  ) {
    let role = page.style.role("caption")
    let side = role.size * 1.08
    var x = left
    for count in evidence {
      let middle = top + role.leading / 2
      MarkDrawing(style: page.style).evidence(
        count.kind, in: Rect(x: x, y: middle - side / 2, width: side, height: side), .pagination, &page)
      x += role.size * 1.4
      page.paragraph(
        count.words, role, at: Point(x, top), width: page.typesetter.width(count.words, role) + .mm(0.5),
        owner: structure.add(.paragraph, in: reading))
      x += page.typesetter.width(count.words, role) + page.style.unit * 2.5
    }
  }

  private func set(width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> [SetFlow] {
    let setter = FlowSetter(typesetter: typesetter, style: style)
    let count = Double(max(1, texts.count))
    let beside = licence.flatMap { licence in
      isOneLine(width, style, typesetter)
        ? typesetter.width(licence, style.role("caption")) + style.unit * 4 : nil
    }
    let room =
      width * (1 - Self.folioShare) - evidenceWidth(style, typesetter) - (beside ?? .zero)
    let share = (room - style.unit * 4 * count) / count
    let natural = texts.map { typesetter.width($0.text, style.role("caption")) + .mm(0.5) }
    // One text may be long while another is short: each takes what it needs if all fit on a line.
    let fits = natural.reduce(.zero, +) + style.unit * 4 * count <= room
    return zip(texts, natural).map { text, wide in
      setter.set([FlowItem(paragraphs: [text])], width: fits ? wide : min(share, wide), step: .natural)
    }
  }
}
