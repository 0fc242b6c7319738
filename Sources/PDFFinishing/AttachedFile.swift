/// A file that comes along inside a PDF as what it was made from.
package struct AttachedFile: Sendable, Equatable {
  /// Without a folder.
  package var name: String
  package var bytes: [UInt8]
  /// The file around it says that it was made from this one.
  package var isSource: Bool

  package init(name: String, bytes: [UInt8], isSource: Bool = true) {
    self.name = name
    self.bytes = bytes
    self.isSource = isSource
  }

  /// Puts it into a file, as PDF/A-3 wants it; `day` is when it is said to have been changed.
  func write(into file: borrowing QPDFFile, day: String) {
    let stream = file.addStream(
      bytes,
      [
        ("/Type", "/EmbeddedFile"), ("/Subtype", "/application#2Fyaml"),
        ("/Params", "<< /Size \(bytes.count) /ModDate \(PDFSyntax.date(day)) >>"),
      ])
    let text = PDFSyntax.text(name)
    let specification = file.add(
      .dictionary(
        "<< /Type /Filespec /AFRelationship /Source /F \(text) /UF \(text) /Desc (Workbook) >>",
        [("/EF", .dictionary(nil, [("/F", .reference(stream)), ("/UF", .reference(stream))]))]))
    let names = PDFValue.dictionary(nil, [("/Names", .array(["\(text)", .reference(specification)]))])
    file.set(file.root, "/Names", .dictionary(nil, [("/EmbeddedFiles", names)]))
    file.set(file.root, "/AF", .references([specification]))
  }
}
