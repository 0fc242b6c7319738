import Diagnostics

/// Writes a report as one web page that needs nothing outside itself and runs no script.
package struct HTMLWriter {
  /// `pictures` has `data:` addresses by the paths that the workbook writes, `drawings` an `<svg>` with a
  /// name of its own for the place of each figure that is drawn. What has neither is said in words.
  package static func write(
    _ report: Report, pictures: [String: String] = [:], drawings: [Place: String] = [:], words: HTMLWords,
    look: HTMLLook
  ) -> String {
    var writer = HTMLWriter(report, pictures, drawings, words, look)
    return writer.page
  }

  private let report: Report
  private let places: ReportPlaces
  private let words: HTMLWords
  private let look: HTMLLook
  private var passages: HTMLPassages

  /// The name of the text's beginning, where the first link of the page leads.
  private static let start = "text"

  private init(
    _ report: Report, _ pictures: [String: String], _ drawings: [Place: String], _ words: HTMLWords,
    _ look: HTMLLook
  ) {
    self.report = report
    self.words = words
    self.look = look
    places = ReportPlaces(report, taken: [Self.start])
    passages = HTMLPassages(
      report, places, pictures: pictures, drawings: drawings, words: words, segments: look.segments.count)
    passages.title = report.coverTitle
  }

  private var page: String {
    mutating get {
      let attributes: KeyValuePairs<String, String?> = [
        "lang": report.language, "dir": HTMLText.direction(report.language),
      ]
      return "<!DOCTYPE html>\n" + HTMLText.block("html", attributes, [head, body]) + "\n"
    }
  }

  /// Nothing may be fetched or run, whatever the workbook says.
  private static let policy =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  private var head: String {
    func meta(_ name: String, _ content: String) -> String {
      content.isEmpty ? "" : HTMLText.void("meta", ["name": name, "content": content])
    }
    return HTMLText.block(
      "head",
      [
        HTMLText.void("meta", ["charset": "utf-8"]),
        HTMLText.void("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy]),
        HTMLText.element("title", HTMLText.escaped(report.title)),
        meta("viewport", "width=device-width, initial-scale=1"), meta("description", report.subject),
        meta("author", report.author), meta("date", report.date), meta("color-scheme", "light"),
        HTMLText.block("style", [look.styles, HTMLStyle.sheet]),
      ])
  }

  private var body: String {
    mutating get {
      var parts = report.parts[...]
      let cover = parts.first?.matter == .cover ? parts.removeFirst() : nil
      let contents = parts.first(where: \.isContents)
      let blocks = [
        HTMLText.element("a", ["class": "skip", "href": "#" + Self.start], HTMLText.escaped(words.skip)),
        header(cover), contents.map { navigation($0) } ?? "",
        HTMLText.element(
          "main", ["id": Self.start, "tabindex": "-1"],
          "\n"
            + parts.filter { !$0.isContents || $0.place != contents?.place }.map { section($0) }
            .joined(separator: "\n") + "\n"),
        HTMLText.block("footer", [line(report.runningHead), line(report.runningFoot)]),
      ]
      return HTMLText.block("body", blocks)
    }
  }

  private func line(_ text: String) -> String {
    text.isEmpty ? "" : HTMLText.element("p", HTMLText.escaped(text))
  }

  private mutating func header(_ cover: ReportPart?) -> String {
    let name = passages.name(cover?.place)
    var blocks = passages.html(cover?.passages ?? [])
    blocks.insert(passages.heading(), at: 0)
    return HTMLText.block("header", ["id": name], blocks + [notes(cover)])
  }

  /// The part that holds only the contents stands beside the text.
  private mutating func navigation(_ part: ReportPart) -> String {
    let name = passages.name(part.place)
    let title = part.title.map { HTMLText.element("h2", passages.prose.html($0)) } ?? ""
    return HTMLText.block(
      "nav", ["class": "contents beside", "id": name, "aria-label": words.contents],
      [title, passages.contents])
  }

  private mutating func section(_ part: ReportPart) -> String {
    passages.level = 1
    guard let title = part.title else {
      let name = passages.name(part.place)
      return HTMLText.block("div", ["id": name], passages.html(part.passages) + [notes(part)])
    }
    let heading = passages.heading(part.number, title, part.place, level: 2)
    let blocks = heading + passages.html(part.passages) + [notes(part)]
    return HTMLText.block(
      "section", ["class": part.matter.rawValue, "aria-labelledby": places.names[part.place]], blocks)
  }

  private mutating func notes(_ part: ReportPart?) -> String {
    guard let part, !part.footnotes.isEmpty else { return "" }
    let items = part.footnotes.enumerated().map { index, note in
      let place = Place.footnote(part.name, index + 1)
      let name = passages.name(place)
      let marks = places.noteMarks[place] ?? []
      let arrows = marks.map { mark in
        HTMLText.element(
          "a", ["href": "#" + mark, "role": "doc-backlink", "aria-label": words.backToText], "↩\u{FE0E}")
      }
      return HTMLText.element(
        "li", ["id": name], ([passages.plain(note)] + arrows).joined(separator: " "))
    }
    return HTMLText.block(
      "section", ["class": "notes", "role": "doc-endnotes", "aria-label": words.notes],
      [HTMLText.block("ol", items)])
  }
}
