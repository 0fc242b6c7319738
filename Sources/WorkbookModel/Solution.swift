package import Diagnostics
package import LocatedYAML

/// What the company would do about an opportunity, with the five scores of its challenge (T7).
package struct Solution: Record {
  package var id: Identifier<SolutionKind>?
  package var opportunity: Reference<OpportunityKind>?
  package var name: Text?
  package var description: [Note] = []
  package var investment: Score?
  package var effort: Score?
  package var marketRisk: Score?
  package var technologyRisk: Score?
  package var change: Score?
  /// How large it could be done; not scored.
  package var scale: [SolutionScale] = []
  /// Of the market risk.
  package var evidence: Evidence?
  package var source: Reference<SourceKind>?

  package init() {}

  package static let table = RecordTable<Solution>(
    "solution",
    [
      Field("id", \.id, required: true),
      Field("opportunity", \.opportunity),
      Field("name", \.name, required: true),
      Field("description", \.description),
      Field("investment", \.investment),
      Field("effort", \.effort),
      Field("marketRisk", \.marketRisk),
      Field("technologyRisk", \.technologyRisk),
      Field("change", \.change),
      Field("scale", \.scale),
      Field("evidence", \.evidence),
      Field("source", \.source),
    ],
    derived: [
      Derived("challenge", .integer(5...25)) { SumView.view($0.challenge) },
      Derived("text", .text) { $0.name.view },
    ])

  package var all: [Score?] { [investment, effort, marketRisk, technologyRisk, change] }

  /// The five scores together, 5 to 25, low is easy; nothing when one is missing or out of range (R1).
  package var challenge: Int? { SumView.sum(all) }
}

/// Adds scores: nothing unless all are there.
enum SumView {
  static func sum(_ scores: [Score?]) -> Int? {
    let values = scores.compactMap { $0?.value }
    return values.count == scores.count ? values.reduce(0, +) : nil
  }

  static func view(_ sum: Int?) -> DataView {
    sum.map { .number(Double($0), Text(String($0))) } ?? .nothing
  }
}
