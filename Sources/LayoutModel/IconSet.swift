package import Diagnostics
package import LocatedYAML
package import PageModel

/// Small drawings of one stroke weight on a grid of 24 units.
package struct IconSet: Sendable {
  package static let grid = 24.0
  /// Of the grid's units.
  package static let strokeWidth = 1.5

  private var icons: [String: [PathText]]

  package var names: [String] { icons.keys.sorted() }

  package static func read(_ document: YAMLDocument) -> (icons: IconSet, diagnostics: [Diagnostic]) {
    var reading = Reading()
    let file = document.root.flatMap { IconFile.read($0, &reading) } ?? IconFile()
    let icons = Dictionary(file.icons.entries.map { ($0.key.string, $0.value) }) { first, _ in first }
    return (IconSet(icons: icons), document.diagnostics + reading.diagnostics)
  }

  /// The faults of drawings that cannot be drawn; not looked for at each print.
  package var faults: [Diagnostic] { icons.values.flatMap { $0.compactMap(\.fault) } }

  /// The strokes of an icon at a place and size; nothing for an unknown name.
  package func paths(_ name: String, in frame: Rect) -> [Path] {
    (icons[name] ?? []).map { $0.path(in: frame) }
  }
}

private struct IconFile: Record {
  var icons = Keyed<[PathText]>()
  static let table = RecordTable<IconFile>("icons", [Field("icons", \.icons, required: true)])
}

/// `M 4 12 L 20 12`: absolute moves, lines, curves and ends. Kept as text: a sheet draws few of the icons.
private struct PathText: FieldValue {
  private enum Step {
    case move, line, curve, close
  }

  private let text: Text

  static var shape: Shape { .text }

  static func read(_ node: LocatedNode, _ reading: inout Reading) -> PathText? {
    Text.read(node, &reading).map { PathText(text: $0) }
  }

  var view: DataView { .nothing }

  /// A fault when it cannot be drawn.
  var fault: Diagnostic? {
    steps == nil ? Diagnostic(fault: "icons/path", at: text.span) : nil
  }

  func path(in frame: Rect) -> Path {
    let scale = frame.width / IconSet.grid
    func point(_ numbers: [Double], _ index: Int) -> Point {
      Point(frame.x + scale * numbers[index], frame.y + scale * numbers[index + 1])
    }
    var path = Path()
    for (step, numbers) in steps ?? [] {
      switch step {
      case .move: path.elements.append(.move(point(numbers, 0)))
      case .line: path.elements.append(.line(point(numbers, 0)))
      case .curve: path.elements.append(.curve(point(numbers, 0), point(numbers, 2), point(numbers, 4)))
      case .close: path.elements.append(.close)
      }
    }
    return path
  }

  /// Nothing when a command or number is not what it should be.
  private var steps: [(Step, [Double])]? {
    var steps: [(Step, [Double])] = []
    var words = text.string.split(separator: " ")[...]
    while let command = words.popFirst() {
      let (step, count): (Step, Int)
      switch command {
      case "M": (step, count) = (.move, 2)
      case "L": (step, count) = (.line, 2)
      case "C": (step, count) = (.curve, 6)
      case "Z": (step, count) = (.close, 0)
      default: return nil
      }
      let numbers = words.prefix(count).compactMap { Double($0) }
      guard numbers.count == count else { return nil }
      words = words.dropFirst(count)
      steps.append((step, numbers))
    }
    return steps.isEmpty ? nil : steps
  }
}
