import LocatedYAML

/// What a YAML file is, by the keys that it starts with.
package enum FileKind: Sendable {
  case workbook, canvas

  /// A file that is neither, or cannot be read, counts as a workbook: reading it says what is wrong.
  package static func of(_ path: String) -> FileKind {
    guard let root = YAMLFile.read(path).root else { return .workbook }
    return root["canvas"] != nil && root["canvaspress"] == nil ? .canvas : .workbook
  }
}
