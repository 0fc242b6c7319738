import Languages
import LayoutModel
import PageModel

/// Sets what found no room on further sheets with the same head and foot: columns of text, each part under the
/// name of its cell.
struct ContinuationComposer {
  let sheet: SheetComposer
  /// The number of the first further sheet.
  let firstPage: Int

  /// About this wide is a column, in units.
  private static let columnWidth = 58.0
  private static let step = LadderStep.natural

  /// Draws the further sheets; says of each part on which sheet it starts.
  func compose(
    _ leftovers: [Leftover], _ structure: inout StructureTree, section: StructureTree.Container
  ) -> (pages: [PageBuilder], starts: [Int]) {
    var pages: [PageBuilder] = []
    var starts: [Int] = []
    var cursor: Cursor?
    for leftover in leftovers {
      var items = leftover.items
      var isFirst = true
      let parent = ReadingPlace.elements(structure.add(.section, in: section))
      var elements = FlowElements(in: parent)
      while !items.isEmpty {
        if cursor == nil {
          let opened = open(&structure)
          pages.append(opened.page)
          var start = opened.cursor
          if !isFirst {
            // It has been read on the sheet before.
            drawHeading(leftover, at: &start, on: &pages[pages.count - 1], &structure, in: .nowhere)
          }
          cursor = start
        }
        guard var place = cursor else { break }
        if isFirst, place.y > place.area.y, place.maxY - place.y < minimumRoom { place.advance() }
        if place.column >= place.count {
          cursor = nil
          continue
        }
        if isFirst {
          starts.append(firstPage + pages.count - 1)
          drawHeading(leftover, at: &place, on: &pages[pages.count - 1], &structure, in: parent)
          isFirst = false
        }
        items = fill(&place, with: items, on: &pages[pages.count - 1], &structure, &elements)
        if !items.isEmpty { place.advance() }
        cursor = place.column >= place.count ? nil : place
      }
    }
    return (pages, starts)
  }

  /// Where the next line goes.
  private struct Cursor {
    var area: Rect
    var width: Length
    var gap: Length
    var count: Int
    var column = 0
    var y: Length
    /// No line of text stands in the column yet.
    var isFresh = true

    var x: Length { area.x + (width + gap) * Double(column) }
    var maxY: Length { area.maxY }

    mutating func advance() {
      column += 1
      y = area.y
      isFresh = true
    }
  }

  private var style: PageStyle { sheet.style }

  /// Enough for a heading and two lines.
  private var minimumRoom: Length {
    style.role("heading").leading * 3 + style.role("body").leading * 2
  }

  private func open(_ structure: inout StructureTree) -> (page: PageBuilder, cursor: Cursor) {
    let (page, area) = sheet.frameOnly(&structure)
    let count = max(1, Int((area.width / style.unit / Self.columnWidth).rounded()))
    let gap = style.unit * 4
    let width = (area.width - gap * Double(count - 1)) / Double(count)
    var builder = page
    for column in 1..<max(1, count) {
      let x = area.x + (width + gap) * Double(column) - gap / 2
      builder.rule(from: Point(x, area.y), to: Point(x, area.maxY), style.colour("rule"))
    }
    return (builder, Cursor(area: area, width: width, gap: gap, count: count, y: area.y))
  }

  private func drawHeading(
    _ leftover: Leftover, at place: inout Cursor, on page: inout PageBuilder,
    _ structure: inout StructureTree, in parent: ReadingPlace
  ) {
    if place.y > place.area.y { place.y += style.role("body").leading }
    let role = style.role("heading")
    let key = leftover.kind == .continued ? "sheet.continued" : "sheet.questions"
    let words = sheet.data.catalogue.phrase(key, ["cell": Self.short(leftover.name)])
    let owner = structure.add(.heading2, in: parent)
    place.y += page.paragraph(words, role, at: Point(place.x, place.y), width: place.width, owner: owner)
    place.y += style.role("body").leading / 2
  }

  /// A long name is told by its beginning: the whole of it stands where it belongs.
  private static func short(_ name: String) -> String {
    guard name.count > 60 else { return name }
    let start = name.prefix(48)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + "…"
  }

  /// Draws what fits into the rest of a column; what does not.
  private func fill(
    _ place: inout Cursor, with items: [FlowItem], on page: inout PageBuilder,
    _ structure: inout StructureTree, _ elements: inout FlowElements
  ) -> [FlowItem] {
    let flow = FlowSetter(typesetter: sheet.typesetter, style: style).set(
      items, width: place.width, step: Self.step)
    var count = flow.count(fitting: place.maxY - place.y)
    // A column that takes not even one line would never end.
    if count == 0, place.isFresh { count = 1 }
    if count > 0 { place.isFresh = false }
    place.y += FlowDrawing(flow: flow, step: Self.step).draw(
      count, at: Point(place.x, place.y), on: &page, &structure, &elements)
    place.y += style.role("body").leading / 2
    return flow.rest(after: count)
  }
}
