import Diagnostics
import LocatedYAML
import Seeded
import Testing

/// The codes and places (line:column) of a text's faults.
func faults(_ text: String) -> [String] {
  let file = SourceFile(name: "test.yml", text: text)
  return YAMLDocument.parse(file).diagnostics.sortedByPlace().map { diagnostic in
    let place = diagnostic.span.map { "\($0.start.line):\($0.start.column)" } ?? "-"
    return "\(diagnostic.code) \(place)"
  }
}

@Suite struct SyntaxTests {
  @Test(arguments: [
    ("a: \"never closed\nb: 1\n", ["yaml/unclosed-quote 1:4"]),
    ("a: [1, 2\nb: 1\n", ["yaml/unclosed-bracket 2:2"]),
    ("a: first: second\n", ["yaml/colon 1:9"]),
    ("a:\n\tb: 1\n", ["yaml/tab 2:1"]),
    ("a: @home\n", ["yaml/reserved-character 1:4"]),
    ("a: \"C:\\Data\"\n", ["yaml/escape 1:7"]),
    ("a:\n  - b\n c: 1\n", ["yaml/indentation 3:2"]),
    ("a: *nobody\n", ["yaml/unknown-alias 1:4"]),
    ("a: &x [*x]\n", ["yaml/recursive-alias 1:8"]),
    ("a: 1\n---\nb: 2\n", ["yaml/second-document 3:1"]),
    ("a: 1\nb: 2\na: 3\n", ["yaml/duplicate-key 3:1"]),
    (
      "a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ng: 1\nh: 1\ni: 1\na: 2\nj: 1\ni: 2\nj: 2\n",
      ["yaml/duplicate-key 10:1", "yaml/duplicate-key 12:1", "yaml/duplicate-key 13:1"]
    ),
    ("", ["file/empty 1:1"]),
    ("# only a comment\n", ["file/empty 1:1"]),
    ("a: !mine 1\n", ["yaml/tag 1:4"]),
    ("  a: 1\nb: 2\n", ["yaml/indentation 2:1"]),
    ("@x: 1\na: 1\n", ["yaml/reserved-character 1:1"]),
    ("- one\n-two\n", ["yaml/missing-colon 2:1"]),
    ("a: [costs 3,5 €]\n", ["yaml/decimal-comma 1:12"]),
    ("a: sale no. #3\n", ["yaml/comment-in-text 1:13"]),
    ("a: one # a comment\nb: [1, 2] # another\n", []),
  ])
  func aSyntaxErrorIsNamedAtItsPlace(text: String, expected: [String]) {
    #expect(faults(text) == expected)
  }

