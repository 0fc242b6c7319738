package import Diagnostics

/// Rich text: words with their emphasis, links and places in the workbook. What every form of the report shows alike.
package struct Prose: Hashable, Sendable {
  package var spans: [Inline]

  package init(_ spans: [Inline] = []) { self.spans = spans }

  package init(_ text: Text) { self.init(text.string, at: text.span) }

  package init(_ string: String, at origin: Span? = nil) {
    spans = string.isEmpty ? [] : [Inline(string, origin: origin)]
  }

  package var isEmpty: Bool { spans.allSatisfy { $0.text.isEmpty } }

  /// Its words alone.
  package var text: String { spans.map(\.text).joined() }

  package static func + (left: Prose, right: Prose) -> Prose { Prose(left.spans + right.spans) }

  package static func += (left: inout Prose, right: Prose) { left.spans += right.spans }

  /// All of it with more emphasis.
  package func styled(_ style: Inline.Style) -> Prose {
    Prose(spans.map { span in with(span) { $0.style.formUnion(style) } })
  }

  /// All of it leading somewhere, where it does not yet.
  package func linked(to link: Link?) -> Prose {
    Prose(spans.map { span in with(span) { $0.link = $0.link ?? link } })
  }

  /// The same words without what leads elsewhere, and without the numbers of notes.
  package var withoutLinks: Prose {
    Prose(spans.filter { !$0.style.contains(.raised) }.map { span in with(span) { $0.link = nil } })
  }

  private func with(_ span: Inline, _ change: (inout Inline) -> Void) -> Inline {
    var span = span
    change(&span)
    return span
  }
}

extension [Prose] {
  /// One after the other with a text between.
  package func joined(_ separator: String) -> Prose {
    var all = Prose()
    for (index, prose) in enumerated() {
      if index > 0 { all += Prose(separator) }
      all += prose
    }
    return all
  }
}

/// A stretch of text that looks and leads the same. A newline in it ends the line.
package struct Inline: Hashable, Sendable {
  package struct Style: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let strong = Style(rawValue: 1)
    package static let emphasis = Style(rawValue: 2)
    /// Set as it was typed.
    package static let code = Style(rawValue: 4)
    package static let struck = Style(rawValue: 8)
    /// The number of a footnote, above the line.
    package static let raised = Style(rawValue: 16)
    /// Said more quietly than the rest.
    package static let quiet = Style(rawValue: 32)
  }

  package var text: String
  package var style: Style
  package var link: Link?
  /// The place in the workbook.
  package var origin: Span?

  package init(_ text: String, style: Style = [], link: Link? = nil, origin: Span? = nil) {
    self.text = text
    self.style = style
    self.link = link
    self.origin = origin
  }
}

/// Where a text leads.
package enum Link: Hashable, Sendable {
  case place(Place)
  /// An address with its scheme.
  case web(String)
}

/// Something in the report that links lead to: a heading, an item of the workbook, a figure.
/// Writers make their own names of it; its name may hold any character.
package struct Place: Hashable, Sendable {
  package var name: String

  package init(_ name: String) { self.name = name }

  package static func part(_ name: String) -> Place { Place("part/" + name) }

  /// Something of the workbook by the kind and text of its id.
  package static func item(_ kind: String, _ id: String) -> Place { Place("item/\(kind)/\(id)") }

  package static func figure(_ name: String) -> Place { Place("figure/" + name) }

  package static func table(_ name: String) -> Place { Place("table/" + name) }

  package static func canvas(_ name: String) -> Place { Place("canvas/" + name) }

  package static func footnote(_ part: String, _ number: Int) -> Place { Place("note/\(part)/\(number)") }
}
