package import PageModel

/// Writes the display list of a page as an `<svg>` element whose unit is a point.
package struct SVGPainting {
  /// What the drawing is to its surroundings.
  package enum Use: Sendable {
    /// A file of its own, as large as the page and with its paper.
    case file(title: String, description: String, language: String)
    /// A picture in a web page, named for those who cannot see it.
    case figure(label: String)
    /// Passed over by those who cannot see it: what it shows is said beside it.
    case decoration
  }

  /// How letters are written.
  package enum Letters {
    /// As text, for fonts of these names; where nothing is known, those that the reader has.
    case text(fonts: (Face) -> FontName?)
    /// As drawings, for readers that have no fonts.
    case outlines(any GlyphOutliner)
  }

  /// Texts last, as on paper. A picture for which `pictures` gives nothing is left out.
  package static func svg(
    of page: Page, as use: Use, letters: Letters = .text(fonts: { _ in nil }),
    pictures: (PictureID) -> SVGPicture? = { _ in nil }
  ) -> String {
    let texts = texts(page.textLines, letters)
    var lines = opening(page, use)
    if !texts.definitions.isEmpty { lines += ["<defs>"] + texts.definitions + ["</defs>"] }
    lines.append("<g stroke-miterlimit=\"10\">")
    for item in page.items {
      switch item.paint {
      case .text: break
      case .path(let path, let fill, let stroke):
        if let element = SVGPath.element(path, fill: fill, stroke: stroke) { lines.append(element) }
      case .picture(let id, let frame, let fit):
        if let picture = pictures(id) {
          lines.append(picture.element(in: frame, fit, link: use.isFile ? "xlink:href" : "href"))
        }
      }
    }
    lines.append("</g>")
    lines += texts.elements
    return (lines + ["</svg>"]).joined(separator: "\n") + (use.isFile ? "\n" : "")
  }

  private static func texts(
    _ lines: [TextLine], _ letters: Letters
  ) -> (definitions: [String], elements: [String]) {
    switch letters {
    case .text(let fonts):
      let text = SVGText(lines, fonts: fonts)
      // Letters were set one by one: a browser would join some of them.
      let style = text.family == nil ? "" : " style=\"font-variant-ligatures: none\""
      return ([], ["<g \(text.familyAttribute)\(style)>"] + lines.flatMap(text.elements) + ["</g>"])
    case .outlines(let outliner):
      var outlines = SVGOutlines(outliner)
      let elements = lines.flatMap { outlines.elements($0) }
      return (outlines.definitions, ["<g>"] + elements + ["</g>"])
    }
  }

  private static func opening(_ page: Page, _ use: Use) -> [String] {
    let size = page.size
    let (width, height) = (SVGNumber.text(size.width), SVGNumber.text(size.height))
    let frame = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\""
    switch use {
    case .file(let title, let description, let language):
      let paper = [("width", size.width), ("height", size.height)]
        .map { " \($0.0)=\"\(SVGNumber.text($0.1.millimetres))mm\"" }.joined()
      return [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        frame + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"\(paper)"
          + " xml:lang=\"\(XMLText.escaped(language))\">",
        "<title>\(XMLText.escaped(title))</title>",
      ] + (description.isEmpty ? [] : ["<desc>\(XMLText.escaped(description))</desc>"]) + [
        "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\((page.ground ?? .white).hex)\"/>"
      ]
    case .figure(let label):
      return [frame + " role=\"img\" aria-label=\"\(XMLText.escaped(label))\">"]
    case .decoration: return [frame + " aria-hidden=\"true\">"]
    }
  }
}

extension SVGPainting.Use {
  fileprivate var isFile: Bool {
    if case .file = self { true } else { false }
  }
}
