/// A path that somebody chose for what is written: a folder, or a file, whose ending says what it holds.
struct OutputPath: Sendable {
  let path: String
  /// As it was written, without its dot; nothing for a folder.
  let ending: String?

  init(_ path: String) {
    self.path = path
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").dropFirst().last.map(String.init)
    let isFile = ending.map { path.hasSuffix("." + $0) } ?? false
    self.ending = isFile && Disk.entry(at: path) != .folder ? ending : nil
  }

  /// Without its ending.
  var stem: String { ending.map { String(path.dropLast($0.count + 1)) } ?? path }

  /// Neither a folder nor a file: nothing, or the standard output, which takes one file only.
  var isUnusable: Bool { path.isEmpty || path == "-" }
}
