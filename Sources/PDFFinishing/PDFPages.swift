import PageModel

/// The pages of a file being made, by their numbers as objects, with where things stand on them.
struct PDFPages {
  struct Page {
    var object: QPDFFile.Object
    var number: Int
    /// In points, of the trimmed page.
    var height: Double
  }

  let pages: [Page]
  private let anchors: [Int: (page: Int, y: Double)]

  /// Puts pages on which nothing is painted yet into an empty file, so that others can refer to them.
  init(_ document: Document, in file: borrowing QPDFFile) {
    let tree = file.get(file.root, "/Pages")
    let first = file.reserve(document.pages.count)
    let numbers = Array(first..<first + document.pages.count)
    file.set(tree, "/Kids", .references(numbers))
    file.set(tree, "/Count", .integer(numbers.count))
    let parent = PDFValue.reference(file.number(tree))
    var pages: [Page] = []
    var anchors: [Int: (page: Int, y: Double)] = [:]
    for (index, page) in document.pages.enumerated() {
      let object = file.object(numbers[index])
      file.set(object, "/Type", .name("/Page"))
      file.set(object, "/Parent", parent)
      pages.append(Page(object: object, number: numbers[index], height: page.size.height.points))
      for anchor in page.anchors where anchors[anchor.number] == nil {
        anchors[anchor.number] = (index, anchor.y.points)
      }
    }
    self.pages = pages
    self.anchors = anchors
  }

  /// A rectangle that is given from the page's top left.
  func box(_ rect: Rect, on page: Int) -> String {
    let height = pages[page].height
    return PDFSyntax.box(
      rect.x.points, height - rect.maxY.points, rect.maxX.points, height - rect.y.points)
  }

  /// Where a link or an entry of the outline leads.
  func destination(of anchor: Int) throws(PDFError) -> PDFValue {
    guard let place = anchors[anchor] else { throw .unexpected("no page has the anchor \(anchor)") }
    let page = pages[place.page]
    let y = PDFSyntax.number(page.height - place.y)
    return .array([.reference(page.number), "/XYZ", "0", "\(y)", "null"])
  }
}
