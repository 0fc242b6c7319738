/// Builds the text of a paragraph, a heading or a cell.
struct MarkdownLine {
  private let places: ReportPlaces
  private let escape: MarkdownEscape
  private var done = ""
  /// The last line so far.
  private var line: [Unicode.Scalar] = []
  private var breakIsDue = false

  init(_ setting: MarkdownEscape.Setting, _ places: ReportPlaces) {
    escape = MarkdownEscape(setting: setting)
    self.places = places
  }

  /// Without spaces at its ends.
  var text: String {
    var text = done + MarkdownLine.string(line)
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  mutating func add(_ prose: Prose) {
    let groups = Prose(prose.spans.map(plainer)).groups
    for (index, group) in groups.enumerated() {
      let next = index + 1 < groups.count ? groups[index + 1] : nil
      add(group, before: next.map { outside($0) } ?? nil)
    }
  }

  /// Markup as it is.
  mutating func add(markup: String) {
    breakLine()
    // An exclamation mark would make a picture of a link.
    if markup.hasPrefix("["), line.last == "!" { line.insert("\\", at: line.count - 1) }
    line += Array(markup.unicodeScalars)
  }

  /// Leaves out what Markdown has no sign for, so that more neighbours look the same.
  private func plainer(_ span: Inline) -> Inline {
    var span = span
    span.style.remove(.quiet)
    if span.style.contains(.code) { span.text = MarkdownLine.oneLine(span.text) }
    switch span.link {
    case .place(let place)? where places.names[place] == nil: span.link = nil
    case .web? where span.link?.webAddress == nil: span.link = nil
    default: break
    }
    return span
  }

  /// The character that comes after whatever stands before the group; nothing where that cannot be told.
  private func outside(_ group: Prose.Group) -> Unicode.Scalar? {
    if group.link != nil { return "[" }
    guard let first = group.spans.first else { return nil }
    if let scalar = first.text.unicodeScalars.first, scalar.properties.isWhitespace { return scalar }
    return first.style.isEmpty ? first.text.unicodeScalars.first : "*"
  }

  private mutating func add(_ group: Prose.Group, before next: Unicode.Scalar?) {
    if case .place(let place)? = group.link, let number = places.notes[place] {
      add(markup: "[^\(number)]")
      return
    }
    let isBlank = group.text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    let target = isBlank ? nil : destination(group.link)
    if target != nil { add(markup: "[") }
    for (index, span) in group.spans.enumerated() {
      let following = group.spans[safe: index + 1].map { outside(Prose.Group(link: nil, spans: [$0])) }
      add(span, before: following ?? (target == nil ? next ?? " " : "]"))
    }
    if let target { line += Array("](\(target))".unicodeScalars) }
  }

  private func destination(_ link: Link?) -> String? {
    switch link {
    case .place(let place)?: return places.names[place].map { "#" + $0 }
    case .web?:
      guard let address = link?.webAddress else { return nil }
      // Only with a semicolon could an ampersand begin a name of a character.
      let ampersands = address.contains(";") ? address.replacing("&", with: "&amp;") : address
      return address.contains("(") || address.contains(")") ? "<\(ampersands)>" : ampersands
    case nil: return nil
    }
  }

  // MARK: Emphasis

  private mutating func add(_ span: Inline, before next: Unicode.Scalar?) {
    let scalars = Array(MarkdownLine.lines(span.text).unicodeScalars)
    guard !span.style.isEmpty, let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else {
      add(words: scalars)
      return
    }
    add(words: Array(scalars[..<first]))
    breakLine()
    let after = scalars[safe: last + 1] ?? next
    let marks = signs(span.style, canStand: isEdge(line.last) && isEdge(after))
    line += Array(marks.before.unicodeScalars)
    if span.style.contains(.code) {
      line += Array(code(String(String.UnicodeScalarView(scalars[first...last]))).unicodeScalars)
    } else {
      add(words: Array(scalars[first...last]))
    }
    line += Array(marks.after.unicodeScalars)
    add(words: Array(scalars[(last + 1)...]))
  }

  /// Stars where they are sure to be read as emphasis, tags elsewhere.
  private func signs(_ style: Inline.Style, canStand: Bool) -> (before: String, after: String) {
    var (before, after) = ("", "")
    func wrap(_ wanted: Inline.Style, _ sign: String?, _ tag: String) {
      guard style.contains(wanted) else { return }
      before += canStand ? sign ?? "<\(tag)>" : "<\(tag)>"
      after = (canStand ? sign ?? "</\(tag)>" : "</\(tag)>") + after
    }
    wrap(.raised, nil, "sup")
    wrap(.struck, "~~", "del")
    wrap(.strong, "**", "strong")
    wrap(.emphasis, "*", "em")
    return (before, after)
  }

  private func isEdge(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    return scalar.properties.isWhitespace || "([])>,.;:?'/–—“”‘’«»…".unicodeScalars.contains(scalar)
  }

  private func code(_ text: String) -> String {
    if escape.setting == .cell, text.unicodeScalars.contains("|") {
      var inner = MarkdownLine(.cell, places)
      inner.add(words: Array(text.unicodeScalars))
      return "<code>\(inner.text)</code>"
    }
    let fence = MarkdownLine.fence(text, atLeast: 1)
    let gap = text.unicodeScalars.first == "`" || text.unicodeScalars.last == "`" ? " " : ""
    return fence + gap + text + gap + fence
  }

  // MARK: Words

  private mutating func add(words scalars: [Unicode.Scalar]) {
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == "\n" {
        breakIsDue = true
      } else if scalar.properties.isWhitespace, breakIsDue || line.isEmpty {
        // Lines begin with a letter.
        continue
      } else {
        breakLine()
        line += Array(escape.written(scalars, index, after: line).unicodeScalars)
      }
    }
  }

  /// Ends the line if that is due: a break at the end of all is none.
  private mutating func breakLine() {
    guard breakIsDue else { return }
    breakIsDue = false
    while line.last == " " { line.removeLast() }
    guard !(done.isEmpty && line.isEmpty) else { return }
    switch escape.setting {
    case .block:
      done += MarkdownLine.string(line) + "\\\n"
      line = []
    case .heading: line.append(" ")
    case .cell: line += Array("<br>".unicodeScalars)
    }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// With one character for the end of a line.
  static func lines(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  private static func oneLine(_ text: String) -> String { lines(text).replacing("\n", with: " ") }

  /// As many backticks as no text within has.
  static func fence(_ text: String, atLeast least: Int) -> String {
    var (longest, run) = (0, 0)
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: max(least, longest + 1))
  }
}
