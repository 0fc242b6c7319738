extension Report {
  /// A title of the contents with the titles below it.
  struct Outline {
    var entry: Entry
    var entries: [Entry]
  }

  /// Two levels of the contents, without the part that holds them.
  var outline: [Outline] {
    let own = Set(parts.filter(\.isContents).map(\.place))
    var outline: [Outline] = []
    for entry in contents where !own.contains(entry.place) {
      if entry.level == 1 {
        outline.append(Outline(entry: entry, entries: []))
      } else if entry.level == 2, !outline.isEmpty {
        outline[outline.count - 1].entries.append(entry)
      }
    }
    return outline
  }
}

extension ReportPart {
  /// It holds the table of contents and nothing else.
  var isContents: Bool { passages.count == 1 && passages.allSatisfy(\.isContents) }
}

extension Passage {
  var isContents: Bool { if case .contents = self { true } else { false } }
}

extension Report.Entry {
  /// Number and words, without what may not stand in a link.
  func title(notes: [Place: Int]) -> Prose {
    Prose(number.map { $0 + " " } ?? "") + words.withoutLinks(notes: notes)
  }
}
