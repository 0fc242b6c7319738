import CPangoCairo
import PageModel

/// Puts tags around what belongs to one element, as one mark after the other. All are paragraphs to Cairo: what they are is
/// written by whoever finishes the file, who has the marks in the same order.
struct ContentTags {
  private let context: OpaquePointer
  private let isOn: Bool
  private var current: ContentMark?
  private var marks: [ContentMark] = []

  init(context: OpaquePointer, isOn: Bool) {
    self.context = context
    self.isOn = isOn
  }

  func wouldChange(to item: DisplayItem) -> Bool { isOn && mark(of: item) != current }

  /// Ends the tag before and begins the one of an item; decoration has none.
  mutating func change(to item: DisplayItem) {
    end()
    current = mark(of: item)
    if let current {
      cairo_tag_begin(context, "P", nil)
      marks.append(current)
    }
  }

  /// Ends the last tag of a page; the page's marks.
  mutating func finish() -> [ContentMark] {
    end()
    current = nil
    defer { marks = [] }
    return marks
  }

  private func end() {
    if current != nil { cairo_tag_end(context, "P") }
  }

  private func mark(of item: DisplayItem) -> ContentMark? {
    switch item.owner {
    case .leaf(let leaf): return ContentMark(owner: .leaf(leaf), link: item.link)
    case .pagination:
      // Rules and grounds of heads and feet are decoration like all others.
      if case .text = item.paint { return ContentMark(owner: .pagination, link: item.link) }
      return nil
    case .decoration: return nil
    }
  }
}
