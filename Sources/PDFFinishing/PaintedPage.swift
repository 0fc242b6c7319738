import PageModel

/// What is painted on a page as Cairo wrote it, and what each of its tagged stretches is.
struct PaintedPage: Sendable {
  /// The same with its marks, ready to be put into a file.
  struct Marked: Sendable {
    var bytes: [UInt8]
    var isCompressed: Bool
  }

  private let bytes: [UInt8]
  private let isCompressed: Bool
  private let marks: [ContentMark]

  /// Compressed as it is, because a report's pages are ten times as long without: only those being marked are unpacked.
  init(_ page: QPDFFile.Object, in file: borrowing QPDFFile, marks: [ContentMark]) throws(PDFError) {
    self.marks = marks
    let stream = file.get(page, "/Contents")
    isCompressed =
      file.isStream(stream)
      && file.find(file.dictionary(stream), "/Filter").map { file.isName($0, "/FlateDecode") } ?? false
    bytes = isCompressed ? try file.rawData(stream) : try file.content(page)
  }

  func marked(for structure: StructureTree) throws(PDFError) -> Marked {
    guard let content = isCompressed ? Deflate.inflated(bytes) : bytes else {
      throw .unexpected("the content of a page is damaged")
    }
    let marking = ContentMarking(marks: marks) { mark in
      guard case .leaf(let leaf) = mark.owner else { return "" }
      return mark.link == nil ? StructureTypes.name(structure[leaf].kind) : "Link"
    }
    let marked = try marking.apply(to: content)
    let compressed = Deflate.compressed(marked)
    return Marked(bytes: compressed ?? marked, isCompressed: compressed != nil)
  }
}
