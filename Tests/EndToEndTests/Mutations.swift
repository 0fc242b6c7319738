import LocatedYAML
import Seeded
import WorkbookModel

/// A value of a workbook, where it stands and what its table says it may be.
struct Place {
  var path: [Int]
  var shape: Shape
  var isRequired: Bool
  var tree: Tree

  /// All places of a tree.
  static func all(in tree: Tree, _ shape: Shape, path: [Int] = [], isRequired: Bool = true) -> [Place] {
    var places = [Place(path: path, shape: shape, isRequired: isRequired, tree: tree)]
    switch (shape, tree) {
    case (.record(let record), .map(let entries)):
      for (index, entry) in entries.enumerated() {
        guard let field = record.field(named: entry.key) else { continue }
        places += all(
          in: entry.value, field.shape(), path: path + [index], isRequired: field.isRequired)
      }
    case (.list(let element, _), .list(let elements)):
      for (index, tree) in elements.enumerated() {
        places += all(in: tree, element, path: path + [index], isRequired: false)
      }
    case (.list(let element, loneAllowed: true), _):
      places += all(in: tree, element, path: path, isRequired: isRequired)
    case (.either(let shapes), .list):
      for case .list in shapes { places += shapes.flatMap { all(in: tree, $0, path: path).dropFirst() } }
    default: break
    }
    return places
  }
}

/// Ways to change one value of a workbook, for better or for worse.
enum Mutation: CaseIterable {
  case unknownKey, misspeltKey, removedKey, emptiedKey, emptiedList, emptiedStages, listForScalar,
    mapForScalar
  case scalarForList, mapForList, scalarForMap, listForMap, numberOutOfRange, moodOfThree, numberInDigits
  case textForNumber, unknownWord, wordOfOnesOwn, day, percentage, amount, truth, scalarForText
  case controlCharacter, textAlone, elementAlone, emptyElement

  /// What it makes of a value; nothing where it does not apply.
  func change(_ place: Place, _ random: inout Seeded) -> Tree? {
    switch (place.shape, place.tree) {
    case (.record(let record), .map(let entries)): changeRecord(record, entries, &random)
    case (.record, .nothing): nil
    case (.list, .list(let elements)): changeList(place, elements, &random)
    case (.record, _), (.list, _), (.either, _), (.keyed, _), (.kept, _): nil
    case (let shape, let tree): changeScalar(shape, tree, place.isRequired, &random)
    }
  }

  private func changeRecord(
    _ record: RecordDescription, _ entries: [(key: String, value: Tree)], _ random: inout Seeded
  ) -> Tree? {
    func replace(_ name: String?, _ value: Tree?) -> Tree? {
      guard let index = entries.firstIndex(where: { $0.key == name }) else { return nil }
      var entries = entries
      if let value { entries[index].value = value } else { entries.remove(at: index) }
      return .map(entries)
    }
    let required = record.fields.filter { field in
      field.isRequired && entries.contains { $0.key == field.name }
    }
    switch self {
    case .unknownKey:
      return .map(entries + [("colour", [.plain("red"), .nothing].randomElement(using: &random)!)])
    case .misspeltKey:
      guard let index = entries.indices.randomElement(using: &random) else { return nil }
      var entries = entries
      entries[index].key =
        [entries[index].key + "z", "z" + entries[index].key.dropFirst()].randomElement(using: &random)!
      return .map(entries)
    case .removedKey: return replace(required.randomElement(using: &random)?.name, nil)
    case .emptiedKey: return replace(entries.randomElement(using: &random)?.key, .nothing)
    case .scalarForMap: return [.plain("3"), .quoted("a text")].randomElement(using: &random)
    case .listForMap: return [.list([.map(entries)]), .list([])].randomElement(using: &random)
    case .wordOfOnesOwn: return replace(record.openWord?.field, .plain("informatoin"))
    case .textAlone: return replace(record.writtenAs, .plain("7")).map { _ in .plain("maintenance") }
    default: return nil
    }
  }

  private func changeList(
    _ place: Place, _ elements: [Tree], _ random: inout Seeded
  ) -> Tree? {
    switch self {
    case .emptiedList: .list([])
    case .emptiedStages: place.isRequired ? .list([]) : nil
    case .scalarForList: [.plain("5"), .quoted("a text")].randomElement(using: &random)
    case .mapForList: [.map([("text", .plain("a"))]), .map([])].randomElement(using: &random)
    case .elementAlone: elements.first
    case .emptyElement: .list(elements + [.nothing])
    default: nil
    }
  }

  private func changeScalar(
    _ shape: Shape, _ tree: Tree, _ isRequired: Bool, _ random: inout Seeded
  ) -> Tree? {
    func one(_ texts: String...) -> Tree? {
      [Tree.plain, Tree.quoted].randomElement(using: &random)!(texts.randomElement(using: &random)!)
    }
    switch (self, shape) {
    case (.listForScalar, _): return [.list([tree]), .list([])].randomElement(using: &random)
    case (.mapForScalar, _): return [.map([("text", tree)]), .map([])].randomElement(using: &random)
    case (.emptiedKey, _): return .nothing
    case (.numberOutOfRange, .integer(let range)):
      return one(String(range.lowerBound - 1), String(range.upperBound + 1), "99999999999")
    case (.moodOfThree, .integer(-2...2)): return one("3", "+3", "-3")
    case (.numberInDigits, .integer(let range)):
      let number = String(range.upperBound)
      return one(number, "+" + number, "00" + number, "-0", "++" + number, String(range.lowerBound))
    case (.textForNumber, .integer): return one("many", "3.5", "IV", "1 000", "3,5", "5 euro", "-")
    case (.unknownWord, .word(_, let words)):
      let word = words.randomElement(using: &random)!
      return one("nonsense", String(word.dropLast()), word + "s", word.uppercased() + "X", "7", "true", word)
    case (.day, .date):
      return one(
        "2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2026-13-01", "2026-04-31", "0000-01-01",
        "21/11/2026", "20261121", "2026-1-5", "+202-01-01", "2026-+1-01", "tomorrow", "2026", "0001-12-31")
    case (.percentage, .percent):
      return one(
        "6", "6 percent", "%", "6,5%", "1.01", "-2", "6%%", "6 %", "0.06", "1", "-0.5", ".5%", "1.0", "150%",
        "-3.%", "0.", "1.000", "10", "006%", "+6%")
    case (.amount, .factor(let highest)):
      return one(
        "2", "0", "0.125", ".5", "5.", "007", "0.5000", "-1", "1,5", "2 times", "--3", ".", "1.2.3",
        "\(highest)", "\(highest).0", "\(highest).1", "\(highest + 1)", "5200", "999.999")
    case (.amount, .amount):
      return one(
        "1,5", "12 euro", "1.000,00", "--3", "5.", ".5", "-3", "5200", "0.5", "1 000", "-", ".", "1.2.3", "a")
    case (.truth, .flag): return one("yes", "maybe", "1", "true", "false", "no", "x")
    case (.scalarForText, .text), (.scalarForText, .identifier):
      return one("2026", "true", "2026-11-21", "3.5", "~x", "6%")
    case (.controlCharacter, .text):
      return .quoted("a" + ["\u{7}", "\t", "\n", "\u{85}"].randomElement(using: &random)! + "b")
    default: return nil
    }
  }
}
