package import LayoutModel

/// What fills parts of a report: one file here and one line in the register.
protocol ReportBlock: Sendable {
  var traits: LayoutVocabulary.BlockTraits { get }
  /// Nothing where the workbook has nothing for it.
  func passages(_ block: FlowDefinition.Block, _ data: ReportData) -> [Passage]
}

extension ReportBlock {
  /// The traits of a block that finds its data itself.
  static func named(_ name: String) -> LayoutVocabulary.BlockTraits {
    LayoutVocabulary.BlockTraits(name: name, accepts: nil)
  }

  /// The phrase key of what a workbook lacks when it has nothing for the block.
  var lack: String { "report.lacks." + traits.name }
}

/// All blocks that a report's file may name.
package enum ReportBlockRegister {
  static let blocks: [any ReportBlock] = [
    CoverBlock(), SummaryBlock(), ContentsBlock(), KeyBlock(), SegmentsBlock(), PersonasBlock(),
    JourneysBlock(),
    UtilityQuestionsBlock(), UtilityMarksBlock(), OpportunitiesBlock(), RankingBlock(), MatrixFigureBlock(),
    RobustnessBlock(), ConceptsBlock(), BusinessModelBlock(), RelationshipsBlock(), GovernanceBlock(),
    AssumptionsBlock(), UnansweredBlock(), MissingBlock(), CanvasesBlock(), JourneyStepsBlock(),
    WorkflowBlock(),
    ThreadBlock(), ScoresBlock(),
    SourcesBlock(), GlossaryBlock(), ImprintBlock(), NotesBlock(), TableBlock(), ProseBlock(),
  ]

  /// Blocks that show scores or what follows from them.
  static let scoring: Set<String> = ["ranking", "matrix", "robustness", "scores"]

  static func block(named name: String) -> (any ReportBlock)? { blocks.first { $0.traits.name == name } }

  package static var traits: [LayoutVocabulary.BlockTraits] { blocks.map(\.traits) }
}
