import CairoBackend
import PageModel
import Testing

@testable import PDFFinishing

@Suite struct DrawnStructureTests {
  private func count(_ words: String, in bytes: [UInt8]) -> Int {
    String(decoding: bytes, as: UTF8.self).components(of: words)
  }

  @Test func everyElementThatCairoWroteIsFreedAndNothingElse() throws {
    let drawn = try PDFWriter.draw(SmallDocument.make()).bytes
    let freed = DrawnStructure.freed(in: drawn)
    let elements = count("/Type /StructElem", in: drawn) + count("/Type /StructTreeRoot", in: drawn)
    #expect(elements > 6)
    // Tables have one free entry of their own, the first.
    #expect(count(" f \n", in: drawn) == 1)
    #expect(count(" f \n", in: freed) == 1 + elements)
    #expect(zip(drawn, freed).count { $0 != $1 } == elements)
  }

  @Test func aFileWithoutSuchATableStaysAsItIs() throws {
    let drawn = try PDFWriter.draw(SmallDocument.make()).bytes
    for bytes in [
      [], Array("startxref\n".utf8), Array("startxref\n99999\n%%EOF".utf8), Array(drawn.dropLast(40)),
    ] {
      #expect(DrawnStructure.freed(in: bytes) == bytes)
    }
    // Cut anywhere, it is no reason to fall.
    for count in stride(from: 0, to: drawn.count, by: 53) {
      #expect(DrawnStructure.freed(in: Array(drawn.suffix(count))).count == count)
    }
  }
}

extension String {
  /// How often something occurs in it.
  fileprivate func components(of words: String) -> Int { ranges(of: words).count }
}
