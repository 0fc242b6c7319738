import Diagnostics

/// Finds keys that a mapping has already. Most mappings are short, and looking through them costs less than a table.
struct KnownKeys {
  private static let few = 8
  private var spans: [String: Span] = [:]

  /// Where a key stands among entries that only grow from one question to the next.
  mutating func span(of key: String, in entries: [LocatedNode.Entry]) -> Span? {
    guard entries.count > Self.few else { return entries.first { $0.key.string == key }?.key.span }
    for entry in entries[spans.count...] { spans[entry.key.string ?? ""] = entry.key.span }
    return spans[key]
  }
}
