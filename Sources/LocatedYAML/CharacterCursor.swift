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
    while character < wanted, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    return byte
  }
}
