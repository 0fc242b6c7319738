/// What a web page says that is not the report's: filled from the catalogue of the report's language.
package struct HTMLWords: Sendable {
  /// The link before everything else that leads past cover and contents to the text.
  package var skip: String
  /// The name of the table of contents, for those who jump from landmark to landmark.
  package var contents: String
  /// Before the sections that link to something, listed after it.
  package var mentionedIn: String
  /// The name of the footnotes at the end of a part.
  package var notes: String
  /// The name of a footnote's mark in the text, with `{number}`.
  package var note: String
  /// The name of the arrow that leads from a footnote to its mark.
  package var backToText: String
  /// The name of a table without a caption, which can be moved sideways where the window is narrow.
  package var table: String
  /// The name of a tick before a task.
  package var done: String
  /// The name of an empty box before a task.
  package var open: String

  package init(
    skip: String, contents: String, mentionedIn: String, notes: String, note: String, backToText: String,
    table: String, done: String, open: String
  ) {
    self.skip = skip
    self.contents = contents
    self.mentionedIn = mentionedIn
    self.notes = notes
    self.note = note
    self.backToText = backToText
    self.table = table
    self.done = done
    self.open = open
  }
}
