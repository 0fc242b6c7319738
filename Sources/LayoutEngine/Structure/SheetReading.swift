import LayoutModel
import PageModel

/// Where a cell is read.
struct CellReading {
  var place: ReadingPlace
  var heading: ReadingPlace
  /// Of a drawing that spans columns, where what stands in each of them is read.
  var columns: [ReadingPlace] = []
  /// What its heading is.
  var headingKind = StructureTree.LeafKind.heading2

  init(_ place: ReadingPlace) {
    self.place = place
    heading = place
  }
}

/// Where each cell of a sheet stands in the document's structure. All of it is made before anything is drawn, so that
/// cells are read in the order in which a reader takes them, whatever the order in which they are painted.
struct SheetReading {
  /// Of each cell, by its position on the sheet.
  private var places: [ReadingPlace]
  /// Where the headings of cells go that stand elsewhere: at the head of a column of a table.
  private var headings: [Int: ReadingPlace] = [:]
  /// Of a drawing that spans columns, where what stands in each of them goes.
  private var columnPlaces: [Int: [ReadingPlace]] = [:]
  /// Of headings that are not of the sheet's own level: below another one, or words of a table.
  private var headingKinds: [Int: StructureTree.LeafKind] = [:]

  /// `head` is where the sheet's title went, `section` its sheet.
  init(
    of sheet: SheetComposer, in section: StructureTree.Container, after head: Int,
    _ structure: inout StructureTree
  ) {
    places = Array(repeating: .nowhere, count: sheet.instances.count)
    for index in 0..<head { places[index] = .elements(section) }
    let order = SheetOrder(of: sheet, from: head)
    var isTold = false
    for index in order.positions {
      let instance = sheet.instances[index]
      switch instance.definition.block {
      case "credit": continue
      case "title": places[index] = .elements(structure.add(.section, in: section))
      default:
        if order.repeating.contains(index) {
          if !isTold { addRepeating(order, sheet, section, &structure) }
          isTold = true
        } else {
          places[index] = .elements(structure.add(.section, in: section))
        }
      }
    }
    // What stands at the foot is read last: who pays, whose sheet it is, how sure its notes are.
    for (index, instance) in sheet.instances.enumerated() where instance.definition.block == "credit" {
      places[index] = .elements(structure.add(.section, in: section))
    }
    addColumnPlaces(of: sheet)
  }

  /// Of the cell at a position.
  subscript(index: Int) -> CellReading {
    var reading = CellReading(places[index])
    reading.heading = headings[index] ?? places[index]
    reading.columns = columnPlaces[index] ?? []
    if let kind = headingKinds[index] { reading.headingKind = kind }
    return reading
  }

  // MARK: Repeated tracks

  private mutating func addRepeating(
    _ order: SheetOrder, _ sheet: SheetComposer, _ section: StructureTree.Container,
    _ structure: inout StructureTree
  ) {
    if let rows = sheet.repeatedRows {
      addTable(ofRows: rows, order, sheet, section, &structure)
    } else if let columns = sheet.repeated {
      let lines = GridLines(order, sheet)
      if lines.names.contains(where: { $0 != nil }) {
        addTable(ofColumns: columns, lines, sheet, section, &structure)
      } else {
        addSections(ofColumns: columns, lines, sheet, section, &structure)
      }
    }
  }

  /// The rows of the grid as rows of a table, their heads above them.
  private mutating func addTable(
    ofRows rows: Range<Int>, _ order: SheetOrder, _ sheet: SheetComposer,
    _ section: StructureTree.Container, _ structure: inout StructureTree
  ) {
    let table = structure.add(.table, in: section)
    let byRow = Dictionary(grouping: order.repeating.sorted()) { sheet.instances[$0].rows.lowerBound }
    for row in byRow.keys.sorted() {
      let own = structure.add(.row, in: table)
      var column = 0
      func fill(to end: Int, _ structure: inout StructureTree) {
        for _ in column..<max(column, end) { _ = structure.addCell(in: own) }
        column = max(column, end)
      }
      for index in byRow[row] ?? [] {
        let instance = sheet.instances[index]
        fill(to: instance.columns.lowerBound, &structure)
        let scope: StructureTree.Scope? =
          !rows.contains(row) ? .column : instance.isName ? .row : nil
        places[index] = Self.cell(
          of: instance, scope, columns: instance.columns.count, in: own, &structure)
        headingKinds[index] = .paragraph
        column = instance.columns.upperBound
      }
      fill(to: sheet.columns.count, &structure)
    }
  }

