/// A text as the key of a table: equal only byte for byte, because equal strings may differ in their bytes (è as one
/// character or two), and what is shaped or broken counts bytes.
package struct ByteText: Hashable, Sendable {
  package var string: String

  package init(_ string: String) {
    self.string = string
    self.string.makeContiguousUTF8()
  }

  package static func == (left: ByteText, right: ByteText) -> Bool {
    let (left, right) = (left.string.utf8, right.string.utf8)
    guard left.count == right.count else { return false }
    return left.withContiguousStorageIfAvailable { left in
      right.withContiguousStorageIfAvailable { right in left.elementsEqual(right) } ?? false
    } ?? left.elementsEqual(right)
  }

  package func hash(into hasher: inout Hasher) {
    _ = string.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
