/// Which of its three looks a canvas is printed in.
package enum SheetState: String, Sendable, CaseIterable {
  /// Rules and titles, and room to write.
  case blank
  /// Blank, with guiding questions.
  case prompts
  /// From a workbook.
  case filled
}
