import Diagnostics
import LayoutModel
import PageModel

/// Items set at a width: lines with their places below each other, to be drawn or carried on.
struct SetFlow {
  struct Line {
    var line: SetLine
    var role: PageStyle.Role
    /// From the flow's left.
    var indent: Length
    /// Above the line.
    var gap: Length
    var item: Int
    var paragraph: Int
    var startsParagraph: Bool
    /// The first line of its item bears the mark.
    var marker: FlowItem.Marker?
  }

  var lines: [Line]
  var items: [FlowItem]
  /// The measure of the whole flow.
  var width: Length
  /// Around the text of a card.
  var cardPadding: Length
  /// Where the marks of its items stand.
  var slots: MarkerSlots

  var height: Length { ends().last ?? .zero }

  /// How many lines fit into a height.
  func count(fitting height: Length) -> Int {
    let ends = ends()
    return (0...lines.count).last { count in
      count == 0 || ends[count - 1] + bottomPadding(count) <= height + .mm(0.001)
    } ?? 0
  }

  /// Where each line ends, from the flow's top; the last one with what its card keeps below it.
  private func ends() -> [Length] {
    var y = Length.zero
    var ends: [Length] = []
    for (index, line) in lines.enumerated() {
      if index > 0 {
        y += line.gap
        if lines[index - 1].item != line.item, items[lines[index - 1].item].isCard { y += cardPadding }
      }
      if items[line.item].isCard, index == 0 || lines[index - 1].item != line.item { y += cardPadding }
      y += line.role.leading
      ends.append(y)
    }
    if let last = lines.last, items[last.item].isCard { ends[ends.count - 1] += cardPadding }
    return ends
  }

  /// What a card cut after `count` lines still needs below its last one.
  private func bottomPadding(_ count: Int) -> Length {
    count < lines.count && items[lines[count - 1].item].isCard ? cardPadding : .zero
  }

  /// Some of the lines, as a flow of their own.
  func slice(_ range: Range<Int>) -> SetFlow {
    var slice = self
    slice.lines = Array(lines[range])
    return slice
  }

  /// What is left after the first `count` lines, as items to be set again at another width.
  func rest(after count: Int) -> [FlowItem] {
    guard count < lines.count else { return [] }
    let first = lines[count]
    var item = items[first.item]
    var paragraph = item.paragraphs[first.paragraph]
    paragraph.text = String(
      decoding: Array(paragraph.text.utf8)[first.line.source.lowerBound...], as: UTF8.self)
    item.isContinued = item.isContinued || first.marker == nil
    item.isCutInParagraph = !first.startsParagraph
    item.paragraphs = [paragraph] + item.paragraphs[(first.paragraph + 1)...]
    return [item] + items[(first.item + 1)...]
  }
}

/// Breaks items into lines.
struct FlowSetter {
  let typesetter: Typesetter
  let style: PageStyle

  func set(_ items: [FlowItem], width: Length, step: LadderStep) -> SetFlow {
    let half = style.role("body", scale: step.scale).leading / 2
    let slots = MarkerSlots(items, style, step)
    let cardPadding = style.unit * 0.75
    var lines: [SetFlow.Line] = []
    for (index, item) in items.enumerated() {
      let inset = (item.marker == .none ? .zero : slots.width) + (item.isCard ? cardPadding * 2 : .zero)
      let measure = width - inset - (item.isCard ? cardPadding : .zero)
      for (number, paragraph) in item.paragraphs.enumerated() {
        let role = style.role(paragraph.role, scale: step.scale)
        for (position, line) in typesetter.lines(paragraph.text, role, width: measure).enumerated() {
          let isFirst = number == 0 && position == 0
          let isDetail = number > 0 && position == 0
          let gap = isFirst ? half * step.spacing : isDetail ? half * 0.25 * step.spacing : .zero
          lines.append(
            SetFlow.Line(
              line: line, role: role, indent: inset, gap: gap, item: index, paragraph: number,
              startsParagraph: position == 0 && !(number == 0 && item.isCutInParagraph),
              marker: isFirst ? (item.isContinued ? FlowItem.Marker.none : item.marker) : nil))
        }
      }
    }
    return SetFlow(lines: lines, items: items, width: width, cardPadding: cardPadding, slots: slots)
  }
}
