package import Diagnostics
package import LocatedYAML

/// What the company would do about an opportunity, with the five scores of its challenge (T7).
package struct Solution: Record {
  package var id: Identifier<SolutionKind>?
  package var opportunity: Reference<OpportunityKind>?
  package var name: Text?
  package var description: [Note] = []
  package var scores = ChallengeScores()
  /// What several people scored, each for themselves.
  package var raters: Keyed<ChallengeScores>?
  /// How large it could be done; not scored.
  package var scale: [SolutionScale] = []
  /// Of the market risk.
  package var evidence: Evidence?
  package var source: Reference<SourceKind>?
  package var audience: Audience?

  package init() {}

  package static let table = RecordTable<Solution>(
    "solution",
    [
      Field("id", \.id, required: true),
      Field("opportunity", \.opportunity),
      Field("name", \.name, required: true),
      Field("description", \.description),
    ] + ChallengeScores.fields(in: \.scores) + [
      Field("raters", \.raters),
      Field("scale", \.scale),
      Field("evidence", \.evidence),
      Field("source", \.source),
      Field("audience", \.audience),
    ],
    derived: [
      Derived("challenge", .integer(5...25)) { $0.points.sum.view },
      Derived("text", .text) { $0.name.view },
    ] + ScoreViews.views(\.scores, \.raters))

  /// The five scores as they count, low is easy; nothing for one that is missing or out of range (R1).
  package var points: [HalfPoints?] { scores.points(raters) }
}

/// How hard a solution is for the company, 1 least to 5 most each.
package struct ChallengeScores: ScoreRecord {
  package var investment: Score?
  package var effort: Score?
  package var marketRisk: Score?
  package var technologyRisk: Score?
  package var change: Score?

  package init() {}

  package static let fields: [Field<ChallengeScores>] = [
    Field("investment", \.investment),
    Field("effort", \.effort),
    Field("marketRisk", \.marketRisk),
    Field("technologyRisk", \.technologyRisk),
    Field("change", \.change),
  ]

  package static let table = RecordTable("challengeScores", fields)

  package var all: [Score?] { [investment, effort, marketRisk, technologyRisk, change] }
}
