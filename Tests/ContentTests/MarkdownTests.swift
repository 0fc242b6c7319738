import Diagnostics
import Testing

@testable import Content

@Suite struct MarkdownTests {
  private func report(_ passages: [Passage], footnotes: [[Passage]] = []) -> Report {
    Report(
      title: "R", subject: "", author: "", language: "en", date: "", runningHead: "", runningFoot: "",
      parts: [
        ReportPart(name: "p", matter: .body, title: Prose("P"), passages: passages, footnotes: footnotes)
      ])
  }

  /// What stands after the title of the only part.
  private func written(_ passages: [Passage]) -> String {
    String(MarkdownWriter.write(report(passages)).dropFirst("# R\n\n## P\n\n".count))
  }

  private func written(_ prose: Prose) -> String { written([.paragraph(Paragraph(prose))]) }

  @Test func aReportReadsWellAsPlainText() {
    #expect(MarkdownWriter.write(SmallReport.report) == golden)
  }

  @Test(arguments: [
    ("# no", "\\# no"), ("a # no", "a # no"), ("1. no", "1\\. no"), ("1.5 yes", "1\\.5 yes"),
    ("12) no", "12\\) no"),
    ("- no", "\\- no"), ("a - b", "a - b"), ("a\n=== ", "a\\\n\\==="), ("a\n:--", "a\\\n\\:--"),
    ("2 * 3 * 4", "2 \\* 3 \\* 4"), ("snake_case", "snake_case"), ("_no_", "\\_no\\_"), ("R&D", "R&D"),
    ("&amp;", "\\&amp;"), ("<b>", "\\<b>"), ("http://a.org", "http\\://a.org"), ("www.a.org", "www\\.a.org"),
    ("a@b.org", "a<!-- -->@b.org"), ("a | b", "a | b"), ("[x]", "\\[x\\]"), ("C:\\x", "C:\\\\x"),
    ("5 < 6 > 4", "5 \\< 6 > 4"), ("  gaps  \n\n  \n end \n", "gaps\\\nend"),
  ])
  func onlyWordsThatCouldBeMarkupAreEscaped(words: String, markdown: String) {
    #expect(written(Prose(words)) == markdown + "\n")
  }

  /// The first text that the reader finds other than it should be.
  private func firstFailure<Case>(
    _ seeds: Range<Int>, _ make: (inout RandomReport) -> (Case, String),
    fault: (Case, MarkdownReader) -> String?
  ) throws -> String? {
    let cases = seeds.map { seed in
      var random = RandomReport(seed)
      return make(&random)
    }
    let readers = try MarkdownReader.read(cases.map(\.1))
    for (made, reader) in zip(cases, readers) {
      if let fault = fault(made.0, reader) { return "\(fault)\n\(made.1)" }
    }
    return nil
  }

  @Test func wordsOfAWorkbookNeverBecomeMarkup() throws {
    let paragraph = try firstFailure(0..<4000) { random in
      let prose = Prose(random.words(12))
      return (prose, written(prose))
    } fault: { prose, reader in
      let kinds: Set = ["document", "paragraph", "text", "linebreak", "html_inline"]
      return reader.signs == prose.signs && reader.kinds.isSubset(of: kinds)
        ? nil : "\(prose) \(reader.kinds)"
    }
    #expect(paragraph == nil)
    let heading = try firstFailure(0..<4000) { random in
      let prose = Prose(random.words(12))
      return (prose, written([.heading(Heading(level: 2, words: prose, place: Place("h")))]))
    } fault: { prose, reader in
      let kinds: Set = ["document", "heading", "text", "html_inline"]
      return reader.signs == prose.signs && reader.kinds.isSubset(of: kinds)
        ? nil : "\(prose) \(reader.kinds)"
    }
    #expect(heading == nil)
  }

  @Test func emphasisIsReadAsItWasWritten() throws {
    let failure = try firstFailure(0..<4000) { random in
      let prose = random.prose()
      return (prose, written(prose))
    } fault: { prose, reader in
      reader.signs == prose.signs ? nil : "\(prose)"
    }
    #expect(failure == nil)
  }

