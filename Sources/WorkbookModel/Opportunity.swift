package import Diagnostics
package import LocatedYAML

/// A customer problem worth solving, with the four scores of its impact (T6).
package struct Opportunity: Record {
  package var id: Identifier<OpportunityKind>?
  package var name: Text?
  package var description: [Note] = []
  package var kind: OpportunityType?
  package var origin: OpportunityOrigin?
  /// What the customer wants.
  package var wants: [Note] = []
  /// The pains and blockers that it would end.
  package var answers: [Reference<NoteKind>] = []
  package var scores = ImpactScores()
  /// What several people scored, each for themselves.
  package var raters: Keyed<ImpactScores>?
  package var evidence: Evidence?
  package var source: Reference<SourceKind>?
  /// The scores of an earlier round.
  package var phase1: ImpactScores?
  package var audience: Audience?

  package init() {}

  package static let table = RecordTable<Opportunity>(
    "opportunity",
    [
      Field("id", \.id, required: true),
      Field("name", \.name, required: true),
      Field("description", \.description),
      Field("kind", \.kind),
      Field("origin", \.origin),
      Field("wants", \.wants),
      Field("answers", \.answers),
    ] + ImpactScores.fields(in: \.scores) + [
      Field("raters", \.raters),
      Field("evidence", \.evidence),
      Field("source", \.source),
      Field("phase1", \.phase1),
      Field("audience", \.audience),
    ],
    derived: [
      Derived("text", .text) { $0.name.view },
      Derived("impact", .integer(4...20)) { $0.points.sum.view },
      Derived("phase1Impact", .integer(4...20)) { ($0.phase1?.points() ?? []).sum.view },
    ] + ScoreViews.views(\.scores, \.raters))

  /// Important, unsatisfied, doable and lucrative as they count; nothing for one that is missing or out of range (R2).
  package var points: [HalfPoints?] { scores.points(raters) }
}

/// The customer's and the company's view of an opportunity, 1 to 5 each.
package struct ImpactScores: ScoreRecord {
  package var important: Score?
  package var unsatisfied: Score?
  package var doable: Score?
  package var lucrative: Score?

  package init() {}

  package static let fields: [Field<ImpactScores>] = [
    Field("important", \.important),
    Field("unsatisfied", \.unsatisfied),
    Field("doable", \.doable),
    Field("lucrative", \.lucrative),
  ]

  package static let table = RecordTable("impactScores", fields)

  package var all: [Score?] { [important, unsatisfied, doable, lucrative] }
}
