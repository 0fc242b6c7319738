import Diagnostics
package import LocatedYAML
package import PageModel

/// A length in a layout: millimetres, or units of the page's grid (u = the short side / 148).
package enum LayoutLength: Hashable, Sendable {
  case millimetres(Double)
  case units(Double)

  package func length(unit: Length) -> Length {
    switch self {
    case .millimetres(let value): .mm(value)
    case .units(let value): unit * value
    }
  }
}

extension LayoutLength: FieldValue {
  package static var shape: Shape { .text }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> LayoutLength? {
    guard let text = Text.read(node, &reading) else { return nil }
    if let length = parse(text.string[...]) { return length }
    reading.report(
      Diagnostic(fault: "layout/length", at: text.span, ["word": .text(text.string)], hint: "length-form"))
    return nil
  }

  package var view: DataView { .nothing }

  static func parse(_ string: Substring) -> LayoutLength? {
    if string.hasSuffix("mm") { return number(string.dropLast(2)).map { .millimetres($0) } }
    if string.hasSuffix("u") { return number(string.dropLast()).map { .units($0) } }
    return nil
  }

  static func number(_ string: Substring) -> Double? {
    guard !string.isEmpty, string.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") })
    else {
      return nil
    }
    // No sheet is larger than five metres.
    return Double(string).flatMap { $0 <= 5000 ? $0 : nil }
  }
}

/// How wide a column or how high a row is.
package struct Track: Sendable {
  package enum Extent: Hashable, Sendable {
    case fixed(LayoutLength)
    /// A share of what fixed and measured tracks leave.
    case share(Double)
    /// As much as its cells need.
    case auto
  }

  package var extent: Extent
  /// One such track for each element of this list.
  package var per: DataPath?
}

/// What a file says of one or several tracks: `12mm`, `1.5fr`, `auto`, `10 x 1fr`, `1fr per stages`.
package struct TrackText: FieldValue {
  package var tracks: [Track]

  package static var shape: Shape { .text }
  package static var mayStandAlone: Bool { true }

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> TrackText? {
    guard let text = Text.read(node, &reading) else { return nil }
    if let tracks = parse(text) { return TrackText(tracks: tracks) }
    reading.report(
      Diagnostic(fault: "layout/track", at: text.span, ["word": .text(text.string)], hint: "track-form"))
    // Some track, so that the rest of the grid is still checked.
    return TrackText(tracks: [Track(extent: .auto)])
  }

  package var view: DataView { .nothing }

  private static func parse(_ text: Text) -> [Track]? {
    let words = text.string.split(separator: " ")
    switch words.count {
    case 1: return extent(words[0]).map { [Track(extent: $0)] }
    case 3 where words[1] == "x":
      guard let count = Int(words[0]), (1...200).contains(count), let extent = extent(words[2]) else {
        return nil
      }
      return Array(repeating: Track(extent: extent), count: count)
    case 3 where words[1] == "per":
      guard let extent = extent(words[0]) else { return nil }
      return [Track(extent: extent, per: DataPath(Text(String(words[2]), at: text.span)))]
    default: return nil
    }
  }

  private static func extent(_ word: Substring) -> Track.Extent? {
    if word == "auto" { return .auto }
    if word.hasSuffix("fr") {
      guard let share = LayoutLength.number(word.dropLast(2)), share > 0 else { return nil }
      return .share(share)
    }
    return LayoutLength.parse(word).map { .fixed($0) }
  }
}
