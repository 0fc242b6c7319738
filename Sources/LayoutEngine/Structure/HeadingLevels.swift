import PageModel

/// Gives headings levels of which none is skipped, whatever their authors left out: one level below the heading that
/// they stand under, so that neighbours stay on one level.
struct HeadingLevels {
  /// The last heading and those that it stands under: as its author counted, and as it is.
  private var open: [(level: Int, given: Int)] = []

  private static let kinds: [StructureTree.LeafKind] = [.heading1, .heading2, .heading3, .heading4]

  /// What the next heading is.
  mutating func kind(of level: Int) -> StructureTree.LeafKind {
    open = Array(open.prefix { $0.level < level })
    let given = min((open.last?.given ?? 0) + 1, Self.kinds.count)
    open.append((level, given))
    return Self.kinds[given - 1]
  }
}