  /// Each column as a row of a table whose heads are the names of the grid's rows: what is said of one stage is read
  /// before the next, each thing under its name.
  private mutating func addTable(
    ofColumns columns: Range<Int>, _ lines: GridLines, _ sheet: SheetComposer,
    _ section: StructureTree.Container, _ structure: inout StructureTree
  ) {
    let table = structure.add(.table, in: section)
    let heads = structure.add(.row, in: table)
    for name in lines.names {
      guard let name else {
        _ = structure.addCell(in: heads)
        continue
      }
      let head = Self.cell(of: sheet.instances[name], .column, columns: 1, in: heads, &structure)
      headingKinds[name] = .paragraph
      if sheet.instances[name].headingColumns == nil { places[name] = head } else { headings[name] = head }
    }
    for column in columns {
      let row = structure.add(.row, in: table)
      for (number, line) in lines.cells.enumerated() {
        if let index = line[column] {
          let isHead = number == 0 && lines.names[0] == nil
          places[index] = Self.cell(
            of: sheet.instances[index], isHead ? .row : nil, columns: 1, in: row, &structure)
          headingKinds[index] = .paragraph
        } else {
          let empty = ReadingPlace.leaf(structure.addCell(in: row))
          if let drawing = lines.drawings[number] { columnPlaces[drawing, default: []].append(empty) }
        }
      }
    }
    // What is drawn over all columns is told beside the table.
    for drawing in lines.drawings.values.sorted() {
      places[drawing] = .elements(structure.add(.section, in: section))
    }
  }

  /// Each column as a section.
  private mutating func addSections(
    ofColumns columns: Range<Int>, _ lines: GridLines, _ sheet: SheetComposer,
    _ section: StructureTree.Container, _ structure: inout StructureTree
  ) {
    for column in columns {
      let own = structure.add(.section, in: section)
      for line in lines.cells {
        guard let index = line[column] else { continue }
        places[index] = .elements(own)
        headingKinds[index] = .heading3
      }
    }
    for drawing in lines.drawings.values.sorted() {
      places[drawing] = .elements(structure.add(.section, in: section))
    }
  }

  /// A cell of a table, with elements in it where it holds marks that say something, or more than one thing.
  private static func cell(
    of instance: CellInstance, _ scope: StructureTree.Scope?, columns: Int,
    in row: StructureTree.Container, _ structure: inout StructureTree
  ) -> ReadingPlace {
    let hasParts =
      switch instance.content {
      case .nothing: false
      case .flow(let items):
        items.count > 1
          || items.contains { $0.paragraphs.count > 1 || ($0.marker != .none && $0.marker != .bullet) }
      case .drawing(let drawing): drawing.makesElements
      }
    let isAsked = !instance.heading.isEmpty && !instance.heading.prompts.isEmpty
    if hasParts || isAsked || instance.ticks != nil {
      return .elements(structure.addCellOfElements(scope, columns: columns, in: row))
    }
    guard let scope else { return .leaf(structure.addCell(columns: columns, in: row)) }
    return .leaf(structure.addHeadCell(scope, columns: columns, in: row))
  }

  // MARK: Drawings below heads

