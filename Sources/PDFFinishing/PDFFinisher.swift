package import PageModel

/// Makes of what Cairo draws a file that archives, print shops and screen readers take: structure, links, outline, page
/// boxes, descriptions, the output intent, the workbook itself. It writes them beside Cairo: all that it needs of the
/// drawing is what was painted in which order.
package struct PDFFinisher {
  private let document: Document
  private let profile: PDFProfile
  private let margin: PrintMargin?
  private let attachment: AttachedFile?
  private let creator: String

  /// `margin` is what lies around the pages of a file for a print shop.
  package init(
    _ document: Document, as profile: PDFProfile, margin: PrintMargin? = nil,
    attaching attachment: AttachedFile? = nil, creator: String
  ) {
    self.document = document
    self.profile = profile
    self.margin = margin
    self.attachment = attachment
    self.creator = creator
  }

  /// Opens libqpdf while there is something else to do.
  package static func preload() { QPDFFile.preload() }

  /// The library's version; nothing when it is not on this machine.
  package static var libraryVersion: String? { QPDFFile.version }

  /// The file but for what is painted on its pages, of which `marks` says what it will be, page by page; the same
  /// document gives the same. `engine` is what draws it, such as `Cairo 1.16.0`.
  package func prepare(_ marks: [[ContentMark]], engine: String) throws(PDFError) -> PreparedPDF {
    guard marks.count == document.pages.count else {
      throw .unexpected("\(marks.count) pages drawn of \(document.pages.count)")
    }
    let file = try QPDFFile.empty()
    let pages = PDFPages(document, in: file)
    if profile.isTagged { try tag(marks, pages, in: file) }
    if let margin { frame(pages, margin, in: file) }
    describe(engine: engine, in: file)
    attachment?.write(into: file, day: document.date)
    try file.check()
    return PreparedPDF(
      file, pages.pages.map(\.object), as: profile,
      marks: profile.isTagged ? marks : nil, of: document.structure)
  }

  // MARK: Steps

  private func tag(
    _ marks: [[ContentMark]], _ pages: PDFPages, in file: borrowing QPDFFile
  ) throws(PDFError) {
    for (index, page) in pages.pages.enumerated() {
      file.set(page.object, "/StructParents", .integer(index))
      file.set(page.object, "/Tabs", .name("/S"))
    }
    let links = try LinkWriter(document: document, pages: pages).write(into: file)
    try StructureWriter(document.structure, pages, marks: marks, document).write(into: file, links: links)
    try OutlineWriter(outline: document.outline, pages: pages).write(into: file)
  }

  /// Paper, bleed and trim of each page.
  private func frame(_ pages: PDFPages, _ margin: PrintMargin, in file: borrowing QPDFFile) {
    for (page, object) in zip(document.pages, pages.pages.map(\.object)) {
      let (width, height) = (page.size.width.points, page.size.height.points)
      func box(_ around: Double) -> PDFValue {
        let slug = margin.slug(of: page).points
        let box = PDFSyntax.box(
          slug - around, slug - around, slug + width + around, slug + height + around)
        return "\(box)"
      }
      file.set(object, "/MediaBox", box(margin.slug(of: page).points))
      file.set(object, "/CropBox", box(margin.slug(of: page).points))
      file.set(object, "/BleedBox", box(margin.bleed(of: page).points))
      file.set(object, "/TrimBox", box(0))
    }
  }

  private func describe(engine: String, in file: borrowing QPDFFile) {
    let description = Description(
      document, creator: creator, producer: "\(engine), qpdf \(QPDFFile.version ?? "")", profile: profile,
      hasAttachment: attachment != nil)
    file.set(file.trailer, "/Info", .reference(file.add("\(description.information)")))
    let root = file.root
    let metadata = file.addStream(description.packet, [("/Type", "/Metadata"), ("/Subtype", "/XML")])
    file.set(root, "/Metadata", .reference(metadata))
    file.set(root, "/Lang", "\(PDFSyntax.text(document.language))")
    file.set(root, "/ViewerPreferences", "<< /DisplayDocTitle true >>")
    let colours = file.addStream(SRGBProfile.bytes, [("/N", "3")])
    let intent = file.add(
      .dictionary(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
          + " /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>",
        [("/DestOutputProfile", .reference(colours))]))
    file.set(root, "/OutputIntents", .references([intent]))
  }
}
