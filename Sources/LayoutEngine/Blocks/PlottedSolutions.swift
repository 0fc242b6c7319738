import Diagnostics
import LayoutModel
import LocatedYAML
import Rules
import WorkbookModel

/// The solutions of a workbook with their sums, and the letters that stand for them on sheets, in the file's order.
struct PlottedSolutions {
  struct Entry {
    var solution: Solution
    /// Nothing when a score is missing or out of range.
    var point: ParetoFront.Point?
    var letter: String
    var isOnFront = false
    /// It names an opportunity that there is.
    var isLinked: Bool
  }

  var entries: [Entry]

  /// `solutions` as a cell names them.
  init(_ solutions: DataView, _ workbook: Workbook) {
    let solutions = solutions.list.compactMap { view -> Solution? in
      if case .record(let record) = view { record as? Solution } else { nil }
    }
    entries = solutions.enumerated().map { number, solution in
      let opportunity = workbook.opportunities.first {
        $0.id?.text.string == solution.opportunity?.text.string
      }
      var entry = Entry(
        solution: solution, letter: Letters[number], isLinked: opportunity != nil)
      if let challenge = solution.challenge, let impact = opportunity?.impact {
        entry.point = ParetoFront.Point(challenge: challenge, impact: impact)
      }
      return entry
    }
    let placed = entries.indices.filter { entries[$0].point != nil }
    let front = ParetoFront.contains(placed.compactMap { entries[$0].point })
    for (number, index) in placed.enumerated() {
      entries[index].isOnFront = front[number]
    }
  }

  /// Solutions at one point share a mark.
  var marks: [(point: ParetoFront.Point, letters: [String])] {
    var marks: [(point: ParetoFront.Point, letters: [String])] = []
    for entry in entries {
      guard let point = entry.point else { continue }
      if let index = marks.firstIndex(where: { $0.point == point }) {
        marks[index].letters.append(entry.letter)
      } else {
        marks.append((point, [entry.letter]))
      }
    }
    return marks
  }

  var front: [ParetoFront.Point] {
    Set(entries.filter(\.isOnFront).compactMap(\.point)).sorted { $0.challenge < $1.challenge }
  }
}
