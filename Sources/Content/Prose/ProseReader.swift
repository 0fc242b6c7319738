package import Diagnostics

/// Reads an author's CommonMark into passages.
package struct ProseReader {
  private let names: (String) -> (place: Place, title: String)?

  /// `names`: what an id of the workbook is called and where it stands in the report; nothing for words that
  /// are no id.
  package init(names: @escaping (String) -> (place: Place, title: String)?) { self.names = names }

  /// Reads one text; nothing that a reader would see is left out, and nothing is fetched.
  ///
  /// `part` makes places of headings and footnotes unique: heading places are `prose/<part>/<number>`,
  /// counted from `firstHeading`, and footnotes are counted from `firstFootnote`: a second text of a part goes
  /// on where the first one ended.
  package func read(
    _ text: Text, part: String, firstHeading: Int = 1, firstFootnote: Int = 1
  ) -> ReadProse {
    guard !text.string.isEmpty else { return ReadProse(lastHeading: firstHeading - 1) }
    func walk(_ source: ProseSource, _ root: MarkupNode) -> ReadProse {
      var walk = ProseWalk(
        source, part: part, firstHeading: firstHeading, firstFootnote: firstFootnote, origin: text.span,
        names: names)
      return walk.read(root)
    }
    var source = ProseSource(text.string, names: names)
    let read = Markup.withTree(of: source) { root -> ReadProse? in
      // cmark drops the cells of a row that its head has no column for.
      let surplus = source.surplusBars(in: root)
      source.escape(at: surplus)
      return surplus.isEmpty ? walk(source, root) : nil
    }
    return read ?? Markup.withTree(of: source) { walk(source, $0) }
  }
}

/// What a text of the author's says.
package struct ReadProse: Sendable {
  package var passages: [Passage]
  /// In the order of their numbers.
  package var footnotes: [[Passage]]
  /// Paths of its pictures as figures name them, each with the text's place; one for each time it is shown.
  package var pictures: [Text]
  /// Ids that links lead to and nothing has; their words stand without them.
  package var unknown: [String] = []
  /// The number of its last heading.
  package var lastHeading: Int

  package init(
    passages: [Passage] = [], footnotes: [[Passage]] = [], pictures: [Text] = [], lastHeading: Int = 0
  ) {
    self.passages = passages
    self.footnotes = footnotes
    self.pictures = pictures
    self.lastHeading = lastHeading
  }
}
