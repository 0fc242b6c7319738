import CZlib

/// Compression as PDF's `FlateDecode` takes it.
enum Deflate {
  /// Nothing when there is no memory for it.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var count = compressBound(uLong(bytes.count))
    var isDone = false
    let output = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, used in
      isDone = compress(buffer.baseAddress, &count, bytes, uLong(bytes.count)) == Z_OK
      used = isDone ? Int(count) : 0
    }
    return isDone ? output : nil
  }

  /// What was compressed; nothing when it is damaged.
  static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    // No byte of it stands for more than 1032.
    var capacity = min(bytes.count * 8 + 1024, bytes.count * 1032)
    while true {
      var count = uLong(capacity)
      var status = Z_DATA_ERROR
      let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, used in
        status = uncompress(buffer.baseAddress, &count, bytes, uLong(bytes.count))
        used = status == Z_OK ? Int(count) : 0
      }
      if status == Z_OK { return output }
      guard status == Z_BUF_ERROR, capacity < bytes.count * 1032 else { return nil }
      capacity = min(capacity * 2, bytes.count * 1032)
    }
  }
}
