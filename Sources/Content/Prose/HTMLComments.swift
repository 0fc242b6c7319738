/// Comments of HTML are the author's notes to himself.
enum HTMLComments {
  /// Without whole comments; one that does not end stays.
  static func removed(from html: String) -> String {
    let bytes = Array(html.utf8)
    let opening = Array("<!--".utf8)
    let closing = Array("-->".utf8)
    var kept: [UInt8] = []
    var index = 0
    // Once nothing closes, nothing later does.
    var mayClose = true
    while index < bytes.count {
      if mayClose, bytes[index...].starts(with: opening) {
        var end = index + opening.count
        while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
        mayClose = end < bytes.count
        if mayClose {
          index = end + closing.count
          continue
        }
      }
      kept.append(bytes[index])
      index += 1
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
