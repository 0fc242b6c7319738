package import Diagnostics
package import LocatedYAML
package import PageModel

/// Sizes, weights and colours of all sheets: roles, never places.
package struct Theme: Sendable {
  package struct TypeSize: Hashable, Sendable {
    package var size: Double
    package var leading: Double
  }

  package struct Role: Sendable {
    package var weight = TextStyle.Weight.regular
    package var colour = "ink"
    package var sizes: [Paper: TypeSize] = [:]
  }

  /// A role of the report, which has one size: its pages are read in the hand.
  package struct ReportRole: Sendable {
    package var weight = TextStyle.Weight.regular
    package var colour = "ink"
    package var size: TypeSize?
  }

  /// The roles of the report that a theme must give, in a report's own words.
  package static let reportRoleNames = [
    "text", "lead", "quotation", "statement", "part", "heading2", "heading3", "heading4", "label", "small",
    "table", "tableHead", "running", "coverTitle", "coverName", "coverLine", "code",
  ]

  /// The roles that a theme must give.
  package static let roleNames = [
    "title", "heading", "body", "prompt", "caption", "label", "lead", "name", "statement", "mark",
  ]
  /// The colours that a theme must name, besides an accent a family.
  package static let colourNames = [
    "ink", "quiet", "prompt", "rule", "writing", "negative", "positive", "paper", "customer", "choice",
    "concept",
    "business",
  ]

  package var name: String
  package var roles: [String: Role]
  package var reportRoles: [String: ReportRole] = [:]
  package var colours: [String: Colour]
  /// Colours of segments A, B, C and on.
  package var segments: [Colour]
  /// No text is set smaller, in points.
  package var floors: [Paper: Double]
  /// Widths of hairlines and strokes in points.
  package var hairlines: [Paper: Double]
  /// How much of an accent a ground takes, 0 to 1.
  package var groundTint: Double
  /// Draws outlines where others fill, to save ink.
  package var outlines = false

  /// A theme's file, perhaps over the one that it extends.
  package static func read(
    _ document: YAMLDocument, over base: Theme?
  ) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var reading = Reading()
    let file = document.root.flatMap { ThemeFile.read($0, &reading) } ?? ThemeFile()
    var theme =
      base
      ?? Theme(
        name: "", roles: [:], colours: [:], segments: [], floors: [:], hairlines: [:], groundTint: 0.07)
    theme.name = file.theme?.string ?? ""
    theme.apply(file, &reading)
    if document.diagnostics.isEmpty, reading.diagnostics.isEmpty { theme.checkWhole(document, &reading) }
    return (theme, document.diagnostics + reading.diagnostics)
  }

  /// The name of the theme that a file extends.
  package static func base(of document: YAMLDocument) -> Text? { document.root?["extends"]?.text }

  private mutating func apply(_ file: ThemeFile, _ reading: inout Reading) {
    for (key, colour) in file.colours.entries { colours[key.string] = colour.colour }
    for (key, role) in file.roles.entries {
      guard Self.roleNames.contains(key.string) else {
        reading.unknown("theme/unknown-role", key, known: Self.roleNames)
        continue
      }
      var merged = roles[key.string] ?? Role()
      merged.weight = role.weight?.weight ?? merged.weight
      if let name = role.colour { merged.colour = known(name, &reading) }
      for (paper, size) in Self.papers(role.sizes, &reading) { merged.sizes[paper] = size.value }
      roles[key.string] = merged
    }
    for (key, role) in file.report.entries {
      guard Self.reportRoleNames.contains(key.string) else {
        reading.unknown("theme/unknown-role", key, known: Self.reportRoleNames)
        continue
      }
      var merged = reportRoles[key.string] ?? ReportRole()
      merged.weight = role.weight?.weight ?? merged.weight
      merged.size = role.size?.value ?? merged.size
      if let name = role.colour { merged.colour = known(name, &reading) }
      reportRoles[key.string] = merged
    }
    if !file.segments.isEmpty { segments = file.segments.map(\.colour) }
    for (paper, floor) in Self.papers(file.floors, &reading) { floors[paper] = floor.value }
    for (paper, width) in Self.papers(file.hairlines, &reading) { hairlines[paper] = width.value }
    if let word = file.outlines { outlines = word == .yes }
    if let tint = file.groundTint { groundTint = tint.fraction }
  }

  /// The name of a colour, reported when there is none of that name.
  private func known(_ name: Text, _ reading: inout Reading) -> String {
    if name.string != "accent", colours[name.string] == nil {
      reading.unknown("theme/unknown-colour", name, known: colours.keys.sorted() + ["accent"])
    }
    return name.string
  }

  private mutating func checkWhole(_ document: YAMLDocument, _ reading: inout Reading) {
    let place = document.root?.entries.first?.key.span
    func report(_ missing: String) {
      reading.report(Diagnostic(fault: "theme/missing", at: place, ["key": .text(missing)]))
    }
    for name in Self.colourNames where colours[name] == nil { report("colours." + name) }
    if segments.isEmpty { report("segments") }
    for name in Self.reportRoleNames where reportRoles[name]?.size == nil { report("report.\(name)") }
    for paper in Paper.typeScales {
      for name in Self.roleNames where roles[name]?.sizes[paper] == nil {
        report("roles.\(name).\(paper.rawValue)")
      }
      if floors[paper] == nil { report("floors.\(paper.rawValue)") }
      if hairlines[paper] == nil { report("hairlines.\(paper.rawValue)") }
    }
  }

  private static func papers<Value>(_ map: Keyed<Value>, _ reading: inout Reading) -> [(Paper, Value)] {
    map.entries.compactMap { key, value in
      if let paper = Paper(named: key.string), paper.typeScale == paper { return (paper, value) }
      reading.unknown("layout/paper", key, known: Paper.typeScales.map(\.rawValue))
      return nil
    }
  }
}
