import Glibc

/// Why a file could not be read or written, with the system's reason.
package struct DiskError: Error, Sendable {
  package enum Attempt: Sendable { case read, write }

  package var attempt: Attempt
  package var path: String
  package var reason: String
  package var isMissing: Bool

  init(_ attempt: Attempt, _ path: String, code: Int32 = errno) {
    self.attempt = attempt
    self.path = path
    reason = String(cString: strerror(code))
    isMissing = code == ENOENT || code == ENOTDIR
  }
}

/// Files by the system's own calls: Foundation would cost more time at the start than a page takes to draw.
package enum Disk {
  package enum Entry: Sendable { case file, folder, nothing }

  package static func entry(at path: String) -> Entry {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// Whether it is a file that can be read again and again, and no pipe or device.
  package static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  package static func read(_ path: String, atMost limit: Int = 1 << 30) throws(DiskError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw DiskError(.read, path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw DiskError(.read, path) }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }

  /// Writes a whole file; what it replaces stays until the new one is complete.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
    let file = try FileReplacement(of: path)
    bytes.withUnsafeBufferPointer { _ = file.add($0) }
    try file.finish()
  }

  /// Writes a file that is not there yet; false when something of that name is.
  package static func create(_ path: String, with bytes: [UInt8]) throws(DiskError) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if file < 0, errno == EEXIST { return false }
    guard file >= 0 else { throw DiskError(.write, path) }
    var failure = bytes.withUnsafeBytes { write($0, to: file, path) }
    if close(file) != 0, failure == nil { failure = DiskError(.write, path) }
    if let failure {
      unlink(path)
      throw failure
    }
    return true
  }

  /// Writes all bytes; why it could not.
  static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, _ path: String) -> DiskError? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return DiskError(.write, path) }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String) throws(DiskError) {
    guard entry(at: path) != .folder else { return }
    let parent = folder(of: path)
    if parent != path, entry(at: parent) != .folder { try makeFolder(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && entry(at: path) == .folder else {
      throw DiskError(.write, path)
    }
  }

  /// The names in a folder, sorted; none when it cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The path without links and dots; nothing when nothing is there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path that one file names, as another file would: `img/a.png` beside `samples/b.yml` is `../samples/img/a.png` from
  /// `out/c.md`.
  static func relative(_ path: String, of file: String, from other: String) -> String {
    guard !path.hasPrefix("/"), let home = realPath(folder(of: file)),
      let start = realPath(folder(of: other)) ?? realPath(".").map({ join($0, folder(of: other)) })
    else { return path }
    let (from, to) = (start.split(separator: "/"), home.split(separator: "/"))
    let common = zip(from, to).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: from.count - common) + to.dropFirst(common).map(String.init)
    return (steps + [path]).joined(separator: "/")
  }

  /// The last part of a path without its ending.
  package static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  package static func join(_ folder: String, _ name: String) -> String {
    name.hasPrefix("/") || folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  package static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
