import LayoutModel
import PageModel

/// The places of marks before the items of a cell: the same for all of them, so that their texts stand in one line.
struct MarkerSlots {
  /// From the item's start; nothing when no item of the cell has such a mark.
  var sign: Length?
  var segment: Length?
  var evidence: Length?
  /// From an item's start to its text.
  var width: Length
  /// The side of letters, numbers and signs.
  let square: Length
  /// The small square of a note that serves nobody in particular.
  let bullet: Length

  init(_ items: [FlowItem], _ style: PageStyle, _ step: LadderStep) {
    let body = style.role("body", scale: step.scale)
    square = body.size * 1.04
    bullet = body.size * 0.34
    let each = square + style.unit * 0.75
    var x = Length.zero
    func place(_ isUsed: Bool) -> Length? {
      guard isUsed else { return nil }
      defer { x += each }
      return x
    }
    sign = place(items.contains { $0.marker.sign != nil && $0.marker.sign != .bullet })
    segment = place(items.contains { $0.marker.segment != nil })
    evidence = place(items.contains { $0.marker.evidence != nil })
    width = x > .zero ? x : style.unit * 1.75
  }

  /// Bullets stand in the middle of the room that letters take.
  var bulletStart: Length {
    sign == nil && segment == nil && evidence == nil ? .zero : (square - bullet) / 2
  }
}
