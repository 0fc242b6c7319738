import Content
import Diagnostics
import Testing

@Suite struct ProseReaderTests {
  private func dump(_ text: String) -> String { ProseDump.of(text) }

  @Test func headingsFollowTheTitleOfThePartWithoutGaps() {
    #expect(
      dump("# A\n\n### B\n\nC\n===\n\n#\n") == """
        h2 A @prose/intro/1
        h3 B @prose/intro/2
        h2 C @prose/intro/3
        """)
    #expect(dump("#### A") == "h2 A @prose/intro/1")
    #expect(
      ProseDump.read("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6").passages.map { passage in
        if case .heading(let heading) = passage { heading.level } else { 0 }
      } == [2, 3, 4, 5, 6, 6])
  }

  @Test func emphasisIsKeptAndLinesEndOnlyWhereTheAuthorEndsThem() {
    #expect(dump("a *b **c*** `d  e` ~~f~~\r\ng  \r\nh\\\ni") == "p a {_:b }{*_:c} {`:d  e} {~:f} g⏎h⏎i")
    #expect(dump("\"a\" -- 'b'...") == "p \"a\" -- 'b'...")
    #expect(dump("a&#27;b &amp; c&#0;d") == "p a\u{FFFD}b & c\u{FFFD}d")
  }

  @Test func linksLeadToTheWebOrToPlacesOrSayTheirAddress() {
    #expect(dump("[a *b*](http://x.y/(1))") == "p {:a  => http://x.y/%281%29}{_:b => http://x.y/%281%29}")
    #expect(dump("[a](<HTTPS://x.y/é b>)") == "p {:a => HTTPS://x.y/%C3%A9%20b}")
    #expect(dump("[a](mailto:b@c.d) [e](tel:+39)") == "p {:a => mailto:b@c.d} {:e => tel:+39}")
    #expect(dump("[the gap](#o1) and [x](#o9)") == "p {:the gap -> item/opportunity/o1} and x")
    #expect(
      dump("[a](b.md) [b.md](b.md) [c](javascript:d()) [e]()") == "p a (b.md) b.md c (javascript:d()) e")
    #expect(dump("[](http://x.y) [](z.md)") == "p {:http://x.y => http://x.y} z.md")
    #expect(
      dump("see www.x.y, a@b.cd <http://z>") == """
        p see {:www.x.y => http://www.x.y}, {:a@b.cd => mailto:a@b.cd} {:http://z => http://z}
        """)
  }

  @Test func idsInBracketsAreCalledByTheirNames() {
    #expect(
      dump("Of [o1], [m 2] and [o7] \\[o1\\] `[o1]`") == """
        p Of {:Fewer stops -> item/opportunity/o1}, {:Hours -> item/metric/m 2} and [o7] [o1] {`:[o1]}
        """)
    #expect(
      dump("# [o1]\n\n[this][o1]") == """
        h2 {:Fewer stops -> item/opportunity/o1} @prose/intro/1
        p {:this -> item/opportunity/o1}
        """)
    #expect(dump("[o1]\n\n[o1]: http://x.y") == "p {:o1 => http://x.y}")
    #expect(dump("    [o1]") == "code \"[o1]\"")
    #expect(dump("![o1]") == "p !{:Fewer stops -> item/opportunity/o1}")
  }

  @Test func picturesAreFiguresAndThoseOfTheWebAreLinks() {
    let alone = ProseDump.read("![a *b*](c%20d.png \"e\")")
    #expect(ProseDump.text(alone.passages) == ["figure picture(\"c d.png\") 'a b' e"])
    #expect(alone.pictures.map(\.string) == ["c d.png"])
    #expect(
      dump("x ![a](b.png \"t\") y") == """
        p x a y
        figure picture("b.png") 'a' t
        """)
    #expect(
      dump("- ![a](b.png)\n\n|![c](d.png)|\n|-|") == """
        list
        -\u{20}
          figure picture("b.png") 'a'\u{20}
        table c:start
        figure picture("d.png") 'c'\u{20}
        """)
    let web = ProseDump.read("![a](http://b/c.png) ![](https://d)")
    #expect(ProseDump.text(web.passages) == ["p {:a => http://b/c.png} {:https://d => https://d}"])
    #expect(web.pictures.isEmpty)
    #expect(
      dump("[![a](b.png)](http://c)") == """
        p {:a => http://c}
        figure picture("b.png") 'a'\u{20}
        """)
  }

  @Test func listsKeepTheirNumbersTasksAndBlocks() {
    #expect(
      dump("3. a\n4. b\n\n   c\n   - [x] d\n   - [ ] e\n") == """
        list from 3, loose
        -\u{20}
          p a
        -\u{20}
          p b
          p c
          list
          - done
            p d
          - open
            p e
        """)
  }

  @Test func quotesCodeAndPausesAreKept() {
    #expect(
      dump("> a\n> > b\n\n***\n\n```swift\nlet x\n\ny\n```\n\n``` two words\nz") == """
        quote
          p a
          quote
            p b
        pause
        code "let x\\n\\ny"
        code "two words\\nz"
        """)
  }

  @Test func whatFollowsAFenceIsKeptUnlessItNamesALanguage() {
    #expect(dump("```c++\na\n```") == "code \"a\"")
    #expect(dump("~~~ so it is\n~~~") == "code \"so it is\\n\"")
  }

  @Test func tablesKeepSurplusCellsInTheLastColumn() {
    #expect(
      dump(
        "|a|*b*|c|\n|-|:-:|-:|\n|1|2|\n|1|2|3 | 4 `x\\|y`| **5** |\n1|2|3|\n\n"
          + "> - |a|b|\n>   |-|-|\n>   |1|2|3"
      ) == """
        table a:start | {_:b}:middle | c:end
        row 1 | 2 |\u{20}
        row 1 | 2 | 3 | 4 {`:x|y}| {*:5}
        row 1 | 2 | 3
        quote
          list
          -\u{20}
            table a:start | b:start
            row 1 | 2|3
        """)
  }

  @Test func markupOfTheWebIsTextButCommentsAreTheAuthors() {
    #expect(dump("a <b>c</b> <!-- d --> e<br>") == "p a <b>c</b> e<br>")
    #expect(dump("<div>\na *b*\n</div>\n\nc") == "p <div>⏎a *b*⏎</div>\np c")
    #expect(dump("<!-- a\n\nb -->\n\nc\n\n<!-- d --> e") == "p c\np e")
    #expect(dump("<!-- a") == "p <!-- a")
  }

  @Test func footnotesAreCountedByFirstReferenceAndUnusedOnesStay() {
    let read = ProseDump.read(
      "a[^x] b[^y] c[^x]\n\n[^y]: why [^z]\n\n[^x]: ex\n\n    more\n"
        + "[^z]: zed\n\n[^u]: unused [^x]\n\n[^x]: again",
      firstFootnote: 4)
    #expect(
      ProseDump.text(read.passages) == [
        "p a{^:4 -> note/intro/4} b{^:5 -> note/intro/5} c{^:4 -> note/intro/4}",
        "p [^x]: again", "p unused {^:4 -> note/intro/4}",
      ])
    #expect(
      read.footnotes.map { ProseDump.text($0) } == [
        ["p ex", "p more"], ["p why {^:6 -> note/intro/6}"], ["p zed"],
      ])
    #expect(dump("[^a]: only this, here") == "p only this, here")
    #expect(dump("a [^b] c") == "p a [^b] c")
    let recursive = ProseDump.read("a[^è.1]\n\n[^è.1]: b[^è.1]")
    #expect(recursive.footnotes.map { ProseDump.text($0) } == [["p b{^:1 -> note/intro/1}"]])
  }

  @Test func allSpansKnowWhereTheTextStands() {
    let file = SourceFile(name: "w.yml", text: "text: a *b* ![c](d.png)")
    let span = Span(file, 6..<20)
    let read = ProseReader { _ in nil }.read(
      Text("a *b* [o1] ![c](d.png \"e\")", at: span), part: "p", firstFootnote: 1)
    var origins: [Span?] = read.pictures.map(\.span)
    for passage in read.passages {
      switch passage {
      case .paragraph(let paragraph): origins += paragraph.words.spans.map(\.origin)
      case .figure(let figure): origins += [figure.origin] + figure.caption.spans.map(\.origin)
      default: Issue.record("an unexpected passage")
      }
    }
    #expect(origins.count == 6 && origins.allSatisfy { $0 == span })
  }
}
