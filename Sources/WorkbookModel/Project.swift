package import Diagnostics
package import LocatedYAML

/// Who the workbook is for, and when it was drawn up.
package struct Project: Record {
  package var company: Text?
  package var product: Text?
  package var designedFor: Text?
  package var designedBy: Text?
  package var facilitator: Text?
  package var date: CalendarDate?
  package var version: Text?
  package var currency: Text?
  package var funding: Funding?

  package init() {}

  package static let table = RecordTable<Project>(
    "project",
    [
      Field("company", \.company, required: true),
      Field("product", \.product),
      Field("designedFor", \.designedFor),
      Field("designedBy", \.designedBy),
      Field("facilitator", \.facilitator),
      Field("date", \.date),
      Field("version", \.version),
      Field("currency", \.currency),
      Field("funding", \.funding),
    ])
}

/// Something that was asked, seen or read, which notes name as their source.
package struct EvidenceSource: Record {
  package var id: Identifier<SourceKind>?
  package var kind: SourceType?
  package var text: Text?
  package var audience: Audience?

  package init() {}

  package static let table = RecordTable<EvidenceSource>(
    "source",
    [
      Field("id", \.id, required: true),
      Field("kind", \.kind, required: true),
      Field("text", \.text, required: true),
      Field("audience", \.audience),
    ])
}

/// Who pays for the workshop: a logo and a statement that every sheet must carry.
package struct Funding: Record {
  /// A path, relative to the workbook.
  package var logo: Text?
  package var text: Text?
  /// The least width in millimetres at which the logo may be printed.
  package var logoMinimum: Amount?

  package init() {}

  package static let table = RecordTable<Funding>(
    "funding",
    [
      Field("logo", \.logo),
      Field("text", \.text),
      Field("logoMinimum", \.logoMinimum),
    ])
}
