/// Lines for a terminal that are neither wrapped nor coloured yet.
package struct Outline: Sendable {
  package enum Tone: Sendable, CaseIterable { case plain, quiet, strong, warning }

  package struct Part: Sendable {
    package var words: String
    package var tone: Tone

    package init(_ words: String, _ tone: Tone = .plain) {
      self.words = words
      self.tone = tone
    }
  }

  package struct Line: Sendable {
    /// Before the line, such as a branch of a tree, and before those that it is wrapped to.
    package var lead = ""
    package var hang = ""
    /// Before the text; wrapped lines start under the text.
    package var label: [Part] = []
    package var text: [Part]

    package init(lead: String = "", hang: String = "", label: [Part] = [], text: [Part]) {
      self.lead = lead
      self.hang = hang
      self.label = label
      self.text = text
    }
  }

  package var lines: [Line] = []

  package init() {}

  package mutating func add(_ line: Line) { lines.append(line) }

  package mutating func addHeading(_ words: String) {
    addGap()
    add(Line(text: [Part(words, .strong)]))
  }

  /// An empty line, unless it would be the first.
  package mutating func addGap() {
    if !lines.isEmpty { add(Line(text: [])) }
  }
}
