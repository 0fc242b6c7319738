import Diagnostics
import LocatedYAML
import Seeded
import Testing

@Suite struct EditTests {
  private static let siblings = ["important", "doable", "lucrative"]

  /// The text after setting fields of the first element of `list`; what stood in the way.
  private func edited(_ text: String, _ changes: [(String, String)]) throws -> (
    text: String?, obstacle: String?
  ) {
    let document = YAMLDocument.parse(SourceFile(name: "t", text: text))
    try #require(!document.diagnostics.haveFaults, "\(document.diagnostics.map(\.code))")
    var edit = YAMLEdit(try #require(document.root))
    for (field, value) in changes {
      do throws(YAMLEdit.Obstacle) {
        try edit.set(field, to: value, in: [.key("list"), .element(0)], near: Self.siblings)
      } catch {
        switch error {
        case .shared(let span): return (nil, "shared \(span.file.text(in: span.range))")
        case .noPlace: return (nil, "no place")
        }
      }
    }
    return (edit.result.map { String(decoding: $0.file.bytes, as: UTF8.self) }, nil)
  }

  @Test(arguments: [
    ("list:\n  - { id: a, doable: 2 } # 2\n", "list:\n  - { id: a, doable: 4 } # 2\n"),
    (
      "list:\n- id: a # doable: 2\n  doable: '2'   # due\n",
      "list:\n- id: a # doable: 2\n  doable: '4'   # due\n"
    ),
    ("list: [{\"id\": \"a\",\"doable\":\"2\"}]", "list: [{\"id\": \"a\",\"doable\":\"4\"}]"),
    ("list:\n- doable:   # open\n  id: a\n", "list:\n- doable: 4   # open\n  id: a\n"),
    ("list: [{ doable: ~, id: è }]", "list: [{ doable: 4, id: è }]"),
    ("list: [{id: a, doable: }]", "list: [{id: a, doable: 4 }]"),
    ("list: [{doable: # open\n , id: a}]", "list: [{doable: 4 # open\n , id: a}]"),
    ("list: [{doable: &d , id: a}]", "list: [{doable: &d 4 , id: a}]"),
    ("list: [{id: a, doable: &d !!int 2}]", "list: [{id: a, doable: &d !!int 4}]"),
    ("list:\n- &r # record\n  id: a\n  doable: 2\n", "list:\n- &r # record\n  id: a\n  doable: 4\n"),
    ("list:\n- id: a\n  ? doable\n  : 2\n", "list:\n- id: a\n  ? doable\n  : 4\n"),
    (
      "list:\n- id: a\n  doable: |-  # why\n    2\n\n  name: x\n",
      "list:\n- id: a\n  doable: \"4\" # why\n\n  name: x\n"
    ),
  ])
  func aValueIsReplacedWhereItStands(text: String, expected: String) throws {
    #expect(try edited(text, [("doable", "4")]).text == expected)
    let windows = text.replacing("\n", with: "\r\n")
    #expect(try edited(windows, [("doable", "4")]).text == expected.replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [
    (
      "list:\n  - { id: a, important: 2, lucrative: 1 } # c\n",
      "list:\n  - { id: a, important: 2, doable: 4, lucrative: 1 } # c\n"
    ),
    (
      "list:\n  - { id: a,\n      important: 2, # c\n    }\n",
      "list:\n  - { id: a,\n      important: 2, doable: 4, # c\n    }\n"
    ),
    ("list: [{\"id\":\"a\"}]", "list: [{\"id\":\"a\", \"doable\": 4}]"),
    ("list: [{id: [a, b]}]", "list: [{id: [a, b], doable: 4}]"),
    ("list: [{id: a, important: }]", "list: [{id: a, important: , doable: 4}]"),
    (
      "list:\n  - id: a\n    important: 2 # c\n    # of the next\n    lucrative: 1\n",
      "list:\n  - id: a\n    important: 2 # c\n    doable: 4\n    # of the next\n    lucrative: 1\n"
    ),
    ("list:\n-   important: 2", "list:\n-   important: 2\n    doable: 4"),
    (
      "list:\n- id: a\n  wants:\n  - x\n  # of the next\n- id: b\n# end\n",
      "list:\n- id: a\n  wants:\n  - x\n  doable: 4\n  # of the next\n- id: b\n# end\n"
    ),
    (
      "list:\n- id: a\n  name: |\n    two\n    lines\n\n",
      "list:\n- id: a\n  name: |\n    two\n    lines\n  doable: 4\n\n"
    ),
    // Empty lines belong to this text, so the field goes before it.
    (
      "list:\n- id: a\n  name: |+\n    text\n\n",
      "list:\n- id: a\n  doable: 4\n  name: |+\n    text\n\n"
    ),
    (
      "x: &x 2\nlist: [{id: a, important: *x, source: s}]",
      "x: &x 2\nlist: [{id: a, important: *x, source: s, doable: 4}]"
    ),
    ("list: [{lucrative: 1, source: s}]", "list: [{lucrative: 1, doable: 4, source: s}]"),
  ])
  func aNewFieldComesAfterItsSiblings(text: String, expected: String) throws {
    #expect(try edited(text, [("doable", "4")]).text == expected)
    let windows = text.replacing("\n", with: "\r\n")
    #expect(try edited(windows, [("doable", "4")]).text == expected.replacing("\n", with: "\r\n"))
  }

