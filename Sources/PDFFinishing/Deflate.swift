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

  /// No byte of what is compressed stands for more.
  static let mostGrowth = 1032

  /// What became of something compressed.
  enum Inflated: Equatable {
    case whole([UInt8])
    case damaged
    /// It would be larger than the most that was asked for.
    case tooLarge
  }

  /// What was compressed; nothing when it is damaged.
  static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    if case .whole(let bytes) = inflated(bytes, atMost: .max) { bytes } else { nil }
  }

  /// The same, without taking more memory than for so many bytes.
  static func inflated(_ bytes: [UInt8], atMost limit: Int) -> Inflated {
    let most = min(bytes.count * mostGrowth, limit)
    var capacity = min(bytes.count * 8 + 1024, most)
    while true {
      var count = uLong(capacity)
      var status = Z_DATA_ERROR
      let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, used in
        status = uncompress(buffer.baseAddress, &count, bytes, uLong(bytes.count))
        used = status == Z_OK ? Int(count) : 0
      }
      if status == Z_OK { return .whole(output) }
      guard status == Z_BUF_ERROR else { return .damaged }
      guard capacity < most else { return capacity == limit ? .tooLarge : .damaged }
      capacity = min(capacity * 2, most)
    }
  }
}
