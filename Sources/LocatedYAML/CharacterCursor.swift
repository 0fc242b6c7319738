/// Turns libyaml's marks, which count characters, into byte offsets; cheap because marks mostly go forward.
struct CharacterCursor {
  let bytes: [UInt8]
  let start: Int
  private var character = 0
  private var byte: Int

  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    self.start = start
    byte = start
  }

  mutating func byte(of wanted: Int) -> Int {
    while character > wanted {
      byte -= 1
      while byte > start, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    leap(towards: wanted)
    while character < wanted, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    return byte
  }

  /// Eight bytes at a time, as long as they cannot hold more characters than are still to go.
  private mutating func leap(towards wanted: Int) {
    bytes.withUnsafeBytes { bytes in
      while wanted - character >= 8, byte + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: byte, as: UInt64.self)
        // The bytes that go on with a character begin with the bits 10.
        let further = word & ~(word << 1) & 0x8080_8080_8080_8080
        character += 8 - further.nonzeroBitCount
        byte += 8
        while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      }
    }
  }
}
