package import Diagnostics
package import LocatedYAML

/// The marks and answers of a workbook, sorted into stages: what the sheets T5a and T5b show. No file spells it.
package struct UtilityMap: Record {
  package var columns: [Column] = []
  package var preset: DataView = .nothing

  package init() {}

  package static let table = RecordTable<UtilityMap>(
    "utilityMap", [],
    derived: [
      Derived("stages", .list(Column.shape, loneAllowed: false)) { $0.columns.view },
      Derived("preset", .text) { $0.preset },
    ])

  /// A stage with its marks, lever by lever, and its answers.
  package struct Column: Record {
    package var stage = StageName(generic: nil, text: Text(""))
    package var name: Text?
    package var marks: [UtilityMark] = []
    package var answers: [UtilityAnswer] = []

    package init() {}

    package static let table = RecordTable<Column>(
      "utilityStage", [],
      derived: [
        Derived("label", .text) { StageWords.label($0.stage, $0.name) },
        Derived("questions", .list(.text, loneAllowed: false)) { column in
          column.stage.generic.map { .phrase("utilityQuestions.stages." + $0.rawValue) } ?? .nothing
        },
        Derived("answers", [UtilityAnswer].shape) { $0.answers.view },
      ]
        + UtilityLever.allCases.map { lever in
          Derived(lever.rawValue, [UtilityMark].shape) { column in
            column.marks.filter { $0.lever == lever }.view
          }
        })
  }

  init(stages: UtilityStages?, marks: [UtilityMark], answers: [UtilityAnswer]) {
    var stages = stages ?? .preset(.things)
    if case .own(let own) = stages, own.isEmpty { stages = .preset(.things) }
    switch stages {
    case .preset(let word):
      preset = word.view
      columns = word.stages.map { stage in
        var column = Column()
        column.stage = StageName(generic: stage, text: Text(stage.rawValue))
        return column
      }
    case .own(let own):
      preset = .phrase(UtilityStages.Preset.group + ".own")
      var seen: Set<String> = []
      columns = own.compactMap { stage in
        guard let name = stage.stage, seen.insert(name.text.string).inserted else { return nil }
        var column = Column()
        (column.stage, column.name) = (name, stage.name)
        return column
      }
    }
    // What stands at a stage that the map does not have gets a column of its own rather than be lost.
    for stage in (marks.map(\.stage) + answers.map(\.stage)).compactMap({ $0 })
    where !columns.contains(where: { $0.stage.text.string == stage.text.string }) {
      var column = Column()
      column.stage = stage
      columns.append(column)
    }
    for index in columns.indices {
      let name = columns[index].stage.text.string
      columns[index].marks = marks.filter { $0.stage?.text.string == name }
      columns[index].answers = answers.filter { $0.stage?.text.string == name }
    }
  }
}
