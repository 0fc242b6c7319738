import Testing
import Threads

@testable import PDFFinishing

@Suite struct DeflateTests {
  @Test func whatWasCompressedComesBack() throws {
    let texts: [[UInt8]] = [
      [], [0x20], Array("0 0 m 10 10 l S\n".utf8), Array(repeating: 0x30, count: 200_000),
      (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) },
    ]
    for text in texts {
      #expect(Deflate.inflated(try #require(Deflate.compressed(text))) == text)
    }
  }

  @Test func whatIsDamagedIsNothing() throws {
    let whole = try #require(Deflate.compressed(Array("0 0 m 10 10 l S\n".utf8)))
    #expect(Deflate.inflated([]) == nil)
    for count in whole.indices { #expect(Deflate.inflated(Array(whole[..<count])) == nil) }
    #expect(Deflate.inflated(Array("no stream".utf8)) == nil)
  }

  @Test func sharedWorkIsDoneOnceAndInOrder() {
    for count in [0, 1, 2, 500] {
      let squares = SharedWork(count) { $0 * $0 }
      #expect(squares.values() == (0..<count).map { $0 * $0 })
    }
  }
}
