import Diagnostics
import LayoutEngine
import LayoutModel
import LocatedYAML
import Testing
import WorkbookModel

@Suite struct CanvasCheckerTests {
  private let vocabulary = LayoutVocabulary(
    blocks: BlockRegister.traits, root: Workbook.table.description,
    describe: { Workbook.description(ofKind: $0) }, icons: ["gear"], roles: Theme.roleNames)

  private func faults(_ text: String) -> [String] {
    let document = YAMLDocument.parse(SourceFile(name: "c.yml", text: text))
    let canvas = CanvasChecker.check(document, vocabulary).settled { $0.hasPrefix("good.") }
    return canvas.diagnostics.sortedByPlace().map { diagnostic in
      "\(diagnostic.code) \(diagnostic.span.map { "\($0.start.line):\($0.start.column)" } ?? "-")"
    }
  }

  private func canvas(
    top: String = "", columns: String = "[1fr, 1fr]", areas: String, cells: String
  ) -> String {
    """
    canvas: test
    title: good.title
    family: business
    reads: businessModel
    \(top)
    grid:
      columns: \(columns)
      rows: [auto, 1fr]
      areas:
    \(areas)
    cells:
    \(cells)
    """
  }

  private let goodAreas = "    - title title\n    - a     b"
  private let goodCells = "  a: { block: notes, from: segments }\n  b: { block: notes, from: channels }"

  @Test func aGoodCanvasHasNoFaults() {
    #expect(faults(canvas(areas: goodAreas, cells: goodCells)).isEmpty)
  }

  @Test func aRowWithTooManyColumnsIsNamed() {
    #expect(
      faults(canvas(areas: "    - title title title\n    - a     b", cells: goodCells)).contains(
        "layout/columns-uneven 10:7"))
  }

  @Test func anAreaMustFillARectangle() {
    let areas = "    - a a\n    - a b"
    #expect(
      faults(canvas(areas: areas, cells: goodCells)).contains { $0.hasPrefix("layout/area-not-rectangular") })
  }

  @Test func areasAndCellsMustMeet() {
    #expect(
      faults(canvas(areas: goodAreas, cells: "  a: { block: notes, from: segments }\n  c: { block: label }"))
        == [
          "layout/area-without-cell 11:13", "layout/cell-without-area 14:3",
        ])
  }

  @Test(arguments: [
    ("a: { block: notes, from: segmnts }", "layout/unknown-path 13:28"),
    ("a: { block: notes, from: concept }", "layout/block-shape 13:28"),
    ("a: { block: note, from: segments }", "layout/unknown-block 13:15"),
    ("a: { block: notes, from: segments, icon: geer }", "layout/unknown-icon 13:44"),
    ("a: { block: notes, from: segments, heading: bad.key }", "layout/unknown-phrase 13:47"),
    ("a: { block: notes, from: segments, role: boddy }", "layout/unknown-role 13:44"),
    ("a: { block: notes, from: .segments }", "layout/element-outside-track 13:28"),
    ("a: { block: notes, from: segments, blok: x }", "key/unknown 13:38"),
  ])
  func aWrongWordInACellIsNamedAtItsPlace(cell: String, expected: String) {
    let cells = "  \(cell)\n  b: { block: notes, from: channels }"
    #expect(faults(canvas(areas: goodAreas, cells: cells)) == [expected])
  }

  @Test(arguments: ["12", "1fr per", "x 10", "2 x", "-1fr", "0fr", "10 x 12"])
  func aTrackThatSaysNothingIsAFault(track: String) {
    #expect(
      faults(canvas(columns: "[\(track), 1fr]", areas: goodAreas, cells: goodCells)).contains {
        $0.hasPrefix("layout/track 7:")
      })
  }

  @Test func aWrongTrackIsOneMistake() {
    #expect(
      faults(canvas(columns: "[1fr, 1frr]", areas: goodAreas, cells: goodCells)) == ["layout/track 7:18"])
  }

  @Test func aGridWithoutRowsIsAFault() {
    let text = canvas(areas: goodAreas, cells: goodCells).replacing("rows: [auto, 1fr]", with: "rows: []")
    #expect(faults(text).contains { $0.hasPrefix("layout/rows-uneven") || $0.hasPrefix("key/empty") })
  }

  @Test func aListIsNeededForOneSheetEach() {
    #expect(
      faults(canvas(top: "sheets: per concept", areas: goodAreas, cells: goodCells)).contains {
        $0.hasPrefix("layout/not-a-list 5:")
      })
  }
}
