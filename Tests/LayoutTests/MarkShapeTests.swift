import Diagnostics
import Foundation
import Languages
import LayoutModel
import LocatedYAML
import PageModel
import Testing
import WorkbookModel

@testable import LayoutEngine

/// Marks of different meaning, in the standard theme, as a copier without colours leaves them.
@Suite struct MarkShapeTests {
  /// What a mark looks like when its colours are gone: shapes, strokes and letters.
  private func look(_ draw: (MarkDrawing, Rect, inout PageBuilder) -> Void) throws -> String {
    let (theme, faults) = Theme.read(try read("layouts/themes/standard.yml"), over: nil)
    let icons = try ProjectIcons.read()
    let (catalogue, wordFaults) = Catalogue.read(try read("layouts/languages/en.yml"))
    #expect((faults + wordFaults).isEmpty)
    let style = PageStyle(theme: theme, paper: .a4, family: .customer, language: "en")
    var builder = PageBuilder(
      size: Size(.mm(100), .mm(100)), style: style,
      typesetter: Typesetter(shaper: RulerShaper(), hyphenator: TableHyphenator()), icons: icons,
      words: MarkWords(Workbook(), catalogue))
    draw(MarkDrawing(style: style), Rect(x: .mm(10), y: .mm(10), width: .mm(4), height: .mm(4)), &builder)
    return builder.page.items.map { item in
      switch item.paint {
      case .text(let line): "letter \(line.line.text)"
      case .path(let path, let fill, let stroke):
        // White on a mark is a hole in it.
        "\(path.elements) \(fill != nil) \(stroke.map { ($0.width, $0.cap, $0.dashes, $0.colour == .white) } as Any)"
      case .picture: "picture"
      }
    }.joined(separator: "\n")
  }

  private func read(_ path: String) throws -> YAMLDocument {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
    return YAMLDocument.parse(SourceFile(name: path, text: text))
  }

  private func expectDifferent(_ looks: [String]) {
    #expect(looks.allSatisfy { !$0.isEmpty })
    #expect(Set(looks).count == looks.count)
  }

  @Test func evidenceDiffersByShape() throws {
    let kinds: [Evidence] = [.assumption, .observed, .confirmed]
    expectDifferent(
      try kinds.map { kind in
        try look { marks, frame, page in marks.evidence(kind, in: frame, .pagination, &page) }
      })
  }

  @Test func utilityMarksDifferByShape() throws {
    let kinds: [UtilityMarkKind] = [.today, .blocker, .new]
    expectDifferent(
      try kinds.map { kind in
        try look { marks, frame, page in marks.utility(kind, in: frame, .decoration, &page) }
      })
  }

  @Test func segmentsDifferByLetter() throws {
    expectDifferent(
      try (0..<12).map { index in
        try look { marks, frame, page in marks.segment(index, in: frame, .pagination, &page) }
      })
  }

  @Test func whatIsTickedHasATick() throws {
    let looks = try [false, true].map { isTicked in
      try look { _, frame, page in TickArea.drawBox(frame, isTicked: isTicked, on: &page) }
    }
    expectDifferent(looks)
    #expect(looks[1].split(separator: "\n").count == 2)
  }
}
