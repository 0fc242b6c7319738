package import Diagnostics
import LocatedYAML
package import WorkbookModel

/// Which of its twelve elements a concept has (R5).
package struct Completeness: Sendable {
  package enum Element: String, Sendable, CaseIterable {
    case tagline, description, experience, benefits, emotions, value, resources, processes, structure, kpis,
      development, implementation
  }

  /// A longer one is filled, and warned of.
  package static let longestTagline = 90

  /// In the order of the sheet T9.
  package let filled: [Element]
  /// Where a word such as "TBD" stands for an element that is not there.
  package let placeholders: [Element: Span]

  package init(_ concept: Concept, _ blanks: Placeholders) {
    var filled: [Element] = []
    var placeholders: [Element: Span] = [:]
    for element in Element.allCases {
      if element == .kpis {
        // One with a measure and a target is enough.
        if concept.organisation.kpis.contains(where: {
          blanks.isFilled($0.measure) && blanks.isFilled($0.target)
        }) {
          filled.append(element)
        }
        continue
      }
      let texts = Self.texts(of: element, in: concept)
      if texts.contains(where: { blanks.isFilled($0) }) {
        filled.append(element)
      } else if let span = texts.first?.span {
        placeholders[element] = span
      }
    }
    self.filled = filled
    self.placeholders = placeholders
  }

  package static var total: Int { Element.allCases.count }

  package var missing: [Element] { Element.allCases.filter { !filled.contains($0) } }

  private static func texts(of element: Element, in concept: Concept) -> [Text] {
    func texts(_ notes: [Note]) -> [Text] { notes.map(\.text) }
    switch element {
    case .tagline: return [concept.tagline].compactMap { $0 }
    case .description: return texts(concept.description)
    case .experience: return texts(concept.experience)
    case .benefits: return texts(concept.benefits)
    case .emotions: return texts(concept.emotions)
    case .value: return texts(concept.value)
    case .resources: return texts(concept.organisation.resources)
    case .processes: return concept.organisation.processes.map(\.note.text)
    case .structure: return texts(concept.organisation.structure)
    case .kpis: return []
    case .development: return texts(concept.responsibilities.development)
    case .implementation: return texts(concept.responsibilities.implementation)
    }
  }
}
