/// Looks at what pages are painted with, each thing once: fonts, pictures, states and groups.
struct ResourceWalk {
  /// What PDF/A needs of fonts beside what Cairo writes.
  let mendsForArchive: Bool
  private var seen: Set<Int> = []
  /// Things with transparency by their numbers, so that every page that uses one is named.
  private var transparent: [Int: Bool] = [:]

  init(mendsForArchive: Bool) { self.mendsForArchive = mendsForArchive }

  /// Mends the resources of a page or a group; whether anything in them is transparent.
  mutating func mend(_ resources: QPDFFile.Object, in file: borrowing QPDFFile) throws(PDFError) -> Bool {
    var isTransparent = false
    if let fonts = file.find(resources, "/Font") {
      for key in file.keys(fonts) {
        let font = file.get(fonts, key)
        guard seen.insert(file.number(font)).inserted else { continue }
        try FontMending.mend(font, forArchive: mendsForArchive, in: file)
      }
    }
    if let states = file.find(resources, "/ExtGState") {
      for key in file.keys(states) {
        let state = file.get(states, key)
        if Self.isTransparent(state: state, in: file) { isTransparent = true }
        if let mask = file.find(state, "/SMask"), let group = file.find(mask, "/G") {
          _ = try mend(object: group, in: file)
        }
      }
    }
    for kind in ["/XObject", "/Pattern"] {
      guard let objects = file.find(resources, kind) else { continue }
      for key in file.keys(objects) where try mend(object: file.get(objects, key), in: file) {
        isTransparent = true
      }
    }
    return isTransparent
  }

  private mutating func mend(
    object: QPDFFile.Object, in file: borrowing QPDFFile
  ) throws(PDFError) -> Bool {
    let number = file.number(object)
    if let known = transparent[number] { return known }
    guard file.isStream(object) else { return false }
    let dictionary = file.dictionary(object)
    // What it is made of may lead back to it.
    transparent[number] = false
    var isTransparent = false
    file.remove(dictionary, "/Interpolate")
    if let mask = file.find(dictionary, "/SMask") {
      isTransparent = true
      if file.isStream(mask) { file.remove(file.dictionary(mask), "/Interpolate") }
    }
    if file.has(dictionary, "/Group") { isTransparent = true }
    if let inner = file.find(dictionary, "/Resources"), try mend(inner, in: file) { isTransparent = true }
    transparent[number] = isTransparent
    return isTransparent
  }

  private static func isTransparent(state: QPDFFile.Object, in file: borrowing QPDFFile) -> Bool {
    for key in ["/ca", "/CA"] {
      if let share = file.find(state, key), file.value(share) < 1 { return true }
    }
    if let mask = file.find(state, "/SMask"), !file.isName(mask, "/None") { return true }
    if let mode = file.find(state, "/BM"), !file.isName(mode, "/Normal"), !file.isName(mode, "/Compatible") {
      return true
    }
    return false
  }
}
