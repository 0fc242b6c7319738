import PageModel
import Threads

/// A file whose pages lack only what is painted on them. A class, because it owns libqpdf's file and hands it from one
/// step to the next; it is finished once.
package final class PreparedPDF {
  private let file: QPDFFile
  private let pages: [QPDFFile.Object]
  private let profile: PDFProfile
  /// What the tagged stretches of each page are; nothing when there are no tags.
  private let marks: [[ContentMark]]?
  private let structure: StructureTree

  init(
    _ file: consuming QPDFFile, _ pages: [QPDFFile.Object], as profile: PDFProfile, marks: [[ContentMark]]?,
    of structure: StructureTree
  ) {
    self.file = file
    self.pages = pages
    self.profile = profile
    self.marks = marks
    self.structure = structure
  }

  /// The whole file; the same drawing gives the same bytes.
  package func finish(_ drawing: [UInt8]) throws(PDFError) -> [UInt8] {
    let drawn = try QPDFFile.read(drawing)
    guard drawn.pageCount == pages.count else {
      throw .unexpected("\(drawn.pageCount) pages drawn of \(pages.count)")
    }
    let contents = try marked(drawn)
    take(drawn)
    try mend()
    try put(contents.values())
    try file.check()
    let bytes = try file.written(version: profile.version, packsObjects: profile != .archive1b)
    // Pictures and fonts came out of it until now.
    try drawn.check()
    return bytes
  }

  // MARK: Steps

  /// Of each page all that Cairo says and nobody has said before. Its own structure stays behind, because only that
  /// refers to pages and not the other way round.
  private func take(_ drawn: borrowing QPDFFile) {
    for (index, page) in pages.enumerated() {
      let copy = file.copy(drawn.page(index), from: drawn)
      for key in file.keys(copy) where key != "/StructParents" && !file.has(page, key) {
        file.set(page, key, file.get(copy, key))
      }
    }
    if let labels = drawn.find(drawn.root, "/PageLabels") {
      file.set(file.root, "/PageLabels", file.copy(drawn.numbered(labels), from: drawn))
    }
  }

  /// What is painted on each page, marked beside what else is left to do; nothing for pages without tags.
  private func marked(
    _ drawn: borrowing QPDFFile
  ) throws(PDFError) -> SharedWork<Result<PaintedPage.Marked, PDFError>> {
    var painted: [PaintedPage] = []
    for (index, marks) in (marks ?? []).enumerated() {
      painted.append(try PaintedPage(drawn.page(index), in: drawn, marks: marks))
    }
    return SharedWork(painted.count) { [painted, structure] index in
      do throws(PDFError) {
        return .success(try painted[index].marked(for: structure))
      } catch {
        return .failure(error)
      }
    }
  }

  private func put(_ contents: [Result<PaintedPage.Marked, PDFError>]) throws(PDFError) {
    for (page, content) in zip(pages, contents) {
      let content = try content.get()
      file.replaceData(
        file.get(page, "/Contents"), content.bytes, filter: content.isCompressed ? "/FlateDecode" : "null")
    }
  }

  /// What the standards ask of things that Cairo wrote.
  private func mend() throws(PDFError) {
    var walk = ResourceWalk(mendsForArchive: profile == .archive1b)
    var transparent: [Int] = []
    for (index, page) in pages.enumerated() {
      if try walk.mend(file.get(page, "/Resources"), in: file) { transparent.append(index + 1) }
      if profile == .archive1b { file.remove(page, "/Group") }
    }
    guard profile != .archive1b || transparent.isEmpty else { throw .transparent(pages: transparent) }
  }
}
