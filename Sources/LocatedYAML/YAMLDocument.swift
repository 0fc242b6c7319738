package import Diagnostics

/// A YAML file as read: what could be understood, and what could not.
package struct YAMLDocument: Sendable {
  /// What a file may ask of the reader before it is refused.
  package struct Limits: Sendable {
    package var bytes = 8 << 20
    /// Nodes with every alias expanded.
    package var nodes = 200_000
    package var depth = 48
    /// Syntax errors reported before giving up.
    package var syntaxErrors = 20

    package init() {}
  }

  package var file: SourceFile
  /// Nothing when the text has no content at all.
  package var root: LocatedNode?
  package var diagnostics: [Diagnostic]
  /// False when a syntax error hides part of the text: what seems missing may only be unread.
  package var isWhole: Bool

  /// A file that could not even be read as a text.
  package static func unreadable(_ path: String, _ fault: Diagnostic) -> YAMLDocument {
    YAMLDocument(file: SourceFile(name: path, bytes: []), root: nil, diagnostics: [fault], isWhole: false)
  }

  package static func parse(_ file: SourceFile, limits: Limits = Limits()) -> YAMLDocument {
    if let fault = unusable(file, limits) {
      return YAMLDocument(file: file, root: nil, diagnostics: [fault], isWhole: false)
    }
    var composer = Composer(file: file, limits: limits)
    composer.run()
    if composer.root == nil, composer.diagnostics.isEmpty {
      composer.diagnostics.append(Diagnostic(fault: "file/empty", at: Span(file, 0..<0)))
    }
    return YAMLDocument(
      file: file, root: composer.root, diagnostics: composer.diagnostics, isWhole: composer.isWhole)
  }

  /// The one thing to say about a file that is no YAML text at all.
  private static func unusable(_ file: SourceFile, _ limits: Limits) -> Diagnostic? {
    let bytes = file.bytes
    guard bytes.count <= limits.bytes else {
      return Diagnostic(
        fault: "file/too-large", at: nil,
        ["file": .text(file.name), "megabytes": .count(limits.bytes >> 20)])
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(fault: "file/utf16", at: nil, ["file": .text(file.name)], hint: "save-as-utf8")
    }
    if bytes.contains(0) {
      return Diagnostic(fault: "file/binary", at: nil, ["file": .text(file.name)])
    }
    if let offset = firstInvalidByte(bytes) {
      return Diagnostic(
        fault: "file/not-utf8", at: Span(file, offset..<offset + 1), ["file": .text(file.name)],
        hint: "save-as-utf8")
    }
    return nil
  }

  /// The offset of the first byte that is not UTF-8.
  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var low = 0  // bytes[..<low] is whole and valid
    var high = bytes.count
    while high - low > 8 {
      var middle = (low + high) / 2
      while middle > low, bytes[middle] & 0xC0 == 0x80 { middle -= 1 }
      if middle == low { break }
      if String(validating: bytes[low..<middle], as: UTF8.self) != nil { low = middle } else { high = middle }
    }
    for length in 1...max(1, high - low) {
      let piece = bytes[low..<min(low + length, bytes.count)]
      if String(validating: piece, as: UTF8.self) != nil { low += length; return firstBad(bytes, from: low) }
    }
    return low
  }

  private static func firstBad(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let width = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
      let end = min(index + width, bytes.count)
      if String(validating: bytes[index..<end], as: UTF8.self) == nil { return index }
      index = end
    }
    return start
  }
}
