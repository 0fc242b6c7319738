import Diagnostics
package import LocatedYAML

/// A set of scores that are added up: those of an opportunity's impact, or of a solution's challenge.
package protocol ScoreRecord: Record {
  static var fields: [Field<Self>] { get }
  /// In the order of the fields; nothing for one that was not given.
  var all: [Score?] { get }
}

extension ScoreRecord {
  package static var names: [String] { fields.map(\.name) }

  static func fields<Outer>(in path: WritableKeyPath<Outer, Self> & Sendable) -> [Field<Outer>] {
    fields.map { $0.inside(path, home: table.name) }
  }

  /// The scores as they count: the agreed one, else the middle of what the raters gave (R1). A score out of
  /// range is a slip, whoever gave it, and nothing else mends it.
  package func points(_ raters: Keyed<Self>? = nil) -> [HalfPoints?] {
    all.enumerated().map { index, agreed in
      if let agreed { return agreed.value.map { HalfPoints($0) } }
      let given = (raters?.entries ?? []).compactMap { $0.value.all[index] }
      let values = given.compactMap(\.value)
      return values.count == given.count ? HalfPoints.median(of: values) : nil
    }
  }
}

/// How scores look to a layout: `<name>Score` as it counts, `<name>Raters` what each rater gave.
enum ScoreViews {
  static func views<Outer, Scores: ScoreRecord>(
    _ scores: WritableKeyPath<Outer, Scores> & Sendable,
    _ raters: WritableKeyPath<Outer, Keyed<Scores>?> & Sendable
  ) -> [Derived<Outer>] {
    Scores.names.enumerated().flatMap { index, name in
      [
        Derived<Outer>(name + "Score", Score.shape) { outer in
          if let agreed = outer[keyPath: scores].all[index] { return agreed.view }
          return outer[keyPath: scores].points(outer[keyPath: raters])[index].view
        },
        Derived<Outer>(name + "Raters", .list(.text, loneAllowed: false)) { outer in
          .list(
            (outer[keyPath: raters]?.entries ?? []).compactMap { rater, scores in
              scores.all[index].map { .text(Text("\(rater.string) \($0.text.string)", at: rater.span)) }
            })
        },
      ]
    }
  }
}