  @Test func readingGoesOnAfterASyntaxErrorAtTheNextKeyOfTheMargin() {
    let text = "a: \"open\nb: x: y\nc: [1\nd: 4\n"
    #expect(
      faults(text) == ["yaml/unclosed-quote 1:4", "yaml/colon 2:5", "yaml/unclosed-bracket 4:2"])
    let document = YAMLDocument.parse(SourceFile(name: "t", text: text))
    #expect(document.root?["d"]?.string == "4")
    #expect(!document.isWhole)
  }

  @Test func aDuplicateKeyNamesBothLines() throws {
    let document = YAMLDocument.parse(SourceFile(name: "t", text: "name: A\njob: B\nname: C\n"))
    let fault = try #require(document.diagnostics.first)
    #expect(fault.arguments["key"] == .text("name"))
    #expect(fault.arguments["line"] == .count(1))
    #expect(fault.related.first?.span.start.line == 1)
    #expect(document.root?["name"]?.string == "A", "the first value is kept")
  }

  @Test func aSixLineAliasBombIsRefusedInUnderATenthOfASecond() {
    var text = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    for (name, last) in zip("bcdefgh", "abcdefg") {
      text +=
        "\(name): &\(name) [*\(last),*\(last),*\(last),*\(last),*\(last),*\(last),*\(last),*\(last),*\(last)]\n"
    }
    let clock = ContinuousClock()
    var codes: [String] = []
    let time = clock.measure { codes = faults(text) }
    #expect(codes.count == 1 && codes[0].hasPrefix("yaml/too-many-nodes"))
    #expect(time < .milliseconds(100))
  }

  @Test func deepNestingIsRefusedWithoutACrash() {
    let codes = faults("a: " + String(repeating: "[", count: 100_000))
    #expect(codes.contains { $0.hasPrefix("yaml/too-deep") })
  }

  @Test func bytesThatAreNoTextAreNamedInOneLine() {
    func code(_ bytes: [UInt8]) -> [String] {
      YAMLDocument.parse(SourceFile(name: "t", bytes: bytes)).diagnostics.map(\.code)
    }
    #expect(code([0xFF, 0xFE, 0x61, 0x00]) == ["file/utf16"])
    #expect(code([0x89, 0x50, 0x4E, 0x47, 0x00, 0x01]) == ["file/binary"])
    #expect(code(Array("a: caff".utf8) + [0xE8] + Array("\n".utf8)) == ["file/not-utf8"])
  }

  @Test func theByteThatIsNotUTF8IsFoundWhereverItStands() {
    for count in [0, 1, 5, 9, 100, 1001] {
      let before = String(repeating: "è", count: count)
      let bytes = Array(before.utf8) + [0xE8, 0x20] + Array(before.utf8)
      let fault = YAMLDocument.parse(SourceFile(name: "t", bytes: bytes)).diagnostics.first
      #expect(fault?.span?.range.lowerBound == before.utf8.count)
    }
  }

  @Test func aByteOrderMarkAndWindowsLineEndsChangeNothing() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a: è\r\nb:\r\n  - c\r\n".utf8)
    let document = YAMLDocument.parse(SourceFile(name: "t", bytes: bytes))
    #expect(document.diagnostics.isEmpty)
    let root = try #require(document.root)
    #expect(root["a"]?.string == "è")
    #expect(root["a"]?.span.start == SourceFile.Position(line: 1, column: 4))
    #expect(root["b"]?.elements.first?.string == "c")
    #expect(root["b"]?.elements.first?.span.start == SourceFile.Position(line: 3, column: 5))
  }

  @Test func spansAreBytesAlthoughLibyamlCountsCharacters() throws {
    let text = "più: \"così è\" # nota\naltro:\n  - |\n    due\n    righe\n  - è vero\n"
    let file = SourceFile(name: "t", text: text)
    let root = try #require(YAMLDocument.parse(file).root)
    func source(_ node: LocatedNode?) -> String? { node.map { file.text(in: $0.span.range) } }
    #expect(source(root["più"]) == "\"così è\"")
    #expect(source(root["altro"]?.elements[0]) == "|\n    due\n    righe")
    #expect(source(root["altro"]?.elements[1]) == "è vero")
    #expect(root["altro"]?.elements[0].style == .literal)
    #expect(root["altro"]?.indentation == 2)
  }

  @Test func yesAndNoAreWordsAndNullIsNothing() throws {
    let root = try #require(
      YAMLDocument.parse(SourceFile(name: "t", text: "a: no\nb: null\nc:\nd: ~\ne: 'null'\n")).root)
    #expect(root["a"]?.string == "no")
    #expect(root["b"]?.isNothing == true && root["c"]?.isNothing == true && root["d"]?.isNothing == true)
    #expect(root["e"]?.string == "null")
  }

  @Test func randomBytesNeverCrashTheReader() {
    var generator = Seeded(7)
    let alphabet = Array("abc:- []{}\"'|>&*!#\n\t\\è,?%@`".unicodeScalars)
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<60, using: &generator) {
        text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
      }
      let document = YAMLDocument.parse(SourceFile(name: "t", text: String(text)))
      #expect(document.root != nil || !document.diagnostics.isEmpty)
      for diagnostic in document.diagnostics {
        if let span = diagnostic.span { #expect(span.range.lowerBound <= span.file.bytes.count) }
      }
    }
  }
}
