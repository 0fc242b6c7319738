import Glibc

/// A file on its way to a path: written beside it and renamed at the end, so that whoever looks finds the old file or the
/// new one, never half of one. The new one may be read and written by whom the old one could. A class because it
/// owns an open file, which goes away when nobody finishes it.
package final class FileReplacement: @unchecked Sendable {
  private let path: String
  private let temporary: String
  /// -1 once it is closed.
  private var file: Int32
  /// Why bytes could not be written.
  package private(set) var failure: DiskError?

  package init(of path: String) throws(DiskError) {
    var template = Array((path + ".XXXXXX").utf8CString)
    file = mkstemp(&template)
    guard file >= 0 else { throw DiskError(.write, path) }
    self.path = path
    temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    guard file >= 0 else { return }
    close(file)
    unlink(temporary)
  }

  /// False when the disk does not take them, or did not take earlier ones.
  @discardableResult
  package func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if failure == nil { failure = Disk.write(UnsafeRawBufferPointer(bytes), to: file, path) }
    return failure == nil
  }

  /// Puts the file in its place.
  package func finish() throws(DiskError) {
    let mask = umask(0)
    umask(mask)
    var old = stat()
    fchmod(file, stat(path, &old) == 0 ? old.st_mode & 0o777 : 0o666 & ~mask)
    if close(file) != 0, failure == nil { failure = DiskError(.write, path) }
    file = -1
    if failure == nil, rename(temporary, path) != 0 { failure = DiskError(.write, path) }
    if let failure {
      unlink(temporary)
      throw failure
    }
  }
}
