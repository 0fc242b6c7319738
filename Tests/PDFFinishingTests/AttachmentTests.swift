import Testing

@testable import PDFFinishing

/// What is attached to a PDF, and taken out of it again.
@Suite struct AttachmentTests {
  private static let limit = 8 << 20

  /// What `extract` takes out of a file.
  private func taken(_ bytes: [UInt8], atMost limit: Int = limit) throws(PDFError) -> AttachedFile? {
    try AttachmentReader.source(in: bytes, orNamed: { $0.hasSuffix(".yml") }, atMost: limit)
  }

  @Test func theWorkbookComesBackByteForByte() throws {
    let workbook = AttachedFile(name: "officina è (2).yml", bytes: Array("\u{FEFF}a: è\r\n\0".utf8))
    #expect(try taken(SmallDocument.finished(attaching: workbook)) == workbook)
    #expect(try taken(SmallDocument.finished()) == nil)
  }

  @Test func whatIsNoPDFOrADamagedOneIsSaidSo() throws {
    #expect(throws: PDFError.notPDF) { try taken(Array("canvaspress: 1\n".utf8)) }
    #expect(throws: PDFError.notPDF) { try taken([]) }
    let whole = try SmallDocument.finished(attaching: AttachedFile(name: "w.yml", bytes: [0x61]))
    for count in stride(from: 20, to: whole.count, by: 97) {
      // A cut file may be mended by libqpdf, or refused; nothing else.
      if let file = try? taken(Array(whole.prefix(count))) { #expect(file.bytes == [0x61]) }
    }
  }

  @Test func anAttachmentIsTakenUpToTheLimitAndNotBeyond() throws {
    for content in [Array(repeating: UInt8(0x20), count: 1000), (0..<1000).map { UInt8($0 * $0 % 251) }] {
      let bytes = try SmallDocument.finished(attaching: AttachedFile(name: "w.yml", bytes: content))
      #expect(try taken(bytes, atMost: 1000)?.bytes == content)
      #expect(throws: PDFError.attachmentTooLarge) { try taken(bytes, atMost: 999) }
    }
  }

  @Test func onlyWhatIsTakenIsLookedInto() throws {
    let huge = Array(repeating: UInt8(0x20), count: Self.limit + 1)
    let others = [("film.mpg", try #require(Deflate.compressed(huge))), ("w.yml", Array("a: 1".utf8))]
    #expect(try taken(Self.file(attaching: others, filters: ["/FlateDecode", "[]"]))?.name == "w.yml")
  }

  /// Files that others made: their filters, the ways in which these unpack, a length, and whether it is taken.
  @Test(arguments: [
    ("[]", "", 20, true), ("/ASCIIHexDecode", "hex", 20, true), ("/RunLengthDecode", "runs", 1000, true),
    ("[/ASCIIHexDecode /FlateDecode]", "hex flate", 1000, true),
    ("[/FlateDecode /FlateDecode]", "flate flate", 1000, true), ("/FlateDecode", "flate", limit, true),
    ("[]", "", limit + 100, false), ("/FlateDecode", "flate", limit + 100, false),
    ("/RunLengthDecode", "runs", limit + 100, false), ("/RunLengthDecode", "runs", limit * 10, false),
    ("[/FlateDecode /FlateDecode]", "flate flate", limit + 100, false), ("/DCTDecode", "", 20, false),
    ("[/ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode]", "", 20, false),
  ])
  func whatIsPackedInOtherWaysIsTakenIfItCannotGrowTooFar(
    filter: String, ways: String, count: Int, isTaken: Bool
  ) throws {
    let content = Array(repeating: UInt8(0x20), count: count)
    var packed = content
    for way in ways.split(separator: " ").reversed() {
      switch way {
      case "flate": packed = try #require(Deflate.compressed(packed))
      case "hex": packed = packed.flatMap { Array((($0 < 16 ? "0" : "") + String($0, radix: 16)).utf8) }
      default:
        // A hundred spaces at a time.
        let blocks = [[UInt8]](repeating: [157, 0x20], count: count / 100)
        packed = Array(blocks.joined()) + (count % 100 > 1 ? [UInt8(257 - count % 100), 0x20] : []) + [128]
      }
    }
    let file = Self.file(attaching: [("w.yml", packed)], filters: [filter])
    if isTaken {
      #expect(try taken(file)?.bytes == content)
    } else {
      #expect(throws: PDFError.self) { try taken(file) }
    }
  }

  /// As another program would write it.
  private static func file(attaching files: [(name: String, bytes: [UInt8])], filters: [String]) -> [UInt8] {
    let names = files.indices.map { "(\(files[$0].name)) \(3 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects: [[UInt8]] = [
      Array("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [\(names)] >> >> >>".utf8),
      Array("<< /Type /Pages /Kids [] /Count 0 >>".utf8),
    ]
    for (index, (file, filter)) in zip(files, filters).enumerated() {
      let stream = "\(4 + 2 * index) 0 R"
      objects.append(Array("<< /Type /Filespec /UF (\(file.name)) /EF << /F \(stream) >> >>".utf8))
      let head = "<< /Type /EmbeddedFile /Filter \(filter) /Length \(file.bytes.count) >>\nstream\n"
      objects.append(Array(head.utf8) + file.bytes + Array("\nendstream".utf8))
    }
    var bytes = Array("%PDF-1.7\n".utf8)
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let place = String(bytes.count)
      table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    table += "trailer\n<< /Root 1 0 R /Size \(objects.count + 1) >>\nstartxref\n\(start)\n%%EOF\n"
    return bytes + Array(table.utf8)
  }
}