  @Test func cellsKeepTheirWordsAndTheirColumns() throws {
    let failure = try firstFailure(0..<2000) { random in
      let (first, second) = (random.prose(), random.prose())
      let table = ReportTable(
        columns: [ReportTable.Column(Prose("A")), ReportTable.Column(Prose("B"), .end)],
        rows: [ReportTable.Row([ReportTable.Cell(first), ReportTable.Cell(second)])])
      return (Prose("AB") + first + second, written([.table(table)]))
    } fault: { prose, reader in
      reader.signs == prose.signs ? nil : "\(prose)"
    }
    #expect(failure == nil)
  }

  @Test func everyWordOfAReportIsThereAndEveryLinkArrives() throws {
    let failure = try firstFailure(0..<100) { random in
      let report = random.report()
      return (report.texts, MarkdownWriter.write(report))
    } fault: { texts, reader in
      let words = reader.words.spaced
      if let text = texts.first(where: { !words.contains($0) }) { return "lost: \(text)" }
      if Set(reader.names).count < reader.names.count { return "twice: \(reader.names)" }
      return reader.links.first { link in
        !link.hasPrefix("https://") && !(link.first == "#" && reader.names.contains(String(link.dropFirst())))
      }.map { "to nowhere: \($0)" }
    }
    #expect(failure == nil)
  }

  @Test func listsThatFollowEachOtherStayTwo() {
    let list = ReportList(items: [ReportList.Item(Prose("a")), ReportList.Item(Prose("b"))])
    #expect(written([.list(list), .list(list)]) == "- a\n- b\n\n* a\n* b\n")
  }

  @Test func aPauseInAListIsNoRuleAcrossThePage() {
    let inner = ReportList(items: [ReportList.Item([.pause, .paragraph(Paragraph(Prose("a")))])])
    #expect(written([.list(ReportList(items: [ReportList.Item([.list(inner)])]))]) == "- - ___\n\n    a\n")
  }

  @Test func aFenceIsLongerThanAnyWithin() {
    #expect(written([.code(Text("a\n````\n"))]) == "`````\na\n````\n`````\n")
    #expect(written(Prose([Inline("a`b", style: .code)])) == "``a`b``\n")
  }

  @Test func aNoteThatNothingLeadsToIsNotLost() {
    let text = MarkdownWriter.write(report([], footnotes: [[.paragraph(Paragraph(Prose("Kept.")))]]))
    #expect(text == "# R\n\n## P\n\nKept.\n")
  }

  private let golden = #"""
    # Concept report

    ![Lavaggio's logo](img/logo%20one.png)

    Lavaggio srl · RinseBox

    **Clean gear \*every\* morning, paid by the wash.**

    **Version.** 2

    Paid by the region.

    ## Contents

    - [1 The customer](#part-customer)
      - [1.1 Segments](#segments)
    - [2 The choice](#part-choice)
    - [A Canvases](#part-canvases)

    <a id="part-customer"></a>

    ## 1 The customer

    Who washes, and when.

    <a id="segments"></a>

    ### 1.1 Segments

    Two of five hotels wash at night[^1].

    - <a id="item-pain-p1"></a>Gear is still wet (Hotels, assumed)
    - Nobody knows who washed

      3. third
    - [x] Ask three hotels

    > I have no hands left at six.

    #### Detail

    > One line\
    > and another.

    ````
    wash --hot
    ```
    ````

    ___

    [^1]: Asked in May.

    <a id="part-choice"></a>

    ## 2 The choice

    It answers [wet gear](#item-pain-p1), see [Figure 1](#figure-matrix) and [the \#
    law](https://example.org/a?b=1&c=2).

    **Priority.** 1.75

    **Risks.**

    - Water

    **Table 1.** Solutions

    | Solution                                             | Effort \| € |
    | ---------------------------------------------------- | ----------: |
    | <a id="item-solution-s1"></a>**Rent<br>by the wash** |       **2** |
    | Sell                                                 |          10 |

    <a id="figure-matrix"></a>**Figure 1.** Challenge and impact

    *Rent lies above Sell.*

    ![Two sheds](img/a%281%29.jpg)

    The yard

    **Rent, do not sell.**

    <a id="part-canvases"></a>

    ## A Canvases

    ### The thread

    [Rent](#item-solution-s1)

    """#
}
