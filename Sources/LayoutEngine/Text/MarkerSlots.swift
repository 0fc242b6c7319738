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
  /// The side of letters and marks of evidence.
  let square: Length
  /// The side of numbers, letters of plots and marks of the map.
  let signSide: Length
  /// The small square of a note that serves nobody in particular.
  let bullet: Length

  init(_ items: [FlowItem], _ style: PageStyle, _ step: LadderStep) {
    let body = style.role("body", scale: step.scale)
    square = body.size * 1.04
    bullet = body.size * 0.34
    // The marks of the utility map are read from across a table.
    let hasMapMarks = items.contains { if case .utility = $0.marker.sign { true } else { false } }
    signSide = hasMapMarks ? square * 1.5 : square
    let gap = style.unit * 0.75
    var x = Length.zero
    func place(_ isUsed: Bool, _ side: Length) -> Length? {
      guard isUsed else { return nil }
      defer { x += side + gap }
      return x
    }
    sign = place(items.contains { $0.marker.sign != nil && $0.marker.sign != .bullet }, signSide)
    segment = place(items.contains { $0.marker.segment != nil }, square)
    evidence = place(items.contains { $0.marker.evidence != nil }, square)
    width = x > .zero ? x : style.unit * 1.75
  }

  /// Bullets stand in the middle of the room that letters take.
  var bulletStart: Length {
    sign == nil && segment == nil && evidence == nil ? .zero : (square - bullet) / 2
  }
}
