import Content
import Diagnostics
import Languages
import LocatedYAML
import PageModel
import WorkbookModel

/// What marks say, for those who cannot see them.
struct MarkWords: Sendable {
  private let catalogue: Catalogue
  /// Of the workbook's segments, in their order.
  private let segments: [String]

  init(_ workbook: Workbook, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    segments = workbook.segments.map { $0.name?.string ?? $0.id?.text.string ?? "" }
  }

  /// `segment A: Craft bakeries`
  func segment(_ index: Int) -> String {
    let name = segments.indices.contains(index) ? segments[index] : ""
    let key = name.isEmpty ? "alternative.segment" : "alternative.segmentNamed"
    return catalogue.phrase(key, ["letter": Letters[index], "name": name])
  }

  func evidence(_ evidence: Evidence) -> String { catalogue.phrase(evidence.phrase) }

  func box(isTicked: Bool) -> String {
    catalogue.phrase(isTicked ? "alternative.ticked" : "alternative.open")
  }

  /// Before the pages that speak of something.
  var mentions: String { catalogue.phrase("alternative.mentions") }

  /// What a statement of a report bears.
  func mark(_ mark: NoteMark) -> String {
    [mark.segment.map(segment), mark.evidence.map(evidence)].compactMap { $0 }.joined(separator: ", ")
  }

  /// What the mark before an item says, if it says anything.
  func label(_ marker: FlowItem.Marker) -> StructureTree.ItemLabel {
    var words: [String] = []
    var isTold = marker.segment != nil || marker.evidence != nil
    switch marker.sign {
    case .number(let number): words.append(String(number))
    case .letter(let letter): words.append(letter)
    case .segment(let index): (words, isTold) = ([segment(index)], true)
    case .blocker: (words, isTold) = ([catalogue.phrase(UtilityMarkKind.blocker.phrase)], true)
    case .utility(let kind): (words, isTold) = ([catalogue.phrase(kind.phrase)], true)
    case .bullet, nil: break
    }
    words += [marker.segment.map(segment), marker.evidence.map(evidence)].compactMap { $0 }
    return words.isEmpty ? .none : isTold ? .told(words.joined(separator: ", ")) : .painted
  }
}
