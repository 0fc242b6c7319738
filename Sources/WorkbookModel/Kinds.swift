import LocatedYAML

/// What ids name in a workbook.
package enum SegmentKind: IdentifierKind { package static let name = "segment" }
package enum PersonaKind: IdentifierKind { package static let name = "persona" }
package enum SourceKind: IdentifierKind { package static let name = "source" }
package enum ConceptKind: IdentifierKind { package static let name = "concept" }
package enum StepKind: IdentifierKind { package static let name = "step" }
package enum SolutionKind: IdentifierKind { package static let name = "solution" }
package enum OpportunityKind: IdentifierKind { package static let name = "opportunity" }
/// Anything noted down that something else may answer: pains, marks, items.
package enum NoteKind: IdentifierKind { package static let name = "note" }
