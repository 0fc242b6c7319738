import PageModel
import Testing

@testable import PDFFinishing

@Suite struct ContentMarkingTests {
  private let leaf: ContentMark = {
    var tree = StructureTree()
    return ContentMark(owner: .leaf(tree.add(.heading1, in: StructureTree.root)))
  }()
  private let foot = ContentMark(owner: .pagination)

  private func marked(_ content: String, _ marks: [ContentMark]) throws -> String {
    let marking = ContentMarking(marks: marks) { _ in "H1" }
    return String(decoding: try marking.apply(to: Array(content.utf8)), as: UTF8.self)
  }

  @Test func tagsGetTheirTypeAndTheRestBecomesArtifacts() throws {
    let content = """
      0 0 5 5 re f
      /P << /MCID 0 >> BDC
      BT (a \\) BDC) Tj ET
      EMC
      /P << /MCID 1 >> BDC
      BT (3) Tj ET
      EMC
      /P << /MCID 2 >> BDC
      BT (b) Tj ET
      EMC
      1 1 m 2 2 l S

      """
    #expect(
      try marked(content, [leaf, foot, leaf]) == """
        /Artifact BMC
        0 0 5 5 re f
        EMC
        /H1 << /MCID 0 >> BDC
        BT (a \\) BDC) Tj ET
        EMC

        /Artifact << /Type /Pagination >> BDC
        BT (3) Tj ET
        EMC

        /H1 << /MCID 1 >> BDC
        BT (b) Tj ET
        EMC
        /Artifact BMC

        1 1 m 2 2 l S
        EMC

        """)
  }

  @Test func whatPaintsNothingIsLeftAsItIs() throws {
    let content = "q 1 0 0 1 3 4 cm /a0 gs\n/P << /MCID 0 >> BDC\n(x) Tj\nEMC\nQ\n"
    #expect(
      try marked(content, [leaf]) == "q 1 0 0 1 3 4 cm /a0 gs\n/H1 << /MCID 0 >> BDC\n(x) Tj\nEMC\n\nQ\n")
  }

  @Test func spansInsideATagStayInside() throws {
    let content = "/P << /MCID 0 >> BDC /Span << /ActualText <FEFF0061> >> BDC <01> Tj EMC <02> Tj EMC"
    let result = try marked(content, [leaf])
    #expect(result.hasPrefix("/H1 << /MCID 0 >> BDC /Span"))
    #expect(!result.contains("Artifact"))
  }

  @Test func wordsOfOperatorsInStringsAndImagesAreNotOperators() throws {
    let content = "BI /W 1 /H 1 ID f BDC x EI\n/P << /MCID 0 >> BDC [(f) -3 <4244>] TJ EMC % S\n"
    let result = try marked(content, [leaf])
    #expect(result.hasPrefix("/Artifact BMC\nBI /W 1 /H 1 ID f BDC x EI\nEMC\n/H1 << /MCID 0 >> BDC"))
    #expect(result.hasSuffix("% S\n"))
  }

  @Test(arguments: [
    "/P << /MCID 0 >> BDC (x) Tj EMC /P << /MCID 1 >> BDC (y) Tj EMC", "(x) Tj", "EMC",
    "/P << /MCID 0 >> BDC (x) Tj", "BT 1 0 0 rg (x) Tj /P << /MCID 0 >> BDC (y) Tj EMC ET",
  ])
  func contentThatDoesNotAgreeWithItsMarksIsNoFile(_ content: String) {
    #expect(throws: PDFError.self) { try marked(content, [leaf]) }
  }
}
