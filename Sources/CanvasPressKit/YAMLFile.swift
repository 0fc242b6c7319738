import Diagnostics
package import LocatedYAML

/// A YAML file from disk. What is wrong with the file itself is a fault like any other.
package enum YAMLFile {
  package static func read(_ path: String) -> YAMLDocument {
    func unusable(_ code: String, _ arguments: [String: Diagnostic.Argument] = [:]) -> YAMLDocument {
      let arguments = arguments.merging(["file": .text(path)]) { first, _ in first }
      return .unreadable(path, Diagnostic(fault: code, at: nil, arguments))
    }
    if Disk.entry(at: path) == .folder { return unusable("file/folder") }
    do {
      let limits = YAMLDocument.Limits()
      let bytes = try Disk.read(path, atMost: limits.bytes)
      return YAMLDocument.parse(SourceFile(name: path, bytes: bytes), limits: limits)
    } catch {
      return error.isMissing
        ? unusable("file/missing") : unusable("file/unreadable", ["reason": .text(error.reason)])
    }
  }
}
