package import Diagnostics

/// Pieces of a text to be replaced; every other byte stays as it is.
package struct TextPatch: Sendable {
  package struct Piece: Sendable {
    package var range: Range<Int>
    package var text: String
  }

  package let file: SourceFile
  /// In the order of places; several at one place in the order given.
  package private(set) var pieces: [Piece] = []

  package init(_ file: SourceFile) { self.file = file }

  /// Pieces may touch and not overlap; an empty range is a place to insert at.
  package mutating func replace(_ range: Range<Int>, with text: String) {
    let index =
      pieces.firstIndex {
        ($0.range.lowerBound, $0.range.upperBound) > (range.lowerBound, range.upperBound)
      } ?? pieces.endIndex
    precondition(
      index == 0 || pieces[index - 1].range.upperBound <= range.lowerBound, "two changes of one piece")
    precondition(
      index == pieces.endIndex || range.upperBound <= pieces[index].range.lowerBound,
      "two changes of one piece")
    pieces.insert(Piece(range: range, text: text), at: index)
  }

  /// The whole text with its pieces replaced.
  package var bytes: [UInt8] { bytes(in: 0..<file.bytes.count, with: pieces[...]) }

  /// A stretch of the text with some of its pieces replaced.
  func bytes(in range: Range<Int>, with pieces: ArraySlice<Piece>) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = range.lowerBound
    for piece in pieces {
      bytes += file.bytes[place..<piece.range.lowerBound]
      bytes += Array(piece.text.utf8)
      place = piece.range.upperBound
    }
    return bytes + file.bytes[place..<range.upperBound]
  }
}
