package import Diagnostics
package import LocatedYAML

/// One believable person who stands for a segment: sheet A (T2), at work, or sheet B (T3), habits and tastes.
package struct Persona: Record {
  package var id: Identifier<PersonaKind>?
  package var segment: Reference<SegmentKind>?
  package var template = PersonaTemplate.a
  package var name: Text?
  package var job: Text?
  /// A path, relative to the workbook.
  package var picture: Text?
  package var quote: [Note] = []
  // Sheet A
  package var work: [Note] = []
  package var role: [Note] = []
  package var demographics: [Note] = []
  package var goals: [Note] = []
  package var challenges: [Note] = []
  package var marketing: [Note] = []
  package var values: [Note] = []
  package var fears: [Note] = []
  package var pitch: [Note] = []
  package var additional: [Note] = []
  // Sheet B
  package var descriptive: [Note] = []
  package var likes: [Note] = []
  package var dislikes: [Note] = []
  package var routines: [Note] = []
  package var service: [Note] = []
  package var product: [Note] = []
  package var others: [Note] = []
  package var audience: Audience?

  package init() {}

  private static let sheets = Variants(
    of: "template",
    [
      (
        PersonaTemplate.a.rawValue,
        [
          "quote", "work", "role", "demographics", "goals", "challenges", "marketing", "values", "fears",
          "pitch", "additional",
        ]
      ),
      (
        PersonaTemplate.b.rawValue,
        ["descriptive", "likes", "dislikes", "routines", "service", "product", "others"]
      ),
    ])

  /// Reads it, and warns of what its sheet has no place for.
  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> Persona? {
    guard case .mapping = node.content else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    let persona = table.read(node, &reading)
    let foreign = sheets.foreign(to: persona.template.rawValue)
    for entry in node.entries {
      guard let key = entry.key.string, foreign.contains(key), !entry.value.isNothing else { continue }
      reading.report(
        Diagnostic(
          finding: "persona/other-sheet", .warning, at: entry.key.span,
          ["key": .text(key), "template": .text(persona.template.rawValue)]))
    }
    return persona
  }

  package static let table = RecordTable<Persona>(
    "persona",
    [
      Field("id", \.id, required: true),
      Field("segment", \.segment),
      Field("template", \.template),
      Field("name", \.name, required: true),
      Field("job", \.job),
      Field("picture", \.picture),
      Field("quote", \.quote),
      Field("work", \.work),
      Field("role", \.role),
      Field("demographics", \.demographics),
      Field("goals", \.goals),
      Field("challenges", \.challenges),
      Field("marketing", \.marketing),
      Field("values", \.values),
      Field("fears", \.fears),
      Field("pitch", \.pitch),
      Field("additional", \.additional),
      Field("descriptive", \.descriptive),
      Field("likes", \.likes),
      Field("dislikes", \.dislikes),
      Field("routines", \.routines),
      Field("service", \.service),
      Field("product", \.product),
      Field("others", \.others),
      Field("audience", \.audience),
    ], variants: sheets)
}
