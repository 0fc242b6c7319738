import LocatedYAML

/// What a YAML file is, by the keys that start its lines.
package enum FileKind: Sendable {
  case workbook, canvas

  /// A file that is neither, or cannot be read, counts as a workbook: reading it says what is wrong.
  package static func of(_ path: String) -> FileKind {
    let bytes = (try? Disk.read(path, atMost: YAMLDocument.Limits().bytes)) ?? []
    // Nearly all files say it in plain sight: most of the time of a whole reading is saved.
    if startsALine("canvaspress", in: bytes) { return .workbook }
    if startsALine("canvas", in: bytes) { return .canvas }
    guard let root = YAMLFile.read(path).root else { return .workbook }
    return root["canvas"] != nil && root["canvaspress"] == nil ? .canvas : .workbook
  }

  private static func startsALine(_ key: StaticString, in bytes: [UInt8]) -> Bool {
    let newline = UInt8(ascii: "\n")
    return bytes.withUnsafeBufferPointer { bytes in
      key.withUTF8Buffer { key in
        var start = 0
        while start < bytes.count {
          let rest = bytes[start...]
          if rest.starts(with: key), rest.dropFirst(key.count).first == UInt8(ascii: ":") { return true }
          start = (rest.firstIndex(of: newline) ?? bytes.count) + 1
        }
        return false
      }
    }
  }
}
