import Diagnostics

/// A file of text from disk, or the fault to say of it.
enum TextFile {
  case read(SourceFile)
  case unreadable(Diagnostic)

  static func read(_ path: String, atMost limit: Int) -> TextFile {
    func unreadable(_ code: String, _ arguments: [String: Diagnostic.Argument] = [:]) -> TextFile {
      let arguments = arguments.merging(["file": .text(path)]) { first, _ in first }
      return .unreadable(Diagnostic(fault: code, at: nil, arguments))
    }
    if Disk.entry(at: path) == .folder { return unreadable("file/folder") }
    do {
      return .read(SourceFile(name: path, bytes: try Disk.read(path, atMost: limit)))
    } catch {
      return error.isMissing
        ? unreadable("file/missing") : unreadable("file/unreadable", ["reason": .text(error.reason)])
    }
  }
}
