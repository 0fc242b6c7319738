import PageModel

/// Goes through what is painted on a page and says of all of it what it is: the stretches that Cairo put between tags get
/// their own type and number, and everything outside them is declared an artifact, as PDF/UA asks.
struct ContentMarking {
  let marks: [ContentMark]
  /// The structure type of a mark, such as `H1`.
  let type: (ContentMark) -> String

  private static let pagination = Array("/Artifact << /Type /Pagination >> BDC".utf8)
  private static let artifact = Array("/Artifact BMC\n".utf8)
  private static let end = Array("EMC\n".utf8)

  /// The content with all of its marks; those of leaves are numbered from 0 in the order of `marks`.
  func apply(to content: [UInt8]) throws(PDFError) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(content.count + content.count / 8)
    var next = 0
    var number = 0
    var isInside = false
    /// Marked content within ours, such as the spans in which Cairo says what letters stand for.
    var nested = 0
    var start = 0
    var isPainted = false
    var texts = 0
    var scanner = ContentScanner(content)

    func flush(to end: Int) throws(PDFError) {
      if isPainted, !isInside {
        guard texts == 0 else { throw .unexpected("a text crosses the edge of an artifact") }
        output += Self.artifact
        output += content[start..<end]
        output += Self.end
      } else {
        output += content[start..<end]
      }
    }

    while let found = scanner.next() {
      switch found.kind {
      case .begin where found.hasNumber && !isInside && nested == 0:
        try flush(to: found.start)
        guard next < marks.count else { throw .unexpected("more tags than marks") }
        switch marks[next].owner {
        case .leaf:
          output += "/\(type(marks[next])) << /MCID \(number) >> BDC".utf8
          number += 1
        case .pagination: output += Self.pagination
        }
        next += 1
        isInside = true
        (start, isPainted) = (found.end, false)
      case .begin: nested += 1
      case .end where nested > 0: nested -= 1
      case .end:
        guard isInside else { throw .unexpected("an end without a beginning") }
        output += content[start..<found.end]
        isInside = false
        (start, isPainted, texts) = (found.end, false, 0)
        output.append(0x0A)
      case .beginText: if !isInside { texts += 1 }
      case .endText: if !isInside { texts -= 1 }
      case .paint: isPainted = true
      }
    }
    try flush(to: content.count)
    guard next == marks.count, !isInside, nested == 0 else {
      throw .unexpected("\(next) tags for \(marks.count) marks")
    }
    return output
  }
}
