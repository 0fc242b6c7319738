import Diagnostics
import LayoutModel
import PageModel

/// The name of a cell with its icon before and its order number at the end, and the guiding questions below.
struct CellHeading {
  var texts: [Text]
  /// Set as a quiet caption, as the particulars of a card are.
  var isLabel = false
  var prompts: [Text]
  /// How many questions stand side by side.
  var promptColumns = 1
  var icon: String?
  var order: Int?

  /// What a cell's questions may take of its height.
  static let promptShare = 0.4

  var isEmpty: Bool { texts.isEmpty && icon == nil && order == nil }

  var name: String { texts.map(\.string).joined(separator: " ") }

  func height(width: Length, step: LadderStep, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    guard !isEmpty else { return .zero }
    let role = role(style, step)
    let lines = typesetter.lines(name, role, width: textWidth(width, role, style)).count
    return role.leading * Double(max(1, lines))
  }

  /// Wide enough for its longest word, with the icon before it.
  func leastWidth(_ style: PageStyle, _ typesetter: Typesetter) -> Length {
    guard !isEmpty else { return .zero }
    let role = role(style, .natural)
    let longest = name.split(separator: " ").map { typesetter.width(String($0), role) }.max() ?? .zero
    // A word that no column could hold is divided after all.
    return min(longest, role.size * 12) + (icon == nil ? .zero : iconSide(role) + style.unit * 0.75)
  }

  func promptHeight(width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    let role = style.role("prompt")
    return promptRows.reduce(.zero) { height, row in
      height + rowHeight(row, width, role, style, typesetter)
    }
  }

  /// Of the questions that stand first, side by side.
  func firstPromptHeight(width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    promptRows.first.map { rowHeight($0, width, style.role("prompt"), style, typesetter) } ?? .zero
  }

  private var promptRows: [ArraySlice<Text>] {
    stride(from: 0, to: prompts.count, by: promptColumns).map {
      prompts[$0..<min($0 + promptColumns, prompts.count)]
    }
  }

  private func measure(_ width: Length, _ style: PageStyle) -> Length {
    (width - style.unit * 4 * Double(promptColumns - 1)) / Double(promptColumns)
  }

  private func rowHeight(
    _ row: ArraySlice<Text>, _ width: Length, _ role: PageStyle.Role, _ style: PageStyle,
    _ typesetter: Typesetter
  ) -> Length {
    let measure = measure(width, style)
    let lines = row.map { typesetter.lines($0.string, role, width: measure).count }.max() ?? 0
    return Self.promptGap(role) + role.leading * Double(lines)
  }

  /// Between a heading and its questions, and between questions.
  private static func promptGap(_ role: PageStyle.Role) -> Length {
    role.leading * 0.25
  }

  func draw(
    at top: Point, width: Length, step: LadderStep, on page: inout PageBuilder,
    _ structure: inout StructureTree, _ reading: CellReading
  ) {
    guard !isEmpty else { return }
    let style = page.style
    let role = role(style, step)
    let middle = top.y + role.leading / 2
    var x = top.x
    if let icon {
      let side = iconSide(role)
      page.icon(icon, in: Rect(x: x, y: middle - side / 2, width: side, height: side), style.accent)
      x += side + style.unit * 0.75
    }
    let heading = structure.add(isLabel ? .paragraph : reading.headingKind, in: reading.heading)
    page.paragraph(
      name, role, at: Point(x, top.y), width: textWidth(width, role, style), owner: heading,
      origin: texts.first?.span)
    if let order {
      let number = style.role("caption")
      page.textEnding(
        String(order), number, at: Point(top.x + width, middle + page.typesetter.capHeight(number) / 2),
        owner: heading, colour: style.accent)
    }
  }

  /// Draws the questions that fit, the first ones first; how many did.
  func drawPrompts(
    at top: Point, width: Length, height: Length, on page: inout PageBuilder,
    _ structure: inout StructureTree, in place: ReadingPlace
  ) -> (count: Int, height: Length) {
    let role = page.style.role("prompt")
    var y = top.y
    let measure = measure(width, page.style)
    let list = prompts.count > 1 ? structure.add(.list, in: place) : nil
    for row in promptRows {
      let needed = rowHeight(row, width, role, page.style, page.typesetter)
      if y + needed > top.y + height + .mm(0.01) { return (row.startIndex, y - top.y) }
      for (column, prompt) in row.enumerated() {
        let owner =
          list.map { structure.addItem(in: $0).words } ?? structure.add(.paragraph, in: place)
        let x = top.x + (measure + page.style.unit * 4) * Double(column)
        page.paragraph(
          prompt.string, role, at: Point(x, y + Self.promptGap(role)), width: measure, owner: owner)
      }
      y += needed
    }
    return (prompts.count, y - top.y)
  }

  private func role(_ style: PageStyle, _ step: LadderStep) -> PageStyle.Role {
    style.role(isLabel ? "caption" : "heading", scale: step.scale)
  }

  private func iconSide(_ role: PageStyle.Role) -> Length { role.size * 1.25 }

  private func textWidth(_ width: Length, _ role: PageStyle.Role, _ style: PageStyle) -> Length {
    width - (icon == nil ? .zero : iconSide(role) + style.unit * 0.75)
      - (order == nil ? .zero : style.unit * 3)
  }
}
