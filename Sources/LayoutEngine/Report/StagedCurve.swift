import Content
import Diagnostics
import LayoutModel
import LocatedYAML
import PageModel

/// The moods of a journey under the names of its stages, for the page of a report.
struct StagedCurve: Drawing {
  private let names: [String]
  private let isCrowded: Bool
  private let curve: MoodCurve

  /// With many stages there is room for numbers alone; what they stand for is told below the figure.
  init(stages: DataView, in data: SheetData) {
    isCrowded = stages.list.count > Figure.mostNamedStages
    let isCrowded = isCrowded
    names = stages.list.enumerated().map { index, stage in
      isCrowded ? String(index + 1) : data.texts(stage.step("label")).first?.string ?? ""
    }
    curve = CurveBlock.drawing(
      of: stages, in: data, namesScale: false, keepsWords: true, saysWords: !isCrowded)
  }

  func height(
    width: Length, columns: [Rect], step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter
  ) -> Length {
    namesHeight(columns, style, typesetter) + style.unit * 2
      + max(
        curve.height(width: width, columns: columns, step: step, style, typesetter), style.unit * 42)
  }

  func draw(
    _ place: DrawingPlace, on page: inout PageBuilder, _ structure: inout StructureTree
  ) -> [Leftover] {
    let style = page.style
    let role = style.role("label")
    let figure = place.figure(curve.alternative, &structure)
    let items = items(figure, place, &structure)
    for ((name, column), item) in zip(zip(names, place.columns), items) {
      let inset = style.unit * 0.5
      for (index, line) in page.typesetter.lines(name, role, width: column.width - inset * 2).enumerated() {
        let width = role.size * Double(line.width)
        let y = place.frame.y + role.leading * Double(index) + page.typesetter.baseline(role)
        page.text(line, role, at: Point(column.midX - width / 2, y), owner: item.label ?? item.words)
      }
    }
    let top = namesHeight(place.columns, style, page.typesetter) + style.unit * 2
    var inner = place
    inner.figure = figure
    inner.columnReadings = items.map { ReadingPlace($0.words) }
    inner.frame.x = place.columns.first?.x ?? inner.frame.x
    inner.frame.width = place.frame.maxX - inner.frame.x
    inner.frame.y += top
    inner.frame.height = place.frame.height - top
    inner.side = place.columns.first.map {
      Rect(
        x: place.frame.x, y: inner.frame.y, width: $0.x - place.frame.x - style.unit * 2,
        height: inner.frame.height)
    }
    return curve.draw(inner, on: &page, &structure)
  }

  /// A list of what is said of each stage, after its name; numbers are no more than the figure says.
  private func items(
    _ figure: DisplayItem.TextOwner, _ place: DrawingPlace, _ structure: inout StructureTree
  ) -> [StructureTree.Item] {
    let list = structure.add(.list, in: place.reading)
    return names.indices.map { stage in
      guard !isCrowded, curve.saysSomething(of: stage) else { return StructureTree.Item(words: figure) }
      return structure.addItem(.painted, in: list)
    }
  }

  private func namesHeight(_ columns: [Rect], _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    let role = style.role("label")
    let lines = zip(names, columns).map { name, column in
      typesetter.lines(name, role, width: column.width - style.unit).count
    }
    return role.leading * Double(lines.max() ?? 0)
  }
}
