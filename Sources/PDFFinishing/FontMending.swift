/// Adds to fonts what PDF/A asks for and Cairo leaves out.
enum FontMending {
  static func mend(
    _ font: QPDFFile.Object, forArchive: Bool, in file: borrowing QPDFFile
  ) throws(PDFError) {
    if let descendants = file.find(font, "/DescendantFonts"), let own = file.items(descendants).first {
      if file.isName(file.get(own, "/Subtype"), "/CIDFontType2"), !file.has(own, "/CIDToGIDMap") {
        file.set(own, "/CIDToGIDMap", "/Identity")
      }
      if forArchive { try addCIDSet(own, in: file) }
    } else if forArchive, file.isName(file.get(font, "/Subtype"), "/Type1") {
      try addCharSet(font, in: file)
    }
  }

  /// PDF/A-1 wants to know which glyphs a subset has, one bit each.
  private static func addCIDSet(_ font: QPDFFile.Object, in file: borrowing QPDFFile) throws(PDFError) {
    guard let descriptor = file.find(font, "/FontDescriptor"), !file.has(descriptor, "/CIDSet") else {
      return
    }
    var count =
      file.find(font, "/W").map { widths in
        file.items(widths).dropFirst().first.map { file.items($0).count } ?? 0
      } ?? 0
    if let program = file.find(descriptor, "/FontFile2") {
      count = max(count, TrueTypeTables.glyphCount(of: try file.data(program)) ?? 0)
    }
    var bits = [UInt8](repeating: 0, count: (count + 7) / 8)
    for glyph in 0..<count { bits[glyph / 8] |= 0x80 >> UInt8(glyph % 8) }
    file.set(descriptor, "/CIDSet", .reference(file.addStream(bits)))
  }

  /// And of the older fonts the names of their letters, which stand in the font program's own list.
  private static func addCharSet(_ font: QPDFFile.Object, in file: borrowing QPDFFile) throws(PDFError) {
    guard let descriptor = file.find(font, "/FontDescriptor"), !file.has(descriptor, "/CharSet"),
      let encoding = file.find(font, "/Encoding"), let differences = file.find(encoding, "/Differences")
    else { return }
    let names = file.items(differences).compactMap { file.name($0) }
    file.set(descriptor, "/CharSet", "\(PDFSyntax.bytes(names.joined()))")
  }
}

/// As much of a TrueType font program as is asked here.
enum TrueTypeTables {
  /// What its `maxp` table says; nothing where there is none.
  static func glyphCount(of program: [UInt8]) -> Int? {
    func number(_ place: Int, _ bytes: Int) -> Int? {
      guard place >= 0, place + bytes <= program.count else { return nil }
      return program[place..<place + bytes].reduce(0) { $0 << 8 | Int($1) }
    }
    guard let tables = number(4, 2) else { return nil }
    for table in 0..<tables {
      let entry = 12 + table * 16
      guard let name = number(entry, 4), let offset = number(entry + 8, 4) else { return nil }
      if name == 0x6D61_7870 { return number(offset + 4, 2) }
    }
    return nil
  }
}
