import Diagnostics
import LayoutModel
import PageModel

/// The name of a cell with its icon before and its order number at the end, and the guiding questions below.
struct CellHeading {
  var texts: [Text]
  /// Set as a quiet caption, as the particulars of a card are.
  var isLabel = false
  var prompts: [Text]
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

  func promptHeight(width: Length, _ style: PageStyle, _ typesetter: Typesetter) -> Length {
    let role = style.role("prompt")
    return prompts.reduce(.zero) { height, prompt in
      height + Self.promptGap(role)
        + role.leading * Double(typesetter.lines(prompt.string, role, width: width).count)
    }
  }

  /// Between a heading and its questions, and between questions.
  private static func promptGap(_ role: PageStyle.Role) -> Length {
    role.leading * 0.25
  }

  func draw(
    at top: Point, width: Length, step: LadderStep, on page: inout PageBuilder,
    _ structure: inout StructureTree,
    in parent: StructureTree.ID
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
    let heading = structure.add(.heading2, in: parent)
    page.paragraph(
      name, role, at: Point(x, top.y), width: textWidth(width, role, style), owner: .element(heading),
      origin: texts.first?.span)
    if let order {
      let number = style.role("caption")
      page.textEnding(
        String(order), number, at: Point(top.x + width, middle + page.typesetter.capHeight(number) / 2),
        owner: .element(heading), colour: style.accent)
    }
  }

  /// Draws the questions that fit, the first ones first; how many did.
  func drawPrompts(
    at top: Point, width: Length, height: Length, on page: inout PageBuilder,
    _ structure: inout StructureTree,
    in parent: StructureTree.ID
  ) -> (count: Int, height: Length) {
    let role = page.style.role("prompt")
    var y = top.y
    for (index, prompt) in prompts.enumerated() {
      let lines = page.typesetter.lines(prompt.string, role, width: width)
      let needed = Self.promptGap(role) + role.leading * Double(lines.count)
      if y + needed > top.y + height + .mm(0.01) { return (index, y - top.y) }
      let owner = DisplayItem.Owner.element(structure.add(.paragraph, in: parent))
      page.paragraph(
        prompt.string, role, at: Point(top.x, y + Self.promptGap(role)), width: width, owner: owner)
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
