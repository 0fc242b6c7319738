import Content
import Diagnostics

/// Passages in a few characters a line, for comparing.
enum ProseDump {
  static func text(_ passages: [Passage], indent: String = "") -> [String] {
    passages.flatMap { lines($0).map { indent + $0 } }
  }

  private static func lines(_ passage: Passage) -> [String] {
    switch passage {
    case .heading(let heading): ["h\(heading.level) \(text(heading.words)) @\(heading.place.name)"]
    case .paragraph(let paragraph): ["p \(text(paragraph.words))"]
    case .list(let list):
      ["\(list.start.map { "list from \($0)" } ?? "list")\(list.isTight ? "" : ", loose")"]
        + list.items.flatMap { item in
          ["- \(item.isDone.map { $0 ? "done" : "open" } ?? "")"] + text(item.passages, indent: "  ")
        }
    case .table(let table):
      ["table " + table.columns.map { "\(text($0.title)):\($0.alignment)" }.joined(separator: " | ")]
        + table.rows.map { row in
          "row " + row.cells.map { $0.paragraphs.map(text).joined(separator: "/") }.joined(separator: " | ")
        }
    case .figure(let figure):
      ["figure \(figure.drawing) '\(figure.alternative)' \(text(figure.caption))"]
    case .quote(let passages): ["quote"] + text(passages, indent: "  ")
    case .code(let code): ["code \(code.string.debugDescription)"]
    case .pause: ["pause"]
    case .facts, .cover, .contents, .canvases: ["?"]
    }
  }

  /// `{*_: words -> where}` for what is not plain.
  static func text(_ prose: Prose) -> String {
    prose.spans.map { span in
      var marks = ""
      for (style, mark) in [
        (Inline.Style.strong, "*"), (.emphasis, "_"), (.code, "`"), (.struck, "~"), (.raised, "^"),
      ] where span.style.contains(style) { marks += mark }
      let words = span.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
      let leads =
        switch span.link {
        case .place(let place)?: " -> \(place.name)"
        case .web(let address)?: " => \(address)"
        case nil: ""
        }
      return marks.isEmpty && leads.isEmpty ? words : "{\(marks):\(words)\(leads)}"
    }.joined()
  }

  /// Every word that a reader sees.
  static func words(_ passages: [Passage]) -> String {
    passages.map { passage in
      switch passage {
      case .heading(let heading): heading.words.text
      case .paragraph(let paragraph): paragraph.words.text
      case .list(let list): list.items.map { words($0.passages) }.joined(separator: "\n")
      case .table(let table):
        (table.columns.map(\.title.text)
          + table.rows.flatMap { $0.cells.flatMap { $0.paragraphs.map(\.text) } }).joined(separator: "\n")
      case .figure(let figure): figure.alternative + "\n" + figure.caption.text
      case .quote(let passages): words(passages)
      case .code(let code): code.string
      case .facts, .pause, .cover, .contents, .canvases: ""
      }
    }.joined(separator: "\n")
  }

  static func read(_ text: String, firstFootnote: Int = 1) -> ReadProse {
    ProseReader { id in
      ["o1": (.item("opportunity", "o1"), "Fewer stops"), "m 2": (.item("metric", "m 2"), "Hours")][id]
    }.read(Text(text), part: "intro", firstFootnote: firstFootnote)
  }

  static func of(_ text: String) -> String { self.text(read(text).passages).joined(separator: "\n") }
}
