import Diagnostics
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// The solutions of a workbook with their places in the ranking, and the letters that stand for them on sheets, in the
/// file's order.
struct PlottedSolutions {
  struct Entry {
    var solution: Solution
    /// Nothing when a score is missing or out of range.
    var place: Ranking.Place?
    var letter: String
    /// It names an opportunity that there is.
    var isLinked: Bool
  }

  var entries: [Entry]

  /// `solutions` as a cell names them.
  init(_ solutions: DataView, _ facts: WorkbookFacts) {
    entries = solutions.list.enumerated().compactMap { number, view in
      guard case .record(let record) = view, let solution = record as? Solution else { return nil }
      return Entry(
        solution: solution, place: facts.place(of: solution), letter: Letters[number],
        isLinked: solution.opportunity.flatMap { facts.opportunity($0.text.string) } != nil)
    }
  }

  /// Best first, then those without a place.
  var byRank: [Entry] {
    let placed = entries.filter { $0.place != nil }
    return placed.enumerated().sorted {
      ($0.element.place?.rank ?? 0, $0.offset) < ($1.element.place?.rank ?? 0, $1.offset)
    }.map(\.element) + entries.filter { $0.place == nil }
  }

  /// Solutions at one point share a mark.
  var marks: [(point: ParetoFront.Point, letters: [String])] {
    var marks: [(point: ParetoFront.Point, letters: [String])] = []
    for entry in entries {
      guard let point = entry.place?.point else { continue }
      if let index = marks.firstIndex(where: { $0.point == point }) {
        marks[index].letters.append(entry.letter)
      } else {
        marks.append((point, [entry.letter]))
      }
    }
    return marks
  }

  var front: [ParetoFront.Point] {
    Set(entries.compactMap(\.place).filter(\.isOnFront).map(\.point)).sorted { $0.challenge < $1.challenge }
  }
}
