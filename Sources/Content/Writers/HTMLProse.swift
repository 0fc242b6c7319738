import Languages

/// Texts with their emphasis, links and marks of notes as HTML.
struct HTMLProse {
  private let places: ReportPlaces
  private let words: HTMLWords
  /// How many marks of each note have been written.
  private var marks: [Place: Int] = [:]

  init(_ places: ReportPlaces, _ words: HTMLWords) {
    self.places = places
    self.words = words
  }

  mutating func html(_ prose: Prose) -> String {
    prose.groups.map { group in
      let inner = group.spans.map(html).joined()
      switch group.link {
      case .place(let place)?:
        guard let name = places.names[place] else { return inner }
        return places.notes[place] == nil
          ? HTMLText.element("a", ["href": "#" + name], inner) : mark(place, name, group.text)
      case .web?:
        guard let address = group.link?.webAddress else { return inner }
        return HTMLText.element("a", ["href": address, "rel": "noopener noreferrer"], inner)
      case nil: return inner
      }
    }.joined()
  }

  /// A title where it is a link.
  func title(_ entry: Report.Entry) -> String {
    guard let name = places.names[entry.place] else { return "" }
    let title = entry.words.withoutLinks(notes: places.notes).groups.flatMap(\.spans).map(html).joined()
    return HTMLText.element("a", ["href": "#" + name], number(entry.number) + title)
  }

  func number(_ number: String?) -> String {
    number.map { HTMLText.element("span", ["class": "number"], HTMLText.escaped($0)) + " " } ?? ""
  }

  /// Badges in words; the brackets are for those who hear or copy them.
  func marks(_ mark: NoteMark?) -> String {
    guard let mark, !mark.names.isEmpty else { return "" }
    var badges: [String] = []
    if let name = mark.segmentName, !name.isEmpty {
      badges.append(HTMLText.element("span", ["class": segmentClass(mark.segment)], HTMLText.escaped(name)))
    }
    if let name = mark.evidenceName, !name.isEmpty {
      badges.append(HTMLText.element("span", ["class": "mark"], HTMLText.escaped(name)))
    }
    func hidden(_ text: String) -> String { HTMLText.element("span", ["class": "hidden"], text) }
    return " "
      + HTMLText.element(
        "span", ["class": "marks"], hidden("(") + badges.joined(separator: hidden(",") + " ") + hidden(")"))
  }

  /// Set by the writer: how many colours there are for segments.
  var segments = 0

  private func segmentClass(_ segment: Int?) -> String {
    guard let segment, segments > 0 else { return "mark" }
    return "mark s\(segment % segments)"
  }

  private mutating func mark(_ place: Place, _ name: String, _ text: String) -> String {
    let count = marks[place, default: 0]
    marks[place] = count + 1
    let label = Template.fill(words.note, ["number": text])
    let link = HTMLText.element(
      "a",
      [
        "id": places.noteMarks[place]?[safe: count], "href": "#" + name, "role": "doc-noteref",
        "aria-label": label,
      ], HTMLText.escaped(text))
    return HTMLText.element("sup", link)
  }

  private func html(_ span: Inline) -> String {
    var html = span.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { HTMLText.escaped(String($0)) }.joined(separator: "<br/>")
    let tags: [(Inline.Style, String)] = [
      (.code, "code"), (.emphasis, "em"), (.strong, "strong"), (.struck, "s"), (.raised, "sup"),
    ]
    for (style, tag) in tags where span.style.contains(style) { html = HTMLText.element(tag, html) }
    return span.style.contains(.quiet) ? HTMLText.element("span", ["class": "quiet"], html) : html
  }
}
