import Diagnostics
import LocatedYAML

/// A YAML value without places, to be changed and written again.
indirect enum Tree {
  case nothing
  /// A scalar without quotes, which editors may take for a number.
  case plain(String)
  case quoted(String)
  case list([Tree])
  case map([(key: String, value: Tree)])

  init(_ node: LocatedNode) {
    switch node.content {
    case .nothing: self = .nothing
    case .scalar(let string): self = node.style == .plain ? .plain(string) : .quoted(string)
    case .sequence(let elements): self = .list(elements.map(Tree.init))
    case .mapping(let entries): self = .map(entries.map { ($0.key.string ?? "", Tree($0.value)) })
    }
  }

  init?(yaml: String) {
    guard let root = YAMLDocument.parse(SourceFile(name: "w.yml", bytes: Array(yaml.utf8))).root else {
      return nil
    }
    self.init(root)
  }

  /// Between brackets and braces, with a line for each element.
  var yaml: String {
    switch self {
    case .nothing: "~"
    case .plain(let text): canStandPlain(text) ? text : quote(text)
    case .quoted(let text): quote(text)
    case .list(let elements): "[" + elements.map(\.yaml).joined(separator: ",\n ") + "]"
    case .map(let entries):
      "{ " + entries.map { "\(quote($0.key)): \($0.value.yaml)" }.joined(separator: ",\n ") + " }"
    }
  }

  /// ASCII that means nothing to YAML; all that editors take for something else than a text is of that kind.
  private func canStandPlain(_ text: String) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    guard let first = text.utf8.first, isWord(first) || "+.-".utf8.contains(first), !text.hasPrefix("- "),
      text != "-", text.last != " "
    else { return false }
    return text.utf8.allSatisfy { isWord($0) || " %+.-".utf8.contains($0) }
  }

  private func quote(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case _ where scalar.value < 32:
          "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: String(scalar)
        }
      }.joined() + "\""
  }

  var children: [Tree] {
    switch self {
    case .list(let elements): elements
    case .map(let entries): entries.map(\.value)
    default: []
    }
  }

  /// Changes what a path of positions leads to.
  func changing(_ path: ArraySlice<Int>, _ change: (Tree) -> Tree) -> Tree {
    guard let index = path.first else { return change(self) }
    switch self {
    case .list(var elements):
      elements[index] = elements[index].changing(path.dropFirst(), change)
      return .list(elements)
    case .map(var entries):
      entries[index].value = entries[index].value.changing(path.dropFirst(), change)
      return .map(entries)
    default: return self
    }
  }
}
