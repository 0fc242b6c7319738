import Diagnostics
import Foundation
import LocatedYAML
import Testing

/// The words of a workbook that must be found again wherever it is printed.
struct WorkbookTexts {
  /// Of the sections that have a canvas.
  let canvases: [String]
  /// Of those, what stands at the foot of sheets alone.
  let foot: [String]
  /// What is said for the report alone, without the marks of CommonMark.
  let report: [String]

  /// Sections with a canvas, and fields that are printed as something else than their words.
  private static let sections = [
    "project", "sources", "segments", "personas", "journeys", "utility", "utilityQuestions", "opportunities",
    "solutions", "concepts", "relationships", "businessModel", "governance",
  ]
  private static let codes: Set<String> = [
    "id", "template", "picture", "evidence", "source", "segment", "persona", "stage", "types", "phases",
    "orientation", "concept", "currency", "date", "mood", "role", "paidBy", "customers", "value", "kind",
    "origin", "answers", "opportunity", "solution", "lever", "mark", "change", "purpose", "type", "logo",
    "audience",
  ]

  init(_ path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let root = try #require(YAMLDocument.parse(SourceFile(name: path, bytes: bytes)).root)
    canvases = Self.sections.compactMap { root[$0] }.flatMap { Self.texts($0, but: Self.codes) }
    let project = root["project"]
    foot = [project?["facilitator"], project?["funding"]].compactMap { $0 }
      .flatMap { Self.texts($0, but: Self.codes) }
    report = (root["report"].map { Self.texts($0, but: Self.codes.union(["before", "after"])) } ?? [])
      .map(Self.plain)
  }

  private static func texts(_ node: LocatedNode, but codes: Set<String>) -> [String] {
    switch node.content {
    case .scalar(let string): [string]
    case .sequence(let elements): elements.flatMap { texts($0, but: codes) }
    case .mapping(let entries):
      entries.filter { !codes.contains($0.key.string ?? "") }.flatMap { texts($0.value, but: codes) }
    case .nothing: []
    }
  }

  /// Words without the marks of CommonMark, for comparing.
  static func plain(_ markdown: String) -> String {
    markdown.replacing(/\[\^[^\]]*\]:?/, with: "").replacing(/\]\([^)]*\)/, with: "")
      .replacing(/:?-{3,}:?/, with: "").replacing(#/(?m)^ *\d+\. /#, with: "")
      .replacing(/[\[\]*|\\]/, with: "")
  }
}
