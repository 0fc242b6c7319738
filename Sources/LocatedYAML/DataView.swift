package import Diagnostics

/// A value of a record, seen without its Swift type: what a layout's paths lead to.
package indirect enum DataView: Sendable {
  case nothing
  case text(Text)
  /// A phrase of the catalogues, such as the wording of an enumerated value.
  case phrase(String)
  case date(CalendarDate)
  case number(Double, Text)
  /// A value in the middle of a phrase that has a place for it.
  case labelled(phrase: String, DataView)
  case reference(kind: String, Text)
  case list([DataView])
  case record(any Record)

  package var isNothing: Bool {
    switch self {
    case .nothing: true
    case .list(let list): list.allSatisfy(\.isNothing)
    default: false
    }
  }

  package var list: [DataView] {
    switch self {
    case .nothing: []
    case .list(let list): list
    default: [self]
    }
  }

  /// One step of a path. References are the caller's to follow.
  package func step(_ name: String) -> DataView {
    if case .record(let record) = self { record.view(of: name) } else { .nothing }
  }
}
