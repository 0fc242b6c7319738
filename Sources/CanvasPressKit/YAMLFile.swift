package import LocatedYAML

/// A YAML file from disk. What is wrong with the file itself is a fault like any other.
package enum YAMLFile {
  package static func read(_ path: String) -> YAMLDocument {
    let limits = YAMLDocument.Limits()
    switch TextFile.read(path, atMost: limits.bytes) {
    case .read(let file): return YAMLDocument.parse(file, limits: limits)
    case .unreadable(let fault): return .unreadable(path, fault)
    }
  }
}
