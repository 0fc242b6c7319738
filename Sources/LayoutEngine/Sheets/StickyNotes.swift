import Languages
import LayoutModel
import PageModel

/// How many sticky notes a cell takes.
package struct StickyNotes: Hashable, Sendable {
  /// In millimetres: the square ones, and the small ones that posters fall back on.
  package static let sizes: [(width: Double, height: Double)] = [(76, 76), (51, 38)]

  package var count: Int
  /// An index into the sizes.
  package var size: Int

  /// `76 × 76`
  package var sizeText: String {
    let size = Self.sizes[size]
    return "\(Int(min(size.width, size.height))) × \(Int(max(size.width, size.height)))"
  }

  /// As many of the largest size that fits at all; nothing when not even a small one does.
  init?(in area: Size) {
    for (index, size) in Self.sizes.enumerated() {
      func fits(_ width: Double, _ height: Double) -> Int {
        Int(area.width.millimetres / width) * Int(area.height.millimetres / height)
      }
      let count = max(fits(size.width, size.height), fits(size.height, size.width))
      guard count > 0 else { continue }
      (self.count, self.size) = (count, index)
      return
    }
    return nil
  }
}

extension SheetComposer {
  /// The notes that a blank cell takes below its heading and questions; nothing where none are meant.
  func capacity(_ instance: CellInstance, in area: Rect, below top: Length) -> StickyNotes? {
    guard BlockRegister.block(named: instance.definition.block)?.takesNotes == true,
      instance.definition.writingLines == 0,
      repeatedRows == nil
    else { return nil }
    // A note may stand on the caption that counts it, and into the gaps between cells.
    return StickyNotes(in: Size(area.width + columnGap / 2, area.height - top + rowGap / 2))
  }

  /// Says on a blank poster how many notes a cell takes.
  func drawCapacity(
    _ instance: CellInstance, in area: Rect, below top: Length, on page: inout PageBuilder,
    _ structure: inout StructureTree, _ place: ReadingPlace
  ) {
    // The fields of a map are all alike: one of them says it.
    let isFirst =
      instance.definition.block != "marks"
      || instances.first { $0.definition.block == "marks" }.map {
        $0.columns == instance.columns && $0.rows == instance.rows
      } == true
    guard style.paper.isPoster, data.state != .filled, isFirst,
      let notes = capacity(instance, in: area, below: top)
    else { return }
    let caption = style.role("caption")
    let words = data.catalogue.phrase(
      "sheet.capacity", ["count": String(notes.count), "size": notes.sizeText])
    guard typesetter.width(words, caption) <= area.width else { return }
    page.textEnding(
      words, caption,
      at: Point(area.maxX, area.maxY - caption.leading + typesetter.baseline(caption)),
      owner: structure.add(.paragraph, in: place))
  }

  /// What each cell of a blank sheet takes, by its name.
  func capacities() -> [(cell: String, notes: StickyNotes?)] {
    let rows = overflow(.natural).rows
    return instances.compactMap { instance in
      guard BlockRegister.block(named: instance.definition.block)?.takesNotes == true else { return nil }
      var area = rect(instance, rows)
      if let ticks = instance.ticks {
        area.height = area.height - ticks.height(width: area.width, style, typesetter) - style.unit
      }
      let heading = instance.heading.height(width: headingWidth(instance), step: .natural, style, typesetter)
      return (instance.name, capacity(instance, in: area, below: heading))
    }
  }
}
