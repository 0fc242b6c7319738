package import Diagnostics
package import LocatedYAML

/// Names separated by dots that lead from a record to a value; with a dot in front, from the element of a repeated track.
package struct DataPath: Sendable {
  package var text: Text
  package var steps: [String]
  package var startsAtElement: Bool

  package init(_ text: Text) {
    self.text = text
    startsAtElement = text.string.hasPrefix(".")
    steps = text.string.split(separator: ".").map(String.init)
  }

  /// Follows the path in a workbook's data; `resolve` gives the record behind a reference.
  package func value(from start: DataView, resolve: (_ kind: String, _ id: String) -> DataView) -> DataView {
    steps.reduce(start) { view, step in
      switch view {
      case .reference(let kind, let id): resolve(kind, id.string).step(step)
      default: view.step(step)
      }
    }
  }
}
