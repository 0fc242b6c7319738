import Diagnostics
import Seeded

@testable import Content

/// Reports full of words that look like markup, the same for the same seed.
struct RandomReport {
  private var random: Seeded
  private var count = 0

  init(_ seed: Int) { random = Seeded(seed) }

  private static let atoms = [
    "wash", "città", "Gear", "e\u{301}", "*\u{301}", "*", "**", "_", "__", "snake_case", "#", "# ", "C#",
    "1.", "10) ",
    "+ ", "- ", "-", "---", "===", "=", "> ", "<b>", "</p>", "<!-- x -->", "<http://a.org>", "[x](y)", "[x]",
    "[^1]", "![a](b)", "!", "](", ")", "`", "```", "~~", "~~~", "|", " | ", "|--|--|", ":--", "&amp;", "&",
    "&#35;",
    "http://a.org/b_c", "https://a.org", "www.a.org", "a.b_c@d.org", "mailto:a@b.it", "\\", "\\*", "$x$",
    "\n",
    "\n\n", " ", "  ", "\t", "\u{A0}", "\"", "'", "{", "}", "…", "«", "10 €", "漢字", "\u{1F600}", ".", ":",
    ";",
  ]

  mutating func pick<Value>(_ values: [Value], or other: Value) -> Value {
    values.randomElement(using: &random) ?? other
  }

  mutating func chance(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }

  mutating func words(_ most: Int = 8) -> String {
    (0..<Int.random(in: 1...most, using: &random)).map { _ in
      pick(Self.atoms, or: "") + (chance(40) ? " " : "")
    }.joined()
  }

  mutating func plain() -> Prose { Prose("w" + words()) }

  mutating func prose(links: [Link] = []) -> Prose {
    let styles: [Inline.Style] = [
      [], [], .strong, .emphasis, [.strong, .emphasis], .code, .struck, [.struck, .strong], .raised, .quiet,
    ]
    return Prose(
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Inline(
          words(4), style: pick(styles, or: []),
          link: chance(20) ? links.randomElement(using: &random) : nil)
      })
  }

  mutating func report() -> Report {
    let names = ["a", "Über", "a b"]
    var places: [Place] = names.map { .part($0) }
    for number in 0..<12 { places.append(Place("item/\(pick(names, or: "a"))/\(number)")) }
    let links =
      places.map { Link.place($0) } + [.web("https://a.org/x_(y)?a=1&b=2"), .web("javascript:alert(1)")]
    var free = Array(places.dropFirst(names.count))
    let parts = names.map { name in
      var passages = (0..<6).map { _ in passage(links, &free, depth: 0) }
      passages.append(
        .paragraph(Paragraph(Prose([Inline("1", style: .raised, link: .place(.footnote(name, 1)))]))))
      return ReportPart(
        name: name, matter: .body, number: chance(50) ? "1" : nil, title: prose(links: links),
        passages: passages, footnotes: [[.paragraph(Paragraph(prose(links: links)))]])
    }
    return Report(
      title: words(), subject: "", author: "", language: "en", date: "", runningHead: "", runningFoot: "",
      parts: [ReportPart(name: "contents", matter: .front, title: Prose("Contents"), passages: [.contents])]
        + parts)
  }

  private mutating func passage(_ links: [Link], _ free: inout [Place], depth: Int) -> Passage {
    func place() -> Place? { free.popLast() }
    let mark = NoteMark(segment: 3, segmentName: "Hotels_", evidenceName: "as*sumed")
    switch Int.random(in: depth < 2 ? 0..<12 : 4..<12, using: &random) {
    case 0, 1:
      let items = (0..<3).map { _ in
        ReportList.Item(
          (0..<Int.random(in: 0...3, using: &random)).map { _ in passage(links, &free, depth: depth + 1) },
          mark: chance(30) ? mark : nil, place: free.popLast(), isDone: chance(20) ? chance(50) : nil)
      }
      return .list(ReportList(start: chance(40) ? 7 : nil, isTight: chance(60), items: items))
    case 2: return .quote((0..<2).map { _ in passage(links, &free, depth: depth + 1) })
    case 3:
      return .facts([Fact(prose(), [passage(links, &free, depth: depth + 1)], place: place())])
    case 4:
      count += 1
      return .heading(
        Heading(level: 2 + count % 4, words: prose(links: links), place: place() ?? Place("h/\(count)")))
    case 5:
      let rows = (0..<3).map { _ in
        ReportTable.Row(
          [ReportTable.Cell([prose(links: links), prose()]), ReportTable.Cell(prose(), mark)],
          place: free.popLast(), isStrong: chance(20))
      }
      return .table(
        ReportTable(
          label: chance(50) ? "Table 1" : nil, caption: prose(links: links),
          columns: [ReportTable.Column(prose()), ReportTable.Column(prose(), .end)], rows: rows))
    case 6:
      return .figure(
        Figure(.matrix, label: "Figure 1", caption: prose(), alternative: words(), place: place()))
    case 7: return .figure(Figure(.picture("img/\(words())"), caption: prose(), alternative: words()))
    case 8: return .code(Text(words()))
    case 9: return .pause
    default:
      let roles: [Paragraph.Role] = [.body, .body, .lead, .quotation, .small, .statement]
      return .paragraph(
        Paragraph(
          prose(links: links), role: pick(roles, or: .body), place: place(), mark: chance(20) ? mark : nil))
    }
  }
}

extension ReportTable.Cell {
  fileprivate init(_ words: Prose, _ mark: NoteMark) { self.init([words], mark: mark) }
}

extension Report {
  /// Every text that must be found wherever the report is written; numbers of notes are the writers' own.
  var texts: [String] {
    steps.compactMap { step in
      guard case .words(let prose) = step else { return nil }
      let text = Prose(prose.spans.filter { !$0.isNote }).text.spaced
      return text.isEmpty ? nil : text
    }
  }
}

extension Inline {
  fileprivate var isNote: Bool {
    if case .place(let place)? = link { place.name.hasPrefix("note/") } else { false }
  }
}

/// The first of many seeds for which something does not hold, with what was found.
func firstFailure(of seeds: Range<Int>, _ failure: (inout RandomReport) -> String?) -> String? {
  for seed in seeds {
    var random = RandomReport(seed)
    if let text = failure(&random) { return "seed \(seed): \(text)" }
  }
  return nil
}
