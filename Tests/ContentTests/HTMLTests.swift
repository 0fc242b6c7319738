import Diagnostics
import Testing

@testable import Content

@Suite struct HTMLTests {
  private let words = HTMLWords(
    skip: "Skip to the text", contents: "Contents", mentionedIn: "Mentioned in", notes: "Notes",
    note: "Note {number}", backToText: "Back to the text", table: "Table", done: "done", open: "open")
  private let look = HTMLLook(
    ink: "#1D2228", quiet: "#5A5750", rule: "#B9B3A8", accent: "#A63A22", segments: ["#0F5257", "#8A5A00"])

  private func written(_ report: Report) -> String {
    HTMLWriter.write(
      report, pictures: ["img/logo one.png": "data:image/png;base64,AA=="],
      drawings: [SmallReport.matrix: #"<svg role="img" aria-label="Rent lies above Sell."></svg>"#],
      words: words, look: look)
  }

  private func report(_ passages: [Passage], language: String = "en") -> Report {
    Report(
      title: "R", subject: "", author: "", language: language, date: "", runningHead: "", runningFoot: "",
      parts: [ReportPart(name: "p", matter: .body, title: Prose("P"), passages: passages)])
  }

  @Test func aReportIsOnePage() throws {
    let page = written(SmallReport.report)
    let body = try #require(page.firstRange(of: "<body>"))
    #expect(String(page[body.lowerBound...]) == golden)
  }

  /// What every page must hold to, whatever its report.
  private func judge(_ page: String, _ context: String) {
    let reader = XMLReader(page)
    #expect(reader.error == nil, "\(context)")
    let names = reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(names).count == names.count, "\(context): a name stands twice")
    for address in reader.elements.compactMap({ $0.attributes["href"] }) {
      #expect(
        address.hasPrefix("https://") || address.first == "#" && names.contains(String(address.dropFirst())),
        "\(context): \(address)")
    }
    for label in reader.elements.compactMap({ $0.attributes["aria-labelledby"] }) {
      #expect(names.contains(label), "\(context): \(label)")
    }
    let levels = reader.elements.filter { $0.name.first == "h" }.compactMap { Int($0.name.dropFirst()) }
    #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1, "\(context)")
    let main = levels.dropFirst()
    for (before, after) in zip([1] + main, main) { #expect(after <= before + 1, "\(context): \(levels)") }
    #expect(reader["img"].allSatisfy { $0.attributes["alt"] != nil }, "\(context)")
    #expect(
      reader["svg"].allSatisfy { $0.attributes["role"] == "img" && $0.attributes["aria-label"] != nil },
      "\(context)")
    #expect(reader["script"].isEmpty && !reader["main"].isEmpty, "\(context)")
    for element in reader.elements {
      for attribute in ["src", "poster", "data", "srcset"] {
        #expect(element.attributes[attribute]?.hasPrefix("data:") ?? true, "\(context)")
      }
      #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") }, "\(context)")
    }
    #expect(reader["link"].isEmpty && !page.contains("@import") && !page.contains("url("), "\(context)")
  }

  @Test func thePageIsWhatReadersOfAllKindsNeed() { judge(written(SmallReport.report), "small report") }

  @Test func everyWordOfAReportIsThereAndEveryLinkArrives() {
    let failure = firstFailure(of: 0..<40) { random in
      let report = random.report()
      let page = written(report)
      judge(page, report.title)
      let words = XMLReader(page).words.spaced
      return report.texts.first { !words.contains($0) }.map { "\($0)\n\(words)" }
    }
    #expect(failure == nil)
  }

  @Test func headingsLeaveNoLevelOut() {
    let deep = Heading(level: 5, words: Prose("Deep"), place: Place("d"))
    #expect(written(report([.heading(deep)])).contains("<h3 id=\"d\">Deep</h3>"))
  }

  @Test func whatIsMentionedNamesTheSectionsThatMentionIt() {
    let here = Place("here")
    func heading(_ name: String) -> Passage {
      .heading(Heading(level: 2, words: Prose(name), place: Place(name)))
    }
    let link = Passage.paragraph(Paragraph(Prose("see").linked(to: .place(here))))
    let page = written(
      report([
        heading("a"), .paragraph(Paragraph(Prose("Target"), place: here)), link, heading("b"), link, link,
      ]))
    #expect(page.ranges(of: "class=\"mentions\"").count == 1)
    #expect(
      page.contains(
        "<p id=\"here\">Target</p>\n<p class=\"mentions\">Mentioned in <a href=\"#b\">b</a></p>"))
  }

  @Test func aLinkThatCouldRunSomethingIsOnlyWords() {
    let prose =
      Prose("x").linked(to: .web("javascript:alert(1)")) + Prose("y").linked(to: .place(Place("none")))
    #expect(written(report([.paragraph(Paragraph(prose))])).contains("<p>xy</p>"))
  }

  @Test func theDirectionIsTheLanguages() {
    #expect(written(report([], language: "ar-EG")).contains("<html lang=\"ar-EG\" dir=\"rtl\">"))
    #expect(written(report([], language: "it")).contains("<html lang=\"it\" dir=\"ltr\">"))
  }

  @Test func placesWithTheSameLettersHaveNamesOfTheirOwn() {
    let places = ReportPlaces(
      report(["A b", "a-b", "è", "", "1"].map { .paragraph(Paragraph(Prose("x"), place: Place($0))) }),
      taken: ["a-b"])
    #expect(
      ["A b", "a-b", "è", "", "1"].map { places.names[Place($0)] } == ["a-b-2", "a-b-3", "p", "p-2", "p-1"])
  }

  private let golden = #"""
    <body>
    <a class="skip" href="#text">Skip to the text</a>
    <header id="part-cover">
    <div class="logos">
    <img src="data:image/png;base64,AA==" alt="Lavaggio's logo"/>
    </div>
    <p class="who">Lavaggio srl · RinseBox</p>
    <h1>Concept report</h1>
    <p class="idea">Clean gear *every* morning, paid by the wash.</p>
    <dl class="facts">
    <div><dt>Version</dt><dd>2</dd></div>
    </dl>
    <p class="small">Paid by the region.</p>
    </header>
    <nav class="contents beside" id="part-contents" aria-label="Contents">
    <h2>Contents</h2>
    <ol>
    <li><a href="#part-customer"><span class="number">1</span> The customer</a><ol>
    <li><a href="#segments"><span class="number">1.1</span> Segments</a></li>
    </ol></li>
    <li><a href="#part-choice"><span class="number">2</span> The choice</a></li>
    <li><a href="#part-canvases"><span class="number">A</span> Canvases</a></li>
    </ol>
    </nav>
    <main id="text" tabindex="-1">
    <section class="body" aria-labelledby="part-customer">
    <h2 id="part-customer"><span class="number">1</span> The customer</h2>
    <p class="lead">Who washes, and when.</p>
    <h3 id="segments"><span class="number">1.1</span> Segments</h3>
    <p>Two of five hotels wash at night<sup><a id="ref-note-customer-1" href="#note-customer-1" \#
    role="doc-noteref" aria-label="Note 1">1</a></sup>.</p>
    <ul>
    <li id="item-pain-p1">Gear is still wet <span class="marks"><span class="hidden">(</span><span \#
    class="mark s1">Hotels</span><span class="hidden">,</span> <span \#
    class="mark">assumed</span><span class="hidden">)</span></span><p class="mentions">Mentioned in \#
    <a href="#part-choice"><span class="number">2</span> The choice</a></p></li>
    <li>Nobody knows who washed
    <ol start="3">
    <li>third</li>
    </ol></li>
    <li class="task"><span class="box" role="img" aria-label="done">☑</span>Ask three hotels</li>
    </ul>
    <blockquote class="said"><p>I have no hands left at six.</p></blockquote>
    <h4 id="detail">Detail</h4>
    <blockquote>
    <p>One line<br/>and another.</p>
    </blockquote>
    <pre tabindex="0"><code>wash --hot
    ```
    </code></pre>
    <hr/>
    <section class="notes" role="doc-endnotes" aria-label="Notes">
    <ol>
    <li id="note-customer-1">Asked in May. <a href="#ref-note-customer-1" role="doc-backlink" \#
    aria-label="Back to the text">↩︎</a></li>
    </ol>
    </section>
    </section>
    <section class="body" aria-labelledby="part-choice">
    <h2 id="part-choice"><span class="number">2</span> The choice</h2>
    <p>It answers <a href="#item-pain-p1">wet gear</a>, see <a href="#figure-matrix">Figure 1</a> \#
    and <a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">the law</a>.</p>
    <dl class="facts">
    <div id="priority"><dt>Priority</dt><dd>1.75</dd></div>
    <div><dt>Risks</dt><dd><ul>
    <li>Water</li>
    </ul></dd></div>
    </dl>
    <div id="table-solutions" class="table" role="region" tabindex="0" aria-label="Table 1 Solutions">
    <table>
    <caption><span><b>Table 1.</b> Solutions</span></caption>
    <thead><tr><th scope="col">Solution</th><th scope="col" class="narrow end">Effort | \#
    €</th></tr></thead>
    <tbody>
    <tr id="item-solution-s1" class="strong"><th scope="row"><p>Rent</p><p>by the wash</p><p \#
    class="mentions">Mentioned in <a href="#canvas-trace">The thread</a></p></th><td class="narrow \#
    end">2</td></tr>
    <tr><td>Sell</td><td class="narrow end">10</td></tr>
    </tbody>
    </table>
    </div>
    <figure id="figure-matrix">
    <div class="drawing"><svg role="img" aria-label="Rent lies above Sell."></svg></div>
    <figcaption><b>Figure 1.</b> Challenge and impact</figcaption>
    </figure>
    <figure>
    <p class="small">Two sheds</p>
    <figcaption>The yard</figcaption>
    </figure>
    <p class="statement">Rent, do not sell.</p>
    </section>
    <section class="annex" aria-labelledby="part-canvases">
    <h2 id="part-canvases"><span class="number">A</span> Canvases</h2>
    <h3 id="canvas-trace">The thread</h3>
    <p class="small"><a href="#item-solution-s1">Rent</a></p>
    </section>
    </main>
    <footer>
    <p>Lavaggio srl</p>
    <p>21 November 2026</p>
    </footer>
    </body>
    </html>

    """#
}