  /// A drawing below heads that each name one of its columns is told under these.
  private mutating func addColumnPlaces(of sheet: SheetComposer) {
    for (index, instance) in sheet.instances.enumerated() where columnPlaces[index] == nil {
      guard case .drawing = instance.content, instance.columns.count > 1, sheet.repeated == nil,
        sheet.repeatedRows == nil
      else { continue }
      let heads = instance.columns.map { column in
        sheet.instances.lastIndex {
          $0.definition.block == "label" && $0.columns == column..<column + 1
            && $0.rows.upperBound <= instance.rows.lowerBound
        }
      }
      let found = heads.compactMap { $0 }
      if found.count == heads.count { columnPlaces[index] = found.map { places[$0] } }
    }
  }
}

/// The lines of a grid whose columns repeat: for each what names it, and its cell in each column.
private struct GridLines {
  /// The cell before each line that has its name.
  private(set) var names: [Int?] = []
  /// By column.
  private(set) var cells: [[Int: Int]] = []
  /// What is drawn over all columns of a line.
  private(set) var drawings: [Int: Int] = [:]

  init(_ order: SheetOrder, _ sheet: SheetComposer) {
    let byRows = Dictionary(grouping: order.repeating) { sheet.instances[$0].rows }
    for rows in byRows.keys.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      var name: Int?
      var line: [Int: Int] = [:]
      for index in byRows[rows] ?? [] {
        let instance = sheet.instances[index]
        if instance.headingColumns != nil {
          name = index
          drawings[cells.count] = index
        } else if instance.isOfElement {
          line[instance.columns.lowerBound] = index
        } else {
          name = name ?? index
        }
      }
      names.append(name)
      cells.append(line)
    }
  }
}

/// The cells of a sheet in the order in which they are read, and those that a repeated track makes rows or columns of.
struct SheetOrder {
  private(set) var positions: [Int]
  /// With the heads of their rows or columns.
  private(set) var repeating: Set<Int> = []

  init(of sheet: SheetComposer, from head: Int) {
    let instances = sheet.instances
    // By the numbers that cells bear; what has none follows from top to bottom.
    func key(_ index: Int) -> (Int, Int, Int, Int) {
      let instance = instances[index]
      let (row, column) = (instance.rows.lowerBound, instance.columns.lowerBound)
      return (instance.definition.order ?? Int.max, row, column, index)
    }
    let ordered = instances.indices.dropFirst(head).sorted { key($0) < key($1) }
    // What joins a cell above is read right after it.
    var joined: [Int: [Int]] = [:]
    for index in ordered where instances[index].definition.joinsAbove {
      if let above = sheet.above(index) { joined[above, default: []].append(index) }
    }
    let moved = Set(joined.values.joined())
    positions = []
    func add(_ index: Int, to positions: inout [Int]) {
      positions.append(index)
      for next in joined[index] ?? [] { add(next, to: &positions) }
    }
    for index in ordered where !moved.contains(index) { add(index, to: &positions) }
    if sheet.repeatedRows != nil || sheet.repeated != nil { repeating = Self.repeating(sheet) }
  }

  private static func repeating(_ sheet: SheetComposer) -> Set<Int> {
    let instances = sheet.instances
    var found = Set(instances.indices.filter { instances[$0].isOfElement })
    if let rows = sheet.repeatedRows {
      // The rows right above are heads as long as there is nothing in them but names.
      let byRow = Dictionary(grouping: instances.indices.filter { !found.contains($0) }) {
        instances[$0].rows.lowerBound
      }
      var row = rows.lowerBound - 1
      while row >= 0, let cells = byRow[row],
        cells.allSatisfy({ instances[$0].definition.block == "label" && instances[$0].rows.count == 1 })
      {
        found.formUnion(cells)
        row -= 1
      }
    } else if let columns = sheet.repeated {
      let lines = Set(found.map { instances[$0].rows })
      for index in instances.indices where !found.contains(index) {
        let instance = instances[index]
        let isName =
          instance.definition.block == "label" && instance.columns.upperBound <= columns.lowerBound
          && lines.contains(instance.rows)
        if isName || instance.headingColumns != nil { found.insert(index) }
      }
    }
    return found
  }
}
