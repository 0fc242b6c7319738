/// Where canvaspress keeps its data: the folders `layouts`, `fonts` and `samples`, which anyone can edit.
package struct Installation: Sendable {
  package var layouts: String
  package var fonts: String
  package var samples: String
  package var hyphenation: [String]

  /// Looks in `CANVASPRESS_HOME`, then above the program's own place, then in the current folder.
  package static func find() -> Installation? {
    var candidates: [String] = []
    if let home = Disk.environment("CANVASPRESS_HOME") { candidates.append(home) }
    if let program = Disk.realPath("/proc/self/exe") {
      var folder = Disk.folder(of: program)
      for _ in 0..<6 {
        candidates += [folder, Disk.join(folder, "share/canvaspress")]
        folder = Disk.folder(of: folder)
      }
    }
    candidates.append(".")
    return candidates.lazy.filter { Disk.entry(at: Disk.join($0, "layouts/languages")) == .folder }.first.map
    { at($0) }
  }

  package static func at(_ home: String) -> Installation {
    Installation(
      layouts: Disk.join(home, "layouts"), fonts: Disk.join(home, "fonts"),
      samples: Disk.join(home, "samples"),
      hyphenation: ["/usr/share/hyphen", "/usr/local/share/hyphen", "/opt/homebrew/share/hyphen"])
  }

  /// The places of files with hyphenation patterns, the likeliest first.
  func dictionaries(_ names: [String]) -> [String] {
    names.flatMap { name in hyphenation.map { Disk.join($0, name) } }
  }
}
