import Foundation

/// A file of the project's own, by its path from the root.
enum RepositoryFile {
  static func text(_ path: String) throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOfFile: tests.deletingLastPathComponent().path + "/" + path, encoding: .utf8)
  }
}
