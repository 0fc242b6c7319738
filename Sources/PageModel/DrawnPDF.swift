/// A PDF as it was drawn, before it is finished.
package struct DrawnPDF: Sendable {
  package var bytes: [UInt8]
  /// Page by page, what its tagged stretches are, in their order; empty where nothing was tagged.
  package var marks: [[ContentMark]]

  package init(bytes: [UInt8], marks: [[ContentMark]]) {
    self.bytes = bytes
    self.marks = marks
  }
}
