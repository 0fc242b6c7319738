import Content
import Diagnostics
import LayoutModel
import PageModel

/// A text of a report with its looks, which its lines share. A class for that reason.
final class SetText {
  /// How one stretch of it looks and where it leads.
  struct Look {
    var style: TextStyle
    var colour: Colour
    var link: Link?
    var isStruck: Bool
    var origin: Span?
  }

  let role: PageStyle.Role
  let looks: [Look]
  let leaf: StructureTree.Leaf
  /// Something in it leads somewhere.
  let hasLinks: Bool

  init(role: PageStyle.Role, looks: [Look], leaf: StructureTree.Leaf) {
    self.role = role
    self.looks = looks
    self.leaf = leaf
    hasLinks = looks.contains { $0.link != nil }
  }
}

/// Turns prose into lines.
struct ProseSetter {
  let style: PageStyle
  let typesetter: Typesetter

  /// The lines of a text in a role at a width.
  func set(
    _ prose: Prose, _ roleName: String, width: Length, as leaf: StructureTree.Leaf, colour: Colour? = nil
  ) -> (text: SetText, lines: [SetLine]) {
    let role = style.role("report-" + roleName)
    let spans = prose.spans.filter { !$0.text.isEmpty }
    let looks = spans.map { look($0, role, colour ?? role.colour) }
    let text = SetText(role: role, looks: looks, leaf: leaf)
    let parts = zip(spans, looks).map { span, look in
      LooksText.Part(text: Self.drawn(span), style: look.style)
    }
    return (
      text,
      typesetter.lines(LooksText(parts: parts), size: role.size, width: width, hyphenates: role.hyphenates)
    )
  }

  private func look(_ span: Inline, _ role: PageStyle.Role, _ colour: Colour) -> SetText.Look {
    var textStyle = role.style
    if span.style.contains(.strong) { textStyle.weight = .semibold }
    if span.style.contains(.emphasis) { textStyle.isItalic = true }
    let isQuiet = span.style.contains(.quiet) || span.style.contains(.code)
    return SetText.Look(
      style: textStyle, colour: isQuiet ? style.colour("quiet") : colour, link: span.link,
      isStruck: span.style.contains(.struck), origin: span.origin)
  }

  private static let raisedDigits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// Raised numbers are drawn with the letters that fonts have for them.
  private static func drawn(_ span: Inline) -> String {
    guard span.style.contains(.raised) else { return span.text }
    return String(span.text.map { $0.wholeNumberValue.map { raisedDigits[$0] } ?? $0 })
  }
}
