import Diagnostics
package import LocatedYAML
import PageModel

/// Turns a canvas's file into a definition, or says what is wrong with it. Needs no workbook.
package struct CanvasChecker {
  let vocabulary: LayoutVocabulary
  var reading = Reading()
  var phrases: [Text] = []

  package static func check(_ document: YAMLDocument, _ vocabulary: LayoutVocabulary) -> CanvasDraft {
    var checker = CanvasChecker(vocabulary: vocabulary)
    var definition: CanvasDefinition?
    if let root = document.root, let file = CanvasFile.read(root, &checker.reading) {
      definition = checker.define(file)
    }
    return CanvasDraft(
      definition: definition, diagnostics: document.diagnostics + checker.reading.diagnostics,
      phrases: checker.phrases)
  }

  private init(vocabulary: LayoutVocabulary) { self.vocabulary = vocabulary }

  private mutating func define(_ file: CanvasFile) -> CanvasDefinition? {
    if let name = file.canvas, !name.string.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) {
      reading.report(Diagnostic(fault: "layout/name", at: name.span))
    }
    phrase(file.title)
    phrase(file.licence)
    phrase(file.purpose)
    var (paper, orientation) = (Paper.a3, Paper.Orientation.landscape)
    if let text = file.page.paper { (paper, orientation) = self.paper(text) ?? (paper, orientation) }

    let reads = file.reads.map(DataPath.init)
    var data: RecordDescription? = vocabulary.root
    if let reads { data = record(at: reads, from: data) }
    let sheets = file.sheets.flatMap { perPath($0) }
    if let sheets { data = element(of: sheets, from: data) }
    let filter = file.when.flatMap { self.filter($0, data) }
    let about = file.about.compactMap { about -> CanvasDefinition.About? in
      guard let from = about.from else { return nil }
      phrase(about.label)
      let path = DataPath(from)
      _ = shape(at: path, from: data)
      return CanvasDefinition.About(path: path, label: about.label?.string)
    }

    let columns = file.grid.columns.flatMap(\.tracks)
    let rows = file.grid.rows.flatMap(\.tracks)
    var repeated: RecordDescription?
    for track in columns { if let per = track.per { repeated = element(of: per, from: data) } }
    let repeats = (columns + rows).compactMap(\.per)
    for track in rows { if let per = track.per { repeated = element(of: per, from: data) } }
    if repeats.count > 1 {
      reading.report(Diagnostic(fault: "layout/two-repeats", at: repeats[1].text.span))
    }
    let needs = file.needs.map(DataPath.init)
    if let needs { _ = self.shape(at: needs, from: data) }
    let areas = AreaMap.read(file.grid.areas, columns: columns.count, rows: rows.count, &reading)
    let cells = cells(file, areas, tracks: (columns, rows), data: data, element: repeated)
    for cell in file.evidence where cell.text.string != "all" {
      if !areas.contains(where: { $0.name == cell.text.string }) {
        reading.unknown("layout/cell-without-area", cell.text, known: areas.map(\.name))
      }
    }

    return CanvasDefinition(
      name: file.canvas?.string ?? "", tool: file.tool?.string, title: file.title?.string ?? "",
      purpose: file.purpose?.string, family: file.family ?? .business,
      reads: reads, about: about, sheets: sheets, needs: needs, evidence: file.evidence.map(\.text.string),
      filter: filter, licence: file.licence?.string, paper: paper,
      orientation: orientation, margin: file.page.margin, bleed: file.page.bleed, columns: columns,
      rows: rows,
      columnGap: file.grid.columnGap ?? .units(4), rowGap: file.grid.rowGap ?? .units(3), cells: cells)
  }

  private mutating func cells(
    _ file: CanvasFile, _ areas: [AreaMap.Area], tracks: (columns: [Track], rows: [Track]),
    data: RecordDescription?,
    element: RecordDescription?
  ) -> [CellDefinition] {
    var result: [CellDefinition] = []
    let defined = file.cells.entries.map(\.key.string)
    for area in areas where !defined.contains(area.name) && !["title", "credit"].contains(area.name) {
      reading.unknown("layout/area-without-cell", Text(area.name, at: area.span), known: defined)
    }
    for area in areas where ["title", "credit"].contains(area.name) && !defined.contains(area.name) {
      result.append(CellDefinition(area: area, block: area.name))
    }
    for (key, cell) in file.cells.entries {
      guard let area = areas.first(where: { $0.name == key.string }) else {
        reading.unknown("layout/cell-without-area", key, known: areas.map(\.name))
        continue
      }
      var definition = CellDefinition(area: area, block: cell.block?.string ?? "")
      definition.from = cell.from.map(DataPath.init)
      definition.heading = cell.heading?.string
      definition.prompts = cell.prompts?.string
      definition.order = cell.order?.value
      definition.icon = cell.icon?.string
      definition.role = cell.role?.string
      definition.style = cell.style ?? .bullets
      definition.label = cell.label?.string
      definition.tone = cell.tone ?? .accent
      definition.hasGround = cell.ground == .tint
      definition.joinsAbove = cell.joins == .above
      definition.writingLines = cell.lines?.value ?? 0
      definition.textColumns = cell.columns?.value ?? 1
      definition.criteria = cell.criteria.map(\.text.string)
      definition.mark = cell.mark
      definition.missing = cell.missing?.string
      definition.evidence = cell.evidence.map(DataPath.init)
      let repeats =
        (tracks.columns[area.columns.clamped(to: tracks.columns.indices)]
        + tracks.rows[area.rows.clamped(to: tracks.rows.indices)]).contains { $0.per != nil }
      let place = Place(data: data, element: repeats ? element : nil, repeats: repeats)
      definition.also = cell.also.compactMap { also($0, place) }
      definition.ticks = cell.ticks.compactMap { ticks($0, place) }
      check(cell, definition, place)
      result.append(definition)
    }
    return result
  }

  /// What paths of a cell start from.
  private struct Place {
    var data: RecordDescription?
    var element: RecordDescription?
    /// It stands in a repeated track.
    var repeats: Bool
  }

  /// The shape behind a cell's path; reports a dot in front outside a repeated track.
  private mutating func shape(at path: DataPath, in place: Place) -> Shape? {
    if path.startsAtElement, !place.repeats {
      reading.report(Diagnostic(fault: "layout/element-outside-track", at: path.text.span))
      return nil
    }
    return shape(at: path, from: path.startsAtElement ? place.element : place.data)
  }

  private mutating func also(_ file: AlsoFile, _ place: Place) -> CellDefinition.Also? {
    guard let from = file.from else { return nil }
    phrase(file.words)
    role(file.role)
    let path = DataPath(from)
    _ = shape(at: path, in: place)
    return CellDefinition.Also(path: path, words: file.words?.string, role: file.role?.string)
  }

  private mutating func ticks(_ file: TicksFile, _ place: Place) -> CellDefinition.TickList? {
    guard let from = file.from else { return nil }
    phrase(file.label)
    let path = DataPath(from)
    guard let shape = shape(at: path, in: place) else { return nil }
    guard let (group, known) = Self.words(of: shape) else {
      reading.report(
        Diagnostic(
          fault: "layout/block-shape", at: from.span,
          ["block": .text("ticks"), "path": .text(from.string), "shape": .phrase(shape.phrase)]))
      return nil
    }
    for word in file.words where !known.contains(word.string) { reading.unknownWord(word, known: known) }
    let words = file.words.isEmpty ? known : file.words.map(\.string)
    if let explain = file.explain {
      for word in words { phrase(Text(explain.string + "." + word, at: explain.span)) }
    }
    return CellDefinition.TickList(
      path: path, label: file.label?.string, group: group, words: words, explanations: file.explain?.string,
      isForPens: file.only == .blank)
  }

  /// The words that a shape chooses among.
  private static func words(of shape: Shape) -> (group: String, words: [String])? {
    switch shape {
    case .word(let group, let words): (group, words)
    case .list(let element, _): words(of: element)
    default: nil
    }
  }

  private mutating func role(_ role: Text?) {
    guard let role, !vocabulary.roles.contains(role.string) else { return }
    reading.unknown("layout/unknown-role", role, known: vocabulary.roles)
  }

  private mutating func check(_ cell: CellFile, _ definition: CellDefinition, _ place: Place) {
    for text in [cell.heading, cell.label, cell.prompts] {
      guard let text else { continue }
      if text.string.hasPrefix(".") { _ = shape(at: DataPath(text), in: place) } else { phrase(text) }
    }
    phrase(cell.missing)
    for criterion in cell.criteria {
      for part in ["label", "anchors.1", "anchors.3", "anchors.5"] {
        phrase(Text("\(criterion.text.string).\(part)", at: criterion.text.span))
      }
    }
    if let evidence = definition.evidence { _ = shape(at: evidence, in: place) }
    if let icon = cell.icon, !vocabulary.icons.contains(icon.string) {
      reading.unknown("layout/unknown-icon", icon, known: vocabulary.icons)
    }
    role(cell.role)
    guard let name = cell.block else { return }
    guard let block = vocabulary.blocks.first(where: { $0.name == name.string }) else {
      reading.unknown("layout/unknown-block", name, known: vocabulary.blocks.map(\.name))
      return
    }
    guard let from = definition.from else { return }
    guard let shape = shape(at: from, in: place) else { return }
    if block.accepts?(shape) != true {
      reading.report(
        Diagnostic(
          fault: "layout/block-shape", at: from.text.span,
          ["block": .text(block.name), "path": .text(from.text.string), "shape": .phrase(shape.phrase)]))
    }
  }
}

extension CellDefinition {
  fileprivate init(area: AreaMap.Area, block: String) {
    self.init(
      name: area.name, columns: area.columns, rows: area.rows, block: block, from: nil, heading: nil,
      label: nil,
      prompts: nil, order: nil, icon: nil, role: nil, style: .bullets, tone: .accent, hasGround: false,
      joinsAbove: false, writingLines: 0, textColumns: 1, also: [], criteria: [], ticks: [], missing: nil,
      evidence: nil, mark: nil)
  }
}
