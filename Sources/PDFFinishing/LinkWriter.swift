import PageModel

/// Writes the links of pages as annotations.
struct LinkWriter {
  let document: Document
  let pages: PDFPages

  /// The annotations' numbers by page and by the links' positions there.
  func write(into file: borrowing QPDFFile) throws(PDFError) -> [[Int]] {
    var numbers: [[Int]] = []
    var position = 0
    for (index, page) in document.pages.enumerated() {
      let words = words(of: page)
      var own: [Int] = []
      for (number, link) in page.links.enumerated() {
        let key = ParentTree.key(ofLink: position, pages: document.pages.count)
        let annotation = try annotation(link, words[number] ?? "", on: index, key: key)
        own.append(file.add(annotation))
        position += 1
      }
      if !own.isEmpty {
        file.set(pages.pages[index].object, "/Annots", .references(own))
      }
      numbers.append(own)
    }
    return numbers
  }

  /// What stands in each link.
  private func words(of page: Page) -> [Int: String] {
    guard !page.links.isEmpty else { return [:] }
    var words: [Int: String] = [:]
    for item in page.items {
      guard let link = item.link, case .text(let line) = item.paint else { continue }
      words[link, default: ""] += words[link] == nil ? line.line.text : " " + line.line.text
    }
    return words
  }

  private func annotation(
    _ link: PageLink, _ words: String, on page: Int, key: Int
  ) throws(PDFError) -> PDFValue {
    var entries: [(key: String, value: PDFValue)] = [("/P", .reference(pages.pages[page].number))]
    let contents: String
    switch link.target {
    case .anchor(let anchor):
      entries.append(("/Dest", try pages.destination(of: anchor)))
      contents = words
    case .web(let address):
      let escaped = Self.escaped(address)
      entries.append(("/A", "<< /Type /Action /S /URI /URI \(PDFSyntax.bytes(escaped)) >>"))
      contents = words.isEmpty || words == address ? address : "\(words) (\(address))"
    }
    let syntax =
      "<< /Type /Annot /Subtype /Link /Rect \(pages.box(link.frame, on: page)) /Border [0 0 0] /F 4"
      + " /Contents \(PDFSyntax.text(contents)) /StructParent \(key) >>"
    return .dictionary(syntax, entries)
  }

  /// An address in the characters that one may have; others as their bytes in hexadecimal digits.
  private static func escaped(_ address: String) -> String {
    var escaped = ""
    for byte in address.utf8 {
      if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return escaped
  }
}
