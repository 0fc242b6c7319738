package import PageModel

/// A theme at the size of one paper, with the accent of one family.
package struct PageStyle: Sendable {
  package struct Role: Sendable {
    package var name: String
    package var size: Length
    package var leading: Length
    package var style: TextStyle
    package var colour: Colour
    /// Even where it is running text.
    package var keepsWords = false
    /// Names and headings stay whole; running text may break inside words.
    package var hyphenates: Bool { !keepsWords && !Self.wholeWords.contains(name) }

    private static let wholeWords: Set<String> = [
      "title", "heading", "name", "label", "report-part", "report-heading2", "report-heading3",
      "report-heading4", "report-label", "report-coverTitle", "report-coverName", "report-coverLine",
      "report-tableHead", "report-running",
    ]
  }

  private let theme: Theme
  /// The theme's roles at the paper's sizes, which are asked for thousands of times.
  private var roles: [String: (role: Theme.Role, size: Theme.TypeSize)]
  package let paper: Paper
  package let language: String
  package let accent: Colour
  /// The grid's unit: the page's short side / 148.
  package let unit: Length
  package let floor: Length
  package let hairline: Length

  package init(theme: Theme, paper: Paper, family: CanvasFamily, language: String) {
    self.theme = theme
    roles = theme.roles.compactMapValues { role in role.sizes[paper.typeScale].map { (role, $0) } }
    self.paper = paper
    self.language = language
    accent = theme.colours[family.rawValue] ?? .white
    unit = paper.sides.short / 148
    floor = .pt(theme.floors[paper.typeScale] ?? 7)
    hairline = .pt(theme.hairlines[paper.typeScale] ?? 0.4)
  }

  /// A style for the pages of a report: its roles are there under `report-` and their names.
  package static func report(theme: Theme, paper: Paper, family: CanvasFamily, language: String) -> PageStyle
  {
    var style = PageStyle(theme: theme, paper: paper, family: family, language: language)
    for (name, role) in theme.reportRoles {
      guard let size = role.size else { continue }
      let plain = Theme.Role(weight: role.weight, colour: role.colour)
      style.roles["report-" + name] = (plain, size)
    }
    return style
  }

  /// A role at a share of its size, never below the paper's floor.
  package func role(_ name: String, scale: Double = 1) -> Role {
    guard let (role, size) = roles[name] else {
      preconditionFailure("the theme was checked to have the role '\(name)' on \(paper.rawValue)")
    }
    let scaled = max(min(floor, .pt(size.size)), .pt(size.size) * scale)
    return Role(
      name: name, size: scaled, leading: .pt(size.leading) * (scaled / .pt(size.size)),
      style: TextStyle(weight: role.weight, language: language), colour: colour(role.colour))
  }

  package func colour(_ name: String) -> Colour { name == "accent" ? accent : theme.colours[name] ?? accent }

  /// Grounds and marks are filled; a theme that saves ink draws their outlines.
  package var fillsGrounds: Bool { !theme.outlines }

  /// A quiet ground of the accent.
  package var ground: Colour { ground(of: accent) }

  package func ground(of colour: Colour) -> Colour { colour.tint(theme.groundTint) }

  package func segment(_ index: Int) -> Colour { theme.segments[index % theme.segments.count] }
}
