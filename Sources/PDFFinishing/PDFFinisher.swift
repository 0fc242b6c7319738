package import PageModel

/// Makes of what Cairo drew a file that archives, print shops and screen readers take: structure, links, outline, page
/// boxes, descriptions, the output intent, the workbook itself. One pass through libqpdf.
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

  /// The finished file; the same document gives the same bytes. `engine` is what drew it, such as `Cairo 1.16.0`.
  package func finish(_ drawn: DrawnPDF, engine: String) throws(PDFError) -> [UInt8] {
    let file = try QPDFFile.read(DrawnStructure.freed(in: drawn.bytes))
    let pages = try PDFPages(document, in: file)
    if profile.isTagged { try tag(drawn, pages, in: file) }
    try mend(pages, in: file)
    if let margin { frame(pages, margin, in: file) }
    describe(engine: engine, in: file)
    attachment?.write(into: file, day: document.date)
    try file.check()
    return try file.written(version: profile.version, packsObjects: profile != .archive1b)
  }

  // MARK: Steps

  private func tag(_ drawn: DrawnPDF, _ pages: PDFPages, in file: borrowing QPDFFile) throws(PDFError) {
    guard drawn.marks.count == pages.pages.count else { throw .unexpected("pages without marks") }
    for (index, page) in pages.pages.enumerated() {
      let marking = ContentMarking(marks: drawn.marks[index]) { mark in
        guard case .leaf(let leaf) = mark.owner else { return "" }
        return mark.link == nil ? StructureTypes.name(document.structure[leaf].kind) : "Link"
      }
      file.replaceData(
        file.get(page.object, "/Contents"), try marking.apply(to: try file.content(page.object)))
      file.set(page.object, "/StructParents", "\(index)")
      file.set(page.object, "/Tabs", "/S")
    }
    let links = try LinkWriter(document: document, pages: pages).write(into: file)
    try StructureWriter(document.structure, pages, marks: drawn.marks, document).write(
      into: file, links: links)
    try OutlineWriter(outline: document.outline, pages: pages).write(into: file)
  }

  /// What the standards ask of things that Cairo wrote.
  private func mend(_ pages: PDFPages, in file: borrowing QPDFFile) throws(PDFError) {
    var walk = ResourceWalk(mendsForArchive: profile == .archive1b)
    var transparent: [Int] = []
    for (index, page) in pages.pages.enumerated() {
      if try walk.mend(file.get(page.object, "/Resources"), in: file) { transparent.append(index + 1) }
      if profile == .archive1b { file.remove(page.object, "/Group") }
    }
    guard profile != .archive1b || transparent.isEmpty else { throw .transparent(pages: transparent) }
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
