import PageModel

/// What the structure says of elements beside their content, as far as it is seen only where they are painted.
struct PaintedTraits {
  private struct Key: Hashable {
    var element: Int
    var page: Int
  }

  private var boxes: [Key: Rect] = [:]
  /// Of labels.
  private var words: [Int: String] = [:]

  init(_ document: Document) {
    let structure = document.structure
    for (number, page) in document.pages.enumerated() {
      for item in page.items {
        guard case .leaf(let leaf) = item.owner else { continue }
        switch structure[leaf].kind {
        case .leaf(.figure):
          guard let box = item.bounds else { continue }
          let key = Key(element: leaf.index, page: number)
          boxes[key] = boxes[key].map { $0.union(box) } ?? box
        case .leaf(.label):
          if words[leaf.index] == nil, case .text(let line) = item.paint {
            words[leaf.index] = line.line.text
          }
        default: break
        }
      }
    }
  }

  /// Where a figure stands on a page from 0: readers that reflow the page move it as a whole.
  func box(of figure: Int, on page: Int) -> Rect? { boxes[Key(element: figure, page: page)] }

  /// How a list counts that has such a label, as PDF names it: by numbers, by letters, or not, with marks.
  func numbering(ofLabel label: Int) -> String {
    guard let first = words[label]?.unicodeScalars.first else { return "Disc" }
    return first.properties.numericType != nil
      ? "Decimal" : first.properties.isAlphabetic ? "UpperAlpha" : "Disc"
  }
}
