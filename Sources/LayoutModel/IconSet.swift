package import Diagnostics
package import LocatedYAML
package import PageModel

/// Small drawings of one stroke weight on a grid of 24 units, each in a file of its own that is read when a page first shows
/// it. A class because it remembers them; one thread at a time may use it.
package final class IconSet: @unchecked Sendable {
  package static let grid = 24.0
  /// Of the grid's units.
  package static let strokeWidth = 1.5

  package let names: [String]
  /// Of the files read so far.
  package private(set) var diagnostics: [Diagnostic] = []
  private let document: (String) -> YAMLDocument
  private var icons: [String: [PathText]] = [:]

  /// `document` gives the file of an icon.
  package init(_ names: [String], document: @escaping (String) -> YAMLDocument) {
    self.names = names
    self.document = document
  }

  /// The faults of all files, and of drawings that cannot be drawn; not looked for at each print.
  package func faults() -> [Diagnostic] {
    let drawings = names.flatMap { icon($0).compactMap(\.fault) }
    return diagnostics + drawings
  }

  /// Reads some before a page shows them.
  package func read(_ names: [String]) { for name in names { _ = icon(name) } }

  /// The strokes of an icon at a place and size; nothing for an unknown name.
  package func paths(_ name: String, in frame: Rect) -> [Path] { icon(name).map { $0.path(in: frame) } }

  private func icon(_ name: String) -> [PathText] {
    if let known = icons[name] { return known }
    guard names.contains(name) else { return [] }
    let file = document(name)
    var reading = Reading()
    let paths = file.root.flatMap { IconFile.read($0, &reading) }?.paths ?? []
    diagnostics += file.diagnostics + reading.diagnostics
    icons[name] = paths
    return paths
  }
}

private struct IconFile: Record {
  var paths: [PathText] = []
  static let table = RecordTable<IconFile>("icon", [Field("paths", \.paths, required: true)])
}

/// `M 4 12 L 20 12`: absolute moves, lines, curves and ends. Kept as text: a sheet draws few of the icons.
private struct PathText: FieldValue {
  private let text: Text

  static var shape: Shape { .text }

  static func read(_ node: LocatedNode, _ reading: inout Reading) -> PathText? {
    Text.read(node, &reading).map { PathText(text: $0) }
  }

  var view: DataView { .nothing }

  /// A fault when it cannot be drawn.
  var fault: Diagnostic? {
    let elements = elements { Point(.pt($0), .pt($1)) }
    return elements == nil ? Diagnostic(fault: "icons/path", at: text.span) : nil
  }

  func path(in frame: Rect) -> Path {
    let scale = frame.width / IconSet.grid
    var path = Path()
    path.elements = elements { Point(frame.x + scale * $0, frame.y + scale * $1) } ?? []
    return path
  }

  /// Nothing when a command or number is not what it should be.
  private func elements(_ point: (Double, Double) -> Point) -> [Path.Element]? {
    // Bytes: hundreds of numbers a sheet, and splitting a string looks for whole characters.
    var words = Array(text.string.utf8).split(separator: UInt8(ascii: " "))[...]
    func next() -> Point? {
      guard let x = words.popFirst().flatMap(Self.number), let y = words.popFirst().flatMap(Self.number)
      else { return nil }
      return point(x, y)
    }
    var elements: [Path.Element] = []
    while let command = words.popFirst() {
      guard command.count == 1, let letter = command.first else { return nil }
      switch letter {
      case UInt8(ascii: "M"):
        guard let point = next() else { return nil }
        elements.append(.move(point))
      case UInt8(ascii: "L"):
        guard let point = next() else { return nil }
        elements.append(.line(point))
      case UInt8(ascii: "C"):
        guard let first = next(), let second = next(), let end = next() else { return nil }
        elements.append(.curve(first, second, end))
      case UInt8(ascii: "Z"): elements.append(.close)
      default: return nil
      }
    }
    return elements.isEmpty ? nil : elements
  }

  /// `-12.75`
  private static func number(_ word: ArraySlice<UInt8>) -> Double? {
    let isNegative = word.first == UInt8(ascii: "-")
    var digits = 0
    var value = 0
    var divisor: Double?
    for byte in word.dropFirst(isNegative ? 1 : 0) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        divisor = divisor.map { $0 * 10 }
      case UInt8(ascii: ".") where divisor == nil: divisor = 1
      default: return nil
      }
    }
    // More digits than any drawing needs, and all that a number holds exactly.
    guard (1...15).contains(digits) else { return nil }
    let number = Double(value) / (divisor ?? 1)
    return isNegative ? -number : number
  }
}
