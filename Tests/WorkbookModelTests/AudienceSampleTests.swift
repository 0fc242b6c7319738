import Diagnostics
import Foundation
import LocatedYAML
import Seeded
import Testing
import WorkbookModel

/// The whole samples, with marks on things picked by a seed.
@Suite struct AudienceSampleTests {
  private static let seeds = 1...12

  private func sample(_ name: String) throws -> YAMLDocument {
    let path =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path + "/samples/\(name).yml"
    return .parse(SourceFile(name: name, text: try String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test(arguments: ["thornbeck-en", "rivalunga-it"])
  func theSamplesMeetingOfSalesIsForTheCompany(_ name: String) throws {
    let document = try sample(name)
    let whole = Workbook.read(document)
    #expect(whole.diagnostics.isEmpty)
    #expect(whole.workbook.report?.chapters.count == 3)
    let (visible, leftOut) = Workbook.read(document, for: .public)
    #expect(leftOut == 1 && visible.sources.count == whole.workbook.sources.count - 1)
    #expect(Workbook.read(document, for: .company).leftOut == 0)
  }

  @Test(arguments: ["thornbeck-en", "rivalunga-it"], seeds)
  func nothingOfWhatIsHiddenIsLeftAndNothingPointsAtIt(_ name: String, _ seed: Int) throws {
    var document = try sample(name)
    var marker = Marker(seed, among: [.mentor])
    let root = marker.marked(try #require(document.root), Workbook.shape)
    document.root = root
    try #require(marker.count > 0)
    let whole = Workbook.read(document)
    try #require(!whole.diagnostics.haveFaults, "\(whole.diagnostics.map(\.code))")

    let view = AudienceView(root, for: .public)
    document.root = view.root
    let faults = Workbook.read(document).diagnostics.filter { $0.severity == .error }
    #expect(faults.isEmpty, "\(faults.map(\.code))")
    #expect(view.leftOut > 0)
    let (hidden, others) = texts(of: root)
    let left = Set(texts(of: view.root).others)
    #expect(texts(of: view.root).hidden.isEmpty)
    #expect(Set(hidden).subtracting(others).intersection(left).sorted() == [])
    #expect(left.isSubset(of: others))

    document.root = root
    #expect(AudienceView(root, for: .mentor).leftOut == 0)
    #expect(texts(of: AudienceView(root, for: .mentor).root) == (hidden, others))
    #expect(Workbook.read(document, for: .mentor).leftOut == 0)
    #expect(Workbook.read(document, for: .public).leftOut == view.leftOut)
  }

  @Test(arguments: ["thornbeck-en", "rivalunga-it"], seeds)
  func whoMayReadMoreReadsAllThatOthersDo(_ name: String, _ seed: Int) throws {
    var marker = Marker(seed, among: Audience.allCases)
    let root = marker.marked(try #require(try sample(name).root), Workbook.shape)
    let views = Audience.allCases.map { AudienceView(root, for: $0) }
    let readable = views.map { view in
      let (hidden, others) = texts(of: view.root)
      return Set(hidden + others)
    }
    #expect(readable[0].isSubset(of: readable[1]) && readable[1].isSubset(of: readable[2]))
    #expect(views[0].leftOut >= views[1].leftOut && views[1].leftOut > 0 && views[2].leftOut == 0)
  }

  /// The scalars in what is for the mentor, and all the others.
  private func texts(of node: LocatedNode) -> (hidden: [String], others: [String]) {
    switch node.content {
    case .nothing: return ([], [])
    case .scalar(let string): return ([], [string])
    case .sequence(let elements):
      let all = elements.map(texts)
      return (all.flatMap(\.hidden), all.flatMap(\.others))
    case .mapping(let entries):
      let all = entries.map { texts(of: $0.value) }
      let (hidden, others) = (all.flatMap(\.hidden), all.flatMap(\.others))
      return node["audience"]?.string == "mentor" ? (hidden + others, []) : (hidden, others)
    }
  }
}

/// Marks one thing in twenty; a note that is its text alone becomes a map of it.
private struct Marker {
  private var random: Seeded
  private let audiences: [Audience]
  private(set) var count = 0

  init(_ seed: Int, among audiences: [Audience]) {
    random = Seeded(seed)
    self.audiences = audiences
  }

  mutating func marked(_ node: LocatedNode, _ shape: Shape) -> LocatedNode {
    var node = node
    switch (shape, node.content) {
    case (.record(let record), .mapping(var entries)):
      for index in entries.indices {
        guard let field = record.field(named: entries[index].key.string ?? "") else { continue }
        entries[index].value = marked(entries[index].value, field.shape())
      }
      node.content = .mapping(entries)
      mark(&node, record)
    case (.record(let record), .scalar): mark(&node, record)
    case (.list(let element, _), .sequence(let elements)):
      node.content = .sequence(elements.map { marked($0, element) })
    case (.list(let element, _), _): node = marked(node, element)
    default: break
    }
    return node
  }

  private mutating func mark(_ node: inout LocatedNode, _ record: RecordDescription) {
    guard record.field(named: "audience") != nil, node["audience"] == nil,
      Int.random(in: 0..<20, using: &random) == 0
    else { return }
    var entries = node.entries
    if let text = record.writtenAs, node.string != nil { entries = [entry(text, node, like: node)] }
    guard let first = entries.first, let audience = audiences.randomElement(using: &random) else { return }
    var word = first.key
    word.content = .scalar(audience.rawValue)
    node.content = .mapping(entries + [entry("audience", word, like: first.key)])
    count += 1
  }

  private func entry(_ name: String, _ value: LocatedNode, like node: LocatedNode) -> LocatedNode.Entry {
    var key = node
    key.content = .scalar(name)
    return LocatedNode.Entry(key: key, value: value)
  }
}