  @Test func severalNewFieldsComeInTheirOrder() throws {
    let changes = [("important", "1"), ("doable", "2"), ("lucrative", "3")]
    #expect(
      try edited("list: [{id: a, doable: }]", changes).text
        == "list: [{id: a, important: 1, doable: 2 , lucrative: 3}]")
    #expect(
      try edited("list:\n- name: |+\n    a\n\n  doable: &d\n  lucrative:\n", changes).text
        == "list:\n- name: |+\n    a\n\n  doable: &d 2\n  important: 1\n  lucrative: 3\n")
    #expect(
      try edited("list:\n- id: a\n", changes).text
        == "list:\n- id: a\n  important: 1\n  doable: 2\n  lucrative: 3\n")
  }

  @Test(arguments: [
    ("list: [{id: &x a, doable: &d 2}]\nz: *x", nil),
    ("list: [{id: a, doable: &d 2}]\nz: *d", "shared 2"),
    ("d: &d 2\nlist: [{id: a, doable: *d}]", "shared 2"),
    ("list: [&r {id: a, doable: 2}]\nz: *r", "shared 2"),
    ("list: [&r {id: a}]\nz: *r", "shared {id: a}"),
    ("list: &l\n- id: a\nz: *l", "shared id: a"),
    ("list: [{id: a, doable: &n }]\nz: *n", "shared "),
    ("list: [{id: a, doable}]", "no place"),
    ("x: &x a\nlist: [{id: *x}]", "no place"),
  ])
  func whatAliasesPointAtIsNotTouched(text: String, obstacle: String?) throws {
    let result = try edited(text, [("doable", "4")])
    #expect(result.obstacle == obstacle)
    #expect((result.text == nil) == (obstacle != nil))
  }

  /// Explicit keys are indented less than their names: the new line would not belong to the record.
  @Test func anEditThatWouldChangeSomethingElseIsGivenUp() throws {
    let result = try edited("list:\n- ? id\n  : a\n", [("doable", "4")])
    #expect(result.text == nil && result.obstacle == nil)
  }

  @Test(arguments: [
    ("plain", "plain", "plain", "plain"),
    ("a, b", "a, b", "\"a, b\"", "'a, b'"),
    ("a: b", "\"a: b\"", "\"a: b\"", "'a: b'"),
    ("at 8:30", "at 8:30", "\"at 8:30\"", "'at 8:30'"),
    ("no #1", "\"no #1\"", "\"no #1\"", "'no #1'"),
    ("it's \"so\"", "it's \"so\"", "it's \"so\"", "'it''s \"so\"'"),
    ("null", "\"null\"", "\"null\"", "'null'"),
    ("~", "\"~\"", "\"~\"", "'~'"),
    ("- x", "\"- x\"", "\"- x\"", "'- x'"),
    ("two\nlines\t\\", "\"two\\nlines\\t\\\\\"", "\"two\\nlines\\t\\\\\"", "\"two\\nlines\\t\\\\\""),
    ("a\u{2028}b\u{FEFF}", "\"a\\u2028b\\uFEFF\"", "\"a\\u2028b\\uFEFF\"", "\"a\\u2028b\\uFEFF\""),
    ("perché 🍞", "perché 🍞", "perché 🍞", "'perché 🍞'"),
  ])
  func aTextIsQuotedAsItsPlaceNeeds(text: String, block: String, flow: String, single: String) throws {
    #expect(try edited("list:\n- name: x\n", [("name", text)]).text == "list:\n- name: \(block)\n")
    #expect(try edited("list: [{name: x}]", [("name", text)]).text == "list: [{name: \(flow)}]")
    let quoted = single == "plain" ? "'plain'" : single
    #expect(try edited("list: [{name: 'x'}]", [("name", text)]).text == "list: [{name: \(quoted)}]")
  }

  @Test func everyTextComesBack() throws {
    var random = Seeded(11)
    let alphabet = Array(
      "ab :#,-[]{}'\"\\\n\t!&*?|>%@`~è\u{85}\u{2029}\u{301}\u{FEFF}\u{FFFE}🍞".unicodeScalars)
    for style in ["x", "'x'", "\"x\"", "|\n    x"] {
      for base in ["list:\n- name: \(style)\n  id: a\n", "list: [{name: \(style), id: a}]"]
      where !style.hasPrefix("|") || base.hasPrefix("list:\n") {
        for _ in 0..<300 {
          var scalars = String.UnicodeScalarView()
          for _ in 0..<Int.random(in: 1..<9, using: &random) {
            scalars.append(alphabet.randomElement(using: &random)!)
          }
          let text = String(scalars)
          let result = try edited(base, [("name", text)])
          let root = YAMLDocument.parse(
            SourceFile(name: "t", text: try #require(result.text, "\(text.debugDescription)"))
          ).root
          let name = root?["list"]?.elements[0]["name"]?.string
          #expect(name.map { Array($0.utf8) } == Array(text.utf8))
        }
      }
    }
  }

  @Test func theDifferenceIsShownLineByLine() {
    let file = SourceFile(name: "t", text: "a: 1\nb: 2\r\nc: 3\nd: 4")
    var patch = TextPatch(file)
    patch.replace(3..<4, with: "9")
    patch.replace(9..<9, with: "\r\n  x: 1")
    patch.replace(20..<20, with: "\ne: 5")
    #expect(
      LineDifference(patch).text(name: "t") == """
        --- t
        +++ t
        @@ -1 +1 @@
        -a: 1
        +a: 9
        @@ -2,0 +3 @@
        +  x: 1
        @@ -4,0 +6 @@
        +e: 5

        """)
    #expect(String(decoding: patch.bytes, as: UTF8.self) == "a: 9\nb: 2\r\n  x: 1\r\nc: 3\nd: 4\ne: 5")
  }
}
