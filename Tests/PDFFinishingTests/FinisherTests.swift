import CairoBackend
import PageModel
import Testing

@testable import PDFFinishing

@Suite struct FinisherTests {
  /// A finished file, to be looked at through libqpdf. A class, because expectations copy what they look at.
  private final class Finished {
    let file: QPDFFile

    init(_ profile: PDFProfile = .screen, attaching: AttachedFile? = nil) throws {
      file = try QPDFFile.read(try SmallDocument.finished(profile: profile, attaching: attaching))
    }

    func packet() throws -> String {
      String(decoding: try file.data(file.get(file.root, "/Metadata")), as: UTF8.self)
    }
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    for profile in PDFProfile.allCases {
      #expect(try SmallDocument.finished(profile: profile) == SmallDocument.finished(profile: profile))
    }
  }

  @Test func theStructureIsTheDocumentsWithoutWhatIsEmpty() throws {
    let pdf = try Finished()
    let told = tell(pdf.file.get(pdf.file.get(pdf.file.root, "/StructTreeRoot"), "/K"), pdf)
    #expect(
      told == """
        Document
          Sect
            H1 0
            P 1 page-2:0
            Table
              TR
                TH column x2 2
              TR
                TD 3
                TD
            Figure (Una curva che sale) 1

        """)
  }

  @Test func nothingOfCairosOwnStructureComesAlong() throws {
    // Of the profiles, the one whose objects are not packed.
    let finished = String(decoding: try SmallDocument.finished(profile: .archive1b), as: UTF8.self)
    #expect(finished.ranges(of: "/Type /StructElem").count == 11)
    #expect(finished.ranges(of: "/Type /StructTreeRoot").count == 1)
    #expect(finished.ranges(of: "/Type /Page ").count + finished.ranges(of: "/Type /Page\n").count == 2)
  }

  @Test func whatCairoSaysOfPagesIsKept() throws {
    let pdf = try Finished()
    let labels = pdf.file.items(pdf.file.get(pdf.file.get(pdf.file.root, "/PageLabels"), "/Nums"))
    #expect(!labels.isEmpty)
    for page in [0, 1] {
      let box = pdf.file.items(pdf.file.get(pdf.file.page(page), "/MediaBox")).map { pdf.file.value($0) }
      #expect(box.count == 4 && abs(box[2] - 595.28) < 0.01 && abs(box[3] - 841.89) < 0.01)
      let hasResources = pdf.file.isDictionary(pdf.file.get(pdf.file.page(page), "/Resources"))
      #expect(hasResources)
    }
  }

  @Test func aDrawingOfOtherPagesIsNoFile() throws {
    let document = SmallDocument.make()
    let finisher = PDFFinisher(document, as: .screen, creator: "test")
    let drawn = try PDFWriter.draw(document)
    let few = PDFError.unexpected("1 pages drawn of 2")
    #expect(throws: few) { try finisher.prepare(Array(drawn.marks.dropLast()), engine: "Cairo") }
    var short = document
    short.pages.removeLast()
    let bytes = try PDFWriter.draw(short).bytes
    #expect(throws: few) { try finisher.prepare(drawn.marks, engine: "Cairo").finish(bytes) }
    // Of the right pages, but painted in another order.
    let swapped = Array(drawn.marks.reversed())
    #expect(throws: PDFError.self) { try finisher.prepare(swapped, engine: "Cairo").finish(drawn.bytes) }
  }

  @Test func everyMarkLeadsBackToItsElement() throws {
    let pdf = try Finished()
    let tree = pdf.file.get(pdf.file.get(pdf.file.root, "/StructTreeRoot"), "/ParentTree")
    let numbers = pdf.file.items(pdf.file.get(tree, "/Nums"))
    #expect(numbers.count == 4)
    let types = [1, 3].map { place in
      pdf.file.items(numbers[place]).map { pdf.file.name(pdf.file.get($0, "/S")) ?? "" }
    }
    #expect(types == [["/H1", "/P", "/TH", "/TD"], ["/P", "/Figure"]])
  }

  @Test func theOutlineIsATreeWithItsFirstTwoLevelsOpen() throws {
    let pdf = try Finished()
    let outline = pdf.file.get(pdf.file.root, "/Outlines")
    #expect(pdf.file.value(pdf.file.get(outline, "/Count")) == 4)
    let first = pdf.file.get(outline, "/First")
    #expect(pdf.file.text(pdf.file.get(first, "/Title")) == "Uno")
    #expect(pdf.file.value(pdf.file.get(first, "/Count")) == 2)
    let child = pdf.file.get(first, "/First")
    #expect(pdf.file.text(pdf.file.get(child, "/Title")) == "Due – è")
    #expect(pdf.file.text(pdf.file.get(pdf.file.get(child, "/Next"), "/Title")) == "Tre")
    #expect(pdf.file.text(pdf.file.get(pdf.file.get(first, "/Next"), "/Title")) == "Fine")
  }

  @Test func theDescriptionsAgree() throws {
    let pdf = try Finished()
    let information = pdf.file.get(pdf.file.trailer, "/Info")
    #expect(pdf.file.text(pdf.file.get(information, "/Title")) == SmallDocument.title)
    #expect(pdf.file.text(pdf.file.get(information, "/CreationDate")) == "D:20261121000000Z")
    let packet = try pdf.packet()
    #expect(packet.contains(">Carlo Viani &amp; figli &lt;50 %&gt; – città<"))
    #expect(packet.contains("<xmp:CreateDate>2026-11-21T00:00:00Z</xmp:CreateDate>"))
    #expect(
      packet.contains("<pdfaid:part>2</pdfaid:part>") && packet.contains("<pdfuaid:part>1</pdfuaid:part>"))
  }

  @Test func eachProfileClaimsItsStandardAndNoMore() throws {
    func packet(_ profile: PDFProfile, _ attached: AttachedFile? = nil) throws -> String {
      try Finished(profile, attaching: attached).packet()
    }
    let workbook = AttachedFile(name: "w.yml", bytes: [0x61])
    #expect(try packet(.screen, workbook).contains("<pdfaid:part>3</pdfaid:part>"))
    let press = try packet(.press)
    #expect(press.contains("<pdfaid:conformance>B</pdfaid:conformance>") && !press.contains("pdfuaid"))
    #expect(try packet(.archive1b).contains("<pdfaid:part>1</pdfaid:part>"))
    #expect(try SmallDocument.finished(profile: .archive1b).starts(with: Array("%PDF-1.4".utf8)))
  }

  @Test func aPrintShopGetsBoxesAndNoStructure() throws {
    let pdf = try Finished(.press)
    let page = pdf.file.page(0)
    func box(_ key: String) -> [Double] {
      pdf.file.items(pdf.file.get(page, key)).map { (pdf.file.value($0) / 72 * 25.4 * 10).rounded() / 10 }
    }
    #expect(box("/MediaBox") == [0, 0, 230, 317] && box("/CropBox") == box("/MediaBox"))
    #expect(box("/BleedBox") == [7, 7, 223, 310])
    #expect(box("/TrimBox") == [10, 10, 220, 307])
    #expect(!pdf.file.has(pdf.file.root, "/StructTreeRoot") && !pdf.file.has(page, "/Annots"))
  }

  @Test func aLinkThatLeadsNowhereIsNoFile() throws {
    var document = SmallDocument.make()
    let frame = Rect(x: .mm(10), y: .mm(10), width: .mm(10), height: .mm(10))
    document.pages[0].links = [PageLink(frame: frame, target: .anchor(99))]
    #expect(throws: PDFError.unexpected("no page has the anchor 99")) { try SmallDocument.finished(document) }
  }

  @Test func theColourProfileIsWhole() {
    let profile = SRGBProfile.bytes
    func number(_ place: Int) -> Int { profile[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(0) == profile.count && profile.count < 1100)
    #expect(Array(profile[36..<40]) == Array("acsp".utf8) && profile[8] == 2)
    #expect(number(128) == 9)
    for tag in 0..<9 {
      let entry = 132 + tag * 12
      #expect(number(entry + 4) % 4 == 0 && number(entry + 4) + number(entry + 8) <= profile.count)
    }
  }

  /// The tree below an element, a line each, with what of which page belongs to it.
  private func tell(_ element: QPDFFile.Object, _ pdf: Finished, depth: Int = 0) -> String {
    var line =
      String(repeating: "  ", count: depth) + (pdf.file.name(pdf.file.get(element, "/S")) ?? "?").dropFirst()
    if let words = pdf.file.find(element, "/Alt") { line += " (\(pdf.file.text(words)))" }
    if let attributes = pdf.file.find(element, "/A") {
      if pdf.file.find(attributes, "/Scope") != nil { line += " column" }
      if let columns = pdf.file.find(attributes, "/ColSpan") { line += " x\(Int(pdf.file.value(columns)))" }
    }
    var below = ""
    if let kids = pdf.file.find(element, "/K") {
      for kid in pdf.file.isArray(kids) ? pdf.file.items(kids) : [kids] {
        if let number = pdf.file.find(kid, "/MCID") {
          line += " page-2:\(Int(pdf.file.value(number)))"
        } else if pdf.file.isDictionary(kid) {
          below += tell(kid, pdf, depth: depth + 1)
        } else {
          line += " \(Int(pdf.file.value(kid)))"
        }
      }
    }
    return line + "\n" + below
  }
}

extension SmallDocument {
  fileprivate static func finished(profile: PDFProfile, attaching: AttachedFile? = nil) throws -> [UInt8] {
    try finished(make(), profile, attaching: attaching)
  }
}
